"""Experiments in the town: one that goes on, one that ended with its lesson, and a baton in the member's hands."""

from datetime import timedelta

from fiksummin.core.time import now
from fiksummin.experiments import actions, queries
from fiksummin.ideas.models import Campaign
from fiksummin.people.models import Person
from tests.factories import attached
from tests.factories import experiments as make


def names(people: dict[str, Person], campaign: str) -> dict[str, str]:
    """Tell the story; give what the catalogue speaks of by name."""
    member, colleague = people["member"], people["colleague"]
    running, ended = make.experiment(member), make.experiment(member)
    actions.note_experiment(by=member, experiment=running, text="Ensimmäinen päivä: kaikki tulivat.")
    for kept, words in attached.all_kinds():
        actions.note_experiment(by=member, experiment=running, text="", kept=kept, words=words)
    words = queries.WordsWish(title="Kokous ilman dioja", perspectives=("leadership", "ways_of_working"))
    actions.reword_experiment(by=member, experiment=running, wish=words)
    wish = make.ending("no", result="Kukaan ei tullut toista kertaa.", receiver=colleague)
    actions.end_experiment(by=member, experiment=ended, wish=wish)
    actions.ask_team(by=colleague, experiment=ended, text="Mitä tekisitte toisin?")
    asked = actions.ask_team(by=people["outsider"], experiment=ended, text="Kenelle tästä soitetaan?")
    actions.answer_question(by=member, question=asked, answer="Soita minulle.")
    baton = make.baton(people["facilitator"], member)
    offered = make.baton(people["facilitator"], colleague)
    late = make.baton(people["facilitator"], colleague, moment=now() - timedelta(days=30))
    letter = make.baton(people["facilitator"], str(member.email), title="Sähköpostitta viikko")
    unit = make.baton(people["facilitator"], people["outsider"].organisation, title="Kävelykokous")  # type: ignore[arg-type]  # she has one
    by_letter = queries.holder(letter)
    assert by_letter is not None
    left = make.experiment(colleague)
    actions.end_experiment(by=colleague, experiment=left, wish=make.ending(receiver=str(member.email)))
    branched = make.baton(people["facilitator"], member, title="Kokoukseton perjantai")
    turn = queries.holder(branched)
    assert turn is not None
    address = str(member.email)
    together = make.experiment(colleague, invited=(address, address.replace("@", "+@"))).invitations.order_by(
        "pk"
    )[0]
    over = make.experiment(colleague, invited=(address,)).invitations.get()
    actions.decline_team(by=member, invitation=over)
    by_team = actions.invite_to_team(
        by=member, experiment=running, addresses=[str(people["outsider"].email), "muu@muu.example"]
    )
    actions.join_team(by=people["outsider"], invitation=by_team[0])
    tried = actions.try_with_baton(by=member, hold=turn, wish=make.wish())
    actions.end_experiment(by=member, experiment=tried, wish=make.ending())
    actions.hand_over_baton(by=member, hold=turn, receiver=people["outsider"], more=[colleague])
    asked = Campaign.objects.get(slug=campaign)
    many = queries.BatonWish(title="Kävellen puhuttu palaveri")
    actions.throw_many(
        by=people["facilitator"], campaign=asked, wish=many, receivers=[colleague, "muu@muu.example"]
    )
    hold = queries.holder(baton)
    assert hold is not None
    actions.accept_baton(by=member, hold=hold)
    return {
        "experiment": str(running.pk), "ended_experiment": str(ended.pk), "baton": str(baton.pk),
        "branched_baton": str(branched.pk),
        "baton_link": queries.hold_token(by_letter, str(member.email)), "unit_baton": str(unit.pk),
        "team_link": queries.team_token(together, address), "answered_team_link": queries.team_token(over, address),
        "lesson_link": queries.lesson_token(left.reception, str(member.email)), "left_experiment": str(left.pk),
        "offered_baton": str(offered.pk), "late_baton": str(late.pk),
    }  # fmt: skip


def more(people: dict[str, Person]) -> None:
    """Two more experiments, and two more batons."""
    for number in range(2):
        make.experiment(people["colleague"], title=f"Muu kokeilu {number}")
        make.baton(people["facilitator"], people["outsider"], title=f"Muu kapula {number}")
