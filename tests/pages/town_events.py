"""Events in the town, each in a state of its own."""

from datetime import date, timedelta

from fiksummin.core.time import now
from fiksummin.events import actions, queries
from fiksummin.events.models import Event, EventSeries, Link, PlannedTheme, Registration, Season, Theme
from fiksummin.events.queries import calendar
from fiksummin.events.queries.details import Kept, Part, Speaks, Thing
from fiksummin.events.queries.keeping import ThemePlan
from fiksummin.events.queries.wishes import Asked, PlaceWish, Share
from fiksummin.people.models import Person
from fiksummin.spaces.actions import close_place
from fiksummin.spaces.models import Site
from fiksummin.spaces.queries import Closing
from fiksummin.trail.models import Node
from tests.factories import events as make
from tests.factories import spaces

OVER_A_HOLIDAY = 14 * 24
"""Hours: what is offered still stands at the next visit of the town, be it after days on which nobody works."""


def _asks_as_guest(event: Event) -> Link:
    wish = PlaceWish(
        mode="on_site", guest_name="Viivi", guest_email="viivi@vieras.example", guest_language="fi"
    )
    actions.ask_as_guest(event=event, wish=wish)
    link = event.links.get()
    link.due_at += timedelta(hours=OVER_A_HOLIDAY)
    link.save(update_fields=["due_at"])
    return link


def _in_both_lines(people: dict[str, Person]) -> Registration:
    """Offered a place on site, and in line for one online."""
    event = make.event(
        people["owner"], title="Etänä vai paikalla", places=1, virtual_places=1, offer_hours=OVER_A_HOLIDAY, after=23
    )  # fmt: skip
    first = make.registration(people["colleague"], event)
    make.registration(people["outsider"], event, mode="virtual")
    mine = make.registration(people["member"], event)
    actions.cancel_registration(by=people["colleague"], registration=first)
    return actions.switch_mode(by=people["member"], registration=mine, mode="virtual")


def names(people: dict[str, Person]) -> dict[str, str]:
    """Tell the story; give what the catalogue speaks of by name."""
    owner = people["owner"]
    house = spaces.site("tapahtumatalo", name_fi="Tapahtumatalo")
    hall = spaces.space(house, kind="hall", name="Juhlasali", seats=80, layouts={"theatre": 80})
    layout = hall.layouts.get(kind="theatre")
    theme, season = _themes()
    public = make.event(
        owner, space=hall, layout=layout, after=9, places=60, virtual_places=40, audience=make.PUBLIC,
        theme=theme, season=season, tags=("uudistus",),
        title="Työtavat digiaikaan", summary="Kolme puheenvuoroa ja pöytäkeskustelut.",
        online_link="https://kokous.example/digi",
    )  # fmt: skip
    series = EventSeries.objects.create(name_fi="Työtavat yhdessä", about_fi="Kolme iltapäivää.", theme=theme)
    Event.objects.filter(pk=public.pk).update(series=series)
    draft = make.event(
        owner, publish=False, title="Syksyn avaus", space=hall, after=10, start="16:00", end="18:00", places=5
    )
    lose_place(owner, house, 12)
    own = make.registration(people["member"], public, people=2, companions=("Kumppani",))
    small = make.event(
        owner, title="Yritysvierailu", places=1, offer_hours=OVER_A_HOLIDAY, after=20,
        place="Esimerkkikatu 9, Helsinki",
    )  # fmt: skip
    first = make.registration(people["colleague"], small)
    offered = make.registration(people["member"], small)
    actions.cancel_registration(by=people["colleague"], registration=first)
    both = _in_both_lines(people)
    asked = _asks_as_guest(public)
    small_guest = make.event(
        owner, title="Avoin keskustelu", places=1, offer_hours=OVER_A_HOLIDAY, after=21, audience=make.PUBLIC
    )
    holder = make.registration(people["colleague"], small_guest)
    waiting = _asks_as_guest(small_guest)
    actions.confirm_guest(link=waiting)
    actions.cancel_registration(by=people["colleague"], registration=holder)
    of_own = _own(people, theme)
    handed = actions.hand_over(by=people["member"], registration=own, email=str(people["colleague"].email))
    _parts(owner, public)
    quiet = make.event(owner, title="Avoimet ovet", places=20, after=22)
    secrets = {
        "event_series": str(series.pk),
        "unvisited_event": str(quiet.pk),
        "my_registration": str(own.pk),
        "my_offer": str(offered.pk),
        "my_offer_and_turn": str(both.pk),
        "guest_link": queries.secret_from(asked.nonce),
        "guest_offer": queries.secret_from(waiting.nonce),
        "handover": queries.secret_from(handed.nonce),
    }
    day = public.starts_at.astimezone(public.zone).date()
    week = calendar.week_of(day)
    days = {"event_month": f"{day.year}-{day.month}", "event_week": f"{week.year}-{week.number}"}
    return (
        secrets
        | of_own
        | days
        | {"event_house": house.slug, "open_event": str(public.pk), "draft_event": str(draft.pk)}
    )


def lose_place(owner: Person, house: Site, after: int) -> None:
    """Draft something at a house so many days ahead, which then is shut."""
    title = f"Aamukahvit {after}"
    event = make.event(owner, publish=False, title=title, site=house, place="Aula", after=after)
    reason = {"fi": "Aula maalataan", "sv": "Aulan målas", "en": "The lobby is painted"}
    close_place(by=owner, site=house, closing=Closing(None, event.starts_at, event.ends_at, reason))


