"""A theme of a season and the ideas that asked for it: links of the trail, seen and told from both ends."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client
from django.utils import translation

from fiksummin.core.errors import Invalid
from fiksummin.core.worker import drain
from fiksummin.events import actions
from fiksummin.events.models import PlannedOnTrail, PlannedTheme, Season, Theme
from fiksummin.events.queries.keeping import ThemePlan
from fiksummin.ideas.models import Idea
from fiksummin.notifications import actions as notifications
from fiksummin.notifications.models import Notice
from fiksummin.trail.models import Link, Node
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make
from tests.factories import ideas

pytestmark = pytest.mark.django_db
PLAN = "/en/seasons/talvi/plan/"


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


@pytest.fixture
def theme(db: None) -> Theme:
    return Theme.objects.create(slug="arki", name_fi="Arjen äly", name_en="Everyday wit")


@pytest.fixture
def season(db: None) -> Season:
    return Season.objects.create(
        slug="talvi",
        name_fi="Talvi",
        name_en="Winter",
        starts_on=date(2026, 12, 1),
        ends_on=date(2027, 2, 28),
    )


@pytest.fixture
def idea(cast: Cast) -> Idea:
    """The colleague's, which the outsider follows."""
    found = ideas.idea(cast.colleague, ideas.campaign(cast.owner), title="Kävelykokous")
    notifications.follow(by=cast.outsider, node=found.node)
    drain()
    return found


def address(idea: Idea) -> str:
    return f"{settings.BASE_URL}/fi/ideas/{idea.pk}/"


def sent(theme: Theme, asking: str, wish: str = "", *, known: int = 0) -> dict[str, object]:
    rows = {"theme": theme.pk, "owner": "", "ideas": asking, "wish": wish}
    return {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": known} | {
        f"form-0-{name}": rows[name] for name in rows
    }


def asking(season: Season) -> list[int]:
    targets = PlannedOnTrail.objects.filter(planned__season=season).values("node")
    return list(
        Link.objects.filter(target__in=targets, undone_at=None).values_list("source__idea", flat=True)
    )


def heard(cast: Cast) -> list[tuple[str, str]]:
    drain()
    rows = Notice.objects.filter(what="trail.asked").order_by("person", "pk")
    names = {cast[name].pk: name for name in ("colleague", "outsider", "owner", "member")}
    return sorted((names[row.person_id], row.kind) for row in rows)


def test_an_idea_is_named_by_its_address_and_seen_from_both_ends(
    cast: Cast, theme: Theme, season: Season, idea: Idea
) -> None:
    owner = signed_in(cast.owner)
    assert owner.post(PLAN, sent(theme, address(idea), "Toivottu")).status_code == 303
    assert asking(season) == [idea.pk]
    page = signed_in(cast.outsider).get("/en/seasons/talvi/").text
    assert f'href="/en/ideas/{idea.pk}/"><bdi lang="fi">Kävelykokous</bdi>' in page
    assert "Toivottu" in page
    story = signed_in(cast.outsider).get(f"/en/trail/idea/{idea.pk}/").text
    assert '<a href="/en/seasons/talvi/#theme-arki"><bdi>Everyday wit</bdi></a>' in story
    assert "Was asked for in the idea" in story
    form = owner.get(PLAN).text
    assert f"{settings.BASE_URL}/en/ideas/{idea.pk}/</textarea>" in form
    assert heard(cast) == [("colleague", "about"), ("outsider", "follow")]


@pytest.mark.parametrize(
    "written", ["/sv/ideas/{}/", "/ideas/{}", "{host}/en/trail/idea/{}/", "{host}/fi/ideas/{}/?x=1#step-2"]
)
def test_an_address_is_read_however_it_was_copied(
    cast: Cast, theme: Theme, season: Season, idea: Idea, written: str
) -> None:
    given = written.format(idea.pk, host=settings.BASE_URL)
    assert signed_in(cast.owner).post(PLAN, sent(theme, given)).status_code == 303
    assert asking(season) == [idea.pk]


def test_what_leads_to_no_idea_is_said_at_the_field_and_nothing_is_lost(
    cast: Cast, theme: Theme, season: Season, idea: Idea
) -> None:
    owner = signed_in(cast.owner)
    own = f"/en/ideas/{idea.pk}/"
    wrong = {
        f"https://elsewhere.example/fi/ideas/{idea.pk}/": "This is not an address of this service",
        "http://[::1/ideas/1/": "This is not an address of this service",
        f"javascript:/ideas/{idea.pk}/": "This is not an address of this service",
        "Kävelykokous": "This is not an address of this service",
        "/en/ideas/999999/": "There is no idea at this address, or you may not see it",
        f"/en/ideas/{'9' * 60}/": "There is no idea at this address, or you may not see it",
        f"/en/ideas/{idea.pk}/support/": "There is no idea at this address, or you may not see it",
        f"/en/events/{idea.pk}/": "There is no idea at this address, or you may not see it",
        f"{own} {address(idea)}": "The same idea stands here twice",
        "\n".join(f"/en/ideas/{number}/" for number in range(21)): "Give at most 20 ideas for a theme.",
    }
    for given, sentence in wrong.items():
        answer = owner.post(PLAN, sent(theme, given, "Omat sanat"))
        assert answer.status_code == 422, given
        [error] = answer.context["formset"].forms[0].errors["ideas"]
        assert error.startswith(sentence), given
        assert answer.context["formset"].forms[0]["ideas"].value() == given
        assert "Omat sanat" in answer.text
    assert not PlannedTheme.objects.exists()


