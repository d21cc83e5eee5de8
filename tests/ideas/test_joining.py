"""Joining ideas on the pages: found by title, asked, answered with a word, shown on both, undone."""

import pytest
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.core.models import Entry
from fiksummin.ideas import actions, queries
from fiksummin.ideas.choices import IdeaState
from fiksummin.ideas.models import Campaign, Idea, Merge
from fiksummin.notifications.models import Notice
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories.ideas import campaign, idea, move, reason

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


@pytest.fixture
def asked(cast: Cast) -> Campaign:
    return campaign(cast.facilitator)


@pytest.fixture
def pair(cast: Cast, asked: Campaign) -> tuple[Idea, Idea]:
    return (
        idea(cast.member, asked, title="Ääntä vähemmän avotilaan"),
        idea(cast.colleague, asked, title="Hiljainen ÄÄNTEN huone"),
    )


def test_the_other_idea_is_found_by_its_title_in_any_letters(
    cast: Cast, asked: Campaign, pair: tuple[Idea, Idea]
) -> None:
    one, two = pair
    closed = idea(cast.member, asked, title="Ääni pois")
    move(cast.facilitator, closed, IdeaState.DECLINED)
    idea(cast.member, campaign(cast.facilitator), title="Ääntä muualla")
    assert queries.joinable_by_title(one, "äänten HUONE") == [(two.pk, two.title)]
    assert queries.joinable_by_title(one, "") == [(two.pk, two.title)]
    assert queries.joinable_by_title(one, "avotilaan") == []


def test_asked_agreed_and_undone_on_the_pages(cast: Cast, pair: tuple[Idea, Idea]) -> None:
    one, two = pair
    host = signed_in(cast.facilitator)
    page = host.get(f"/en/ideas/{one.pk}/merge/?q=huone").text
    assert two.title in page
    sent = {"into": two.pk, "reason": reason()}
    assert host.post(f"/en/ideas/{one.pk}/merge/?q=huone", sent).status_code == 303
    merge = Merge.objects.get()
    assert merge.agreed_at is None
    assert Entry.objects.filter(fact="ideas.MergeAsked", data__merge=merge.pk).count() == 1
    assert signed_in(cast.colleague).get(f"/en/ideas/{one.pk}/merge/answer/").status_code == 403
    author = signed_in(cast.member)
    assert merge.reason in author.get(f"/en/ideas/{one.pk}/merge/answer/").text
    sent = {"answer": "yes", "words": "Sopii hyvin."}
    assert author.post(f"/en/ideas/{one.pk}/merge/answer/", sent).status_code == 303
    assert "Sopii hyvin." in author.get(f"/en/ideas/{one.pk}/").text
    assert one.title in author.get(f"/en/ideas/{two.pk}/").text
    assert (
        author.post(f"/en/ideas/{one.pk}/merge/undoing/", {"words": "Eri asia sittenkin"}).status_code == 303
    )
    one.refresh_from_db()
    assert (one.state, one.reason) == (IdeaState.OPEN, "Eri asia sittenkin")
    assert one.title not in author.get(f"/en/ideas/{two.pk}/").text


def test_a_refusal_has_a_word(cast: Cast, pair: tuple[Idea, Idea]) -> None:
    one, two = pair
    merge = actions.ask_to_merge(by=cast.facilitator, idea=one, into=two, reason=reason())
    author = signed_in(cast.member)
    answer = author.post(f"/en/ideas/{one.pk}/merge/answer/", {"answer": "no", "words": " "})
    assert answer.status_code == 422
    with pytest.raises(Invalid):
        actions.refuse_merge(by=cast.member, merge=merge, words="x" * 501)
    assert (
        author.post(f"/en/ideas/{one.pk}/merge/answer/", {"answer": "no", "words": "Ei"}).status_code == 303
    )
    merge.refresh_from_db()
    assert (merge.words, merge.answered_by, queries.standing_merge(one)) == ("Ei", cast.member, None)
    assert Entry.objects.filter(fact="ideas.MergeRefused").count() == 1
    assert author.get(f"/en/ideas/{one.pk}/merge/answer/").status_code == 404


def test_only_authors_and_who_answers_ask_and_undo(cast: Cast, pair: tuple[Idea, Idea]) -> None:
    one, two = pair
    with pytest.raises(NotAllowed, match="authors of the idea and whoever"):
        actions.ask_to_merge(by=cast.colleague, idea=one, into=two, reason=reason())
    merge = actions.ask_to_merge(by=cast.member, idea=one, into=two, reason=reason())
    with pytest.raises(NotAllowed, match="authors of the idea and whoever"):
        actions.undo_merge(by=cast.colleague, merge=merge)


def test_agreeing_late_joins_only_what_is_still_open(cast: Cast, pair: tuple[Idea, Idea]) -> None:
    one, two = pair
    merge = actions.ask_to_merge(by=cast.facilitator, idea=one, into=two, reason=reason())
    move(cast.facilitator, one, IdeaState.DECLINED)
    with pytest.raises(NotAllowed, match="answered already"):
        actions.agree_to_merge(by=cast.member, merge=merge)
    assert Idea.objects.get(pk=one.pk).state == IdeaState.DECLINED


