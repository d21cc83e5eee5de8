"""The library: a tool of the member's that is published, one for members alone, a draft with private words, one out of use."""

from typing import Any

from fiksummin.core.time import today
from fiksummin.library import actions
from fiksummin.library.choices import Audience, Kind
from fiksummin.people.models import Person
from tests.factories import library as make

DRAFT = "kanaria-kirjastoluonnos"
INNER = "kanaria-jasenille"
INNER_READERS = (
    "member", "colleague", "outsider", "partner", "host", "other_host", "facilitator", "editor", "manager",
    "owner", "weak_owner",
)  # fmt: skip


def things(people: dict[str, Person]) -> dict[str, Any]:
    """Make them; give each by its name in addresses."""
    member, owner = people["member"], people["owner"]
    tool = make.item(member, Kind.TOOL)
    inner = make.item(member, title=INNER, audience=Audience.MEMBERS)
    draft = make.draft(member, title=DRAFT)
    retired = make.item(member)
    actions.retire_item(by=member, item=retired, reason="Palvelu loppui", replacement=inner)
    actions.change_lab_model(by=owner, wish=make.lab_wish())
    lesson = actions.tell_lab_lesson(
        by=owner, text={"fi": "Hiljainen huone puuttui."}, learnt_on=today(), dimension="physical"
    )
    return {
        "tool": tool.pk, "inner": inner.pk, "library_draft": draft.pk, "retired": retired.pk,
        "int:number": 1, "lesson": lesson.pk,
    }  # fmt: skip
