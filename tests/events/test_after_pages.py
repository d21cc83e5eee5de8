"""After an event, as people do it: asked by letter, told in a minute, gathered, published, told to all who waited."""

import re
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from fiksummin.core.models import Letter
from fiksummin.core.time import now, today
from fiksummin.core.worker import run_errands
from fiksummin.events import actions
from fiksummin.events.models import Digest, Event, Registration, Reminder, Takeaway
from fiksummin.events.queries.wishes import PlaceWish, TakeawayWish
from fiksummin.people.models import Person
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make
from tests.factories import people

pytestmark = pytest.mark.django_db
WORDS = "kanaria-tuliaiset"


def letters(part: str) -> list[Letter]:
    run_errands(now())
    return list(Letter.objects.filter(key__contains=part).order_by("id"))


def path_in(letter: Letter) -> str:
    text = bytes(letter.content).replace(b"=\r\n", b"").decode()
    found = re.search(r"http://localhost:8000(/\S+/)", text)
    assert found, text
    return found[1]


def guest_of(event: Event, email: str = "viivi@vieras.example") -> Registration:
    wish = PlaceWish(mode="on_site", guest_name="Viivi Vieras", guest_email=email, guest_language="sv")
    actions.ask_as_guest(event=event, wish=wish)
    return actions.confirm_guest(link=event.links.order_by("-pk")[0])


def after(event: Event, **span: float) -> Any:
    return time_machine.travel(event.ends_at + timedelta(**span), tick=False)


def picture() -> SimpleUploadedFile:
    raw = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "kanaria-koti"
    Image.new("RGB", (40, 30), "green").save(raw, "JPEG", exif=exif)
    return SimpleUploadedFile("kuva-kotoa.jpg", raw.getvalue(), "image/jpeg")


def kind_of(client: Client, file: str) -> str:
    answer = client.get(file)
    assert (answer.status_code, bool(b"".join(answer.streaming_content))) == (200, True)
    return str(answer["Content-Type"])


def test_from_the_end_of_the_event_to_the_page_that_all_hear_of(cast: Cast) -> None:
    event = make.event(cast.owner, places=2, audience=make.PUBLIC)
    make.registration(cast.member, event)
    guest = guest_of(event)
    make.registration(cast.colleague, event)
    actions.follow_event(by=cast.outsider, event=event)
    actions.follow_event(by=cast.member, event=event)
    with after(event, hours=1):
        for _twice in range(2):
            actions.ask_takeaways(at=now())
        asked = letters("-asked-")
        assert len(asked) == 2
        mine, hers = (path_in(letter) for letter in asked)
        assert mine == f"/fi/registrations/{Registration.objects.get(person=cast.member).pk}/takeaway/"
        assert re.fullmatch(r"/sv/guests/[\w-]+/takeaway/", hers)
        assert b"Subject: Vad tog du med dig?" in bytes(asked[1].content)
        member, visitor = signed_in(cast.member), Client()
        assert member.get(mine).status_code == 200
        assert member.post(mine, {"text": WORDS, "is_named": "on"}).status_code == 303
        assert visitor.post(hers, {"text": "Ett bra samtal"}).status_code == 303
        assert {row.author for row in Takeaway.objects.all()} == {str(cast.member), ""}
        answers = {"was_useful": "5", "met_somebody_new": "yes", "comes_again": "yes"}
        for client, path in ((member, mine), (visitor, hers)):
            address = path.replace("takeaway", "feedback")
            assert client.post(address, answers).status_code == 303
            assert client.post(address, answers).status_code == 303
        page = f"/fi/events/{event.pk}/takeaways/"
        assert WORDS not in Client().get(page).content.decode()
        owner, gathering = signed_in(cast.owner), f"{page}gathering/"
        step = {
            "kind": "next_step",
            "text": "Kokeillaan",
            "owner": str(cast.member.pk),
            "due_on": "2027-01-15",
        }
        assert owner.post(f"/fi/events/{event.pk}/outcomes/", step).status_code == 303
        assert owner.get(page).status_code == 302
        shown = owner.get(gathering).content.decode()
        assert WORDS in shown
        seen = re.search(r'name="seen" value="([^"]+)"', shown)
        assert seen
        for _twice in range(2):
            assert owner.post(gathering, {"summary": "Kiitos", "seen": seen[1]}).status_code == 303
        told = {row.person or row.to for row in letters("-digest-")}
        assert told == {cast.member.pk, cast.colleague.pk, cast.outsider.pk, "viivi@vieras.example"}
        assert len(letters("-digest-")) == 4
        public = Client().get(page).content.decode()
        assert WORDS in public
        assert "Kokeillaan" in public
        assert str(cast.member) in public  # her takeaway is named, and so is she as its author
        assert guest.guest_name not in public
        [named] = letters("outcome-")
        assert named.person == cast.member.pk


