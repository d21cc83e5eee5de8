"""Holding an event as organisers do it: plan on one page, publish, move, cancel; what is refused says why and keeps what was typed."""

import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from fiksummin.events.models import Event, EventKind
from fiksummin.spaces.models import Booking, Space
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces

pytestmark = pytest.mark.django_db
NEW = "/en/events/new/"


def hall_of(cast: Cast) -> Space:
    return spaces.space(
        cast.helsinki, kind="hall", name="Sali", seats=30, layouts={"theatre": 30, "board": 12}
    )


def given(cast: Cast, space: Space | None = None, **words: Any) -> dict[str, Any]:
    """What an organiser types."""
    day = spaces.open_day(cast.helsinki, 8)
    typed = {
        "kind": EventKind.objects.get(slug="workshop").pk, "title": "Kokeilupaja", "language": "fi",
        "day": day.isoformat(), "start": "13:00", "end": "15:00", "site": cast.helsinki.pk,
        "space": f"{space.pk}-{space.layouts.get(kind='theatre').pk}" if space else "", "places": "20",
        "allocation": "queue", "audience": "members", "key": "one",
    }  # fmt: skip
    return {**typed, **words}


def body(answer: HttpResponse) -> str:
    return answer.content.decode()


def plan(client: Client, cast: Cast, **words: Any) -> Event:
    answer = client.post(NEW, given(cast, **words))
    assert answer.status_code == 303, body(answer)
    return Event.objects.latest("pk")


def test_one_page_plans_an_event_with_its_space_and_people(cast: Cast) -> None:
    client, hall = signed_in(cast.member), hall_of(cast)
    event = plan(
        client, cast, space=hall, virtual_places="40", online_link="https://kokous.example/x",
        organisers=str(cast.outsider.email), hosts=str(cast.host.email), tags="Kokeilu, #oppi",
        dimensions=["social"], spoken=["fi", "sv"],
    )  # fmt: skip
    assert event.published_at is None
    assert {pool.mode: pool.capacity for pool in event.pools.all()} == {"on_site": 20, "virtual": 40}
    assert event.booking is not None
    assert str(event.booking.places.get().layout) == str(hall.layouts.get(kind="theatre"))
    assert sorted(event.people.values_list("person__name", "part")) == [
        ("Alba Kaisla", "organiser"), ("Cilla Norrgård", "organiser"), ("Helmi Hostila", "host")
    ]  # fmt: skip
    assert [tag.word for tag in event.tags.all()] == ["kokeilu", "oppi"]
    assert (event.dimensions, event.spoken) == (["social"], ["fi", "sv"])
    assert client.post(NEW, given(cast, space=hall, virtual_places="40")).status_code != 500
    page = body(client.get(f"/en/events/{event.pk}/"))
    assert "Run this event" in page
    assert "Run this event" not in body(signed_in(cast.host).get(f"/en/events/{event.pk}/"))


def test_a_form_sent_twice_plans_once(cast: Cast) -> None:
    client = signed_in(cast.member)
    for _twice in range(2):
        assert client.post(NEW, given(cast)).status_code == 303
    assert Event.objects.count() == 1
    client.post(NEW, given(cast, publish="1"))
    assert Event.objects.count() == 2


