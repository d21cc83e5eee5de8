"""Every letter has its sentence in the ledger; each says how to stop it; a way out works without signing in."""

import ast
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import cast as as_type

import pytest
from django.test import Client
from django.urls import reverse

from fiksummin.core.models import Letter
from fiksummin.core.time import now
from fiksummin.notifications import actions, things
from fiksummin.notifications.models import Notice
from tests.cast import Cast
from tests.factories import ideas

ROOT = Path(__file__).resolve().parents[2] / "fiksummin"
NO_KEYS = {"invitation-1", "guest-1"}
"""A letter to somebody without an account, and a word that only looks like a key."""


def keys() -> Iterator[str]:
    """Give every key of a letter that the code writes, with 1 for what is filled in."""
    for path in ROOT.rglob("*.py"):
        if "letters" not in path.as_posix():
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                said = "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "1" for part in node.values
                )
                if "-1" in said and " " not in said and "/" not in said and not said.endswith(".ics"):
                    yield said


def test_every_letter_has_its_sentence() -> None:
    found = set(keys())
    assert len(found) > 30
    unsaid = {key for key in found - NO_KEYS if things.read_key(key) == ("letter", 0)}
    assert unsaid == set()


@pytest.fixture
def letter(cast: Cast) -> EmailMessage:
    """What the colleague is told of an idea that is hers to answer."""
    campaign = ideas.campaign(cast.owner)
    idea = ideas.idea(cast.member, campaign, title="Yhteinen aamukahvi")
    for key in "ab":
        actions.tell(key=key, what="idea.proposed", thing=idea.node_id, about=[cast.colleague.pk])
    assert actions.mail_due(at=now()) == 1
    row = Letter.objects.get(person=cast.colleague.pk)
    return as_type(EmailMessage, message_from_bytes(bytes(row.content), policy=policy.default))


@pytest.mark.django_db
def test_a_letter_says_what_of_what_and_where_in_the_language_of_its_reader(letter: EmailMessage) -> None:
    assert letter["Subject"] == "En ny idé föreslogs: Yhteinen aamukahvi, och 1 till"
    text = letter.get_content()
    assert text.count("Yhteinen aamukahvi") == 2
    assert "/sv/ideas/" in text
    assert "/sv/notices/" in text


@pytest.mark.django_db
def test_one_click_ends_the_letters_signed_out_and_again_changes_nothing(
    letter: EmailMessage, cast: Cast
) -> None:
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = str(letter["List-Unsubscribe"]).strip("<>").split("/", 3)[3]
    asked = Client(enforce_csrf_checks=True)
    assert asked.get(f"/{address}").status_code == 200
    assert cast.colleague.mail_about_me, "a look is no click: mail filters open every link"
    for _time in range(2):
        answer = asked.post(f"/{address}", {"List-Unsubscribe": "One-Click"})
        assert (answer.status_code, cast.colleague.mail_about_me) == (200, False)
    actions.tell(key="c", what="idea.proposed", thing=1, about=[cast.colleague.pk])
    assert actions.mail_due(at=now()) == 0


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["x", "WzEsImFib3V0Il0:1:x"])
def test_a_made_up_way_out_leads_nowhere(client: Client, token: str) -> None:
    assert client.get(reverse("notifications:letters_end", args=[token])).status_code == 404


@pytest.mark.django_db
def test_what_she_may_not_see_is_neither_named_nor_mailed(cast: Cast, client: Client) -> None:
    idea = ideas.idea(cast.member, ideas.campaign(cast.owner), title="kanaria")
    actions.tell(key="a", what="idea.proposed", thing=idea.node_id, about=[cast.guest.pk])
    actions.tell(key="b", what="idea.proposed", thing=idea.node_id, about=[cast.guest.pk])
    client.force_login(cast.guest)
    page = client.get(reverse("notifications:notices")).content.decode()
    assert "kanaria" not in page
    assert page.count("jotakin, joka on sittemmin poistettu") == 2
    actions.tell(key="c", what="idea.proposed", thing=idea.node_id, about=[cast.guest.pk])
    assert actions.mail_due(at=now()) == 0
    assert not Letter.objects.filter(person=cast.guest.pk, key__startswith="notices-").exists()


@pytest.mark.django_db
def test_the_page_shows_what_was_mailed_and_marks_what_is_seen(cast: Cast, client: Client) -> None:
    idea = ideas.idea(cast.member, ideas.campaign(cast.owner))
    actions.tell(key="a", what="idea.proposed", thing=idea.node_id, about=[cast.colleague.pk])
    client.force_login(cast.colleague)
    address = reverse("notifications:notices")
    client.head(address)
    assert Notice.objects.get(key="a").state == "unread"
    assert "Uusi" in client.get(address).content.decode()
    assert Notice.objects.get(key="a").state == "shown"