def _own(people: dict[str, Person], theme: Theme) -> dict[str, str]:
    """The member waits in a line and had a lot; somebody else’s training was held, and she noted it."""
    owner, member = people["owner"], people["member"]
    full = make.event(owner, title="Täysi ilta", places=1, after=23)
    make.registration(people["colleague"], full)
    turn = make.registration(member, full)
    closes = now() + timedelta(days=1)
    drawn = make.event(
        owner, title="Arvottu klinikka", places=1, allocation="lottery", closes_at=closes, after=24
    )
    lot = make.registration(member, drawn, is_shown=True)
    make.registration(people["colleague"], drawn, is_shown=True)
    actions.draw_due_lots(at=closes)
    held = make.event(
        owner, kind="training", title="Digitaidot", after=-3, theme=theme, moment=now() - timedelta(days=9)
    )
    actions.note_training(by=member, event=held)
    return {
        "full_event": str(full.pk),
        "my_turn": str(turn.pk),
        "lot_event": str(drawn.pk),
        "my_lot": str(lot.pk),
        "trained_event": str(held.pk),
    }


def more_trainings(people: dict[str, Person]) -> None:
    """Two trainings more, each with a theme of its own and somebody of another organisation."""
    for number in range(2):
        theme = Theme.objects.create(slug=f"koulutus-{number}", name_fi=f"Koulutusteema {number}")
        held = make.event(
            people["owner"], kind="training", after=-3, theme=theme, moment=now() - timedelta(days=9)
        )
        actions.note_training(by=people["outsider"], event=held)


def _parts(owner: Person, event: Event) -> None:
    """Who speaks, what happens when, what is there to read; a template."""
    actions.set_speakers(
        by=owner, event=event, speakers=[Speaks("Kaisa Kertoja", "Esimerkkivirasto", "Oppi", True)]
    )
    actions.set_programme(by=owner, event=event, parts=[Part(event.starts_at, "Avaus")])
    actions.set_materials(
        by=owner, event=event, things=[Thing("Ennakkoluettavaa", "https://esimerkki.example/")]
    )
    actions.make_template(by=owner, event=event, name="Puheenvuorot (malli)", is_for_all=True)


def more(owner: Person, *, themed: bool = False) -> None:
    """Two more events for everybody, in spaces of their own."""
    house = spaces.site()
    for number in range(2):
        room = spaces.space(house, seats=20, name=f"Sali {number}")
        about = (
            {
                "theme": Theme.objects.get(),
                "season": Season.objects.get(),
                "series": EventSeries.objects.get(),
            }
            if themed
            else {}
        )
        make.event(owner, space=room, after=12, places=10, audience=make.PUBLIC, **about)


def more_parts(people: dict[str, Person], number: int) -> None:
    """Two more of all that the pages of those who hold an event list."""
    owner, event = people["owner"], Event.objects.get(pk=number)
    three = ("yksi", "kaksi", "kolme")
    speakers = [Speaks(f"Puhuja {word}", "Esimerkkivirasto", "Oppi", True) for word in three]
    actions.set_speakers(by=owner, event=event, speakers=speakers)
    minutes = [event.starts_at + timedelta(minutes=10 * place) for place in range(3)]
    parts = [Part(at, word) for at, word in zip(minutes, three, strict=True)]
    actions.set_programme(by=owner, event=event, parts=parts)
    things = [Thing(word, "https://esimerkki.example/") for word in three]
    actions.set_materials(by=owner, event=event, things=things)
    actions.set_questions(by=owner, event=event, questions=[Kept(Asked(f"Mitä, {word}?")) for word in three])
    shares = [Share(5, role=role) for role in ("host", "facilitator", "editor")]
    actions.set_quotas(by=owner, event=event, shares=shares)
    actions.set_people(by=owner, event=event, organisers=(owner, people["member"], people["colleague"]))
    for name in three:
        actions.make_template(by=owner, event=event, name=name)


def more_registrations(person: Person) -> None:
    """Two more registrations of somebody."""
    for number in range(2):
        event = make.event(person, places=5, after=30 + number, place="Esimerkkikatu 9, Helsinki")
        make.registration(person, event)


def ask(person: Person, idea: str) -> None:
    """An idea asked for the theme of the season."""
    season, node = Season.objects.get(slug="talvi"), Node.objects.get(idea=idea)
    plan = [ThemePlan(row.theme, wish=row.wish, ideas=(node,)) for row in season.plan.all()]
    actions.plan_season(by=person, season=season, plan=plan)


def _themes() -> tuple[Theme, Season]:
    theme = Theme.objects.create(
        slug="tyotavat", name_fi="Työtavat", name_sv="Arbetssätt", name_en="Ways of working", about_fi="Arki."
    )
    season = Season.objects.create(
        slug="talvi", name_fi="Talvi", name_sv="Vinter", name_en="Winter", starts_on=date(2026, 12, 1),
        ends_on=date(2027, 2, 28),
    )  # fmt: skip
    PlannedTheme.objects.create(season=season, theme=theme, wish="https://lab.example/fi/ideas/1/")
    return theme, season
