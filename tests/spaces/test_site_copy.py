"""A site is copied as the start of a new one: its house, not its people nor what they do there."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.models import Entry
from fiksummin.people.models import Role
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Booking, Cell, Changeover, Claim, Layout, Site, Space, SpecialDay
from tests import races
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people, spaces
from tests.spaces.test_pictures import ROW, brought

HOUSE = {"slug": "turku", "name_fi": "Turun yhteistoimisto", "street": "Aurakatu 1", "postcode": "20100"}
TOWN = {"town_fi": "Turku", "town_sv": "Åbo"}


@pytest.fixture
def furnished(cast: Cast, settings: Any, tmp_path: Path) -> Site:
    """The lab with a hall of three parts, a desk, a zone, guidance; and with what must not be copied."""
    settings.MEDIA_ROOT = tmp_path
    site = cast.helsinki
    hall = spaces.hall(site)
    actions.set_zones(by=cast.owner, site=site, zones=[{"kind": "talk", "name_fi": "Olohuone"}])
    actions.change_space(
        by=cast.owner, space=hall["ABC"], zone=site.zones.get(), mailbox="sali@lab.example",
        plan_x=0, plan_y=0, plan_width=3, plan_height=2,
    )  # fmt: skip
    actions.set_instructions(
        by=cast.owner,
        site=site,
        instructions=[
            {
                "title_fi": "Talon tavat", "body_fi": "Siivoa jälkesi.", "owner_id": cast.host.pk,
                "reviewed_on": date(2026, 1, 1), "review_by": date(2027, 1, 1),
            }
        ],
    )  # fmt: skip
    actions.set_contacts(
        by=cast.owner,
        site=site,
        contacts=[{"topic_fi": "Avaimet", "email": "a@lab.example", "review_by": date(2027, 1, 1)}],
    )
    old = spaces.space(site, name="Vanha")
    actions.retire_space(by=cast.owner, space=old)
    actions.retire_part(by=cast.owner, part=old.cells.get())
    spaces.booking(cast.member, hall["A"], title="kanaria")
    spaces.visit(cast.member, site, day=spaces.open_day(site, 2))
    actions.set_pictures(by=cast.owner, space=hall["ABC"], pictures=[ROW | {"file": brought()}])
    SpecialDay.objects.create(site=site, date="2027-01-07", reason_fi="Sähkötyö")
    Site.objects.filter(pk=site.pk).update(fault_email="viat@lab.example", keep_bookings_days=30)
    site.refresh_from_db()
    return site


def copy(cast: Cast, source: Site, **given: Any) -> Site:
    return actions.copy_site(by=cast.owner, source=source, **(HOUSE | TOWN | given))


def look(site: Site) -> list[Any]:
    """Tell of each space by its words: parts, layouts, change-overs, zone and rules."""
    return [
        (
            space.name_fi, space.kind, space.seats, space.plan_width, str(space.zone), space.policy.name_fi,
            sorted((cell.kind, cell.label) for cell in space.cells.all()),
            [(layout.kind, layout.seats, layout.setup_minutes, layout.is_usual) for layout in space.layouts.all()],
            sorted(
                (row.before.kind, row.after.kind, row.minutes)
                for row in Changeover.objects.filter(after__space=space)
            ),
        )
        for space in Space.objects.filter(site=site, retired_at=None)
    ]  # fmt: skip


def test_the_house_is_copied_and_nothing_that_people_do_there(cast: Cast, furnished: Site) -> None:
    claimed, booked, roles = Claim.objects.count(), Booking.objects.count(), Role.objects.count()
    made = copy(cast, furnished)
    assert look(made) == look(furnished)
    assert len(look(made)) == 6
    for rows in ("hours", "zones", "policies"):
        assert getattr(made, rows).count() == getattr(furnished, rows).count() > 0, rows
    assert queries.seat_total(made) == queries.seat_total(furnished) == 10
    assert (made.name, made.address) == ("Turun yhteistoimisto", "Aurakatu 1, 20100 Turku")
    assert (made.keep_bookings_days, made.fault_email, made.lead_fi) == (30, "", "")
    assert [row.topic_fi for row in made.contacts.all()] == ["Avaimet"]
    assert [(row.title_fi, row.owner) for row in made.instructions.all()] == [("Talon tavat", None)]
    assert not made.spaces.exclude(mailbox=None).exists()
    assert not made.spaces.filter(pictures__isnull=False).exists()
    assert not made.special_days.exists()
    assert not made.cells.exclude(retired_at=None).exists()
    assert (claimed, booked, roles) == (Claim.objects.count(), Booking.objects.count(), Role.objects.count())
    assert made.bookings.count() == made.visits.count() == 0


def test_nothing_of_the_copy_points_at_the_first(cast: Cast, furnished: Site) -> None:
    made = copy(cast, furnished)
    for space in made.spaces.select_related("zone", "policy"):
        assert space.policy.site == made
        assert space.zone is None or space.zone.site == made
        assert {cell.site_id for cell in space.cells.all()} == {made.pk}
    layouts = Layout.objects.filter(space__site=made)
    assert Changeover.objects.filter(before__in=layouts).count() == 2
    assert Changeover.objects.filter(before__in=layouts, after__in=layouts).count() == 2
    spaces.booking(cast.member, made.spaces.get(name_fi="Sali A"))
    spaces.booking(cast.colleague, made.spaces.get(name_fi="Sali BC"))


def test_it_is_one_fact_and_a_copy_can_be_copied(cast: Cast, furnished: Site) -> None:
    before = Entry.objects.count()
    made = copy(cast, furnished)
    assert [entry.fact for entry in Entry.objects.order_by("pk")[before:]] == ["spaces.SiteOpened"]
    assert look(copy(cast, made, slug="kuopio")) == look(furnished)


def test_a_bare_site_gives_a_bare_copy(cast: Cast) -> None:
    bare = Site.objects.create(slug="tyhja", name_fi="Tyhjä")
    made = copy(cast, bare)
    assert not made.spaces.exists()
    assert not Cell.objects.filter(site=made).exists()


@pytest.mark.parametrize("slug", ["helsinki", "new", ""])
def test_a_name_in_addresses_that_is_taken(cast: Cast, furnished: Site, slug: str) -> None:
    with pytest.raises(Invalid) as refused:
        copy(cast, furnished, slug=slug)
    assert refused.value.field == "slug"
    assert Site.objects.count() == 1


def test_only_those_who_open_sites(cast: Cast, furnished: Site) -> None:
    for who in (cast.manager, cast.host, cast.member):
        with pytest.raises(NotAllowed):
            actions.copy_site(by=who, source=furnished, **HOUSE)
    assert signed_in(cast.manager).get("/fi/sites/helsinki/copy/").status_code == 404
    assert "/sites/helsinki/copy/" not in signed_in(cast.manager).get("/fi/sites/helsinki/").text
    assert "/sites/helsinki/copy/" in signed_in(cast.owner).get("/fi/sites/helsinki/").text


def test_by_the_form(cast: Cast, furnished: Site) -> None:
    browser: Client = signed_in(cast.owner)
    address = "/fi/sites/helsinki/copy/"
    assert 'value="Helsinki"' in browser.get(address).text
    wrong = browser.post(address, HOUSE | TOWN | {"slug": "helsinki", "street": "Kirjoitettu 7"})
    assert wrong.status_code == 422
    assert "Kirjoitettu 7" in wrong.text
    assert list(wrong.context["form"].errors) == ["slug"]
    answer = browser.post(address, HOUSE | TOWN | {"slug": ""})
    assert (answer.status_code, answer["Location"]) == (303, "/fi/sites/turun-yhteistoimisto/")
    again = browser.post(address, HOUSE | TOWN | {"slug": ""})
    assert again.status_code == 422
    assert Site.objects.count() == 2


@pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])
def test_two_choose_the_same_name_at_once(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch, guard: bool
) -> None:
    """The database has the last word on a name in addresses; the guard makes a sentence of it."""
    source, owner = spaces.site(), people.person(roles=[("owner", "")])
    other = spaces.site()
    races.meet_after(monkeypatch, "fiksummin.spaces.actions.sites._refuse_slug")
    if not guard:
        races.without_order(monkeypatch)
        monkeypatch.setattr("fiksummin.spaces.actions.sites.IntegrityError", ZeroDivisionError)
    outcomes = races.race(
        *[lambda site=site: actions.copy_site(by=owner, source=site, **HOUSE).pk for site in (source, other)]
    )
    assert Site.objects.filter(slug="turku").count() == 1
    assert races.one_wins(outcomes) is guard, outcomes
