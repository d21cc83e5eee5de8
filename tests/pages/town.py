"""The town that the pages are looked at in: the full-swing story, small, with every state in it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from functools import partial
from io import BytesIO
from typing import Any

from allauth.account.internal.flows import login
from allauth.account.internal.userkit import user_id_to_str
from allauth.mfa.recovery_codes.internal import auth as recovery_codes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.webauthn.internal import auth as webauthn
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import translation
from PIL import Image
from wagtail.models import Locale, get_page_models
from wagtail.rich_text import RichText

from fiksummin.core.time import moment, now, today
from fiksummin.demo.teller import Teller
from fiksummin.people import actions as people
from fiksummin.people.models import Agreement, Organisation, Person
from fiksummin.search import actions as search
from fiksummin.site import actions as site
from fiksummin.site.mirrors import mirror
from fiksummin.site.models import BlogPost, ContentPage, HomePage, Picture, Topic
from fiksummin.site.models.base import PublicPage
from fiksummin.spaces import actions as spaces
from fiksummin.spaces import queries
from fiksummin.spaces.models import Closure, Site, Visit
from fiksummin.spaces.queries import Closing, ShareInvitation, share_token
from tests.clients import signed_in
from tests.factories import spaces as make
from tests.pages import (
    days,
    town_after,
    town_circles,
    town_door,
    town_events,
    town_experiments,
    town_ideas,
    town_library,
    town_notices,
    town_screens,
    town_spaces,
    town_waiting,
)

USER_KEY = login._AUTHENTICATION_METHODS_USER_SESSION_KEY
NEVER_OLD = datetime(2100, 1, 1, tzinfo=UTC).timestamp()
LANGUAGES = ("fi", "sv", "en")


@dataclass
class Town:
    """Who lives here, with her cookies, and what stands in addresses: `{visit}`, `{lab}`, `{HomePage}`."""

    people: dict[str, Person] = field(default_factory=dict)
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    pages: dict[str, dict[str, str]] = field(default_factory=dict)
    working_hours: datetime = field(default_factory=now)
    """A moment at which the lab is open and the member is there."""

    def browser(self, who: str) -> Client:
        """A new browser of one of the people, who has proven just now that it is she; of nobody for ""."""
        if not who:
            return Client()
        person = Person.objects.get_queryset().get(pk=self.people[who].pk)
        client = signed_in(person)
        session = client.session
        session[login.AUTHENTICATION_METHODS_SESSION_KEY] = [
            {"method": "mfa", "at": NEVER_OLD, "reauthenticated": True}
        ]
        session[USER_KEY] = user_id_to_str(person)
        session.save()
        return client

    def address(self, path: str, language: str) -> str:
        """`/visits/{visit}/` in a language; a page of the editors is named by its kind: `{HomePage}`.

        A screen is told its language otherwise: its address has none.
        """
        if path.startswith("/displays/"):
            return path.format(**self.names) + f"?lang={language}"
        if path.startswith("/"):
            return f"/{language}" + path.format(**self.names)
        return path.format(**self.pages[language])


def build() -> Town:
    """Tell the story through actions and note what the catalogue speaks of."""
    teller = Teller(seed=7, say=lambda _line: None)
    teller.organisations()
    teller.cast()
    teller.sites()
    teller.pages()
    teller.people(8)
    teller.visits(days_back=2, days_ahead=2, share=0.05)
    teller.cast_visits()
    teller.an_exception()
    town = Town(people=teller.parts)
    _visits(town, teller.places[0])
    _bookings(town, teller.places[0])
    _house_at_noon(town)
    _roster_and_reports(town, teller.places[0])
    town.names |= town_waiting.names(town.people)
    noon = Site.objects.get(slug=town.names["noon"])
    town.names |= town_screens.names(town.people, teller.places[0], noon, town.working_hours)
    town.names |= town_events.names(town.people)
    town.names |= town_after.names(town.people)
    town.names |= town_door.names(town.people)
    town.names |= town_ideas.names(town.people)
    town_events.ask(town.people["owner"], town.names["idea"])
    town.names |= town_experiments.names(town.people, town.names["campaign"])
    town.names |= town_notices.names(town.people, town.names["idea"])
    town.names |= town_library.names(town.people)
    town.names |= town_circles.names(town.people)
    _people(town)
    _talk(town)
    _editors(town)
    _second_factors(town)
    search.reindex()
    for key in town.people:
        town.cookies[key] = {name: morsel.value for name, morsel in town.browser(key).cookies.items()}
    town.cookies[""] = {}
    return town


def _visits(town: Town, lab: Site) -> None:
    member = town.people["member"]
    own = Visit.objects.filter(person=member, site=lab).latest("starts_at")
    town.working_hours = own.starts_at + timedelta(minutes=30)
    at, day = now(), make.open_day(lab, days.VISITS)
    given = {"start": moment(day, time(9), lab.zone), "end": moment(day, time(12), lab.zone)}
    gone = spaces.announce_visit(by=member, site=lab, people=2, note="", **given)
    spaces.cancel_visit(by=member, visit=gone)
    spaces.announce_visit(by=town.people["colleague"], site=lab, people=1, note="", **given)
    full = make.site("taysi", seats=1, name_fi="Pieni tila", name_sv="Lilla lokalen", name_en="Small room")
    full_day = make.open_day(full, 1)
    span = {
        "start": moment(full_day, time(7), full.zone),
        "end": moment(full_day, time(20), full.zone),
    }
    spaces.announce_visit(by=town.people["outsider"], site=full, people=1, note="", **span)
    sunday = day + timedelta(days=6 - day.weekday())
    town.names |= {
        "lab": lab.slug,
        "full": full.slug,
        "full_day": full_day.isoformat(),
        "visit": str(own.pk),
        "cancelled": str(gone.pk),
        "open_day": queries.opening(lab, day).date.isoformat(),
        "sunday": sunday.isoformat(),
    }
    spaces.send_message(
        by=town.people["host"], visit=own, text="Tervetuloa, paikkasi on ikkunan vieressä.", at=at
    )


def _bookings(town: Town, lab: Site) -> None:
    """A booking of two, a hall to set up, one that waits, one that can no longer be approved, one cancelled."""
    member, colleague, outsider = (town.people[key] for key in ("member", "colleague", "outsider"))
    room = make.space(lab, name="Neukkari Kaiku", seats=8)
    whole = make.space(lab, kind="hall", name="Sali", seats=60, layouts={"islands": 60, "theatre": 120})
    studio = make.space(lab, name="Studio", seats=6, approval="waits")
    theatre = whole.layouts.get(kind="theatre")
    ahead = days.to_bookings(lab)
    next_day = (make.open_day(lab, ahead) - today(lab.zone)).days + 1
    own = make.booking(
        member, room, after=ahead, people=4, title="Kokeilun suunnittelu", note="Tarvitsemme kaksi fläppitaulua.",
        members=[colleague],
    )  # fmt: skip
    make.booking(
        outsider, whole, layout=theatre, after=ahead, start="13:00", end="15:00", people=90, title="Avajaiset"
    )
    asked = make.booking(member, studio, after=ahead, title="Podcast")
    late = make.booking(colleague, studio, after=next_day, start="9:00", end="11:00")
    spaces.approve_booking(
        by=town.people["owner"], booking=make.booking(outsider, studio, after=next_day, end="10:00")
    )
    series = make.series(member, make.space(lab, name="Pesä"), title="Viikkopalaveri")
    gone = make.booking(member, room, after=next_day)
    spaces.cancel_booking(by=member, booking=gone, reason="Kokous siirtyi.")
    town.names |= town_spaces.names(town.people["owner"], lab, whole)
    town.names |= {
        "room": str(room.pk),
        "policy": str(room.policy_id),
        "series": str(series.pk),
        "again": str(series.bookings.earliest("starts_at").pk),
        "hall": str(whole.pk),
        "theatre": str(theatre.pk),
        "studio": str(studio.pk),
        "booking": str(own.pk),
        "asked": str(asked.pk),
        "sharing": share_token(
            ShareInvitation(own.pk, whole=False, asked_at=now()), str(town.people["facilitator"].email)
        ),
        "late": str(late.pk),
        "called_off": str(gone.pk),
        "booked_day": make.open_day(lab, ahead).isoformat(),
    }


def _house_at_noon(town: Town) -> None:
    """A house where it is noon of an open day, whenever the tests run: somebody is here, somebody comes."""
    owner, ahead = town.people["owner"], 12 - now().hour
    house = make.site("keskipaiva", seats=6, timezone=f"Etc/GMT{-ahead:+d}", name_fi="Keskipäivän talo")
    spaces.set_special_day(
        by=owner,
        site=house,
        day=today(house.zone),
        opens=time(7),
        closes=time(20),
        reason={"fi": "Auki tänään", "sv": "Öppet i dag", "en": "Open today"},
    )
    minute = now().replace(second=0, microsecond=0)
    spaces.note_walk_in(by=owner, site=house, people=2, end=minute + timedelta(hours=2))
    soon = {"start": minute + timedelta(hours=1), "end": minute + timedelta(hours=3)}
    spaces.announce_visit(by=town.people["facilitator"], site=house, people=1, note="Tulen kohta.", **soon)
    closure = shut(owner, house, 20)
    town.names |= {"noon": house.slug, "closure": str(closure.pk)}


def shut(owner: Person, house: Site, after: int) -> Closure:
    """Shut a house for some hours of a day so many days ahead."""
    start = now() + timedelta(days=after)
    reason = {"fi": "Lattia hiotaan", "sv": "Golvet slipas", "en": "The floor is sanded"}
    closing = Closing(None, start, start + timedelta(hours=6), reason)
    return spaces.close_place(by=owner, site=house, closing=closing)


def _roster_and_reports(town: Town, lab: Site) -> None:
    """A shift in a week with gaps; a fault told by the member, another one settled, help asked for at noon."""
    member, host = town.people["member"], town.people["host"]
    shift = make.shift(host, lab, day=make.open_day(lab, days.VISITS))
    told = make.report(lab, member, text="Neuvotteluhuoneen näyttö ei aukea.")
    spaces.note_seen(by=host, report=told)
    settled = make.report(lab, text="Aulan lamppu vilkkuu.")
    spaces.answer_report(by=host, report=settled, answer="Vaihdoimme lampun. Kiitos.", close=True)
    make.report(Site.objects.get(slug=town.names["noon"]), kind="help", text="")
    town.names |= {"shift": str(shift.pk), "report": str(told.pk), "report_token": told.token}


def _people(town: Town) -> None:
    sponsor, until = town.people["member"], today() + timedelta(days=20)
    invite = partial(people.invite_guest, by=sponsor, guest_until=until, purpose="Työpaja")
    _row, secret = invite(email="viivi@vieras.example", name="Viivi Vierailija")
    withdrawn, gone = invite(email="vilho@vieras.example", name="Vilho Vierailija")
    people.withdraw_invitation(by=sponsor, invitation=withdrawn)
    people.make_token(person=sponsor, name="Kalenteri", scope="read")
    partner = Organisation.objects.get(domains__domain="kumppani.example")
    town.names |= {
        "secret": secret,
        "withdrawn": gone,
        "organisation": str(Organisation.objects.get(domains__domain="vm.example").pk),
        "partner": str(partner.pk),
        "agreement": str(Agreement.objects.filter(organisation=partner).latest("pk").pk),
    }


def _talk(town: Town) -> None:
    member, colleague = town.people["member"], town.people["colleague"]
    post = BlogPost.objects.live().filter(locale__language_code="fi").latest("pk")
    own = site.comment(by=member, post=post, text="Tulen mielelläni katsomaan.", language="fi")
    other = site.comment(by=colleague, post=post, text="Jag kommer också, det är bra.", language="sv")
    site.report_comment(by=member, comment=other, reason="Olisiko tämä paremmin suomeksi?")
    sent = site.send_feedback(
        by=None, language="fi", page="/fi/", text="Kuvan teksti puuttuu.", email="lukija@lukija.example"
    )
    town.names |= {"own": str(own.pk), "other": str(other.pk), "feedback": str(sent.pk), "token": sent.token}


def _editors(town: Town) -> None:
    _page_of_text(town.people["owner"])
    town.names["topic"] = Topic.objects.earliest("pk").name
    for language in LANGUAGES:
        with translation.override(language):
            town.pages[language] = {
                kind.__name__: page.get_url()
                for kind in kinds()
                if (page := _first(kind, language)) is not None
            }


def _page_of_text(by: Person) -> None:
    """With a block of each kind; written in Finnish only, so the other languages show that."""
    drawn = BytesIO()
    Image.new("RGB", (640, 360), "#7a4a21").save(drawn, "PNG")
    picture = Picture(title="Ovi", alt_fi="Host avaa oven", alt_sv="En värd öppnar dörren")
    picture.file = ContentFile(drawn.getvalue(), name="ovi.png")
    picture.save()
    page = ContentPage(
        title="Näin talo toimii", slug="nain-talo-toimii", lead="Mitä täällä voi tehdä ja milloin."
    )
    page.locale = Locale.objects.get(language_code="fi")
    page.body = [
        ("heading", "Olohuone"),
        ("text", RichText("<p>Tule, <b>istu</b> ja <a href='/fi/'>aloita</a>.</p><ul><li>Kahvia</li></ul>")),
        ("picture", {"picture": picture, "caption": "Ovi on auki."}),
        ("quote", {"text": "Lupa tehdä fiksummin.", "who": "Helmi"}),
        ("links", [{"text": "Valtioneuvosto", "page": None, "address": "https://valtioneuvosto.example/"}]),
    ]
    HomePage.objects.get(locale=page.locale).add_child(instance=page)
    page.save_revision(user=by).publish(user=by, skip_permission_checks=True)
    mirror(page)


def kinds() -> list[type[PublicPage]]:
    """Every kind of page that editors make."""
    return [kind for kind in get_page_models() if issubclass(kind, PublicPage)]


def _first(kind: type[PublicPage], language: str) -> Any:
    return kind.objects.live().filter(locale__language_code=language).order_by("pk").first()


def _second_factors(town: Town) -> None:
    """The facilitator has an app, a key and spare codes."""
    person = town.people["facilitator"]
    totp.TOTP.activate(person, totp.generate_totp_secret())
    recovery_codes.RecoveryCodes.activate(person)
    key = webauthn.WebAuthn.add(person, "Avainnippu", {})
    town.names["key"] = str(key.instance.pk)
