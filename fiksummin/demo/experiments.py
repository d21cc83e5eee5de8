"""Chapters about experiments: twenty-five of them with their lessons, and two batons, one of which stands still."""

from datetime import UTC, datetime, timedelta

from fiksummin.core.time import today
from fiksummin.demo.idea_table import THOUGHTS
from fiksummin.demo.teller import Teller
from fiksummin.experiments import actions, queries
from fiksummin.experiments.choices import Repeats, Works
from fiksummin.experiments.models import Baton, Experiment
from fiksummin.experiments.queries import BatonWish, EndingWish, ExperimentWish
from fiksummin.ideas.choices import IdeaState
from fiksummin.ideas.models import Idea
from fiksummin.people.models import Person

LESSONS = {
    Works.YES: (
        "Toimi, koska asiasta sovittiin etukäteen ja aika oli rajattu. Ensi kerralla aloitamme pienemmin.",
        "Toimi, kun joku muistutti siitä joka aamu. Ilman muistuttajaa tapa katosi kolmannella viikolla.",
        "Toimi paremmin kuin arvasimme: uudet työntekijät käyttivät sitä ensin, ja muut seurasivat perässä.",
        "Toimi, koska esihenkilö kokeili itse ensimmäisenä ja kertoi, mikä hänelle oli vaikeaa.",
    ),
    Works.PARTLY: (
        "Osa tiimistä hyötyi selvästi, osa ei ehtinyt mukaan. Kaksi viikkoa oli liian lyhyt aika.",
        "Toimi lähityössä, mutta etänä se jäi yhden ihmisen varaan. Etäosallistujille tarvitaan oma tapa.",
        "Aikaa säästyi, mutta laatu vaihteli. Lyhyt tarkistuslista olisi pitänyt tehdä ennen aloittamista.",
        "Toimi pienessä yksikössä. Suuressa kukaan ei tiennyt, kenen vuoro oli, joten vuorot on sovittava.",
    ),
    Works.NO: (
        "Kukaan ei tullut toista kertaa: aika oli väärä, ja kutsu meni liian monelle. Säästimme muilta saman virheen.",
        "Työkalu oli hyvä, mutta se vaati kolmannen kirjautumisen. Ilman kertakirjautumista tätä ei kannata yrittää.",
        "Ratkaisimme väärän ongelman: odotus ei johtunut lomakkeesta vaan siitä, ettei kukaan omistanut asiaa.",
        "Kokeilu alkoi lomakaudella, eikä mittarille saatu vertailua. Seuraava aloittaa vasta elokuussa.",
    ),
}
ANSWERS = (Works.YES, Works.NO, Works.PARTLY)
COUNT = 25


