"""One small world in which every address leads somewhere, with canaries in what is private."""

from dataclasses import dataclass, field
from datetime import timedelta
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from fiksummin.core.time import now, today
from fiksummin.people import accounts
from fiksummin.people import actions as people_actions
from fiksummin.people.choices import Scope
from fiksummin.people.models import ApiToken, Person, Role
from fiksummin.site import actions as site_actions
from fiksummin.site.actions.posts import Words
from fiksummin.spaces import actions as space_actions
from fiksummin.spaces.models import Visit
from fiksummin.spaces.queries import Closing
from tests import personas
from tests.cast import Cast
from tests.doors import (
    after,
    bookings,
    circles,
    events,
    experiments,
    ideas,
    library,
    notices,
    organising,
    screens,
    waiting,
)
from tests.doors.verdicts import PAGE_PEOPLE, SIGNED
from tests.factories import people, spaces

LAB_PEOPLE = ("member", "host", "manager", "owner")
"""Those who may read what the member does at the lab."""
MOMENT = "2026-11-23T10:00+02:00"
"""A Monday on which the lab is open."""


@dataclass(frozen=True)
class Canary:
    """Private words, who may read them, and addresses that open them to whoever knows the address."""

    words: str
    audience: tuple[str, ...]
    open_at: tuple[str, ...] = ()

    def is_for(self, persona: str) -> bool:
        """Say whether a persona may read it; the reader is the member by another token."""
        return ("member" if persona == "reader" else persona) in self.audience


@dataclass
class World:
    """Keys of the doors: sessions and tokens by persona, things by the name they have in addresses."""

    people: dict[str, Person] = field(default_factory=dict)
    sessions: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    things: dict[str, Any] = field(default_factory=dict)
    canaries: list[Canary] = field(default_factory=list)


def build() -> World:
    """Make the world; the clock stands at ``MOMENT``."""
    world, cast = World(), Cast()
    personas.other_site()
    cast.helsinki  # noqa: B018 -- the site is there
    site_actions.build_site()
    world.people = _people(cast)
    _visits(world, cast)
    _closure(world, cast)
    _roster_and_reports(world, cast)
    world.things |= waiting.things(world.people, cast.helsinki)
    world.canaries += [Canary(waiting.TITLE, ("member",)), Canary(waiting.BEGUN, LAB_PEOPLE)]
    world.things |= bookings.things(world.people, cast.helsinki)
    shared = (*LAB_PEOPLE, "colleague")
    world.canaries += [
        Canary(bookings.TITLE, shared), Canary(bookings.NOTE, shared), Canary(bookings.ASKED, LAB_PEOPLE)
    ]  # fmt: skip
    world.things |= screens.things(world.people, cast.helsinki)
    world.canaries += [Canary(world.things[name], ()) for name in ("door_sign", "lobby_screen")]
    world.things |= events.things(world.people, cast.helsinki)
    world.things |= organising.things(world.people, world.things["event"])
    world.canaries += [
        Canary(events.LINK, events.LINK_READERS), Canary(events.DRAFT, events.DRAFT_READERS),
        Canary(events.INVITED, shared),
    ]  # fmt: skip
    world.things |= after.things(world.people, cast.helsinki)
    world.canaries += [
        Canary(after.TOLD, after.READERS), Canary(after.REMOVED, ("outsider", *after.ORGANISERS)),
        Canary(after.INVITATION, after.INVITERS), Canary(after.REASON, after.INVITERS),
    ]  # fmt: skip
    world.things |= ideas.things(world.people)
    world.canaries.append(Canary(ideas.TEXT, ideas.READERS))
    world.things |= notices.things(world.people, world.things["campaign_id"])
    world.canaries.append(Canary(notices.TITLE, ideas.READERS))
    world.canaries.append(Canary(notices.WORD, notices.WORD_READERS))
    world.canaries.append(Canary(ideas.HIDDEN, ideas.HIDDEN_READERS))
    world.canaries.append(Canary(ideas.REPORTED, ideas.REPORTED_READERS))
    world.things |= experiments.things(world.people)
    for words in (experiments.NOTE, experiments.QUESTION):
        world.canaries.append(Canary(words, experiments.NOTE_READERS))
    world.canaries.append(Canary(experiments.IDEA, experiments.IDEA_READERS))
    world.things |= library.things(world.people)
    world.canaries += [Canary(library.DRAFT, ("member",)), Canary(library.INNER, library.INNER_READERS)]
    world.things |= circles.things(world.people)
    world.canaries += [
        Canary(circles.NAME, circles.READERS), Canary(circles.ASKED, ("member",)),
        Canary(circles.EVENT, (*circles.READERS, "owner")),
    ]  # fmt: skip
    _guests(world)
    _administration(world)
    _writings(world)
    for persona in PAGE_PEOPLE:
        if persona in world.people:
            _let_in(world, persona)
    _erase(world)
    return world


