"""With a visit or a booking the outbox forgets to whom letters about it went; others' letters stay."""

from datetime import timedelta

import pytest

from fiksummin.core.models import Letter
from fiksummin.core.worker import drain
from fiksummin.spaces import actions
from fiksummin.spaces.models import Site
from tests.cast import Cast
from tests.factories import spaces
from tests.postbox import Postbox
from tests.spaces.pages import MORNING

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]


def test_letters_go_with_what_they_were_about(cast: Cast, lab: Site, postbox: Postbox) -> None:
    visit = spaces.visit(cast.member, lab)
    later = spaces.visit(cast.member, lab, day=spaces.open_day(lab, 5))
    actions.send_message(by=cast.host, visit=visit, text="Tervetuloa")
    booking = spaces.booking(cast.member, spaces.space(lab))
    drain()
    kept = f"visit-{later.pk}-announced-0"
    waiting = Letter.objects.create(
        key=f"visit-{visit.pk}-changed-1", message_id="<x>", written_at=MORNING, due_at=MORNING
    )
    about = {
        f"visit-{visit.pk}-announced-0",
        f"booking-{booking.pk}-made-0-{cast.member.pk}",
        kept,
        waiting.key,
    }
    assert about <= set(Letter.objects.values_list("key", flat=True))
    actions.forget_visits(at=MORNING + timedelta(days=17))
    actions.forget_bookings(at=MORNING + timedelta(days=100))
    left = set(Letter.objects.values_list("key", flat=True))
    assert {key for key in left if key.startswith(("visit-", "message-", "booking-"))} == {kept, waiting.key}
