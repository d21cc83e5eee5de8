"""Chapters about events: a season of sixty, their queues and lots, what was taken away, invitations of agencies."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from fiksummin.core.errors import NotAllowed
from fiksummin.core.time import moment, today
from fiksummin.core.workdays import is_working_day
from fiksummin.demo.programme import ASKED_IN, PROGRAMME, SERIES, SPEAKERS, TAKEAWAYS, THEMES, Planned
from fiksummin.demo.teller import Teller
from fiksummin.events import actions as events
from fiksummin.events.choices import Mode, Purpose
from fiksummin.events.models import Event, EventKind, Invitation, Season, Speaker, Theme
from fiksummin.events.queries.keeping import SeriesWish, ThemePlan
from fiksummin.events.queries.wishes import EventWish, InvitationWish, PlaceWish, TakeawayWish
from fiksummin.ideas.models import Idea
from fiksummin.people.models import Person
from fiksummin.spaces import actions as spaces
from fiksummin.spaces.models import Site, Space

SEASON = "kausi"
PLANNED_BEFORE = timedelta(days=21)
FULL = "Yritysvierailu: tehdas ilman toimistoa"
LINK = "https://esimerkki.example/etana"
OUTCOMES = (
    ("decision", "Jatkamme samalla porukalla keväällä (esimerkki)."),
    ("question", "Kuka kokoaa opit virastojen välillä? (esimerkki)"),
)


def plan(teller: Teller) -> list[Event]:
    """Plan the season before others book the spaces."""
    themes = {slug: _theme(slug, *names) for slug, *names in THEMES}
    season = _season(teller)
    keepers = zip(themes.values(), ("member", "facilitator", "outsider"), strict=False)
    asked = "Tätä toivottiin myös palautteessa (esimerkki)."
    wanted = [ThemePlan(theme, teller.parts[part], asked) for theme, part in keepers]
    events.plan_season(by=teller.parts["owner"], season=season, plan=wanted)
    made = [_plan(teller, planned, themes.get(planned.theme), season) for planned in PROGRAMME]
    _series([event for event in made if event.kind.slug == "series-event"], themes["kokeilukulttuuri"])
    teller.settle()
    return made


def answer_ideas(teller: Teller) -> None:
    """Say in the plan of the season which ideas asked for its themes."""
    season = Season.objects.get(slug=SEASON)
    asked = {idea.title: idea.node for idea in Idea.objects.select_related("node")}
    plan = [
        ThemePlan(row.theme, row.owner, row.wish, tuple(asked[title] for title in ASKED_IN[row.theme.slug]))
        for row in season.plan.select_related("theme", "owner")
    ]
    at = teller.at - timedelta(days=1)
    events.plan_season(by=teller.parts["owner"], season=season, plan=plan, at=at)
    teller.settle()


def hold(teller: Teller, season: list[Event]) -> None:
    """Hold the season: what is behind has takeaways, what is ahead has people, queues and lots."""
    for planned, event in zip(PROGRAMME, season, strict=True):
        _register(teller, event, planned.people)
        if event.ends_at < teller.at:
            _after(teller, event)
        if event.title == FULL:
            _put_first(teller, event)
    _invite(teller)
    _lay_out(teller, season)
    events.ask_takeaways(at=teller.at)
    events.remind_organisers(at=teller.at)
    teller.settle()
    teller.say(f"Events: {len(season)}")


def _theme(slug: str, *names: str) -> Theme:
    fi, sv, en = names
    return Theme.objects.create(
        slug=slug, name_fi=fi, name_sv=sv, name_en=en
    )  # allow(writes): data of the examples


def _series(parts: list[Event], theme: Theme) -> None:
    """Let the parts of the series have their common page."""
    organiser = parts[0].people.select_related("person")[0].person
    series = events.make_series(by=organiser, event=parts[0], wish=SeriesWish(**SERIES, theme=theme))
    for event in parts[1:]:
        event.series = series
        event.theme = event.theme or theme
        event.save(update_fields=["series", "theme"])  # allow(writes): data of the examples


def _season(teller: Teller) -> Season:
    day = today(at=teller.at)
    return Season.objects.create(  # allow(writes): data of the examples
        slug=SEASON, name_fi="Kausi (esimerkki)", name_sv="Säsong (exempel)", name_en="Season (an example)",
        starts_on=day - timedelta(days=90), ends_on=day + timedelta(days=90),
    )  # fmt: skip


def _plan(teller: Teller, planned: Planned, theme: Theme | None, season: Season) -> Event:
    site = teller.places[0]
    kind = EventKind.objects.get(slug=planned.kind)
    start = _start(teller, site, planned)
    at = min(start - PLANNED_BEFORE, teller.at)
    people = teller.parts["facilitator" if planned.day % 2 else "member"], teller.parts["outsider"]
    wish = EventWish(
        kind=kind, title=planned.title, language=planned.language, theme=theme, season=season, start=start,
        end=start + timedelta(minutes=kind.minutes), summary=_summary(planned.language), audience=kind.audience,
        allocation=kind.allocation, closes_at=start - timedelta(hours=2), spoken=(planned.language,),
        titles={"sv": planned.swedish} if planned.swedish else {},
        summaries={"sv": _summary("sv")} if planned.swedish else {},
        offer_hours=24 if planned.title == FULL else 0, tags=("työ 2.0",), dimensions=("social",),
        visited=teller.parts["member"].organisation if planned.kind == "tour-stop" else None,
        **_where(site, planned, kind),
    )  # fmt: skip
    if planned.kind == "tour-stop" and planned.day < 0:
        event = _invited(teller, wish, at)
    else:
        event = events.plan_event(by=people[0], wish=wish, organisers=people[1:], publish=True, at=at)
    if event.booking and event.booking.is_waiting:
        spaces.approve_booking(by=teller.parts["owner"], booking=event.booking, at=at)
    if planned.kind == "expert-visit":
        name, body = SPEAKERS[planned.day % len(SPEAKERS)]
        Speaker.objects.create(
            event=event, name=name, organisation=body, consents=True
        )  # allow(writes): as above
    return event


def _invited(teller: Teller, wish: EventWish, at: datetime) -> Event:
    """Hold a stop of the tour at an agency that invited the lab."""
    asked = InvitationWish("Miten kokeilut alkavat", "alkusyksystä", audience="koko virasto", people=20)
    invitation = events.invite_lab(by=teller.parts["outsider"], wish=asked, at=at - timedelta(days=9))
    return events.schedule_invitation(
        by=teller.parts["owner"], invitation=invitation, wish=wish, publish=True, at=at
    )


def _where(site: Site, planned: Planned, kind: EventKind) -> dict[str, Any]:
    seats, online = kind.places, kind.virtual_places
    elsewhere = {"place": "Esimerkkikatu 12, Helsinki", "places": seats or 20}
    found: dict[str, dict[str, Any]] = {
        "online": {"virtual_places": online or 50, "online_link": LINK},
        "hybrid": {"site": site, "places": seats, "virtual_places": online or 100, "online_link": LINK},
        "elsewhere": elsewhere,
        "link": {"outside_link": LINK},
        "site": {"site": site, "places": seats},
    }
    return found.get(planned.where) or _in_space(site, planned.where)


def _in_space(site: Site, name: str) -> dict[str, Any]:
    space = Space.objects.prefetch_related("layouts").get(site=site, name_fi=name)
    layout = max(space.layouts.all(), key=lambda row: row.seats, default=None)
    seats = layout.seats if layout else space.seats
    online = {"virtual_places": 200, "online_link": LINK} if space.kind == "hall" else {}
    return {"site": site, "space": space, "layout": layout, "places": seats, **online}


def _start(teller: Teller, site: Site, planned: Planned) -> datetime:
    day = today(site.zone, teller.at) + timedelta(days=planned.day)
    day -= timedelta(days=max(0, day.weekday() - 4))
    while not is_working_day(day):
        day -= timedelta(days=1)
    return moment(day, time(planned.hour), site.zone)


def _summary(language: str) -> str:
    return {
        "fi": "Esimerkkitapahtuma: tule, ota kollega mukaan toisesta virastosta ja jaa, mitä opit.",
        "sv": "Ett exempel: kom, ta med en kollega från ett annat ämbetsverk och dela det du lär dig.",
        "en": "An example: come, bring a colleague of another agency, and share what you learn.",
    }[language]


def _register(teller: Teller, event: Event, wanted: int) -> None:
    modes = event.modes
    people = teller.random.sample(teller.crowd, wanted)
    at = min(event.closes_at - timedelta(days=1), teller.at)
    for number, person in enumerate(people):
        mode = modes[number % len(modes)]
        size = 2 if number == 3 and event.title != FULL else 1
        _try(person, event, PlaceWish(mode=mode, people=size, person=person), max(at, event.opens_at))
    if event.starts_at > teller.at and wanted and event.closes_at > teller.at:
        mode = Mode.VIRTUAL if Mode.VIRTUAL in modes else modes[0]
        member = teller.parts["colleague"]
        _try(member, event, PlaceWish(mode=mode, person=member), max(at, event.opens_at))


def _put_first(teller: Teller, event: Event) -> None:
    """Put one of those who wait at the head of the queue; why, stands in the audit log of the event."""
    waits = event.registrations.waiting().order_by("pk")[3]
    events.give_priority(
        by=event.people.select_related("person")[0].person, registration=waits, at=teller.at,
        reason="Esittelee tapahtumassa oman virastonsa kokeilun (esimerkki).",
    )  # fmt: skip


def _try(person: Person, event: Event, wish: PlaceWish, at: datetime) -> None:
    try:
        events.register(by=person, event=event, wish=wish, at=at)
    except NotAllowed:
        return


def _after(teller: Teller, event: Event) -> None:
    at = min(event.ends_at + timedelta(hours=20), teller.at)
    events.draw_due_lots(at=event.closes_at)
    held = list(event.registrations.with_place().select_related("person", "event"))
    for row in held:
        if row.holds == Mode.ON_SITE and teller.random.random() < 0.85:
            events.receive(by=teller.parts["owner"], registration=row, at=event.starts_at)
        if row.person and teller.random.random() < 0.6:
            events.give_feedback(
                by=row.person, registration=row, was_useful=teller.random.randint(3, 5),
                met_somebody_new=teller.random.random() < 0.7, comes_again=teller.random.random() < 0.8, at=at,
            )  # fmt: skip
    _note_training(teller, event, [row.person for row in held if row.person], at)
    tellers = [row.person for row in held if row.person][: teller.random.randint(0, 3)]
    for person in tellers:
        wish = TakeawayWish(text=teller.random.choice(TAKEAWAYS), is_named=teller.random.random() < 0.5)
        events.tell_takeaway(by=person, event=event, wish=wish, at=at)
    if tellers:
        organiser = event.people.select_related("person")[0].person
        step = events.add_outcome(
            by=organiser, event=event, kind="next_step", text="Kokeillaan samaa toisessa virastossa",
            owner=organiser, due_on=(at + timedelta(days=30)).date(), at=at,
        )  # fmt: skip
        for kind, words in OUTCOMES:
            events.add_outcome(by=organiser, event=event, kind=kind, text=words, at=at)
        events.publish_digest(by=organiser, event=event, summary="Kiitos kaikille (esimerkki).", at=at)
        if (taken := at + timedelta(days=20)) < teller.at:
            events.settle_outcome(by=organiser, outcome=step, at=taken)


def _note_training(teller: Teller, event: Event, came: list[Person], at: datetime) -> None:
    """Those who took part note a training; one that others held reached every third of the crowd."""
    if event.kind.purpose == Purpose.TRAINING:
        for person in came or teller.crowd[::3]:
            events.note_training(by=person, event=event, at=at)


def _invite(teller: Teller) -> None:
    """Two invitations wait, one was declined with its reason; two targets are voted on, a third is chosen."""
    for key, topic in (("outsider", "Monitila sujuvaksi"), ("colleague", "Kokeilut osaksi arkea")):
        _invitation(teller, key, topic)
    refused = _invitation(teller, "member", "Strategiapäivä saaressa")
    events.decline_invitation(
        by=teller.parts["owner"], invitation=refused,
        reason="Emme voi tulla: päivä on jo varattu sarjan tapahtumalle. Ehdotamme tammikuuta.",
    )  # fmt: skip
    for name in ("Esimerkkitehdas", "Mallikirjasto"):
        target = events.propose_target(by=teller.parts["member"], name=name, why="Sama murros kuin meillä")
        for person in teller.random.sample(teller.crowd, 7):
            events.vote_for_target(by=person, target=target)
    chosen = events.propose_target(
        by=teller.parts["colleague"], name="Esimerkkisairaala", why="Vuorot ja johtaminen"
    )
    for person in teller.random.sample(teller.crowd, 9):
        events.vote_for_target(by=person, target=chosen)
    events.choose_target(
        by=teller.parts["owner"], target=chosen, reason="Moni haluaa sinne, ja talo lupasi kertoa myös siitä, mikä ei toiminut.",
    )  # fmt: skip


def _lay_out(teller: Teller, season: list[Event]) -> None:
    """Lay out what organisers have in hand: a draft of each, a template, and a door that is open today."""
    day = today(at=teller.at)
    at_door = Planned("open-door", 0, "Avoimet ovet kumppanin luona", where="elsewhere", people=12)
    drafts = (
        Planned("workshop", 33, "Luonnos: mitä lopetamme", where="elsewhere"),
        Planned("theme-lunch", 40, "Luonnos: lounas ilman esityksiä", 11, where="elsewhere"),
    )
    facilitator, member = teller.parts["facilitator"], teller.parts["member"]
    for person, planned in zip((facilitator, member), drafts, strict=True):
        events.plan_event(by=person, wish=_elsewhere(planned, _start(teller, teller.places[0], planned)))
    start, end = (moment(day, time(hour), teller.places[0].zone) for hour in (7, 21))
    wish = replace(_elsewhere(at_door, start), end=end, closes_at=end)
    door = events.plan_event(
        by=facilitator, wish=wish, organisers=(member,), publish=True, at=start - PLANNED_BEFORE
    )
    comes = min(
        max(start, teller.at), end - timedelta(minutes=1)
    )  # told in the evening, they came before it was over
    for number, person in enumerate(teller.random.sample(teller.crowd, at_door.people)):
        registered = events.register(
            by=person,
            event=door,
            wish=PlaceWish(mode=Mode.ON_SITE, person=person),
            at=start - timedelta(days=2),
        )
        if number < at_door.people // 3:
            events.receive(by=facilitator, registration=registered, at=comes)
    events.walk_in(by=facilitator, event=door, name="Esimerkkivieras", at=comes)
    events.make_template(by=member, event=season[0], name="Paja (esimerkki)")


def _elsewhere(planned: Planned, start: datetime) -> EventWish:
    kind = EventKind.objects.get(slug=planned.kind)
    return EventWish(
        kind=kind, title=planned.title, start=start, end=start + timedelta(minutes=kind.minutes),
        summary=_summary(planned.language), audience=kind.audience, place="Esimerkkikatu 12, Helsinki", places=20,
    )  # fmt: skip


def _invitation(teller: Teller, key: str, topic: str) -> Invitation:
    wish = InvitationWish(topic, "tammikuun toinen viikko", audience="koko virasto", people=30)
    return events.invite_lab(by=teller.parts[key], wish=wish)
