"""Comments: who may write, remove, report and look after them; what their writers hear."""

from urllib.parse import quote

import pytest
from django.test import Client

from fiksummin.core import personal, worker
from fiksummin.core.errors import NotAllowed
from fiksummin.core.models import Entry, Letter
from fiksummin.core.time import now
from fiksummin.site import actions
from fiksummin.site.choices import Commenting
from fiksummin.site.models import BlogPost, Comment
from tests.cast import Cast
from tests.clients import signed_in
from tests.postbox import Postbox
from tests.site import makers

pytestmark = pytest.mark.django_db
TEXT = "Kanariansana: tämä on kommentti"


@pytest.fixture
def post(cast: Cast) -> BlogPost:
    return makers.post(authors=[cast.colleague])


@pytest.fixture
def comment(cast: Cast, post: BlogPost) -> Comment:
    return actions.comment(by=cast.member, post=post, text=TEXT, language="fi")


def shown(client: Client, post: BlogPost) -> str:
    return client.get(post.url).content.decode()


def letters() -> list[str]:
    """Let the worker hear what happened, and give the keys of the letters about comments."""
    worker.drain(limit=100)
    about = Letter.objects.filter(key__startswith="comment").order_by("id")
    return list(about.values_list("key", flat=True))


def test_a_member_comments_and_all_read_it(cast: Cast, client: Client, post: BlogPost) -> None:
    answer = signed_in(cast.member).post(f"/fi/posts/{post.pk}/comments/", {"text": TEXT})
    said = Comment.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{post.url}#comment-{said.pk}")
    assert TEXT in shown(client, post)
    assert "Alba Kaisla" in shown(client, post)
    assert "VM" in shown(client, post)
    assert Entry.objects.filter(fact="site.CommentWritten").count() == 1


def test_the_talk_is_one_in_all_languages(cast: Cast, client: Client) -> None:
    both = {"fi": makers.words("Suomeksi"), "sv": makers.words("På svenska", slug="pa-svenska")}
    made = actions.publish_post(by=cast.owner, authors=[cast.member], words=both)
    actions.comment(by=cast.colleague, post=made["sv"], text="Bra gjort", language="sv")
    assert '<div lang="sv"><p>Bra gjort</p></div>' in shown(client, made["fi"])


@pytest.mark.parametrize(
    ("key", "status"), [("member", 303), ("partner", 303), ("outsider", 303), ("guest", 403), ("editor", 303)]
)
def test_who_may_comment(cast: Cast, post: BlogPost, key: str, status: int) -> None:
    answer = signed_in(cast[key]).post(f"/fi/posts/{post.pk}/comments/", {"text": TEXT})
    assert answer.status_code == status
    assert Comment.objects.exists() is (status == 303)


def test_a_stranger_is_asked_to_sign_in(client: Client, post: BlogPost) -> None:
    answer = client.post(f"/fi/posts/{post.pk}/comments/", {"text": TEXT})
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/fi/accounts/login/?next={quote(post.url)}%23talk"
    assert "Kirjaudu sisään, jos haluat kommentoida" in shown(client, post)
    assert "<textarea" not in shown(client, post)


@pytest.mark.parametrize(
    ("text", "sentence"), [("", "Kirjoita ensin kommentti"), ("  ", "Kirjoita ensin"), ("x" * 2001, "2000")]
)
def test_bad_comments_are_told_and_kept(cast: Cast, post: BlogPost, text: str, sentence: str) -> None:
    answer = signed_in(cast.member).post(f"/fi/posts/{post.pk}/comments/", {"text": text})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert "Kokeilu onnistui" in page
    assert text.strip() in page
    assert not Comment.objects.exists()


def test_what_people_write_is_never_markup(cast: Cast, client: Client, post: BlogPost) -> None:
    actions.comment(by=cast.member, post=post, text="<script>alert(1)</script> \u202eoikea", language="fi")
    assert "<script>alert" not in shown(client, post)


def test_a_post_may_refuse_comments(cast: Cast, client: Client) -> None:
    quiet = makers.post(comments=Commenting.NONE)
    assert 'id="talk"' not in shown(client, quiet)
    answer = signed_in(cast.member).post(f"/fi/posts/{quiet.pk}/comments/", {"text": TEXT})
    assert answer.status_code == 403
    assert not Comment.objects.exists()


def test_a_draft_has_no_talk(cast: Cast, post: BlogPost, comment: Comment) -> None:
    post.unpublish()
    browser = signed_in(cast.member)
    assert browser.post(f"/fi/posts/{post.pk}/comments/", {"text": TEXT}).status_code == 404
    assert browser.get(f"/fi/comments/{comment.pk}/report/").status_code == 404


def test_the_writer_removes_her_own_without_a_letter(
    cast: Cast, client: Client, post: BlogPost, comment: Comment
) -> None:
    answer = signed_in(cast.member).post(f"/fi/comments/{comment.pk}/removal/")
    assert answer.status_code == 303
    assert TEXT not in shown(client, post)
    assert letters() == []


