"""A comment is reported once by each; moderators hear once, the author never by whom; the reporter hears the answer once."""

import pytest
from django.db import DatabaseError, transaction
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.core.models import Entry
from fiksummin.core.time import now
from fiksummin.ideas import actions, queries
from fiksummin.ideas.choices import ReportState
from fiksummin.ideas.models import Comment, CommentReport, Hiding, Idea
from fiksummin.notifications.models import Notice
from fiksummin.people.models import Person
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people

pytestmark = pytest.mark.django_db
REASON = "kanaria-syy: kommentti puhuu ihmisistä."
ANSWER = "kanaria-vastaus: sanat koskevat ideaa."


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def told(person: Person, what: str) -> int:
    worker.drain()
    return Notice.objects.filter(person=person, what=what).count()


def test_reported_and_left_on_the_pages(cast: Cast, talked: Idea, comment: Comment) -> None:
    reader, author, editor = map(signed_in, (cast.colleague, cast.member, cast.editor))
    page = f"/en/ideas/comments/{comment.pk}/report/"
    assert page in reader.get(f"/en/ideas/{talked.pk}/").text
    assert page not in author.get(f"/en/ideas/{talked.pk}/").text, "one does not report oneself"
    assert reader.post(page, {"reason": "huono"}).status_code == 422
    assert reader.post(page, {"reason": REASON}).status_code == 303
    assert reader.post(page, {"reason": REASON}).status_code == 409
    assert REASON in reader.get(page).text
    assert f"/en/moderation/comments/{comment.pk}/" in editor.get("/en/moderation/").text
    shown = editor.get(f"/en/moderation/comments/{comment.pk}/").text
    assert (REASON in shown, str(cast.colleague) in shown) == (True, False)
    left = f"/en/moderation/comments/{comment.pk}/leaving/"
    assert [client.post(left, {"answer": ANSWER}).status_code for client in (reader, author)] == [404, 404]
    assert editor.post(left, {"answer": ANSWER}).status_code == 303
    assert ANSWER in reader.get(page).text
    assert "No report waits." in editor.get("/en/moderation/").text
    assert [REASON in author.get(path).text for path in (page, f"/en/ideas/{talked.pk}/")] == [False, False]


def test_moderators_hear_once_and_the_author_never(cast: Cast, comment: Comment) -> None:
    moderators = [cast.host, cast.editor, cast.facilitator]
    for person in (cast.colleague, cast.outsider):
        actions.report_comment(by=person, comment=comment, reason=REASON)
        worker.drain()
    assert [told(person, "comment.reported") for person in moderators] == [1, 1, 1]
    actions.leave_comment(by=cast.host, comment=comment, answer=ANSWER)
    for key in ("colleague", "outsider"):
        assert told(cast[key], "comment.report_answered") == 1
    assert not Notice.objects.filter(person=cast.member, what__contains="report").exists()
    third = people.person()
    actions.report_comment(by=third, comment=comment, reason=REASON)
    assert told(cast.host, "comment.reported") == 2, "what comes after an answer is told anew"
    said = Entry.objects.filter(fact="ideas.CommentReported")
    assert set(said.values_list("by", flat=True)) == {None}


def test_hiding_answers_all_reports_of_it(cast: Cast, comment: Comment) -> None:
    report = actions.report_comment(by=cast.colleague, comment=comment, reason=REASON)
    assert report.state == ReportState.WAITING
    hiding = actions.hide_comment(by=cast.host, comment=comment, reason="Kommentti arvailee kirjoittajaa.")
    report.refresh_from_db()
    assert (report.state, report.hiding) == (ReportState.HIDDEN, hiding)
    assert told(cast.colleague, "comment.report_answered") == 1
    assert told(cast.member, "comment.hidden") == 1
    assert (
        "A moderator hid the comment."
        in signed_in(cast.colleague).get(f"/en/ideas/comments/{comment.pk}/report/").text
    )
    with pytest.raises(NotNow, match="hidden already"):
        actions.report_comment(by=cast.outsider, comment=comment, reason=REASON)


