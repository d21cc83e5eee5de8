"""Why the parts of an event cannot be as its organisers want them."""

from collections.abc import Container, Iterable, Sequence

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.core.errors import AsItStands
from fiksummin.core.wording import why_too_long
from fiksummin.events.choices import AnswerKind, Sensitivity
from fiksummin.events.models import Event, ProgrammeItem
from fiksummin.events.queries.details import Kept, Part, Speaks, Thing
from fiksummin.events.queries.wishes import Share
from fiksummin.events.rules.events import MOST_PLACES, why_not_run
from fiksummin.events.rules.refusals import Refusal, say_moment
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person

MOST_ROWS = 30
MOST_OPTIONS, LONGEST_OPTION = 20, 200
_IS_LINK = URLValidator(schemes=["http", "https"])


def why_not_keep_materials(event: Event, person: Person) -> str:
    """Say why somebody may not add materials: also to what is over they may be added."""
    refusal = why_not_run(event, person)
    if refusal:
        return refusal
    return AsItStands(_("The event has been cancelled.")) if event.cancelled_at else ""


def why_not_so_many(rows: Sequence[object]) -> str:
    """Say that there are too many of a kind."""
    return "" if len(rows) <= MOST_ROWS else _("There can be at most %(most)d.") % {"most": MOST_ROWS}


def why_not_speakers(rows: Sequence[Speaks]) -> str:
    """Say what is wrong with the speakers."""
    if any(not row.name.strip() for row in rows):
        return _("Give the name of each speaker.")
    return _first(why_too_long(text, most) for row in rows for text, most in ((row.name, 150), (row.organisation, 200), (row.topic, 200)))  # fmt: skip


def why_not_programme(event: Event, rows: Sequence[Part]) -> str:
    """Say what is wrong with a programme: its parts begin while the event lasts."""
    if any(not row.title.strip() for row in rows):
        return _("Say what happens at each time.")
    if any(not event.starts_at <= row.starts_at < event.ends_at for row in rows):
        return _("Each part begins while the event lasts.")
    return _first(why_too_long(row.title, 200) for row in rows)


def why_not_outside(event: Event, parts: Iterable[ProgrammeItem]) -> Refusal | None:
    """Say which part of its programme an event at its new time would leave outside."""
    for part in parts:
        if not event.starts_at <= part.starts_at < event.ends_at:
            words = {"part": part.title, "time": say_moment(part.starts_at, event)}
            said = _("“%(part)s” of the programme would begin outside the event: %(time)s. Change the programme first.") % words  # fmt: skip
            return Refusal(said, "end" if part.starts_at >= event.ends_at else "start")
    return None


def why_not_materials(rows: Sequence[Thing], with_file: Container[int | None] = ()) -> str:
    """Say what is wrong with materials; ``with_file`` are the ids of those that have a file already."""
    for row in rows:
        if not row.title.strip():
            return _("Give each material a name.")
        if not row.link and row.file is None and row.pk not in with_file:
            return _("Give each material a link or a file.")
        try:
            if row.link:
                _IS_LINK(row.link)
        except ValidationError:
            return _("Give a whole address that begins with https:// or http://.")
    return _first(
        why_too_long(text, most) for row in rows for text, most in ((row.title, 200), (row.link, 500))
    )


def why_not_questions(rows: Sequence[Kept]) -> str:
    """Say what is wrong with the questions of an event: who is asked something private reads why."""
    for row in rows:
        asked = row.asked
        if not asked.text.strip():
            return _("Write the question.")
        if asked.sensitivity != Sensitivity.ORDINARY and not asked.why.strip():
            return _("Say why you ask about diet or accessibility: “%(question)s”.") % {
                "question": asked.text
            }
        if asked.kind == AnswerKind.CHOICE and len(set(asked.options)) < 2:
            return _("Give at least two answers to choose from: “%(question)s”.") % {"question": asked.text}
        if len(asked.options) > MOST_OPTIONS:
            words = {"most": MOST_OPTIONS, "question": asked.text}
            return _("Give at most %(most)d answers to choose from: “%(question)s”.") % words
        if refusal := _first(why_too_long(option, LONGEST_OPTION) for option in asked.options):
            return refusal
    return _first(why_too_long(text, 300) for row in rows for text in (row.asked.text, row.asked.why))


def why_not_quotas(shares: Sequence[Share]) -> str:
    """Say what is wrong with quotas, whoever has a place already."""
    keys = [(share.organisation.pk if share.organisation else 0, share.role) for share in shares]
    if any(bool(body) == bool(role) for body, role in keys):
        return _("Choose for each quota an organisation or a role, not both.")
    if len(set(keys)) < len(keys):
        return _("Each organisation and each role has one quota at most.")
    if any(not 0 <= share.most <= MOST_PLACES for share in shares):
        return _("A quota is a number of places from 0 to %(most)d.") % {"most": MOST_PLACES}
    return ""


def why_not_so_few(share: Share, taken: int) -> str:
    """Say why a quota cannot be smaller than what its people have already."""
    if taken <= share.most:
        return ""
    whose = share.organisation or RoleKind(share.role).label
    return ngettext(
        "%(whose)s: %(taken)d place is taken already, so the quota cannot be smaller.",
        "%(whose)s: %(taken)d places are taken already, so the quota cannot be smaller.",
        taken,
    ) % {"whose": whose, "taken": taken}


def _first(sentences: Iterable[str]) -> str:
    return next((sentence for sentence in sentences if sentence), "")
