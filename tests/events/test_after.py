"""What people took away, how it was, where the lab is invited and whom it visits next."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.core.models import Entry, Letter
from fiksummin.core.personal import erase_all
from fiksummin.core.time import now, today
from fiksummin.core.workdays import working_day_after
from fiksummin.events import actions, queries
from fiksummin.events.models import Digest, Event, Feedback, Invitation, Registration, Takeaway, Target
from fiksummin.events.queries.wishes import InvitationWish, PlaceWish, TakeawayWish
from fiksummin.people.models import Person
from tests.cast import Cast
from tests.factories import events, people
from tests.factories.events import registration


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


@pytest.fixture
def event(cast: Cast) -> Event:
    return events.event(cast.member, places=1)


def inviting(by: Person, **words: object) -> Invitation:
    return actions.invite_lab(by=by, wish=InvitationWish("Yhteiset tilat", "tammikuussa", **words))  # type: ignore[arg-type]  # a test names the words


def test_those_who_had_a_place_tell_what_they_took_away(event: Event) -> None:
    took_part, waited = people.person(), people.person()
    registration(took_part, event)
    registration(waited, event)
    at = event.ends_at + timedelta(hours=1)
    wish = TakeawayWish(text="Kysy ensin, päätä sitten")
    with pytest.raises(NotNow, match="has begun"):
        actions.tell_takeaway(by=took_part, event=event, wish=wish)
    told = actions.tell_takeaway(by=took_part, event=event, wish=wish, at=at)
    with pytest.raises(NotAllowed, match="took part"):
        actions.tell_takeaway(by=waited, event=event, wish=wish, at=at)
    with pytest.raises(Invalid, match="a few words"):
        actions.tell_takeaway(by=took_part, event=event, wish=TakeawayWish(), at=at)
    actions.withdraw_takeaway(by=took_part, takeaway=told)
    assert not Takeaway.objects.exists()


def test_the_page_comes_out_once(cast: Cast, event: Event) -> None:
    at = event.ends_at + timedelta(hours=1)
    with pytest.raises(NotAllowed, match="Only its organisers"):
        actions.publish_digest(by=cast.colleague, event=event, at=at)
    actions.publish_digest(by=cast.member, event=event, summary="Tiivistelmä", at=at)
    actions.publish_digest(by=cast.member, event=event, summary="Parempi tiivistelmä", at=at)
    assert Digest.objects.get().summary == "Parempi tiivistelmä"
    assert Entry.objects.filter(fact="events.DigestPublished").count() == 1


def test_a_next_step_has_an_owner_and_a_date(cast: Cast, event: Event) -> None:
    at = event.ends_at + timedelta(hours=1)
    with pytest.raises(Invalid, match="by when"):
        actions.add_outcome(by=cast.member, event=event, kind="next_step", text="Koe", at=at)
    step = actions.add_outcome(
        by=cast.member,
        event=event,
        kind="next_step",
        text="Koe",
        owner=cast.outsider,
        due_on=date(2027, 1, 7),
        at=at,
    )
    with pytest.raises(NotAllowed):
        actions.settle_outcome(by=cast.colleague, outcome=step, at=at)
    assert actions.settle_outcome(by=cast.outsider, outcome=step, at=at).done_at == at


def test_feedback_is_given_once_and_belongs_to_nobody(event: Event) -> None:
    person = people.person()
    row = registration(person, event)
    at = event.ends_at + timedelta(hours=1)
    said = {"met_somebody_new": True, "comes_again": True, "at": at}
    with pytest.raises(Invalid, match="1 to 5"):
        actions.give_feedback(by=person, registration=row, was_useful=6, **said)  # type: ignore[arg-type]  # a moment and yeses
    actions.give_feedback(by=person, registration=row, was_useful=5, **said)  # type: ignore[arg-type]  # as above
    row = Registration.objects.select_related("event", "feedback_given").get(pk=row.pk)
    with pytest.raises(NotNow, match="Thank you"):
        actions.give_feedback(by=person, registration=row, was_useful=4, **said)  # type: ignore[arg-type]  # as above
    assert [field.name for field in Feedback._meta.get_fields() if field.is_relation] == ["event"]


def test_the_same_answers_are_one_count_without_an_order(cast: Cast) -> None:
    event = events.event(cast.member, places=3)
    at = event.ends_at + timedelta(hours=1)
    for useful in (5, 4, 5):
        person = people.person()
        actions.give_feedback(
            by=person, registration=registration(person, event), was_useful=useful, met_somebody_new=True,
            comes_again=True, at=at,
        )  # fmt: skip
    assert sorted(Feedback.objects.values_list("was_useful", "count")) == [(4, 1), (5, 2)]


def test_the_database_knows_a_target_once(cast: Cast) -> None:
    actions.propose_target(by=cast.member, name="Esimerkkivirasto")
    with pytest.raises(IntegrityError), transaction.atomic():
        Target.objects.create(name="ESIMERKKIVIRASTO")


def test_an_agency_invites_and_is_answered_by_a_working_day(cast: Cast) -> None:
    invitation = inviting(cast.outsider)
    assert invitation.answer_due_on == working_day_after(today(), 10)
    with pytest.raises(NotAllowed, match="their own agency"):
        inviting(cast.guest)
    with pytest.raises(NotAllowed, match="run the lab"):
        actions.accept_invitation(by=cast.member, invitation=invitation)
    with pytest.raises(Invalid, match="10 characters"):
        actions.decline_invitation(by=cast.host, invitation=invitation, reason="ei")
    actions.decline_invitation(by=cast.host, invitation=invitation, reason="Kevään päivät ovat täynnä")
    with pytest.raises(NotNow, match="already"):
        actions.accept_invitation(by=cast.host, invitation=invitation)


def test_an_accepted_invitation_becomes_a_stop_of_the_tour(cast: Cast) -> None:
    invitation = inviting(cast.outsider)
    actions.accept_invitation(by=cast.host, invitation=invitation)
    event = actions.schedule_invitation(
        by=cast.host, invitation=invitation, wish=events.wish(kind="tour-stop"), publish=True
    )
    invitation.refresh_from_db()
    assert (invitation.event, invitation.state) == (event, "scheduled")
    assert {row.person for row in event.people.all()} == {cast.host, cast.outsider}
    people.organisation()
    assert not any(row.days for row in queries.tour(event.starts_at))
    first, *others = queries.tour(event.ends_at)
    assert (first.organisation, first.days) == (invitation.organisation, (today(at=event.starts_at),))
    assert others
    assert not any(row.days for row in others)


def test_working_days_leave_out_weekends_and_holidays() -> None:
    assert working_day_after(date(2026, 12, 23), 1) == date(2026, 12, 28)
    assert working_day_after(date(2027, 3, 25), 1) == date(2027, 3, 30)


def test_no_counts_before_ones_own_vote(cast: Cast) -> None:
    target = actions.propose_target(by=cast.member, name="Esimerkkivirasto")
    assert actions.propose_target(by=cast.colleague, name="esimerkkivirasto") == target
    actions.vote_for_target(by=cast.member, target=target)
    actions.vote_for_target(by=cast.member, target=target)
    assert queries.counts_for([target], cast.colleague) == {}
    assert queries.counts_for([target], cast.member) == {target.pk: 1}
    with pytest.raises(NotAllowed, match="run the lab"):
        actions.choose_target(by=cast.member, target=target, reason="Moni haluaa sinne")
    chosen = actions.choose_target(by=cast.host, target=target, reason="Moni haluaa sinne")
    assert queries.counts_for([chosen], cast.colleague) == {target.pk: 1}
    with pytest.raises(NotNow, match="decided"):
        actions.vote_for_target(by=cast.colleague, target=chosen)


def test_who_is_erased_leaves_words_but_no_name(event: Event) -> None:
    person = people.person()
    registration(person, event)
    at = event.ends_at + timedelta(hours=1)
    actions.tell_takeaway(by=person, event=event, wish=TakeawayWish(text="Oppi", is_named=True), at=at)
    erase_all(person.pk)
    kept = Takeaway.objects.get()
    assert (kept.text, kept.person, kept.is_named) == ("Oppi", None, False)
    assert not Registration.objects.filter(person=person).exists()


def test_sensitive_answers_are_gone_after_their_term(cast: Cast) -> None:
    asked = (
        events.Asked("Ruokavalio", why="Tilaamme lounaan", sensitivity="diet"),
        events.Asked("Odotukset"),
    )
    event = events.event(cast.member, questions=asked, keep_answers_days=7)
    diet, hopes = event.questions.all()
    row = registration(people.person(), event, answers={diet.pk: "keliakia", hopes.pk: "oppia"})
    assert actions.forget_answers(at=event.ends_at + timedelta(days=6)) == 0
    assert actions.forget_answers(at=event.ends_at + timedelta(days=8)) == 1
    assert list(row.answers.values_list("value", flat=True)) == ["oppia"]
    actions.forget_participants(at=event.ends_at + timedelta(days=91))
    row.refresh_from_db()
    assert (row.person, row.answers.count(), now() < event.ends_at) == (None, 0, True)


def test_who_let_an_offered_place_go_is_told_once_too(cast: Cast) -> None:
    """She waited, was offered a place and did not take it, or not in time; another waited, lapsed and then came."""
    event = events.event(cast.member, places=1, offer_hours=1)
    holder, declines, lapses, comes = (people.person() for _one in range(4))
    held, *waiting = [registration(person, event) for person in (holder, declines, lapses, comes)]
    actions.cancel_registration(by=holder, registration=held)
    actions.decline_place(by=declines, registration=waiting[0])
    for hours in (2, 4):
        actions.lapse_places(at=now() + timedelta(hours=hours))
    actions.register(by=comes, event=event, wish=PlaceWish(mode="on_site", person=comes))
    at = event.ends_at + timedelta(hours=1)
    actions.tell_takeaway(by=comes, event=event, wish=TakeawayWish(text="Lyhyt kokous riittää"), at=at)
    actions.publish_digest(by=cast.member, event=event, at=at)
    worker.drain()
    told = Counter(
        letter.person for letter in Letter.objects.filter(key__startswith=f"event-{event.pk}-digest-")
    )
    assert told == {declines.pk: 1, lapses.pk: 1, comes.pk: 1}
