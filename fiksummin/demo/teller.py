"""Tells stories through actions alone, so that what they leave could have come about by itself."""

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from random import Random

from fiksummin.core import worker
from fiksummin.core.errors import NotAllowed
from fiksummin.core.time import moment, now, today
from fiksummin.demo.cast_table import CAST
from fiksummin.demo.names import address, names
from fiksummin.demo.organisations import BODIES
from fiksummin.demo.places import PLACES, Place, contact_rows, instruction_rows
from fiksummin.people import actions as people
from fiksummin.people.models import Organisation, Person
from fiksummin.spaces import actions as spaces
from fiksummin.spaces import queries
from fiksummin.spaces.models import Site, Visit

NOTES = (
    "", "", "", "Tulemme porukalla suunnittelemaan kokeilua.", "Tarvitsemme hiljaisen paikan.",
    "Vi är två som behöver en skärm.", "Ensimmäinen käyntimme, kiitos esittelystä jo etukäteen.", "",
)  # fmt: skip
SHAPES = ((9, 16), (9, 12), (12, 15), (8, 11), (10, 15))
"""Arrival and leaving by the clock on the wall."""


class Teller:
    """Keeps what the chapters of a story share: the dice, the day, and who and what there is so far."""

    def __init__(self, *, seed: int, say: Callable[[str], None]) -> None:
        """Begin with nothing."""
        self.random = Random(seed)  # noqa: S311 -- dice for examples, not secrets
        self.say, self.at = say, now()
        self.bodies: dict[str, Organisation] = {}
        self.parts: dict[str, Person] = {}
        self.crowd: list[Person] = []
        self.places: list[Site] = []

    def organisations(self) -> None:
        """Enter the organisations, their domains and heirs, and the partner's agreement."""
        self.say(f"Organisations: {len(BODIES)}")
        for body in sorted(BODIES, key=lambda body: bool(body.successor)):
            self.bodies[body.key] = people.found_organisation(
                by=None,
                name_fi=body.fi,
                name_sv=body.sv,
                name_en=body.en,
                abbreviation=body.abbreviation,
                kind=body.kind,
                branch=body.branch,
                virtu_id=body.domain,
                starts_on=body.starts_on,
                ends_on=body.ends_on,
                successor=self.bodies.get(body.successor),
            )
            people.add_domain(
                by=None, organisation=self.bodies[body.key], domain=body.domain, subdomains=True
            )
        day = today(at=self.at)
        people.make_agreement(
            by=None, organisation=self.bodies["kumppani"], starts_on=day - timedelta(days=200),
            ends_on=day + timedelta(days=165), places=[PLACES[0].particulars["slug"]],
            purpose="Yhteinen valmennus (esimerkki)",
        )  # fmt: skip

    def cast(self) -> None:
        """Bring in the cast with their roles; the guest comes by the member's invitation."""
        self.say(f"The cast: {len(CAST)}")
        for part in CAST:
            if part.organisation:
                self.parts[part.key] = people.join(email=part.email, name=part.name, language=part.language)
                for kind, place in part.roles:
                    people.grant_role(by=None, person=self.parts[part.key], kind=kind, place=place)
        guest = next(part for part in CAST if not part.organisation)
        _invitation, secret = people.invite_guest(
            by=self.parts["member"], email=guest.email, name=guest.name, place=PLACES[0].particulars["slug"],
            guest_until=today(at=self.at) + timedelta(days=30), purpose="Työpaja (esimerkki)",
        )  # fmt: skip
        self.parts["guest"] = people.accept_invitation(secret=secret)

    def sites(self, only: Sequence[str] = ()) -> None:
        """Open the sites (all, or those of the slugs)."""
        for place in PLACES:
            if not only or place.particulars["slug"] in only:
                self._site(place)
        self.say(f"Sites: {len(self.places)}")

    def _site(self, place: Place) -> None:
        owner, day = self.parts["owner"], today(at=self.at)
        site = spaces.open_site(by=owner, seats=place.seats, **place.particulars)
        week = dict.fromkeys(range(5), (place.opens, place.closes))
        spaces.set_hours(by=owner, site=site, week=week)
        spaces.set_contacts(by=owner, site=site, contacts=contact_rows(place, day))
        rows = instruction_rows(place, self.parts[place.owner], day)
        spaces.set_instructions(by=owner, site=site, instructions=rows)
        self.places.append(site)

    def people(self, count: int) -> None:
        """Let so many people of the state join; some of them speak Swedish."""
        self.say(f"People: {count}")
        state = [body for body in BODIES if body.kind == "state" and body.ends_on is None]
        for name in names(self.random, count):
            body = self.random.choice(state)
            language = "sv" if self.random.random() < 0.12 else "fi"
            self.crowd.append(people.join(email=address(name, body.domain), name=name, language=language))

    def visits(self, *, days_back: int, days_ahead: int, share: float) -> None:
        """Let people come: so many days back and ahead, a share of the seats taken, most on Tue–Thu.

        Visits of days gone by were received; those older than a site keeps are counts.
        """
        made = 0
        for number in range(-days_back, days_ahead + 1):
            at = self.at + timedelta(days=number)
            for site in self.places:
                day = at.astimezone(site.zone).date()
                if queries.opening(site, day).is_open:
                    weight = (0.5, 1.0, 1.2, 0.9, 0.4)[day.weekday()]
                    lively = share if number >= -site.keep_visits_days else share / 3
                    wanted = round(queries.seat_total(site) * lively * weight * self.random.uniform(0.5, 1.2))
                    made += sum(self._visit(site, at) for _n in range(max(1, wanted)))
        self.settle()
        self.say(f"Visits: {made}")

    def _visit(self, site: Site, at: datetime) -> bool:
        opens, closes = self.random.choice(SHAPES)
        day = at.astimezone(site.zone).date()
        start, end = moment(day, time(opens), site.zone), moment(day, time(closes), site.zone)
        size = self.random.choices((1, 2, 4, 8), weights=(70, 15, 10, 5))[0]
        announced = min(start - timedelta(days=self.random.randint(1, 10)), self.at)
        note, by = self.random.choice(NOTES), self.random.choice(self.crowd)
        try:
            visit = spaces.announce_visit(
                by=by, site=site, start=start, end=end, people=size, note=note, at=announced
            )
        except NotAllowed:
            return False
        self._receive(visit)
        return True

    def _receive(self, visit: Visit) -> None:
        """A host receives nine of ten whose time has come, and sees off those whose time is over."""
        host = self.parts["owner"]
        arrived = visit.starts_at + timedelta(minutes=self.random.randint(0, 20))
        if arrived < self.at and self.random.random() < 0.9:
            spaces.check_in(by=host, visit=visit, at=arrived)
            if visit.ends_at < self.at:
                spaces.check_out(by=host, visit=visit, at=visit.ends_at - timedelta(minutes=5))

    def cast_visits(self) -> None:
        """The member, her Swedish-speaking colleague and the guest are expected on the next open days."""
        site = self.places[0]
        for ahead, key in enumerate(("member", "colleague", "guest")):
            opening = queries.next_opening(site, self.at + timedelta(days=ahead))
            if opening and opening.opens_at:
                start = opening.opens_at + timedelta(hours=2)
                spaces.announce_visit(
                    by=self.parts[key],
                    site=site,
                    start=start,
                    end=start + timedelta(hours=4),
                    people=1 + ahead,
                )
        self.settle()

    def an_exception(self) -> None:
        """One coming day without visits is closed for the staff's own day."""
        site = self.places[-1]
        day = today(at=self.at) + timedelta(days=40)
        reason = {"fi": "Henkilöstön kehittämispäivä", "sv": "Personalens utvecklingsdag", "en": "Staff day"}
        spaces.set_special_day(by=self.parts["owner"], site=site, day=day, reason=reason)

    def pages(self, *, posts: bool = True) -> None:
        """Build the public site in three languages."""
        from fiksummin.site.actions import build_site  # noqa: PLC0415 -- Wagtail is slow to import

        build_site(by=self.parts["owner"])
        self.say("Pages")
        if posts:
            from fiksummin.demo.publishing import publish_posts  # noqa: PLC0415 -- as above

            publish_posts(self.parts, self.at)
            self.say("Posts")

    def settle(self) -> None:
        """Old visits become counts; the crowd's letters are not sent, those to the cast are."""
        spaces.forget_visits(at=self.at)
        cast = [person.pk for person in self.parts.values()]
        for room in ("spaces", "events"):
            worker.waive_errands(room, but_by=cast, at=self.at)
        worker.drain(limit=10_000)
