"""The pages do what the actions do: founding, asking, answering, joining and leaving by forms that work without scripts."""

from django.test import Client

from fiksummin.circles.models import Asking, Circle
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import circles as make


def test_from_founding_to_the_second_member(cast: Cast) -> None:
    keeper: Client = signed_in(cast.member)
    given = {
        "name": "Lean",
        "purpose": "Lyhennämme jonoja.",
        "language": "fi",
        "joining": "closed",
        "key": "k",
    }
    for _twice in range(2):
        assert keeper.post("/en/circles/new/", given).status_code == 303
    circle = Circle.objects.get()
    other: Client = signed_in(cast.outsider)
    page = other.get(f"/en/circles/{circle.pk}/").content.decode()
    assert "Only its members see who belongs to it." in page
    assert str(cast.member) not in page
    assert other.post(f"/en/circles/{circle.pk}/requests/new/", {"words": "Saanko tulla?"}).status_code == 303
    asking = Asking.objects.get()
    answer = f"/en/circles/{circle.pk}/requests/{asking.pk}/"
    refused = keeper.post(answer, {"words": " ", "accepts": ""})
    assert (refused.status_code, "Say in a sentence why not." in refused.content.decode()) == (422, True)
    assert keeper.post(answer, {"words": "Ryhmä on täynnä.", "accepts": ""}).status_code == 303
    assert "Ryhmä on täynnä." in other.get(f"/en/circles/{circle.pk}/").content.decode()
    assert other.post(f"/en/circles/{circle.pk}/requests/new/", {"words": ""}).status_code == 303
    assert "Ryhmä on täynnä." not in other.get(f"/en/circles/{circle.pk}/").content.decode()
    answer = f"/en/circles/{circle.pk}/requests/{Asking.objects.latest('pk').pk}/"
    assert keeper.post(answer, {"accepts": "1"}).status_code == 303
    assert keeper.post(answer, {"accepts": "1"}).status_code == 404
    assert str(cast.member) in other.get(f"/en/circles/{circle.pk}/").content.decode()
    assert other.post(f"/en/circles/{circle.pk}/leaving/").status_code == 303
    assert circle.members.count() == 1


def test_a_refused_form_keeps_what_was_written(cast: Cast) -> None:
    make.circle(cast.colleague, name="Lean")
    given = {"name": "lean", "purpose": "Sama asia.", "language": "fi", "joining": "open"}
    page = signed_in(cast.member).post("/en/circles/new/", given)
    assert page.status_code == 422
    assert page.context["form"]["purpose"].value() == "Sama asia."
    assert list(page.context["form"].errors) == ["name"]
    closed = make.closed(cast.member)
    long = signed_in(cast.outsider).post(f"/en/circles/{closed.pk}/requests/new/", {"words": "x" * 1001})
    assert (long.status_code, long.context["asks"]["words"].value()) == (422, "x" * 1001)


def test_mine_come_first_and_lists_have_pages(cast: Cast) -> None:
    own = make.circle(cast.member, name="Oma")
    for number in range(31):
        make.circle(cast.colleague, name=f"Muu {number}")
    page = signed_in(cast.member).get("/en/circles/")
    assert page.context["own"] == [own]
    assert (page.context["page"].paginator.count, page.context["page"].has_next()) == (31, True)
    found = signed_in(cast.member).get("/en/circles/?q=oma").context
    assert [row.name for row in found["page"]] == ["Oma"]
