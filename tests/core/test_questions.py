"""A question worded once finds what its queryset finds, however often and with whatever values it is asked."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from fiksummin.core.db.questions import Portion, Question, evened
from fiksummin.core.models import Beat

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _beats() -> None:
    Beat.objects.bulk_create(Beat(name=name, at=NOON + hour * HOUR) for hour, name in enumerate("abc"))


def names(rows: list[Beat]) -> list[str]:
    return [row.name for row in rows]


def test_only_values_change() -> None:
    worded = []

    def since(at: datetime) -> QuerySet[Beat]:
        worded.append(at)
        return Beat.objects.filter(at__gte=at).order_by("-name")

    question = Question(since)
    assert [names(question(at=NOON + hour * HOUR)) for hour in range(4)] == [
        ["c", "b", "a"],
        ["c", "b"],
        ["c"],
        [],
    ]
    assert len(worded) == 1


def test_rows_are_as_the_queryset_gives_them() -> None:
    row = Question(lambda name: Beat.objects.filter(name=name))(name="b")[0]
    assert (row, row.at) == (Beat.objects.get(name="b"), NOON + HOUR)
    assert not row._state.adding
    row.save()


def test_what_is_new_is_found() -> None:
    question = Question(lambda name: Beat.objects.filter(name=name))
    assert question(name="d") == []
    beat = Beat.objects.create(name="d", at=NOON)
    assert question(name="d") == [beat]


def test_a_list_has_a_wording_for_each_length() -> None:
    question = Question(lambda among: Beat.objects.filter(name__in=among).order_by("name"))
    for among in (["a"], ["b"], ["a", "c"], [], ["a", "b", "c", "d"], ["c"]):
        assert names(question(among=among)) == [name for name in "abc" if name in among]


def test_columns_and_counts_come_as_tuples() -> None:
    question = Question(lambda at: Beat.objects.filter(at__lt=at).order_by("name").values_list("name", "at"))
    assert question(at=NOON + HOUR) == [("a", NOON)]


def test_values_reach_inner_questions() -> None:
    later = Question(
        lambda at: Beat.objects.annotate(
            later=Exists(Beat.objects.filter(pk=OuterRef("pk"), at__gt=at))
        ).order_by("name")[:2]
    )
    assert [row.later for row in later(at=NOON)] == [False, True]
    assert [row.later for row in later(at=NOON - HOUR)] == [True, True]


def test_one_query_each_time() -> None:
    question = Question(lambda name: Beat.objects.filter(name=name))
    for _time in range(2):
        with CaptureQueriesContext(connection) as asked:
            question(name="a")
        assert len(asked) == 1


def test_a_value_is_never_part_of_the_sql() -> None:
    question = Question(lambda name: Beat.objects.filter(name=name))
    assert question(name="a' OR 'a' = 'a") == []
    assert question(name="%s") == []


def test_a_uuid_is_found_on_either_engine() -> None:
    page = Page.objects.order_by("pk").first()
    assert page is not None
    question = Question(lambda key: Page.objects.filter(translation_key=key))
    assert question(key=page.translation_key) == list(
        Page.objects.filter(translation_key=page.translation_key)
    )
    assert page in question(key=page.translation_key)


def test_a_percent_sign_and_a_question_mark_stay_what_they_are() -> None:
    for _again in range(2):
        with connection.cursor() as cursor:
            cursor.execute("SELECT 'a %% %%s ?', %s", ["%s ? %"])
            assert cursor.fetchone() == ("a % %s ?", "%s ? %")


def test_a_part_is_read_without_the_rest() -> None:
    portion = Portion(lambda at: Beat.objects.filter(at__gte=at).order_by("name"))
    parts = [names(portion(2, after=after, at=NOON)) for after in (0, 2, 4)]
    assert parts == [["a", "b"], ["c"], []]
    assert names(portion(1, after=1, at=NOON + HOUR)) == ["c"]
    with CaptureQueriesContext(connection) as asked:
        portion(1, at=NOON)
    assert len(asked) == 1


def test_lists_made_even_find_the_same_in_few_wordings() -> None:
    worded = []

    def among(given: object) -> QuerySet[Beat]:
        worded.append(given)
        return Beat.objects.filter(name__in=given).order_by("name")  # type: ignore[misc]  # a place for a list

    question, wanted = Question(among), [chr(ord("a") + number) for number in range(20)]
    for length in range(1, 21):
        assert names(question(given=evened(wanted[:length]))) == wanted[: min(length, 3)]
    assert [len(evened(wanted[:length])) for length in (0, 1, 2, 3, 4, 5, 8, 9)] == [0, 1, 2, 4, 4, 8, 8, 16]
    assert len(worded) == 6


def test_what_is_nothing_whatever_the_values_is_not_asked() -> None:
    question = Question(lambda name: Beat.objects.none().filter(name=name))
    with CaptureQueriesContext(connection) as asked:
        assert question(name="a") == question(name="b") == []
    assert len(asked) == 0
