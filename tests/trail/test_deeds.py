"""Whatever people do, in whatever order: nobody's part is lost, nothing lies open without a promise, each step is told once.

What people really do, by the actions themselves, against a plain model of who did what and what came of what. The
worker's runs are missed, and its work is done twice.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import transaction
from django.db.models import Q
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from fiksummin.core import worker
from fiksummin.core.errors import NotAllowed
from fiksummin.core.models import Errand
from fiksummin.core.time import now, today
from fiksummin.events import actions as happening
from fiksummin.events.models import EventOnTrail, OutcomeOnTrail
from fiksummin.experiments import actions as trying
from fiksummin.experiments.choices import Works
from fiksummin.experiments.models import Baton, Experiment, Hold, Reception
from fiksummin.ideas import actions as proposing
from fiksummin.ideas.choices import ANSWERS, Audience, IdeaState
from fiksummin.ideas.models import Idea, IdeaStep, Merge
from fiksummin.library import actions as keeping
from fiksummin.library.models import Item
from fiksummin.notifications.models import Notice
from fiksummin.people.models import Person
from fiksummin.trail import queries
from fiksummin.trail.choices import LinkKind
from fiksummin.trail.models import Link, Node
from tests.factories import events as make
from tests.factories import experiments, ideas, library, people
from tests.machines import Undone, act_out, play

pytestmark = pytest.mark.django_db
who, which = st.integers(0, 4), st.integers(0, 20)


@dataclass
class Told:
    """A step of which everybody who had a part is to hear once: by one of some keys, those who had a part in some things."""

    keys: tuple[str, ...]
    nodes: tuple[int, ...]
    due: set[int]
    but: int


class Deeds(Undone):
    """Five people of three agencies, an always-open campaign, and an event that is over."""

    @initialize()
    def begin_all(self) -> None:
        self.begin()
        bodies = [people.organisation() for _n in range(3)]
        self.folk = [people.person(organisation=bodies[n % 3]) for n in range(5)]
        self.answers = people.person()
        people.role(self.answers, "owner")
        self.campaign = ideas.campaign(self.answers, audience=Audience.PUBLIC)
        self.event = make.event(self.answers, after=-1, moment=now() - timedelta(days=5))
        self.had: dict[int, set[int]] = defaultdict(set, {self.campaign.node_id: {self.answers.pk}})
        self.came: set[tuple[int, int]] = set()
        self.waiting: list[Told] = []
        self.numbers = iter(range(1000))
        worker.run_errands(now(), 1000)

    # --- The plain model -----------------------------------------------------------------

    def reached(self, nodes: Iterable[int]) -> set[int]:
        """Who had a part in some things, or in anything before them."""
        found, new = set(), set(nodes)
        while new:
            found |= new
            new = {one for one, two in self.came if two in new} - found
        return set().union(*(self.had[node] for node in found))

    def tells(self, by: Person, keys: Iterable[str], *nodes: int) -> None:
        self.waiting.append(Told(tuple(keys), nodes, self.reached(nodes), by.pk))

    @contextmanager
    def asked(self) -> Iterator[None]:
        """What is refused has no effect, and is no mistake here."""
        with suppress(NotAllowed), transaction.atomic():
            yield

    def some[Row](self, rows: Iterable[Row], number: int) -> Row:
        """Choose one; there being none is a refusal, too."""
        found = list(rows)
        if not found:
            raise NotAllowed("there is none")
        return found[number % len(found)]

    def idea(self, number: int) -> Idea:
        return self.some(Idea.objects.select_related("node", "campaign").order_by("pk"), number)

    def experiment(self, number: int, **words: object) -> Experiment:
        rows = Experiment.objects.select_related("node").filter(**words).order_by("pk")
        return self.some(rows, number)

    # --- Ideas ---------------------------------------------------------------------------

    @rule(person=who, other=who, is_born=st.booleans())
    def propose(self, person: int, other: int, is_born: bool) -> None:
        by, more = self.folk[person], self.folk[other]
        words = {"born_at": self.event} if is_born else {}
        idea = ideas.idea(by, self.campaign, **words)
        if more != by:
            asked = proposing.invite_authors(by=by, idea=idea, addresses=[str(more.email)])
            proposing.join_authors(by=more, invitation=asked[0])
        self.had[idea.node_id] |= {by.pk, more.pk}
        self.came.add((self.campaign.node_id, idea.node_id))
        if is_born:
            source = EventOnTrail.objects.get(event=self.event).node_id
            self.had[source].add(self.answers.pk)
            self.tells(by, [f"node-{idea.node_id}"], source)
            self.came.add((source, idea.node_id))

    @rule(person=who, number=which)
    def support(self, person: int, number: int) -> None:
        with self.asked():
            idea = self.idea(number)
            proposing.support_idea(by=self.folk[person], idea=idea)
            self.had[idea.node_id].add(self.folk[person].pk)

    @rule(person=who, number=which)
    def comment(self, person: int, number: int) -> None:
        with self.asked():
            idea = self.idea(number)
            proposing.comment_on_idea(by=self.folk[person], idea=idea, text=f"Hyvä {next(self.numbers)}.")
            self.had[idea.node_id].add(self.folk[person].pk)

    @rule(number=which, into=which, is_asked=st.booleans())
    def merge(self, number: int, into: int, is_asked: bool) -> None:
        with self.asked():
            one, two = self.idea(number), self.idea(into)
            author = one.authors.order_by("pk")[0].person
            assert author
            before = self.reached([one.node_id]) | self.reached([two.node_id])
            asks = self.answers if is_asked else author
            row = proposing.ask_to_merge(by=asks, idea=one, into=two, reason=ideas.reason())
            if is_asked:
                proposing.agree_to_merge(by=author, merge=row)
            self.came.add((one.node_id, two.node_id))
            assert self.reached([two.node_id]) == before, "joining keeps all who had a part"
            self.moved(one, author, two.node_id)

    @rule(number=which)
    def unmerge(self, number: int) -> None:
        with self.asked():
            rows = Merge.objects.filter(agreed_at__isnull=False, undone_at=None).select_related(
                "idea", "into"
            )
            row = self.some(rows.order_by("pk"), number)
            one, two = row.idea.node_id, row.into.node_id
            before = self.reached([two])
            proposing.undo_merge(by=self.answers, merge=row, words="Erillään ne ovat selkeämmät.")
            self.came.discard((one, two))
            assert self.reached([one]) | self.reached([two]) == before, "so does letting them apart"
            self.moved(row.idea, self.answers, two)

    @rule(number=which, state=st.sampled_from([IdeaState.CONSIDERED, *sorted(ANSWERS)]))
    def decide(self, number: int, state: str) -> None:
        with self.asked():
            idea = self.idea(number)
            ideas.move(self.answers, idea, state)
            self.moved(idea, self.answers)

    def moved(self, idea: Idea, by: Person, *others: int) -> None:
        """A step of an idea: all who had a part in it, and in what it came into, hear of it; an answer is a thing of its own."""
        row = idea.steps.order_by("pk").last()
        assert row
        self.tells(by, [f"idea-step-{row.pk}"], idea.node_id, *others)
        if row.node_id:
            self.came.add((idea.node_id, row.node_id))
            self.had[row.node_id].add(self.answers.pk)

    # --- Experiments and batons ----------------------------------------------------------

    @rule(person=who, other=who, number=which, again=st.booleans())
    def begin_experiment(self, person: int, other: int, number: int, again: bool) -> None:
        """From an idea, or again elsewhere."""
        with self.asked():
            by, more = self.folk[person], self.folk[other]
            steps = set(IdeaStep.objects.values_list("pk", flat=True))
            words = (
                {"repeats": self.experiment(number), "repeats_how": "adapted"}
                if again
                else {"idea": self.idea(number)}
            )
            started = experiments.experiment(by, team=(more,), **words)
            source = started.node.earlier.get().source_id
            new = IdeaStep.objects.exclude(pk__in=steps).values_list("pk", flat=True)
            self.tells(by, [f"node-{started.node_id}", *(f"idea-step-{pk}" for pk in new)], source)
            self.began(started, by, more)
            self.came.add((source, started.node_id))

    def began(self, started: Experiment, *team: Person) -> None:
        self.had[started.node_id] |= {one.pk for one in team}

    @rule(number=which, receiver=who, works=st.sampled_from(Works.values))
    def end_experiment(self, number: int, receiver: int, works: str) -> None:
        with self.asked():
            row = self.experiment(number, ended_at=None)
            by = row.team.order_by("pk")[0].person
            assert by
            wish = experiments.ending(works, receiver=self.folk[receiver])
            trying.end_experiment(by=by, experiment=row, wish=wish)
            left = Reception.objects.get(experiment=row).node_id
            self.tells(by, [f"experiment-{row.pk}-ended", f"node-{left}"], row.node_id)
            self.came.add((row.node_id, left))

    @rule(number=which)
    def answer_lesson(self, number: int) -> None:
        with self.asked():
            row = self.some(Reception.objects.filter(answered_at=None).order_by("pk"), number)
            assert row.person
            trying.answer_lesson(
                by=row.person, reception=row, answer="Otimme sen käyttöön kahdessa yksikössä."
            )
            self.had[row.node_id].add(row.person.pk)
            self.tells(row.person, [f"lesson-{row.pk}-answered"], row.node_id)

    @rule(person=who, receiver=who)
    def throw(self, person: int, receiver: int) -> None:
        with self.asked():
            baton = experiments.baton(self.folk[person], self.folk[receiver])
            self.had[baton.node_id].add(self.folk[person].pk)
            self.offered(self.folk[person], baton)

    @rule(number=which, receiver=who, does=st.sampled_from(["accept", "try", "hand", "pass"]))
    def go_on(self, number: int, receiver: int, does: str) -> None:
        with self.asked():
            rows = (
                Hold.objects.standing().select_related("baton__node", "person", "experiment").order_by("pk")
            )
            hold = self.some(rows, number)
            by, node = hold.person, hold.baton.node_id
            assert by
            if does == "accept":
                trying.accept_baton(by=by, hold=hold)
                self.had[node].add(by.pk)
            elif does == "try":
                started = trying.try_with_baton(by=by, hold=hold, wish=experiments.wish())
                self.had[node].add(by.pk)
                self.tells(by, [f"node-{started.node_id}"], node)
                self.began(started, by)
                self.came.add((node, started.node_id))
            else:
                act = trying.hand_over_baton if does == "hand" else trying.pass_baton_on
                act(by=by, hold=hold, receiver=self.folk[receiver])
                self.offered(by, hold.baton)

    def offered(self, by: Person, baton: Baton) -> None:
        hold = Hold.objects.standing().get(baton=baton)
        self.tells(by, [f"baton-hold-{hold.pk}"], baton.node_id)

    # --- What came of it -----------------------------------------------------------------

    @rule(number=which)
    def write_down(self, number: int) -> None:
        with self.asked():
            row = self.experiment(number, ended_at__isnull=False, node__written_down=None)
            by = row.team.order_by("pk")[0].person
            assert by
            draft = keeping.draft_item(
                by=by, kind="model", wish=library.wish(), source=row.node, source_kind="modelled"
            )
            item = keeping.publish_item(by=by, item=draft)
            assert item.node_id
            self.tells(by, [f"node-{item.node_id}"], row.node_id)
            self.had[item.node_id].add(by.pk)
            self.came.add((row.node_id, item.node_id))

    @rule(person=who, number=which)
    def adopt(self, person: int, number: int) -> None:
        with self.asked():
            item, by = self.some(Item.objects.order_by("pk"), number), self.folk[person]
            is_new = not item.adoptions.filter(person=by).exists()
            node = library.adoption(by, item).node_id
            if is_new and item.node_id:
                self.tells(by, [f"node-{node}"], item.node_id)
                self.had[node].add(by.pk)
                self.came.add((item.node_id, node))

    @rule(number=which, because=which)
    def change_because(self, number: int, because: int) -> None:
        """A thing of the library changes because of one experiment after another."""
        with self.asked():
            item = self.some(Item.objects.filter(node__isnull=False).order_by("pk"), number)
            row, by = self.experiment(because, ended_at__isnull=False), item.keepers.order_by("pk")[0].person
            assert by
            assert item.node_id
            links = Link.objects.filter(source=row.node, target=item.node, kind=LinkKind.LED)
            before = set(links.values_list("pk", flat=True))
            upon = item.versions.get(superseded_at=None).number
            change = library.change(upon, because_of=row.node)
            version = keeping.change_item(by=by, item=item, wish=library.wish(), change=change)
            if new := links.exclude(pk__in=before).first():
                self.tells(by, [f"link-{new.pk}", f"library-version-{version.pk}"], row.node_id)
                self.came.add((row.node_id, item.node_id))

    @rule(person=who)
    def come_of_event(self, person: int) -> None:
        owner, due_on = self.folk[person], today() + timedelta(days=9)
        row = happening.add_outcome(
            by=self.answers, event=self.event, kind="next_step", text="Kokeillaan", owner=owner, due_on=due_on
        )
        source = EventOnTrail.objects.get(event=self.event).node_id
        self.had[source].add(self.answers.pk)
        self.came.add((source, OutcomeOnTrail.objects.get(outcome=row).node_id))

    # --- The worker ----------------------------------------------------------------------

    @rule(is_twice=st.booleans())
    def work(self, is_twice: bool) -> None:
        """It may have missed many runs, and do all of it again."""
        worker.run_errands(now(), 1000)
        if is_twice:
            Errand.objects.update(done_at=None)
            worker.run_errands(now(), 5000)
        assert not Errand.objects.filter(Q(tries__gt=0) | Q(done_at=None)).exists()
        for told in self.waiting:
            rows = Notice.objects.filter(key__in=told.keys).values_list("person", flat=True)
            heard = Counter(rows)
            assert set(heard.values()) <= {1}, (told.keys, heard)
            still = self.reached(told.nodes)
            assert (told.due & still) - {told.but} <= heard.keys(), (told, heard)
            assert told.but not in heard, "who did it knows"
        self.waiting.clear()

    # --- What is always so ---------------------------------------------------------------

    @invariant()
    def everybody_is_reached_from_every_outcome(self) -> None:
        sources = {one for one, _two in self.came}
        for outcome in {node for _one, node in self.came} - sources:
            found = set(queries.contributors([outcome]).values_list("pk", flat=True))
            assert found == self.reached([outcome])

    @invariant()
    def nothing_is_open_without_owner_and_day(self) -> None:
        assert not Node.objects.open().filter(Q(owner=None) | Q(due_on=None)).exists()

    def teardown(self) -> None:
        """In the end all of it is told."""
        try:
            if hasattr(self, "waiting"):
                self.work(is_twice=True)
        finally:
            super().teardown()


def test_nobodys_part_is_lost_and_each_step_is_told_once() -> None:
    play(Deeds, 10, steps=20)


def test_through_a_whole_story_with_a_worker_that_missed_everything() -> None:
    """From an event and two ideas that were joined to a model in use, and a baton beside."""

    def story(all_of: Deeds) -> None:
        all_of.begin_all()
        all_of.propose(0, 1, is_born=True)
        all_of.propose(2, 2, is_born=False)
        all_of.support(3, 1)
        all_of.support(3, 0)
        all_of.comment(4, 0)
        all_of.merge(0, 1, is_asked=True)
        all_of.unmerge(0)
        all_of.merge(0, 1, is_asked=False)
        all_of.decide(1, IdeaState.ACCEPTED)
        all_of.begin_experiment(0, 4, 1, again=False)
        all_of.end_experiment(0, 3, Works.NO)
        all_of.answer_lesson(0)
        all_of.begin_experiment(1, 2, 0, again=True)
        all_of.write_down(0)
        all_of.adopt(4, 0)
        all_of.change_because(0, 0)
        all_of.throw(0, 1)
        all_of.go_on(0, 1, "try")
        all_of.end_experiment(1, 0, Works.YES)
        all_of.end_experiment(2, 0, Works.YES)
        all_of.change_because(0, 2)
        all_of.go_on(0, 2, "hand")
        all_of.come_of_event(3)
        assert len(all_of.came) >= 13
        assert len(all_of.waiting) >= 14
        assert sum(told.keys[0].startswith("link-") for told in all_of.waiting) == 2
        adopted = max(node for _one, node in all_of.came)
        assert all_of.reached([adopted])
        all_of.work(is_twice=True)

    act_out(Deeds, story)
