"""One's own comment: other words until somebody answers, and taken back for good."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.core.models import Entry
from fiksummin.core.time import now
from fiksummin.ideas import actions
from fiksummin.ideas.models import Comment, Idea
from fiksummin.notifications.actions import mail_due
from fiksummin.notifications.choices import State
from fiksummin.notifications.models import Notice
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.ideas.conftest import WORDS

pytestmark = pytest.mark.django_db
REASON = "Kommentti puhuu ihmisistä eikä ideasta."


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def test_changed_on_the_page_until_somebody_answers(cast: Cast, talked: Idea, comment: Comment) -> None:
    author, other = signed_in(cast.member), signed_in(cast.colleague)
    page, words = f"/en/ideas/{talked.pk}/", f"/en/ideas/comments/{comment.pk}/words/"
    assert [words in client.get(page).text for client in (author, other)] == [True, False]
    assert other.post(words, {"text": "Toisen sanat"}).status_code == 403
    empty = author.post(words, {"text": "  "})
    assert (empty.status_code, "aria-invalid" in empty.text) == (422, True)
    assert author.post(words, {"text": "Uudet sanat"}).status_code == 303
    shown = other.get(page).text
    assert ("Uudet sanat" in shown, WORDS in shown, "changed" in shown) == (True, False, True)
    actions.comment_on_idea(by=cast.colleague, idea=talked, text="Niin on.", answers=comment)
    assert "Somebody has answered the comment" in author.get(words).text
    kept = author.post(words, {"text": "Kolmannet sanat"})
    assert (kept.status_code, "Kolmannet sanat" in kept.text) == (409, True)
    assert Comment.objects.get(pk=comment.pk).text == "Uudet sanat"


def test_taken_back_its_words_go_and_the_answers_stay(cast: Cast, talked: Idea, comment: Comment) -> None:
    actions.comment_on_idea(by=cast.colleague, idea=talked, text="Niin on.", answers=comment)
    author, other = signed_in(cast.member), signed_in(cast.colleague)
    back = f"/en/ideas/comments/{comment.pk}/taking-back/"
    assert [client.post(back).status_code for client in (other, author, author)] == [403, 303, 409]
    shown = other.get(f"/en/ideas/{talked.pk}/").text
    assert (WORDS in shown, "taken it back" in shown, "Niin on." in shown) == (False, True, True)
    answering = {"text": "Vastaan", "stance": "remark", "answers": str(comment.pk), "key": "k" * 16}
    refused = other.post(f"/en/ideas/{talked.pk}/comments/", answering)
    assert (refused.status_code, "Vastaan" in refused.text) == (409, True)
    for act in (actions.report_comment, actions.hide_comment):
        with pytest.raises(NotNow, match="taken back"):
            act(by=cast.host, comment=comment, reason=REASON)
    facts = Entry.objects.filter(fact="ideas.CommentTakenBack")
    assert [entry.by for entry in facts] == [cast.member.pk]


def test_what_a_moderator_hid_is_appealed_and_not_taken_back(cast: Cast, comment: Comment) -> None:
    hiding = actions.hide_comment(by=cast.host, comment=comment, reason=REASON)
    for act in (actions.take_comment_back, actions.reword_comment):
        words = {"text": "Muut"} if act is actions.reword_comment else {}
        with pytest.raises(NotNow, match="You can appeal"):
            act(by=cast.member, comment=comment, **words)
    actions.restore_comment(by=cast.host, hiding=hiding)
    actions.take_comment_back(by=cast.member, comment=comment)
    assert "taken it back" in signed_in(cast.editor).get("/en/moderation/").text
    assert "taken it back" in signed_in(cast.editor).get(f"/en/moderation/{hiding.pk}/").text


def test_what_was_reported_still_gets_its_answer(cast: Cast, comment: Comment) -> None:
    actions.report_comment(by=cast.colleague, comment=comment, reason=REASON)
    actions.take_comment_back(by=cast.member, comment=comment)
    editor = signed_in(cast.editor)
    assert "taken it back" in editor.get("/en/moderation/").text
    left = editor.post(
        f"/en/moderation/comments/{comment.pk}/leaving/", {"answer": "Kirjoittaja otti kommentin itse pois."}
    )
    assert left.status_code == 303


def test_nobody_is_mailed_about_what_was_taken_back(cast: Cast, talked: Idea, comment: Comment) -> None:
    worker.drain()
    told = Notice.objects.get(person=cast.facilitator, what="idea.commented")
    actions.take_comment_back(by=cast.member, comment=comment)
    mail_due(at=now() + timedelta(days=2))
    told.refresh_from_db()
    assert told.state == State.DROPPED


def test_the_database_knows_what_is_taken_back(comment: Comment) -> None:
    for broken in ({"text": ""}, {"taken_back_at": now()}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Comment.objects.filter(pk=comment.pk).update(**broken)


def test_the_same_by_program(cast: Cast, talked: Idea, comment: Comment) -> None:
    author, other = program_of(cast.member), program_of(cast.colleague)
    path = f"comments/{comment.pk}"
    assert other.patch(path, {"text": "Toisen"}).status_code == 403
    assert author.patch(path, {"text": " "}).status_code == 422
    told = author.patch(path, {"text": "Uudet"}).json()
    assert (told["text"], told["reworded_at"] is None, told["taken_back_at"]) == ("Uudet", False, None)
    assert other.post(f"{path}/taking-back", {}).status_code == 403
    assert author.post(f"{path}/taking-back", {}).json()["text"] is None
    assert author.post(f"{path}/taking-back", {}).status_code == 409
    [listed] = other.get(f"ideas/{talked.pk}/comments").json()["items"]
    assert (listed["text"], listed["taken_back_at"] is None) == (None, False)
    with pytest.raises(Invalid):
        actions.reword_comment(
            by=cast.member, comment=actions.comment_on_idea(by=cast.member, idea=talked, text="a"), text=""
        )
    with pytest.raises(NotAllowed):
        actions.take_comment_back(by=cast.colleague, comment=comment)


def test_guests_read_what_is_said_and_are_not_led_to_answer(
    cast: Cast, talked: Idea, comment: Comment
) -> None:
    for reader, is_led in ((cast.guest, False), (cast.colleague, True)):
        page = signed_in(reader).get(f"/en/ideas/{talked.pk}/").text
        assert WORDS in page
        assert ("your-comment" in page, "?answers=" in page) == (is_led, is_led)