def _people(cast: Cast) -> dict[str, Person]:
    found = {key: cast[key] for key in SIGNED if key != "other_host"}
    found["other_host"] = personas.other_host()
    found["lapsed"], found["expired"] = personas.lapsed_partner(), personas.expired_guest()
    found["weak_owner"] = people.person(name="Heli Heikosti", roles=[("owner", "")])
    found["erased"] = people.person(name="Poistunut Henkilö")
    return found


def _closure(world: World, cast: Cast) -> None:
    """The lab is shut on a day far ahead."""
    day = spaces.open_day(cast.helsinki, 50)
    closing = Closing(
        None,
        spaces.at(cast.helsinki, day, "0:00"),
        spaces.at(cast.helsinki, day, "23:59"),
        {"fi": "Sähkötyö"},
    )
    closure = space_actions.close_place(by=world.people["owner"], site=cast.helsinki, closing=closing)
    world.things["closure"] = closure.pk


def _visits(world: World, cast: Cast) -> None:
    member, partner, host = world.people["member"], world.people["partner"], world.people["host"]
    day = today()
    here = spaces.visit(member, cast.helsinki, day=day, start="8:00", end="10:30", note="kanaria-aamu")
    space_actions.check_in(by=host, visit=here)
    visit = spaces.visit(member, cast.helsinki, day=day, start="11:00", note="kanaria-kaynti")
    space_actions.send_message(by=host, visit=visit, text="kanaria-viesti")
    other = spaces.visit(partner, personas.other_site(), day=day, start="11:00", note="kanaria-vaasa")
    world.things |= {
        "slug": "helsinki",
        "slug:organization_slug": "virtu",
        "int:pk": visit.pk,
        "int:visit": visit.pk,
        "arrived": here.pk,
        "elsewhere": other.pk,
        "day:day": day,
        "date": day.isoformat(),
    }
    lab = LAB_PEOPLE
    away = ("partner", "other_host", "owner")
    world.canaries += [
        Canary("kanaria-aamu", lab),
        Canary("kanaria-kaynti", lab),
        Canary("kanaria-viesti", lab),
        Canary("kanaria-vaasa", away),
        Canary(str(partner), away),
        Canary(str(partner.email), ("partner",)),
        Canary(str(member.email), ("member",)),
    ]


def _roster_and_reports(world: World, cast: Cast) -> None:
    """The host and another one are on shift; the member told of a fault, and was answered."""
    host, other = world.people["host"], people.person(name="Kanaria Hostaaja", roles=[("host", "helsinki")])
    own, others = spaces.shift(host, cast.helsinki), spaces.shift(other, cast.helsinki)
    report = spaces.report(cast.helsinki, world.people["member"], text="kanaria-vika")
    space_actions.answer_report(by=host, report=report, answer="kanaria-vastaus")
    world.things |= {
        "shift": own.pk,
        "other_shift": others.pk,
        "report": report.pk,
        "report_token": report.token,
        "no_token": "x" * 43,
    }
    lab, opened = ("member", "host", "manager", "owner"), ("reports/<str:token>/",)
    world.canaries += [
        Canary("kanaria-vika", lab, opened),
        Canary("kanaria-vastaus", lab, opened),
        Canary(str(report.token), ("member",), opened),
        Canary(str(other), (*SIGNED, "weak_owner")),
    ]


