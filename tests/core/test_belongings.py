"""Rows read along for all their owners are those that each owner would read herself, whatever she is asked further."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fiksummin.core.db.questions import Belongings
from fiksummin.people.models.organisation import EmailDomain, Organisation
from tests.factories import people

pytestmark = pytest.mark.django_db

DOMAINS = Belongings(
    "domains", "organisation_id", lambda owners: EmailDomain.objects.filter(organisation__in=owners)
)


@pytest.fixture
def bodies() -> list[Organisation]:
    made = [people.organisation() for _one in range(3)]
    for number, body in enumerate(made):
        body.domains.all().delete()
        for each in range(number):
            body.domains.create(domain=f"d{each}.body{number}.example")
    return [Organisation.objects.get(pk=body.pk) for body in made]


def names(rows: object) -> set[str]:
    return {row.domain for row in rows}  # type: ignore[attr-defined]  # rows of domains


def test_one_query_brings_them_all(bodies: list[Organisation]) -> None:
    with CaptureQueriesContext(connection) as asked:
        DOMAINS.bring(bodies)
        found = [names(body.domains.all()) for body in bodies]
        assert [body.domains.count() for body in bodies] == [0, 1, 2]
        DOMAINS.bring(bodies)
    assert found == [set(), {"d0.body1.example"}, {"d0.body2.example", "d1.body2.example"}]
    assert len(asked) == 1


def test_asked_further_each_asks_for_its_own(bodies: list[Organisation]) -> None:
    DOMAINS.bring(bodies)
    assert [names(body.domains.all().filter(domain__startswith="d0")) for body in bodies] == [
        set(), {"d0.body1.example"}, {"d0.body2.example"},
    ]  # fmt: skip
    assert [names(body.domains.exclude(domain="")) for body in bodies] == [
        names(EmailDomain.objects.filter(organisation=body)) for body in bodies
    ]
    assert bodies[1].domains.all().delete()[0] == 1
    assert EmailDomain.objects.filter(organisation__in=[body.pk for body in bodies]).count() == 2


def test_what_is_brought_stays_after_a_further_question(bodies: list[Organisation]) -> None:
    DOMAINS.bring(bodies)
    list(bodies[2].domains.order_by("-domain"))
    with CaptureQueriesContext(connection) as asked:
        assert len(bodies[2].domains.all()) == 2
    assert len(asked) == 0