def test_who_may_report_and_who_may_leave(cast: Cast, talked: Idea, comment: Comment) -> None:
    with pytest.raises(NotAllowed, match="yours"):
        actions.report_comment(by=cast.member, comment=comment, reason=REASON)
    with pytest.raises(NotNow, match="answered already"):
        actions.leave_comment(by=cast.host, comment=comment, answer=ANSWER)
    actions.report_comment(by=cast.host, comment=comment, reason=REASON)
    with pytest.raises(NotNow, match="already"):
        actions.report_comment(by=cast.host, comment=comment, reason=REASON)
    with pytest.raises(NotAllowed, match="yourself"):
        actions.leave_comment(by=cast.host, comment=comment, answer=ANSWER)
    with pytest.raises(NotAllowed, match="those who run the lab"):
        actions.leave_comment(by=cast.colleague, comment=comment, answer=ANSWER)
    with pytest.raises(Invalid):
        actions.leave_comment(by=cast.editor, comment=comment, answer="ei")
    own = actions.comment_on_idea(by=cast.editor, idea=talked, text="Oma")
    actions.report_comment(by=cast.colleague, comment=own, reason=REASON)
    assert signed_in(cast.editor).get(f"/en/moderation/comments/{own.pk}/").status_code == 404
    assert own not in queries.reported_comments(cast.editor)
    assert list(queries.reported_comments(cast.host)) == [comment, own]


def test_the_database_keeps_it_once(cast: Cast, comment: Comment) -> None:
    report = actions.report_comment(by=cast.colleague, comment=comment, reason=REASON)
    with pytest.raises(DatabaseError), transaction.atomic():
        CommentReport.objects.create(comment=comment, person=cast.colleague, reason=REASON)
    with pytest.raises(DatabaseError), transaction.atomic():
        CommentReport.objects.create(comment=comment, person=cast.outsider, reason="lyhyt")
    broken: list[dict[str, object]] = [
        {"reason": "toisin kuin ensin sanottiin"},
        {"answered_at": now()},
        {"answer": ANSWER},
        {"answered_at": now(), "answer": "lyhyt"},
        {"person": cast.outsider},
    ]
    for values in broken:
        with pytest.raises(DatabaseError), transaction.atomic():
            CommentReport.objects.filter(pk=report.pk).update(**values)
    with pytest.raises(DatabaseError), transaction.atomic():
        CommentReport.objects.all().delete()
    CommentReport.objects.filter(pk=report.pk).update(person=None)


def test_the_public_count_tells_whole_fives(cast: Cast, talked: Idea, comment: Comment) -> None:
    def public() -> str:
        return " ".join(signed_in(cast.outsider).get(f"/en/campaigns/{talked.campaign.slug}/").text.split())

    assert "Reports of comments by readers: fewer than five." in public()
    for number in range(1, 7):
        actions.report_comment(by=people.person(), comment=comment, reason=REASON)
        expected = "fewer than five" if number < 5 else "at least 5"
        assert f"Reports of comments by readers: {expected}." in public()


def test_by_a_program(cast: Cast, comment: Comment) -> None:
    program, path = program_of(cast.colleague), f"comments/{comment.pk}/report"
    first, again = (program.post(path, {"reason": REASON}, key="k") for _n in range(2))
    assert (first.status_code, again["Idempotent-Replay"], CommentReport.objects.count()) == (201, "true", 1)
    assert program.post(path, {"reason": REASON}).status_code == 409
    assert program.post(path, {"reason": "ei"}).status_code in {409, 422}
    assert program_of(cast.member).post(path, {"reason": REASON}).status_code == 403
    assert program_of(cast.member).get("reports").json()["total"] == 0
    left = f"comments/{comment.pk}/leaving"
    assert program.post(left, {"answer": ANSWER}).status_code == 404
    assert program_of(cast.host).post(left, {"answer": ANSWER}).json()["answer"] == ANSWER
    (mine,) = program.get("reports").json()["items"]
    assert (mine["state"], mine["answer"]) == ("left", ANSWER)
    assert Hiding.objects.count() == 0
