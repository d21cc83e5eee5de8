"""All may be marked as seen at once, as far as it was there when the page was shown; nothing of it is mailed."""

import re
from datetime import timedelta

import pytest

from fiksummin.core.time import now
from fiksummin.notifications import actions
from fiksummin.notifications.models import Notice
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import ideas

pytestmark = pytest.mark.django_db

PAGE, SEEN = "/en/notices/", "/en/notices/seen/"


def told(cast: Cast, count: int, start: int = 0) -> None:
    node = ideas.idea(cast.member, ideas.campaign(cast.owner)).node_id
    for number in range(start, start + count):
        key = f"told-{number}"
        actions.tell(key=key, what="idea.proposed", thing=node, about=[cast.colleague.pk, cast.outsider.pk])


def unread(cast: Cast) -> int:
    return Notice.objects.visible_to(cast.colleague).unread().count()


def test_what_came_since_stays_new_and_nobody_else_is_touched(cast: Cast) -> None:
    told(cast, 33)
    client = signed_in(cast.colleague)
    page = client.get(PAGE).text
    assert "3 more on other pages are not seen yet" in page
    (until,) = re.findall(r'name="until" value="(\d+)"', page)
    told(cast, 1, start=33)
    for _twice in range(2):
        assert client.post(SEEN, {"until": until}).status_code == 303
        assert unread(cast) == 1
    assert Notice.objects.visible_to(cast.outsider).unread().count() == 34
    actions.mail_to(person=cast.colleague.pk, kind="about", at=now() + timedelta(hours=2))
    assert Notice.objects.filter(person=cast.colleague, state="mailed").count() == 1


def test_without_more_there_is_no_button(cast: Cast) -> None:
    told(cast, 2)
    assert SEEN not in signed_in(cast.colleague).get(PAGE).text


@pytest.mark.parametrize("until", ["", "-1", "x", "9" * 40, "1e3"])
def test_a_made_up_number_marks_nothing(cast: Cast, until: str) -> None:
    told(cast, 1)
    assert signed_in(cast.colleague).post(SEEN, {"until": until}).status_code == 404
    assert unread(cast) == 1
