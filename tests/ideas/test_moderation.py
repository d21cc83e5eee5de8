"""A comment is hidden with a reason, its author appeals, somebody else answers; counts are public, people are not."""

import pytest
from django.db import DatabaseError, transaction
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.core.models import Entry
from fiksummin.core.time import now
from fiksummin.ideas import actions, queries
from fiksummin.ideas.choices import Audience
from fiksummin.ideas.models import Comment, Hiding, Idea
from fiksummin.notifications.models import Notice
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people
from tests.factories.ideas import campaign, idea
from tests.ideas.conftest import WORDS

pytestmark = pytest.mark.django_db
REASON = "Kommentti puhuu ihmisistä eikä ideasta."
APPEAL = "Tarkoitin ohjeita, en ihmisiä."
RULING = "Sanat koskivat ohjeita, joten ne palautetaan."


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


@pytest.fixture
def hiding(cast: Cast, comment: Comment) -> Hiding:
    return actions.hide_comment(by=cast.host, comment=comment, reason=REASON)


def test_hidden_appealed_and_restored_on_the_pages(
    cast: Cast, talked: Idea, comment: Comment, client: object
) -> None:
    host, author, editor, other = map(signed_in, (cast.host, cast.member, cast.editor, cast.colleague))
    assert host.post(f"/en/comments/{comment.pk}/hiding/", {"reason": REASON}).status_code == 303
    hiding = Hiding.objects.get()
    page = f"/en/ideas/{talked.pk}/"
    assert WORDS not in other.get(page).text
    assert WORDS in author.get(page).text
    assert REASON in author.get(f"/en/moderation/{hiding.pk}/").text
    assert str(cast.host) not in author.get(f"/en/moderation/{hiding.pk}/").text
    assert other.get(f"/en/moderation/{hiding.pk}/").status_code == 404
    appealed = author.post(f"/en/moderation/{hiding.pk}/appeal/", {"appeal": APPEAL})
    assert appealed.status_code == 303
    sent = {"restores": "yes", "ruling": RULING}
    assert host.post(f"/en/moderation/{hiding.pk}/ruling/", sent).status_code == 403
    assert APPEAL in editor.get(f"/en/moderation/{hiding.pk}/").text
    assert editor.post(f"/en/moderation/{hiding.pk}/ruling/", sent).status_code == 303
    assert WORDS in other.get(page).text
    told = [row.fact for row in Entry.objects.filter(fact__contains="Hid").order_by("pk")]
    assert told == ["ideas.CommentHidden", "ideas.HidingAppealed", "ideas.HidingRuled"]
    public = signed_in(cast.outsider).get(f"/en/campaigns/{talked.campaign.slug}/").text
    assert "1 comment was hidden by moderators. Appeals: 1. Restored: 1." in " ".join(public.split())
    assert not any(str(person) in public for person in (cast.host, cast.editor))


def test_what_stays_hidden_has_been_answered_once(cast: Cast, hiding: Hiding) -> None:
    with pytest.raises(NotNow, match="Nobody has appealed"):
        actions.rule_on_hiding(by=cast.editor, hiding=hiding, restores=True, ruling=RULING)
    actions.appeal_hiding(by=cast.member, hiding=hiding, appeal=APPEAL)
    with pytest.raises(NotNow, match="appealed already"):
        actions.appeal_hiding(by=cast.member, hiding=hiding, appeal=APPEAL)
    actions.rule_on_hiding(by=cast.editor, hiding=hiding, restores=False, ruling=RULING)
    for person in (cast.editor, cast.owner):
        with pytest.raises(NotNow, match="answered already"):
            actions.rule_on_hiding(by=person, hiding=hiding, restores=True, ruling=RULING)
    counts = queries.moderated(hiding.comment.idea.campaign)
    assert counts == queries.Moderated(hidden=1, appealed=1, restored=0)


def test_who_moderates_whom(cast: Cast, talked: Idea, comment: Comment) -> None:
    for person in (cast.colleague, cast.guest):
        with pytest.raises(NotAllowed, match="those who run the lab"):
            actions.hide_comment(by=person, comment=comment, reason=REASON)
    own = actions.comment_on_idea(by=cast.host, idea=talked, text="Oma")
    with pytest.raises(NotAllowed, match="yours"):
        actions.hide_comment(by=cast.host, comment=own, reason=REASON)
    hidden = actions.hide_comment(by=cast.editor, comment=own, reason=REASON)
    with pytest.raises(NotNow, match="already"):
        actions.hide_comment(by=cast.facilitator, comment=own, reason=REASON)
    with pytest.raises(NotAllowed, match="Whoever wrote"):
        actions.appeal_hiding(by=cast.member, hiding=hidden, appeal=APPEAL)
    actions.appeal_hiding(by=cast.host, hiding=hidden, appeal=APPEAL)
    for person in (cast.host, cast.editor):
        with pytest.raises(NotAllowed, match="neither hid"):
            actions.rule_on_hiding(by=person, hiding=hidden, restores=True, ruling=RULING)


def test_who_hid_it_thinks_better_of_it(cast: Cast, hiding: Hiding) -> None:
    with pytest.raises(NotAllowed, match="Whoever hid"):
        actions.restore_comment(by=cast.editor, hiding=hiding)
    actions.restore_comment(by=cast.host, hiding=hiding)
    with pytest.raises(NotNow, match="not hidden"):
        actions.appeal_hiding(by=cast.member, hiding=hiding, appeal=APPEAL)
    assert actions.hide_comment(by=cast.editor, comment=hiding.comment, reason=REASON)


