"""What somebody may see is asked in the words of all who stand as she does, and found for her alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fiksummin.core.time import today
from fiksummin.events.models import Event
from fiksummin.people.models import Person
from fiksummin.people.queries import ReadersQuestion
from tests.cast import Cast
from tests.factories import events, people

pytestmark = pytest.mark.django_db


def anew(person: Person) -> Person:
    """Read a person as the next request would."""
    found = Person.objects.select_related("organisation").get(pk=person.pk)
    found.strongly_signed_in = True
    return found


def plainly(person: Person) -> list[int]:
    return sorted(Event.objects.visible_to(anew(person)).values_list("pk", flat=True))


def test_each_finds_her_own_and_the_words_are_made_once(cast: Cast) -> None:
    worded: list[Person] = []

    def seen(person: Person) -> object:
        worded.append(person)
        return Event.objects.visible_to(person).values_list("pk", flat=True)

    question: ReadersQuestion[int] = ReadersQuestion(seen)  # type: ignore[arg-type]  # a queryset
    alike = people.person(organisation=cast.member.organisation)
    for organiser in (cast.member, alike, cast.outsider):
        events.event(organiser, publish=False)
    for audience in ("public", "members", "invited"):
        events.event(cast.host, audience=audience)
    readers = [cast.member, alike, cast.member, cast.host, cast.guest, cast.partner, cast.owner, alike]
    for reader in readers:
        assert sorted(question(anew(reader), today())) == plainly(reader), reader.name
    assert plainly(cast.member) != plainly(alike)
    ways = {reader.pk for reader in readers} - {alike.pk}
    assert len(worded) == len(ways), "the member and who stands as she does share their words"


def test_a_role_changes_what_is_seen_at_once(cast: Cast) -> None:
    question: ReadersQuestion[int] = ReadersQuestion(
        lambda person: Event.objects.visible_to(person).values_list("pk", flat=True)
    )
    events.event(cast.outsider, publish=False)
    before = question(anew(cast.colleague), today())
    people.role(cast.colleague, "owner", place="")
    after = question(anew(cast.colleague), today())
    assert sorted(after) == plainly(cast.colleague)
    assert len(after) == len(before) + 1


def test_one_query(cast: Cast) -> None:
    question: ReadersQuestion[int] = ReadersQuestion(
        lambda person: Event.objects.visible_to(person).values_list("pk", flat=True)
    )
    reader = anew(cast.member)
    assert reader.standing_roles == []
    with CaptureQueriesContext(connection) as asked:
        question(reader, today())
    assert len(asked) == 1


def test_the_public_is_asked_for_in_words_of_its_own(cast: Cast) -> None:
    question: ReadersQuestion[int] = ReadersQuestion(
        lambda person: Event.objects.visible_to(person).values_list("pk", flat=True)
    )
    shown = events.event(cast.host, audience="public")
    events.event(cast.host, audience="members")
    for _again in range(2):
        assert question(None, today()) == [shown.pk]
        assert len(question(anew(cast.member), today())) == 2
