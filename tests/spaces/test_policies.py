"""Rules of booking and zones: declared by those who run the site, said in sentences."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.spaces import actions
from fiksummin.spaces.models import Policy, Site, Space, Zone
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


def form_of(**others: Any) -> dict[str, Any]:
    return {
        "name_fi": "Salin säännöt", "for_state": "on", "for_partners": "on", "days_ahead": "30",
        "notice_minutes": "60", "shortest_minutes": "30", "longest_minutes": "240", "ahead_per_person": "5",
        "ahead_per_organisation": "20", "approval": "holds", "answer_hours": "24", "grace_minutes": "15",
    } | others  # fmt: skip


def test_zones_stay_with_their_spaces(cast: Cast, site: Site) -> None:
    actions.set_zones(by=cast.manager, site=site, zones=[{"kind": "quiet", "name_fi": "Hiljainen"}])
    zone = Zone.objects.get()
    room = spaces.space(site)
    actions.change_space(by=cast.manager, space=room, zone=zone)
    row = {"pk": zone.pk, "kind": "quiet", "name_fi": "Kirjasto"}
    actions.set_zones(by=cast.manager, site=site, zones=[row, {"kind": "phone", "name_fi": "Kopit"}])
    room.refresh_from_db()
    assert (str(room.zone), Zone.objects.count()) == ("Kirjasto", 2)
    actions.set_zones(by=cast.manager, site=site, zones=[])
    room.refresh_from_db()
    assert room.zone is None


def rows_of(*rows: dict[str, Any], known: int = 0) -> dict[str, Any]:
    every = [*rows, {"kind": "", "name_fi": ""}]
    fields: dict[str, Any] = {"form-TOTAL_FORMS": len(every), "form-INITIAL_FORMS": known}
    return fields | {f"form-{n}-{name}": value for n, row in enumerate(every) for name, value in row.items()}


def test_zones_are_kept_by_the_form(cast: Cast, site: Site) -> None:
    browser, address = signed_in(cast.manager), f"/fi/sites/{site.slug}/zones/"
    quiet = {"kind": "quiet", "name_fi": "Kirjasto"}
    assert browser.post(address, rows_of(quiet)).status_code == 303
    zone = Zone.objects.get()
    room = spaces.space(site)
    Space.objects.filter(pk=room.pk).update(zone=zone)
    assert "Kirjasto (hiljainen)" in browser.get(f"/fi/sites/{site.slug}/spaces/").text
    known = quiet | {"pk": zone.pk, "name_fi": "Lukusali"}
    assert browser.post(address, rows_of(known, known=1)).status_code == 303
    zone.refresh_from_db()
    assert zone.name_fi == "Lukusali"
    assert browser.post(address, rows_of(known | {"DELETE": "on"}, known=1)).status_code == 303
    room.refresh_from_db()
    assert room.zone is None


@pytest.mark.parametrize(
    "row",
    [
        {"kind": "loud", "name_fi": "Meteli"},
        {"kind": "quiet", "name_fi": ""},
        {"kind": "", "name_fi": "Nimi"},
        {"kind": "quiet", "name_fi": "x" * 81},
        {"kind": "quiet", "name_fi": "Vieras", "pk": "99999"},
        {"kind": "quiet", "name_fi": "Outo", "pk": "abc"},
    ],
)
def test_zones_that_cannot_be(cast: Cast, site: Site, row: dict[str, Any]) -> None:
    answer = signed_in(cast.manager).post(f"/fi/sites/{site.slug}/zones/", rows_of(row))
    assert answer.status_code == 422
    assert not Zone.objects.exists()


def test_a_zone_of_another_site_is_out_of_reach(cast: Cast, site: Site) -> None:
    there = Zone.objects.create(site=spaces.site(), kind="quiet", name_fi="Muualla")
    with pytest.raises(Invalid):
        actions.set_zones(
            by=cast.manager, site=site, zones=[{"pk": there.pk, "kind": "talk", "name_fi": "Viety"}]
        )
    there.refresh_from_db()
    assert there.name_fi == "Muualla"


def test_rules_are_set_changed_and_said_in_sentences(cast: Cast, site: Site) -> None:
    browser = signed_in(cast.manager)
    assert browser.post(f"/fi/sites/{site.slug}/policies/new/", form_of()).status_code == 303
    policy = site.policies.get()
    room = spaces.space(site)
    Space.objects.filter(pk=room.pk).update(policy=policy)
    said = browser.get(f"/fi/spaces/{room.pk}/").text
    for sentence in (
        "Tilan voi varata 30 päivää eteenpäin, kerrallaan vähintään 30 min ja enintään 4 h.",
        "Tila on varattava vähintään 1 h ennen",
        "Host hyväksyy 24 tunnin kuluessa. Tila on sen ajan varattuna sinulle.",
        "15 minuutin kuluttua alusta loppuaika annetaan muille.",
    ):
        assert sentence in said, sentence
    address = f"/fi/policies/{policy.pk}/change/"
    assert browser.post(address, form_of(for_guests="on", approval="none")).status_code == 303
    policy.refresh_from_db()
    assert (policy.for_guests, policy.approval) == (True, "none")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name_fi": ""}, "name_fi"),
        ({"shortest_minutes": "4"}, "shortest_minutes"),
        ({"shortest_minutes": "300"}, "longest_minutes"),
        ({"longest_minutes": "1441"}, "longest_minutes"),
        ({"days_ahead": "0"}, "days_ahead"),
        ({"days_ahead": "9999999999"}, "days_ahead"),
        ({"ahead_per_person": "-1"}, "ahead_per_person"),
        ({"approval": "maybe"}, "approval"),
        ({"answer_hours": "0"}, "answer_hours"),
        ({"grace_minutes": "pari"}, "grace_minutes"),
    ],
)
def test_rules_that_cannot_be(cast: Cast, site: Site, wrong: dict[str, Any], field: str) -> None:
    answer = signed_in(cast.manager).post(f"/fi/sites/{site.slug}/policies/new/", form_of() | wrong)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert not Policy.objects.exists()


def test_what_is_left_out_stays_as_it_is(cast: Cast, site: Site) -> None:
    policy = actions.add_policy(by=cast.manager, site=site, name_fi="Lyhyet", longest_minutes=60)
    with pytest.raises(Invalid) as refused:
        actions.change_policy(by=cast.manager, policy=policy, shortest_minutes=90)
    assert refused.value.field == "longest_minutes"
    with pytest.raises(IntegrityError), transaction.atomic():
        Policy.objects.filter(pk=policy.pk).update(shortest_minutes=90)
    for who in (cast.host, cast.member):
        with pytest.raises(NotAllowed):
            actions.change_policy(by=who, policy=policy, days_ahead=1)
        with pytest.raises(NotAllowed):
            actions.set_zones(by=who, site=site, zones=[])