def try_out(teller: Teller) -> None:
    """Tell it."""
    tried = list(Idea.objects.filter(state=IdeaState.TRIED).order_by("pk"))
    made: list[Experiment] = []
    for number in range(COUNT):
        repeats = made[number // 5] if number in {12, 17, 22} else None
        idea = tried[number] if number < len(tried) else None
        made.append(_experiment(teller, number, idea=idea, repeats=repeats))
    _chain(teller)
    _branched(teller)
    _stuck(teller)
    _together(teller)
    teller.settle()
    teller.say(f"Experiments: {COUNT}")


def _experiment(teller: Teller, number: int, *, idea: Idea | None, repeats: Experiment | None) -> Experiment:
    by = teller.parts["member"] if number == 0 else teller.random.choice(teller.crowd)
    began = max(_after(idea, repeats), teller.at - timedelta(days=5 + 2 * (COUNT - number)))
    title, why, perspective = _about(number, idea, repeats)
    wish = ExperimentWish(
        title=title, why=why, expectation="Aikaa säästyy, ja ihmiset tutustuvat toisiinsa.",
        measure="Kysymme ennen ja jälkeen.", place="Yhden yksikön kokeilu", perspectives=(perspective,),
        ends_on=today(at=began) + timedelta(days=21), idea=idea, repeats=repeats,
        repeats_how=Repeats.ADAPTED if repeats else "", euros=300 if number == 2 else 0,
    )  # fmt: skip
    experiment = actions.start_experiment(by=by, wish=wish, at=began)
    actions.note_experiment(
        by=by, experiment=experiment, text="Ensimmäinen viikko meni hyvin.", at=began + timedelta(days=6)
    )
    if number % 5 != 4 and began + timedelta(days=20) < teller.at:
        _end(teller, experiment, by, number)
    return experiment


def _after(idea: Idea | None, repeats: Experiment | None) -> datetime:
    """Give the moment before which nobody could begin: of the idea's last answer, or of what is repeated."""
    answered = idea.steps.latest("at").at if idea else datetime.min.replace(tzinfo=UTC)
    return max(answered, repeats.made_at) if repeats else answered


def _about(number: int, idea: Idea | None, repeats: Experiment | None) -> tuple[str, str, str]:
    """Give the title, the reason and the perspective: of what is repeated, of the idea, or a thought of its own."""
    if repeats:
        return repeats.title, repeats.why, repeats.perspectives[0]
    if idea:
        return idea.title, idea.text, idea.perspective
    thought = THOUGHTS[(number * 7 + 3) % len(THOUGHTS)]
    return thought.title, thought.text, thought.perspective


def _end(teller: Teller, experiment: Experiment, by: Person, number: int) -> None:
    works = ANSWERS[number % len(ANSWERS)]
    receiver = teller.parts["colleague"] if number % 6 == 0 else None
    actions.end_experiment(
        by=by, experiment=experiment, wish=EndingWish(works=works, lesson=_lesson(works, number), receiver=receiver),
        at=experiment.made_at + timedelta(days=20),
    )  # fmt: skip


def _lesson(works: Works, number: int) -> str:
    told = LESSONS[works]
    return told[number // len(ANSWERS) % len(told)]


def _together(teller: Teller) -> None:
    """A team of three organisations tries the same out, and one more is invited, who has not answered yet."""
    by, at = teller.parts["member"], teller.at - timedelta(days=4)
    others = [teller.parts["outsider"], teller.parts["facilitator"]]
    wish = ExperimentWish(
        title="Yhteinen etäaamu (esimerkki)", why="Teemme samaa työtä kolmessa virastossa emmekä tunne toisiamme.",
        expectation="Kysyminen naapurilta helpottuu.", measure="Laskemme, kuinka monta kertaa kysyttiin.",
        place="Kolmen viraston tietopalvelut", perspectives=("ways_of_working", "competence"),
        ends_on=today(at=at) + timedelta(days=28),
    )  # fmt: skip
    experiment = actions.start_experiment(by=by, wish=wish, at=at)
    addresses = [str(person.email) for person in (*others, teller.parts["colleague"])]
    invited = actions.invite_to_team(by=by, experiment=experiment, addresses=addresses, at=at)
    for invitation, person in zip(invited, others, strict=False):
        actions.join_team(by=person, invitation=invitation, at=at + timedelta(days=1))


def _chain(teller: Teller) -> None:
    """A baton goes through five agencies, and is in the member's hands now."""
    at = teller.at - timedelta(days=50)
    hands, bodies = [], set()
    for person in teller.crowd:
        if person.organisation_id not in bodies:
            bodies.add(person.organisation_id)
            hands.append(person)
    wish = BatonWish(title="Kokeile jotain uutta viikossa (esimerkki)")
    baton = actions.throw_baton(by=teller.parts["facilitator"], wish=wish, receiver=hands[0], at=at)
    for number, person in enumerate(hands[:5]):
        _try(baton, person, 40 + number, at)
        at += timedelta(days=8)
        hold = queries.holder(baton)
        assert hold is not None  # noqa: S101 -- it was tried
        receiver = hands[number + 1] if number < 4 else teller.parts["member"]
        actions.hand_over_baton(by=person, hold=hold, receiver=receiver, at=at)


def _branched(teller: Teller) -> None:
    """A baton that its first holder hands to three: two of them have tried, and one of those has handed hers on."""
    at = teller.at - timedelta(days=30)
    first, one, two, three, next_one = teller.random.sample(teller.crowd[:-1], 5)
    wish = BatonWish(
        title="Kysy asiakkaalta ensin (esimerkki)", text="Kysy yhdeltä asiakkaalta ennen kuin päätät."
    )
    baton = actions.throw_baton(by=teller.parts["facilitator"], wish=wish, receiver=first, at=at)
    _try(baton, first, 45, at)
    at += timedelta(days=9)
    hold = queries.holder(baton)
    assert hold is not None  # noqa: S101 -- it was tried
    actions.hand_over_baton(by=first, hold=hold, receiver=one, more=[two, three], at=at)
    branches = list(Baton.objects.filter(first=baton).order_by("pk"))
    for number, (branch, person) in enumerate(zip([baton, *branches], (one, two), strict=False)):
        _try(branch, person, 46 + number, at + timedelta(days=number))
    hold = queries.holder(branches[0])
    assert hold is not None  # noqa: S101 -- as above
    actions.hand_over_baton(by=two, hold=hold, receiver=next_one, at=at + timedelta(days=11))


def _try(baton: Baton, person: Person, number: int, at: datetime) -> None:
    """Try something small with a baton, and tell after a week whether it works."""
    hold = queries.holder(baton)
    assert hold is not None  # noqa: S101 -- a baton is always in somebody's hands
    thought = THOUGHTS[number]
    small = ExperimentWish(
        title=thought.title, why=thought.text, expectation="Jotain uutta", measure="Tunne", place="Oma työ",
        perspectives=(thought.perspective,), ends_on=today(at=at) + timedelta(days=7),
    )  # fmt: skip
    tried = actions.try_with_baton(by=person, hold=hold, wish=small, at=at)
    works = ANSWERS[number % len(ANSWERS)]
    actions.end_experiment(
        by=person,
        experiment=tried,
        wish=EndingWish(works=works, lesson=_lesson(works, number)),
        at=at + timedelta(days=8),
    )


def _stuck(teller: Teller) -> None:
    wish = BatonWish(title="Palaveriton päivä (esimerkki)", text="Pidä yksi päivä ilman kokouksia ja kerro.")
    actions.throw_baton(
        by=teller.parts["facilitator"],
        wish=wish,
        receiver=teller.crowd[-1],
        at=teller.at - timedelta(days=30),
    )