def test_what_is_told_or_changed_later_waits_until_it_is_let_out(cast: Cast) -> None:
    event = make.event(cast.owner, places=3, audience=make.PUBLIC)
    first, second = people.person(), people.person()
    for person in (first, second):
        make.registration(person, event)
    page = f"/fi/events/{event.pk}/takeaways/"
    with after(event, hours=1):
        actions.tell_takeaway(by=first, event=event, wish=TakeawayWish(text="Ensin"))
    with after(event, hours=2):
        seen = now()
    with after(event, hours=3):
        actions.tell_takeaway(by=second, event=event, wish=TakeawayWish(text=WORDS))
        actions.publish_digest(by=cast.owner, event=event, seen_at=seen)
        assert WORDS not in Client().get(page).content.decode()
    with after(event, hours=4):
        actions.publish_digest(by=cast.owner, event=event)
        assert WORDS in Client().get(page).content.decode()
    with after(event, hours=5):
        actions.tell_takeaway(by=first, event=event, wish=TakeawayWish(text="Toisin"))
        shown = Client().get(page).content.decode()
        assert "Ensin" not in shown
        assert "Toisin" not in shown
        assert Takeaway.objects.count() == 2


def test_what_came_while_the_organiser_read_is_not_let_out_unread(cast: Cast) -> None:
    event = make.event(cast.owner, places=3, audience=make.PUBLIC)
    first, second = people.person(), people.person()
    for person in (first, second):
        make.registration(person, event)
    page = f"/fi/events/{event.pk}/takeaways/"
    with after(event, hours=1):
        actions.tell_takeaway(by=first, event=event, wish=TakeawayWish(text="Luettu"))
    with after(event, hours=2):
        owner = signed_in(cast.owner)
        seen = re.search(r'name="seen" value="([^"]+)"', owner.get(f"{page}gathering/").content.decode())
        assert seen
        actions.tell_takeaway(by=second, event=event, wish=TakeawayWish(text=WORDS))
        assert owner.post(f"{page}gathering/", {"summary": "", "seen": seen[1]}).status_code == 303
        shown = Client().get(page).content.decode()
        assert ("Luettu" in shown, WORDS in shown) == (True, False)


def test_the_public_reads_whose_agency_takes_the_next_step_but_no_name(cast: Cast) -> None:
    event = make.event(cast.owner, places=3, audience=make.PUBLIC)
    make.registration(cast.member, event)
    with after(event, hours=1):
        actions.add_outcome(
            by=cast.owner, event=event, kind="next_step", text="Kokeillaan", owner=cast.member,
            due_on=today(),
        )  # fmt: skip
        actions.tell_takeaway(by=cast.member, event=event, wish=TakeawayWish(text="Nimetön <b>oppi</b>"))
        actions.publish_digest(by=cast.owner, event=event)
        page = f"/fi/events/{event.pk}/takeaways/"
        public, signed = (
            client.get(page).content.decode() for client in (Client(), signed_in(cast.colleague))
        )
    assert (str(cast.member) in public, str(cast.member) in signed) == (False, True)
    assert str(cast.member.organisation) in public
    assert "&lt;b&gt;oppi" in public


