"""Events: one of the member's at the lab, one for everybody, a draft, one for those invited; private words in what is private."""

from datetime import date, timedelta
from typing import Any

from fiksummin.core.time import now
from fiksummin.events import actions, queries
from fiksummin.events.models import Event, EventSeries, Invitee, PlannedTheme, Season, Theme
from fiksummin.events.queries.wishes import PlaceWish
from fiksummin.people.models import Person
from fiksummin.spaces.models import Site
from tests.factories import events as make
from tests.factories import spaces

LINK, DRAFT, NAME = "https://kokous.example/kanaria-linkki", "kanaria-suunnitelma", "Kanaria Osallistuja"
LINK_READERS = ("member", "colleague", "host", "manager", "owner")
"""Those who hold the event, receive people at it, or have a place."""
DRAFT_READERS = ("member", "host", "manager", "owner")
INVITED = "kanaria-suljettu"
DAY = date(2026, 12, 1)


def things(people: dict[str, Person], site: Site) -> dict[str, Any]:
    """Make them; give each by its name in addresses."""
    member, colleague, outsider = people["member"], people["colleague"], people["outsider"]
    hall = spaces.space(site, kind="hall", name="Tapahtumasali", seats=40)
    event = make.event(
        member, space=hall, after=8, places=1, virtual_places=10, online_link=LINK, title="Työpaja"
    )
    own = make.registration(colleague, event, companions=())
    make.registration(outsider, event)
    theme = Theme.objects.create(slug="arki", name_fi="Arki")
    season = Season.objects.create(slug="talvi", name_fi="Talvi", starts_on=DAY, ends_on=DAY)
    public = make.event(
        member, audience=make.PUBLIC, title="Avoin ovi", places=20, theme=theme, season=season
    )
    draft = make.event(
        member, publish=False, title=DRAFT, space=hall, after=9, start="16:00", end="18:00", places=5
    )
    closed_theme = Theme.objects.create(slug="hiljaa", name_fi=INVITED)
    closed_season = Season.objects.create(
        slug="hiljaista", name_fi="Hiljainen kausi", starts_on=DAY, ends_on=DAY
    )
    PlannedTheme.objects.create(season=season, theme=closed_theme, wish=INVITED)
    closed = make.event(
        member, space=hall, after=10, places=5, audience="invited", title=INVITED, theme=closed_theme,
        season=closed_season,
    )  # fmt: skip
    Invitee.objects.create(event=closed, person=colleague)
    series, closed_series = (EventSeries.objects.create(name_fi=title) for title in ("Avoimet ovet", INVITED))
    Event.objects.filter(pk=public.pk).update(series=series)
    Event.objects.filter(pk=closed.pk).update(series=closed_series)
    wish = PlaceWish(
        mode="on_site", guest_name="Viivi", guest_email="viivi@vieras.example", guest_language="fi"
    )
    actions.ask_as_guest(event=public, wish=wish)
    asked = public.links.get()
    actions.confirm_guest(link=asked)
    invited = actions.invite_guest(by=member, event=public, email="aada@vieras.example", name="Aada")
    handed = actions.hand_over(by=colleague, registration=own, email=str(member.email))
    return {
        "year": closed.starts_at.year,
        "month": closed.starts_at.month,
        "event_series": series.pk,
        "closed_series": closed_series.pk,
        "theme": theme.slug,
        "season": season.slug,
        "closed_theme": closed_theme.slug,
        "closed_season": closed_season.slug,
        "closed_event": closed.pk,
        "closed_place": make.registration(colleague, closed).pk,
        "guest_secret": queries.secret_from(asked.nonce),
        "hand_secret": queries.secret_from(handed.nonce),
        "event": event.pk,
        "open_event": public.pk,
        "draft_event": draft.pk,
        "registration": own.pk,
        "invited_link": invited.pk,
        "place_code": queries.code_of(own),
        **_behind(people, theme),
    }


def _behind(people: dict[str, Person], theme: Theme) -> dict[str, Any]:
    """Lots that were drawn, and a training that was held."""
    member = people["member"]
    drawn = make.event(
        member, places=1, allocation="lottery", title="Arvottu", closes_at=now() + timedelta(days=1)
    )
    for person in (people["colleague"], people["outsider"]):
        make.registration(person, drawn)
    actions.draw_due_lots(at=now() + timedelta(days=1))
    trained = make.event(
        member, kind="training", audience=make.PUBLIC, after=-3, theme=theme, moment=now() - timedelta(days=9)
    )
    return {"drawn_event": drawn.pk, "training": trained.pk}