def test_what_is_wrong_stands_at_its_field_and_what_was_typed_stays(cast: Cast) -> None:
    client, hall = signed_in(cast.member), hall_of(cast)
    answer = client.post(
        NEW,
        given(
            cast, space=hall, places="31", title="Kanaria", organisers="ei.kukaan@vm.example", text="Pitkä"
        ),
    )
    page = body(answer)
    assert answer.status_code == 422
    assert "Nobody uses the service with this address: ei.kukaan@vm.example" in page
    assert "Kanaria" in page
    answer = client.post(NEW, given(cast, space=hall, places="31"))
    assert (answer.status_code, "There are 30 seats in the space" in body(answer)) == (422, True)
    assert 'href="#id_places"' in body(answer)
    for words, sentence in (
        ({"title": ""}, "Give the event a title."),
        ({"end": "12:00"}, "The end must be after the beginning."),
        ({"day": "2001-01-01"}, "That time has passed already."),
        ({"places": "-1"}, "Give a number of places from 0"),
        ({"places": ""}, "Give the event at least one place"),
        ({"audience": "organisation"}, "Choose the organisation for which the event is."),
        ({"audience": "role"}, "Choose the role for which the event is."),
        ({"online_link": "javascript:alert(1)"}, "Give a whole address"),
        ({"opens_at": "soon"}, "Give the day and the time"),
        ({"closes_at": "2001-01-01T10:00"}, "Registration must open before it closes."),
        ({"site": "", "space": f"{hall.pk}"}, "Choose a space of this site."),
        ({"site": "", "space": "", "places": "5"}, "Say where the event is held"),
        ({"keep_answers_days": "365"}, "Answers are kept at most 90 days"),
    ):
        answer = client.post(NEW, given(cast) | words)
        assert (answer.status_code, sentence in body(answer)) == (422, True), (words, sentence)
    assert not Event.objects.exists()


def test_a_taken_space_is_refused_with_others_that_one_press_chooses(cast: Cast) -> None:
    hall, other = hall_of(cast), spaces.space(cast.helsinki, name="Toinen", seats=40)
    plan(signed_in(cast.colleague), cast, space=hall)
    client = signed_in(cast.member)
    answer = client.post(NEW, given(cast, space=hall, title="Kanaria"))
    page = body(answer)
    assert (answer.status_code, "This would be free" in page, "Toinen" in page) == (409, True, True)
    instead = next(
        found for found in re.findall(r'name="instead" value="([^"]+)"', page) if f"space={other.pk}" in found
    )
    answer = client.post(NEW, given(cast, space=hall, title="Kanaria", instead=instead.replace("&amp;", "&")))
    page = body(answer)
    assert (answer.status_code, "Toinen is free then." in page, "Kanaria" in page) == (200, True, True)
    assert "Please check these" not in page
    assert Event.objects.count() == 1


def test_looking_writes_nothing_and_tells_what_the_space_takes(cast: Cast) -> None:
    client, hall = signed_in(cast.member), spaces.hall(cast.helsinki)["ABC"]
    theatre = hall.layouts.get(kind="theatre")
    typed = given(cast, title="", look="1") | {"space": f"{hall.pk}-{theatre.pk}"}
    page = body(client.post(NEW, typed))
    assert "Rearranging takes 30 minutes before you begin." in page
    assert "Meanwhile others cannot book" in page
    assert "Give the event a title." not in page
    assert (Event.objects.count(), Booking.objects.count()) == (0, 0)
    page = body(client.post(NEW, given(cast, look="1", day="")))
    assert "Give the day and the hours" in page


def test_what_is_free_is_told_while_somebody_chooses(cast: Cast) -> None:
    hall, other = hall_of(cast), spaces.space(cast.helsinki, name="Toinen", seats=40)
    event = plan(signed_in(cast.colleague), cast, space=hall)
    client, address = signed_in(cast.member), f"{NEW}space/"
    taken = given(cast, space=hall, title="")
    part = body(client.post(address, taken))
    assert ("<html" in part, "This would be free" in part, f"space={other.pk}" in part) == (False, True, True)
    assert re.search(r'data-summary="[^"]+ \d+ others? (is|are) free\."', part)
    free = body(client.post(address, {**taken, "start": "16:00", "end": "17:00"}))
    assert 'data-summary="Sali is free then."' in free
    assert "Choose a site" in body(client.post(address, {**taken, "site": "", "space": ""}))
    assert "Give the day" in body(client.post(address, {**taken, "day": ""}))
    own = f"/en/events/{event.pk}/change/space/"
    assert client.post(own, taken).status_code == 404
    assert "Sali is free then." in body(signed_in(cast.colleague).post(own, taken)), (
        "its own space is no rival"
    )
    assert (Event.objects.count(), Booking.objects.count()) == (1, 1)