def test_several_are_joined_to_one_for_one_reason(
    cast: Cast, asked: Campaign, pair: tuple[Idea, Idea]
) -> None:
    """Whoever agrees reads no sentence about a reason that she did not write; an answer has a reason of its own."""
    one, into = pair
    other, said = idea(cast.host, asked), reason()
    for row in (one, other):
        actions.ask_to_merge(by=cast.facilitator, idea=row, into=into, reason=said)
    for author, row in ((cast.member, one), (cast.host, other)):
        actions.reword_idea(
            by=author,
            idea=row,
            wish=queries.IdeaWish(title=row.title, text=said, perspective=row.perspective),
        )
        answer = signed_in(author).post(f"/en/ideas/{row.pk}/merge/answer/", {"answer": "yes", "words": ""})
        assert answer.status_code == 303, author
    assert {Idea.objects.get(pk=row.pk).state for row in (one, other)} == {IdeaState.MERGED}
    move(cast.facilitator, idea(cast.member, asked), IdeaState.DECLINED, reason=said)
    with pytest.raises(Invalid, match="very same reason"):
        move(cast.facilitator, into, IdeaState.DECLINED, reason=said)


def test_nobody_is_asked_any_more_once_the_idea_has_its_answer(cast: Cast, pair: tuple[Idea, Idea]) -> None:
    one, two = pair
    actions.ask_to_merge(by=cast.facilitator, idea=one, into=two, reason=reason())
    author, page = signed_in(cast.member), f"/en/ideas/{one.pk}/"
    asks = f"/en/ideas/{one.pk}/merge/answer/"
    assert (asks in author.get(page).text, queries.asked_of(cast.member).count()) == (True, 1)
    move(cast.facilitator, one, IdeaState.DECLINED)
    assert (asks in author.get(page).text, queries.asked_of(cast.member).count()) == (False, 0)


def test_asked_crosswise_it_has_its_sentence(cast: Cast, pair: tuple[Idea, Idea]) -> None:
    one, two = pair
    actions.ask_to_merge(by=cast.facilitator, idea=one, into=two, reason=reason())
    host, sent = signed_in(cast.facilitator), {"into": one.pk, "reason": reason()}
    answer = host.post(f"/en/ideas/{two.pk}/merge/", sent)
    assert (answer.status_code, "the other way round" in answer.text) == (409, True)
    program = program_of(cast.facilitator)
    assert program.post(f"ideas/{two.pk}/merge", {"into": one.pk, "reason": reason()}).status_code == 409


@pytest.mark.parametrize("which", [0, 1])
def test_what_was_asked_ends_with_the_answer_to_either_idea(
    cast: Cast, pair: tuple[Idea, Idea], asked: Campaign, which: int
) -> None:
    """So the other is free to be joined elsewhere; what is open still stays asked for."""
    one, two = pair
    merge = actions.ask_to_merge(by=cast.owner, idea=one, into=two, reason=reason())
    move(cast.facilitator, two, IdeaState.CONSIDERED)
    assert queries.standing_merge(one) == merge
    move(cast.facilitator, pair[which], IdeaState.DECLINED)
    merge.refresh_from_db()
    assert (merge.agreed_at, merge.refused_at, merge.undone_at is None) == (None, None, False)
    assert Entry.objects.filter(fact="ideas.MergeLapsed", data__merge=merge.pk).count() == 1
    worker.drain()
    told = Notice.objects.filter(what="idea.merge_lapsed").values_list("person", "kind")
    assert set(told) == {(cast.owner.pk, "about"), (cast.member.pk, "follow")}, (
        "whoever asked, and who was asked"
    )
    if which:
        third = idea(cast.member, asked)
        joined = actions.ask_to_merge(by=cast.member, idea=one, into=third, reason=reason())
        assert joined.agreed_at is not None
    else:
        move(cast.facilitator, one, IdeaState.CONSIDERED)
        assert queries.standing_merge(one) is None, "opened again it is not asked for"


def test_whoever_asked_asks_no_more(cast: Cast, pair: tuple[Idea, Idea]) -> None:
    one, two = pair
    merge = actions.ask_to_merge(by=cast.facilitator, idea=one, into=two, reason=reason())
    page, address = f"/en/ideas/{one.pk}/", f"/en/ideas/{one.pk}/merge/withdrawal/"
    client = signed_in(cast.facilitator)
    assert (address in client.get(page).text, address in signed_in(cast.member).get(page).text) == (
        True,
        False,
    )
    with pytest.raises(NotAllowed, match="Whoever asked"):
        actions.withdraw_merge(by=cast.owner, merge=merge)
    assert client.post(address).status_code == 303
    assert queries.standing_merge(one) is None
    assert client.post(address).status_code == 404, "nothing is asked"
    with pytest.raises(NotAllowed, match="answered already"):
        actions.agree_to_merge(by=cast.member, merge=merge)
    worker.drain()
    rows = Notice.objects.filter(person=cast.member, what__startswith="idea.merge")
    assert list(rows.order_by("pk").values_list("what", flat=True)) == [
        "idea.merge_asked",
        "idea.merge_withdrawn",
    ]
    again = actions.ask_to_merge(by=cast.facilitator, idea=one, into=two, reason=reason())
    actions.agree_to_merge(by=cast.member, merge=again)
    with pytest.raises(NotNow, match="answered already"):
        actions.withdraw_merge(by=cast.facilitator, merge=again)


def test_a_program_asks_no_more(cast: Cast, pair: tuple[Idea, Idea]) -> None:
    one, two = pair
    actions.ask_to_merge(by=cast.facilitator, idea=one, into=two, reason=reason())
    path = f"ideas/{one.pk}/merge/withdrawal"
    assert program_of(cast.guest).post(path).status_code == 404
    assert program_of(cast.member).post(path).status_code == 403
    first, again = (program_of(cast.facilitator).post(path, key="k") for _n in range(2))
    assert (first.status_code, again.json()) == (200, first.json())
    assert program_of(cast.facilitator).post(path, key="other").status_code == 404