@pytest.mark.parametrize("words", ["", " ", "ei", "aaaaaaaaaaaaaaaaaaaaaaaa", "x" * 2001])
def test_no_reason_without_words(cast: Cast, comment: Comment, words: str) -> None:
    with pytest.raises(Invalid) as refusal:
        actions.hide_comment(by=cast.host, comment=comment, reason=words)
    assert refusal.value.field == "reason"


def test_the_database_keeps_it_and_knows_two_moderators(cast: Cast, hiding: Hiding) -> None:
    broken: list[dict[str, object]] = [
        {"reason": "toisin kuin ensin sanottiin"},
        {"appealed_at": now(), "appeal": "lyhyt"},
        {"appealed_at": now(), "appeal": None},
        {"ruled_at": now(), "ruled_by": cast.editor, "ruling": RULING},
        {"comment": hiding.comment_id + 1},
        {"by": cast.editor},
    ]
    for values in broken:
        with pytest.raises(DatabaseError), transaction.atomic():
            Hiding.objects.filter(pk=hiding.pk).update(**values)
    actions.appeal_hiding(by=cast.member, hiding=hiding, appeal=APPEAL)
    for person in (cast.host, cast.member):
        with pytest.raises(DatabaseError), transaction.atomic():
            Hiding.objects.filter(pk=hiding.pk).update(ruled_at=now(), ruled_by=person, ruling=RULING)
    with pytest.raises(DatabaseError), transaction.atomic():
        Hiding.objects.filter(pk=hiding.pk).update(ruled_at=now(), ruled_by=cast.editor, ruling=None)
    with pytest.raises(DatabaseError), transaction.atomic():
        Hiding.objects.all().delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        Hiding.objects.filter(pk=hiding.pk).update(appeal=None, appealed_at=None)
    with pytest.raises(DatabaseError), transaction.atomic():
        Hiding.objects.create(comment=hiding.comment, by=cast.editor, reason=REASON)
    Hiding.objects.filter(pk=hiding.pk).update(by=None, author=None)


def test_answers_stand_below_what_they_answer(cast: Cast, talked: Idea, comment: Comment) -> None:
    other = actions.comment_on_idea(by=cast.colleague, idea=talked, text="Toinen alku", stance="question")
    client = signed_in(cast.outsider)
    sent = {"text": "Siihen vastaus", "stance": "for", "answers": comment.pk}
    assert client.post(f"/en/ideas/{talked.pk}/comments/", sent).status_code == 303
    reply = Comment.objects.get(text="Siihen vastaus")
    deeper = actions.comment_on_idea(by=cast.member, idea=talked, text="Kiitos", answers=reply)
    whole = queries.whole_idea(cast.member).get(pk=talked.pk)
    said = queries.threads(whole, cast.member, moderates=False)
    assert [(row.comment, [each.comment for each in row.replies]) for row in said] == [
        (comment, [reply, deeper]),
        (other, []),
    ]
    assert WORDS in client.get(f"/en/ideas/{talked.pk}/?answers={comment.pk}").text.split("In answer to")[1]
    foreign = actions.comment_on_idea(by=cast.member, idea=idea(cast.member, talked.campaign), text="Muualla")
    sent["answers"], sent["text"] = foreign.pk, "Väärään"
    client.post(f"/en/ideas/{talked.pk}/comments/", sent)
    assert Comment.objects.get(text="Väärään").answers is None


def test_who_hears_of_it(cast: Cast, hiding: Hiding) -> None:
    def heard(what: str) -> set[int]:
        worker.drain()
        return set(Notice.objects.filter(what=what).values_list("person", flat=True))

    moderators = {cast.host.pk, cast.editor.pk, cast.facilitator.pk}
    assert heard("comment.hidden") == {cast.member.pk}
    actions.appeal_hiding(by=cast.member, hiding=hiding, appeal=APPEAL)
    assert heard("comment.appealed") & moderators == moderators - {cast.host.pk}
    actions.rule_on_hiding(by=cast.editor, hiding=hiding, restores=True, ruling=RULING)
    assert heard("comment.ruled") == {cast.member.pk}


def test_nothing_of_what_is_hidden_is_read_by_answering_it(cast: Cast, talked: Idea, hiding: Hiding) -> None:
    reader, page = signed_in(cast.colleague), f"/en/ideas/{talked.pk}/"
    shown = reader.get(f"{page}?answers={hiding.comment_id}").text
    assert [words in shown for words in (WORDS, f"Remark, <bdi>{cast.member}")] == [False, False]
    sent = {"text": "Vastaan", "stance": "remark", "answers": hiding.comment_id}
    assert reader.post(f"{page}comments/", sent).status_code == 409
    assert not Comment.objects.filter(text="Vastaan").exists()


def test_moderators_hear_only_of_what_they_can_open(cast: Cast) -> None:
    own = campaign(cast.facilitator, audience=Audience.ORGANISATION)
    colleague = people.person(organisation=cast.facilitator.organisation)
    said = actions.comment_on_idea(by=colleague, idea=idea(colleague, own), text=WORDS)
    reader = people.person(organisation=cast.facilitator.organisation)
    actions.report_comment(by=reader, comment=said, reason=REASON)
    worker.drain()
    told = Notice.objects.filter(what="comment.reported").values_list("person", flat=True)
    assert cast.facilitator.pk in told
    assert not {cast.host.pk, cast.editor.pk} & set(told)