def test_an_editor_removes_with_a_reason_and_the_writer_hears_it(
    cast: Cast, client: Client, post: BlogPost, comment: Comment, postbox: Postbox
) -> None:
    browser = signed_in(cast.editor)
    address = f"/fi/comments/{comment.pk}/removal/"
    assert browser.post(address).status_code == 422
    assert browser.post(address, {"reason": "Nimeää asiakkaan."}).status_code == 303
    comment.refresh_from_db()
    assert comment.removed_at
    assert comment.removed_by == cast.editor
    assert TEXT not in shown(client, post)
    assert TEXT in shown(browser, post), "editors see what was removed"
    assert len(letters()) == 1
    letter = postbox.got[-1]
    assert letter["To"] == cast.member.email
    assert "Nimeää asiakkaan." in letter.get_content()
    assert TEXT in letter.get_content()


def test_removing_twice_is_refused(cast: Cast, comment: Comment) -> None:
    actions.remove_comment(by=cast.editor, comment=comment, reason="Syy")
    with pytest.raises(NotAllowed):
        actions.remove_comment(by=cast.editor, comment=comment, reason="Syy")


@pytest.mark.parametrize(
    "key", ["colleague", "outsider", "partner", "guest", "host", "facilitator", "manager"]
)
def test_others_cannot_remove_or_moderate(cast: Cast, comment: Comment, key: str) -> None:
    browser = signed_in(cast[key])
    assert browser.get(f"/fi/comments/{comment.pk}/removal/").status_code == 404
    assert browser.post(f"/fi/comments/{comment.pk}/removal/", {"reason": "x"}).status_code == 404
    assert browser.get("/fi/comments/reports/").status_code == 404
    assert browser.post(f"/fi/comments/{comment.pk}/acceptance/").status_code == 404
    assert browser.post(f"/fi/comments/{comment.pk}/return/").status_code == 403
    comment.refresh_from_db()
    assert comment.removed_at is None


def test_a_report_reaches_the_editors_once(cast: Cast, comment: Comment) -> None:
    _editor, _owner = cast.editor, cast.owner
    browser = signed_in(cast.outsider)
    address = f"/fi/comments/{comment.pk}/report/"
    for _again in range(2):
        assert browser.post(address, {"reason": "Asiaton"}).status_code == 303
    assert len([key for key in letters() if key.startswith("comment-report-")]) == 2, (
        "the editor's and the owner's"
    )
    page = signed_in(cast.editor).get("/fi/comments/reports/").content.decode()
    assert TEXT in page
    assert "Asiaton" in page
    assert "Cilla" not in page, "who reported is nobody's business"


def test_a_reported_comment_may_stay_or_go(cast: Cast, comment: Comment) -> None:
    actions.report_comment(by=cast.outsider, comment=comment)
    editor = signed_in(cast.editor)
    assert editor.post(f"/fi/comments/{comment.pk}/acceptance/").status_code == 303
    assert TEXT not in editor.get("/fi/comments/reports/").content.decode()
    actions.report_comment(by=cast.colleague, comment=comment)
    actions.remove_comment(by=cast.owner, comment=comment, reason="Syy")
    assert TEXT not in editor.get("/fi/comments/reports/").content.decode()


def test_what_an_editor_removed_can_come_back(
    cast: Cast, client: Client, post: BlogPost, comment: Comment
) -> None:
    actions.remove_comment(by=cast.editor, comment=comment, reason="Erehdys")
    assert signed_in(cast.owner).post(f"/fi/comments/{comment.pk}/return/").status_code == 303
    assert TEXT in shown(client, post)


def test_what_the_writer_removed_stays_away(cast: Cast, comment: Comment) -> None:
    actions.remove_comment(by=cast.member, comment=comment)
    with pytest.raises(NotAllowed):
        actions.put_comment_back(by=cast.owner, comment=comment)


def test_a_removed_comment_is_not_there_for_others(cast: Cast, comment: Comment) -> None:
    actions.remove_comment(by=cast.editor, comment=comment, reason="Syy")
    assert signed_in(cast.colleague).get(f"/fi/comments/{comment.pk}/report/").status_code == 404


def test_acts_are_posts(cast: Cast, comment: Comment, post: BlogPost) -> None:
    browser = signed_in(cast.editor)
    for address in (
        f"posts/{post.pk}/comments/",
        f"comments/{comment.pk}/return/",
        f"comments/{comment.pk}/acceptance/",
    ):
        assert browser.get(f"/fi/{address}").status_code == 405
    assert browser.post("/fi/comments/reports/").status_code == 405
    assert browser.get("/fi/comments/999999/removal/").status_code == 404


def test_comments_are_exported_and_erased(
    cast: Cast, client: Client, post: BlogPost, comment: Comment
) -> None:
    member = cast.member
    exported = personal.export_all(member.pk)
    assert TEXT in str(exported["site.Comment"]["rows"])
    personal.erase_all(member.pk)
    assert TEXT not in shown(client, post)
    assert not Comment.objects.filter(person=member).exists()


def test_the_past_can_be_told(cast: Cast, post: BlogPost) -> None:
    at = now()
    assert actions.comment(by=cast.member, post=post, text="x", language="fi", at=at).written_at == at