def test_only_an_idea_that_is_seen_can_be_chosen_and_only_who_sees_it_reads_it(
    cast: Cast, theme: Theme, season: Season, client: Client
) -> None:
    closed = ideas.campaign(cast.owner, audience="organisation")
    hidden = ideas.idea(cast.colleague, closed, title="Kanariaidea")
    manager = signed_in(cast.manager)
    answer = manager.post(PLAN, sent(theme, address(hidden)))
    assert answer.status_code == 422
    with pytest.raises(Invalid):
        actions.plan_season(by=cast.manager, season=season, plan=[ThemePlan(theme, ideas=(hidden.node,))])
    actions.plan_season(by=cast.owner, season=season, plan=[ThemePlan(theme, ideas=(hidden.node,))])
    make.event(cast.owner, audience=make.PUBLIC, places=5, theme=theme, season=season)
    for reader in (client, manager, signed_in(cast.outsider), signed_in(cast.guest)):
        assert "anaria" not in reader.get("/en/seasons/talvi/").text
    assert "Kanariaidea" in signed_in(cast.colleague).get("/en/seasons/talvi/").text
    assert "anaria" not in manager.get(PLAN).text
    assert manager.post(PLAN, sent(theme, "", known=1)).status_code == 303
    assert asking(season) == [hidden.pk]


def test_it_is_heard_once_and_not_again_when_it_is_named_anew(
    cast: Cast, theme: Theme, season: Season, idea: Idea
) -> None:
    for asked in ((idea.node,), (), (idea.node,), (idea.node,)):
        actions.plan_season(by=cast.owner, season=season, plan=[ThemePlan(theme, ideas=asked)])
    assert heard(cast) == [("colleague", "about"), ("outsider", "follow")]
    assert (
        Link.objects.filter(source=idea.node, kind="wished", undone_at=None, target__kind="theme").count()
        == 1
    )


def test_a_theme_that_leaves_the_plan_was_asked_for_by_nothing(
    cast: Cast, theme: Theme, season: Season, idea: Idea
) -> None:
    actions.plan_season(by=cast.owner, season=season, plan=[ThemePlan(theme, ideas=(idea.node,))])
    actions.plan_season(by=cast.owner, season=season, plan=[])
    assert not PlannedOnTrail.objects.exists()
    assert asking(season) == []
    assert "Everyday wit" not in signed_in(cast.colleague).get(f"/en/trail/idea/{idea.pk}/").text


def test_only_ideas_ask(cast: Cast, theme: Theme, season: Season, idea: Idea) -> None:
    with pytest.raises(Invalid):
        actions.plan_season(
            by=cast.owner, season=season, plan=[ThemePlan(theme, ideas=(idea.campaign.node,))]
        )


def test_a_season_of_which_only_others_know_is_not_named_by_an_idea(
    cast: Cast, theme: Theme, season: Season, idea: Idea, client: Client
) -> None:
    actions.plan_season(by=cast.owner, season=season, plan=[ThemePlan(theme, ideas=(idea.node,))])
    outsider = signed_in(cast.outsider)
    assert outsider.get("/en/seasons/talvi/").status_code == 200
    assert client.get("/en/seasons/talvi/").status_code == 404
    assert signed_in(cast.guest).get("/en/seasons/talvi/").status_code == 404
    make.event(cast.owner, audience="invited", places=5, theme=theme, season=season)
    assert outsider.get("/en/seasons/talvi/").status_code == 404
    assert "Everyday wit" not in outsider.get(f"/en/trail/idea/{idea.pk}/").text
    assert heard(cast) == []


def test_addresses_that_stood_in_words_become_links_and_other_words_stay(
    cast: Cast, theme: Theme, season: Season, idea: Idea
) -> None:
    other = Theme.objects.create(slug="muu", name_fi="Muu")
    foreign = f"https://elsewhere.example/fi/ideas/{idea.pk}/ ja {settings.BASE_URL}/fi/ideas/999999/"
    PlannedTheme.objects.create(
        season=season, theme=theme, wish=f"Toivottu {address(idea)} ja uudestaan /ideas/{idea.pk}/."
    )
    PlannedTheme.objects.create(season=season, theme=other, wish=foreign)
    step = import_module("fiksummin.ideas.migrations.0010_themes_asked_for")
    for _time in range(2):
        step.link_ideas(apps, None)
    assert asking(season) == [idea.pk]
    assert [row.wish for row in season.plan.order_by("pk")] == ["Toivottu ja uudestaan .", foreign]
    assert Node.objects.filter(kind="theme").count() == 1