def test_files_are_drawn_anew_or_known_by_their_bytes_and_follow_the_takeaway(
    cast: Cast, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    event = make.event(cast.owner, places=2, audience=make.PUBLIC)
    row = make.registration(cast.member, event)
    path = f"/fi/registrations/{row.pk}/takeaway/"
    with after(event, hours=1):
        client = signed_in(cast.member)
        wrong = {
            "picture": SimpleUploadedFile(
                "hostile.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
            ),
            "picture_words": "Kuva",
        }
        assert client.post(path, wrong).status_code == 422
        lying = {"recording": SimpleUploadedFile("puhe.mp3", b"<html><script>"), "recording_words": "Puhe"}
        assert client.post(path, lying).status_code == 422
        large = SimpleUploadedFile("puhe.mp3", b"ID3" + b"\0" * (10 * 1024 * 1024))
        answer = client.post(path, {"recording": large, "recording_words": "Puhe"})
        assert answer.status_code == 422
        assert "10 Mt" in answer.content.decode()
        mute = client.post(path, {"picture": picture()})
        assert mute.status_code == 422
        assert not Takeaway.objects.exists()
        sound = SimpleUploadedFile("puhe.html", b"OggS" + b"\0" * 100)
        given = {
            "picture": picture(),
            "picture_words": "Vihreä",
            "recording": sound,
            "recording_words": "Puhe",
        }
        assert client.post(path, given).status_code == 303
        told = Takeaway.objects.get()
        with told.picture.open() as kept:
            assert b"kanaria-koti" not in kept.read()
        assert "kuva-kotoa" not in str(told.picture.name)
        assert str(told.recording.name).endswith(".ogg")
        files = [f"/fi/events/{event.pk}/takeaways/{told.pk}/{what}/" for what in ("picture", "recording")]
        assert [kind_of(client, file) for file in files] == ["image/jpeg", "audio/ogg"]
        assert [Client().get(file).status_code for file in files] == [404, 404]
        assert Client().get(f"/media/{told.picture.name}").status_code == 404
        actions.publish_digest(by=cast.owner, event=event)
        assert [kind_of(Client(), file) for file in files] == ["image/jpeg", "audio/ogg"]
        part = Client().get(files[1], headers={"Range": "bytes=0-3"})
        assert (part.status_code, b"".join(part.streaming_content)) == (206, b"OggS")
        stays = {
            "text": "Sanat",
            "picture_words": "Vihreä",
            "recording_words": "Puhe",
            "drops_recording": "on",
        }
        assert client.post(path, stays).status_code == 303
        told.refresh_from_db()
        assert (bool(told.picture), bool(told.recording), told.recording_words) == (True, False, "")
        assert client.post(f"{path}withdrawal/").status_code == 303
        assert not Takeaway.objects.exists()


def test_an_organiser_takes_one_from_the_page_and_says_why(cast: Cast) -> None:
    event = make.event(cast.owner, places=2, audience=make.PUBLIC)
    row = make.registration(cast.member, event)
    with after(event, hours=1):
        told = actions.tell_takeaway(by=cast.member, event=event, wish=TakeawayWish(text=WORDS))
        actions.publish_digest(by=cast.owner, event=event)
        address = f"/fi/events/{event.pk}/takeaways/{told.pk}/removal/"
        owner = signed_in(cast.owner)
        assert signed_in(cast.colleague).get(address).status_code == 404
        assert owner.post(address, {"reason": "ei"}).status_code == 422
        for _twice in range(2):
            assert owner.post(address, {"reason": "Tekstissä on toisen nimi."}).status_code == 303
        assert WORDS not in Client().get(f"/fi/events/{event.pk}/takeaways/").content.decode()
        [letter] = letters("-removed-")
        assert letter.person == cast.member.pk
        hers = signed_in(cast.member).get(f"/fi/registrations/{row.pk}/takeaway/").content.decode()
        assert "toisen nimi" in hers


def test_organisers_are_reminded_after_two_and_thirty_days_once_each(cast: Cast) -> None:
    event = make.event(cast.owner, places=1)
    make.registration(cast.member, event)
    for days in (0.1, 1.9, 2.01, 2.02, 9, 29.9, 30.1, 30.1, 45, 70):
        with after(event, days=days):
            actions.remind_organisers(at=now())
            actions.remind_organisers(at=now())
            run_errands(now())
            run_errands(now())
    keys = [letter.key for letter in letters("-missing-")]
    assert [re.sub(r"\d+-\d+$", "", key) for key in keys] == [
        f"event-{event.pk}-missing-digest-2-", f"event-{event.pk}-missing-digest-30-"
    ]  # fmt: skip


def test_a_worker_that_stood_still_reminds_once_and_not_of_what_is_out(cast: Cast) -> None:
    late, out = (make.event(cast.owner, places=1) for _each in range(2))
    for event in (late, out):
        make.registration(cast.member, event)
    with after(out, hours=1):
        actions.publish_digest(by=cast.owner, event=out)
    with after(late, days=40):
        actions.ask_takeaways(at=now())
        actions.remind_organisers(at=now())
        assert [row.kind for row in Reminder.objects.all()] == ["digest-30"]
        assert len(letters("-missing-digest-30")) == 1
        assert not letters("-asked-")


def test_a_page_that_came_out_meanwhile_is_not_missed(cast: Cast) -> None:
    event = make.event(cast.owner, places=1)
    make.registration(cast.member, event)
    with after(event, days=3):
        actions.remind_organisers(at=now())
        actions.publish_digest(by=cast.owner, event=event)
        assert not letters("-missing-")


def test_followers_who_may_see_it_no_more_are_not_told(cast: Cast) -> None:
    event = make.event(cast.owner, places=1, audience=make.PUBLIC)
    actions.follow_event(by=cast.guest, event=event)
    actions.follow_event(by=cast.outsider, event=event)
    Event.objects.filter(pk=event.pk).update(audience="members")
    with after(event, hours=1):
        actions.publish_digest(by=cast.owner, event=event)
        assert [row.person for row in letters("-digest-")] == [cast.outsider.pk]


def test_a_guest_reads_the_page_of_a_closed_event_by_her_link_alone(cast: Cast) -> None:
    event = make.event(cast.owner, places=2)
    link = actions.invite_guest(by=cast.owner, event=event, email="viivi@vieras.example", name="Viivi")
    wish = PlaceWish(
        mode="on_site", guest_name="Viivi", guest_email="viivi@vieras.example", guest_language="fi"
    )
    actions.confirm_guest(link=link, wish=wish)
    make.registration(cast.member, event)
    with after(event, hours=1):
        actions.tell_takeaway(by=cast.member, event=event, wish=TakeawayWish(text=WORDS))
        actions.publish_digest(by=cast.owner, event=event)
        hers = next(row for row in letters("-digest-guest-"))
        address = path_in(hers)
        assert address.startswith("/fi/guests/")
        assert WORDS in Client().get(address).content.decode()
        assert Client().get(f"/fi/events/{event.pk}/takeaways/").status_code == 302
        assert Digest.objects.get().gathered_at == now()


def feedback(event: Event, person: Person, useful: int, met: bool) -> None:
    row = make.registration(person, event)
    with after(event, hours=1):
        actions.give_feedback(
            by=person, registration=row, was_useful=useful, met_somebody_new=met, comes_again=True
        )


def test_figures_come_in_steps_of_five_and_hide_the_few(cast: Cast) -> None:
    event = make.event(cast.owner, places=20)
    client, address = signed_in(cast.owner), f"/en/events/{event.pk}/feedback/"
    for number in range(4):
        feedback(event, people.person(), 5, met=True)
        assert "Figures are shown when at least 5" in client.get(address).content.decode(), number
    feedback(event, people.person(), 5, met=True)
    assert "Of the first 5 who answered 5 met" in client.get(address).content.decode()
    for number in range(4):
        feedback(event, people.person(), 1, met=False)
        assert "Of the first 5 who answered 5 met" in client.get(address).content.decode(), number
    feedback(event, people.person(), 5, met=True)
    shown = client.get(address).content.decode()
    assert "10 have answered." in shown
    assert "Of the first" not in shown  # four said no: shown beside the six they could be subtracted
    assert shown.count("too few to show") == 4
    assert signed_in(cast.colleague).get(address).status_code == 404