def _guests(world: World) -> None:
    invitation, secret = people_actions.invite_guest(
        by=world.people["member"],
        email="kanaria.vieras@vieras.example",
        guest_until=today() + timedelta(days=20),
        purpose="kanaria-kutsu",
    )
    world.things |= {"int:invitation": invitation.pk, "str:secret": secret}
    opened = ("invitations/<str:secret>/",)
    world.canaries += [
        Canary("kanaria-kutsu", ("member",), opened),
        Canary("kanaria.vieras@vieras.example", ("member",), opened),
        Canary(secret, (), opened),
    ]


def _administration(world: World) -> None:
    member, partner = world.people["member"], world.people["partner"]
    token, _secret = people_actions.make_token(person=member, name="kanaria-avain", scope=Scope.WRITE)
    body = partner.organisation
    assert body is not None
    agreement = body.agreements.get()
    agreement.purpose = "kanaria-sopimus"
    agreement.save()
    world.things |= {
        "int:token": token.pk,
        "int:organisation": body.pk,
        "int:domain": body.domains.get().pk,
        "int:agreement": agreement.pk,
        "int:role": Role.objects.get(person=world.people["host"]).pk,
        "elsewhere_role": Role.objects.get(person=world.people["other_host"]).pk,
        "owner_role": Role.objects.get(person=world.people["weak_owner"]).pk,
        "vaasa": personas.OTHER_SITE,
        "no_file": "images/none.jpg",
        "anything:rest": "v1/nothing",
        "int:status": 404,
    }
    world.canaries += [
        Canary("kanaria-avain", ("member",)),
        Canary("kanaria-sopimus", ("owner",)),
    ]


def _writings(world: World) -> None:
    member, colleague, editor = (world.people[key] for key in ("member", "colleague", "editor"))
    words = Words(title="Kirjoitus", slug="kirjoitus", lead="Alku", body="<p>Teksti</p>")
    post = site_actions.publish_post(by=editor, authors=[member], words={"fi": words}, topics=["työ 2.0"])[
        "fi"
    ]
    draft = Words(title="kanaria-luonnos", slug="luonnos", lead="Alku", body="<p>Teksti</p>")
    hidden = site_actions.publish_post(by=editor, authors=[member], words={"fi": draft})["fi"]
    hidden.unpublish()
    said = site_actions.comment(by=member, post=post, text="Hyvin sanottu", language="fi")
    site_actions.report_comment(by=colleague, comment=said, reason="kanaria-ilmoitus")
    removed = site_actions.comment(by=member, post=post, text="kanaria-kommentti", language="fi")
    site_actions.remove_comment(by=editor, comment=removed, reason="kanaria-syy")
    feedback = site_actions.send_feedback(
        by=colleague, text="kanaria-palaute", language="fi", email="kanaria.palaute@vm.example"
    )
    world.things |= {
        "int:post": post.pk,
        "hidden": hidden.pk,
        "int:comment": said.pk,
        "removed": removed.pk,
        "int:feedback": feedback.pk,
        "str:token": feedback.token,
        "path:name": "työ 2.0",
    }
    opened = ("accessibility-feedback/mine/<str:token>/",)
    editors = ("editor", "owner")
    world.canaries += [
        Canary("kanaria-luonnos", (*editors, "member")),
        Canary("kanaria-ilmoitus", (*editors, "colleague")),
        Canary("kanaria-kommentti", (*editors, "member")),
        Canary("kanaria-syy", (*editors, "member")),
        Canary("kanaria-palaute", (*editors, "colleague"), opened),
        Canary("kanaria.palaute@vm.example", (*editors, "colleague")),
    ]


def _let_in(world: World, persona: str) -> None:
    person = world.people[persona]
    strong = persona != "weak_owner"
    world.sessions[persona] = _session(person, strong=strong)
    world.tokens[persona] = people.token(person)
    if not strong:
        ApiToken.objects.filter(person=person).update(strong=False)
    if persona == "member":
        world.tokens["reader"] = people.token(person, Scope.READ)


def _session(person: Person, *, strong: bool) -> str:
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = str(person.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = person.get_session_auth_hash()
    store[accounts.STRONG] = strong
    store[accounts.SIGNED_IN] = {"at": now().isoformat(), "browser": ""}
    store.save()
    return str(store.session_key)


def _erase(world: World) -> None:
    gone = world.people["erased"]
    people_actions.erase(by=gone, person=gone)
    assert not Visit.objects.filter(person=gone).exists()