def test_when_nothing_is_free_then_the_nearest_times_are(cast: Cast) -> None:
    hall = hall_of(cast)
    plan(signed_in(cast.colleague), cast, space=hall)
    client, asked = signed_in(cast.member), given(cast, title="")
    part = body(client.post(f"{NEW}space/", asked))
    assert "This would be free" in part
    assert f"space={hall.pk}" in part
    assert "start=13%3A00" not in part
    nothing = body(client.post(f"{NEW}space/", {**asked, "places": "900"}))
    assert 'data-summary="Nothing free was found near that time.' in nothing


def test_a_kind_fills_in_what_is_usual(cast: Cast) -> None:
    client = signed_in(cast.member)
    clinic = EventKind.objects.get(slug="sparring-clinic")
    page = body(client.post(NEW, given(cast, kind=clinic.pk, usual="1", places="99", title="Kanaria")))
    assert re.search(r'name="places" value="6"', page)
    assert re.search(r'value="lottery"[^>]* checked', page)
    assert 'value="15:00"' in page
    assert "Kanaria" in page
    page = body(client.get(f"{NEW}?kind=remote-coffee"))
    assert re.search(r'name="virtual_places" value="50"', page)


def test_plan_publish_register_change_cancel(cast: Cast) -> None:
    client, hall = signed_in(cast.member), hall_of(cast)
    event = plan(client, cast, space=hall)
    address = f"/en/events/{event.pk}/"
    assert "the hosts and managers of its site" in body(client.get(address))
    assert signed_in(cast.host).get(address).status_code == 200, "a host of the site sees it"
    assert signed_in(cast.colleague).get(address).status_code == 404
    assert "There is no description yet." in body(client.get(f"{address}publication/"))
    for _twice in range(2):
        assert client.post(f"{address}publication/").status_code == 303
    assert client.post(f"{address}withdrawal/").status_code == 303
    assert signed_in(cast.colleague).get(address).status_code == 404
    client.post(f"{address}publication/")
    assert signed_in(cast.colleague).post(f"{address}registration/", {"key": "x"}).status_code == 303
    assert client.post(f"{address}withdrawal/").status_code == 409
    drawn = client.post(f"{address}change/", given(cast, space=hall, allocation="lottery"))
    assert (drawn.status_code, "how places are given stays" in body(drawn)) == (422, True)
    later = given(cast, space=hall, start="16:00", end="18:00", title="Siirretty")
    answer = client.post(f"{address}change/", later)
    assert answer.status_code == 303, body(answer)
    event.refresh_from_db()
    assert event.booking is not None
    assert (event.title, event.booking.starts_at) == ("Siirretty", event.starts_at)
    answer = client.post(f"{address}change/", {**later, "places": "", "virtual_places": "5"})
    assert (answer.status_code, "Who would lose a place" in body(answer)) == (422, True)
    assert "Bo Strandvik" in body(answer)
    page = body(client.get(f"{address}cancellation/"))
    assert ("1 person has a place." in page, "Bo Strandvik" in page) == (True, True)
    answer = client.post(f"{address}cancellation/", {"reason": ""})
    assert (answer.status_code, "Say why the event is cancelled" in body(answer)) == (422, True)
    for _twice in range(2):
        assert client.post(f"{address}cancellation/", {"reason": "Puhuja sairastui"}).status_code == 303
    assert "Puhuja sairastui" in body(signed_in(cast.colleague).get(address))


def test_a_change_begins_from_what_stands(cast: Cast) -> None:
    client, hall = signed_in(cast.member), hall_of(cast)
    event = plan(
        client,
        cast,
        space=hall,
        tags="a, b",
        spoken=["sv"],
        closes_at=f"{spaces.open_day(cast.helsinki, 8)}T09:00",
    )
    before = {field.name: getattr(event, field.name) for field in Event._meta.concrete_fields}
    page = body(client.get(f"/en/events/{event.pk}/change/"))
    assert f'<option value="{hall.pk}-{hall.layouts.get(kind="theatre").pk}" selected>' in page
    assert 'value="a, b"' in page
    assert f'value="{spaces.open_day(cast.helsinki, 8)}T09:00"' in page
    assert before["title"] in page
    usual = plan(client, cast, key="two")
    page = body(client.get(f"/en/events/{usual.pk}/change/"))
    [closes] = re.findall(r'<input[^>]*name="closes_at"[^>]*>', page)
    assert "value=" not in closes
