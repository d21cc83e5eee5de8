"""The words of an experiment are corrected by its team until it has ended; its log keeps what it said before."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.core.models import Entry
from fiksummin.core.time import now
from fiksummin.experiments import actions, queries
from fiksummin.experiments.models import Experiment, Note, Wording
from fiksummin.experiments.models.experiment import WORDS
from fiksummin.experiments.queries import WordsWish
from fiksummin.notifications.models import Notice
from fiksummin.search.queries import find
from fiksummin.trail.models import Node
from fiksummin.trail.things import faces
from tests import races
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import experiments as make
from tests.factories import people
from tests.races import Lift

pytestmark = pytest.mark.django_db
GUARD = pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


@pytest.fixture
def running(cast: Cast) -> Experiment:
    return make.experiment(cast.member, team=(cast.colleague,), title="Kävelykokous")


def test_the_log_keeps_what_it_said_before(cast: Cast, running: Experiment) -> None:
    before = queries.words_of(running)
    wish = WordsWish(title=" Seisomakokous ", perspectives=("leadership", "leadership"))
    row = actions.reword_experiment(by=cast.colleague, experiment=running, wish=wish)
    running.refresh_from_db()
    assert (running.title, running.perspectives) == ("Seisomakokous", ["leadership"])
    assert queries.words_of(row) == before | {"title": "Seisomakokous", "perspectives": ["leadership"]}
    note = Note.objects.get()
    assert (note.text, note.person) == ("The words were changed.", cast.colleague)
    assert queries.words_of(note.before) == before
    assert Entry.objects.filter(fact="experiments.ExperimentReworded").count() == 1


def test_what_was_written_otherwise_than_by_the_action_is_kept_as_it_stood(
    cast: Cast, running: Experiment
) -> None:
    note = Note.objects.create(experiment=running, person=cast.member, text="Sanat")
    Wording.objects.create(note=note, **queries.words_of(running))
    odd = {"title": " Seisomakokous ", "perspectives": ["ways_of_working", "leadership"]}
    Experiment.objects.filter(pk=running.pk).update(**odd)
    actions.reword_experiment(by=cast.member, experiment=running, wish=WordsWish(title="Juoksukokous"))
    kept = Wording.objects.latest("pk")
    assert {name: getattr(kept, name) for name in odd} == odd


def test_those_who_read_it_read_what_it_said(cast: Cast, running: Experiment) -> None:
    page = f"/en/experiments/{running.pk}/"
    actions.reword_experiment(by=cast.member, experiment=running, wish=WordsWish(title="Seisomakokous"))
    text = signed_in(cast.outsider).get(page).text
    assert [words in text for words in ("Seisomakokous", "Kävelykokous", "What it said before")] == [True] * 3
    assert signed_in(cast.guest).get(page).status_code == 404


def test_the_same_words_change_nothing(cast: Cast, running: Experiment) -> None:
    wish = WordsWish(**queries.words_of(running), upon=7)
    actions.reword_experiment(by=cast.member, experiment=running, wish=wish)
    actions.reword_experiment(by=cast.member, experiment=running, wish=WordsWish())
    assert Note.objects.count() == 0


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 151}, "title"),
        ({"why": ""}, "why"),
        ({"measure": "x" * 2001}, "measure"),
        ({"place": ""}, "place"),
        ({"perspectives": ()}, "perspectives"),
        ({"perspectives": ("muu",)}, "perspectives"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    cast: Cast, running: Experiment, words: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        actions.reword_experiment(
            by=cast.member, experiment=running, wish=WordsWish(**words)  # type: ignore[arg-type]  # a test names the words
        )  # fmt: skip
    assert refusal.value.field == field
    assert Wording.objects.count() == 0


def test_the_team_corrects_them_until_it_has_ended(cast: Cast, running: Experiment) -> None:
    wish = WordsWish(title="Seisomakokous")
    with pytest.raises(NotAllowed, match="corrected by the team"):
        actions.reword_experiment(by=cast.outsider, experiment=running, wish=wish)
    actions.end_experiment(by=cast.member, experiment=running, wish=make.ending())
    with pytest.raises(NotNow, match="what it said stays"):
        actions.reword_experiment(by=cast.member, experiment=running, wish=wish)


def test_the_page_keeps_what_was_typed(cast: Cast, running: Experiment) -> None:
    client, address = signed_in(cast.colleague), f"/en/experiments/{running.pk}/words/"
    assert address in client.get(f"/en/experiments/{running.pk}/").text
    form = client.get(address).context["form"]
    sent = {name: form[name].value() for name in (*WORDS, "upon")}
    assert sent == queries.words_of(running) | {"upon": 0}
    answer = client.post(address, sent | {"title": "", "why": "Ilma on raikas"})
    assert (answer.status_code, "Ilma on raikas" in answer.text) == (422, True)
    done = [client.post(address, sent | {"title": "Seisomakokous"}) for _twice in range(2)]
    assert [(one.status_code, one["Location"]) for one in done] == [
        (303, f"/en/experiments/{running.pk}/")
    ] * 2
    assert Note.objects.count() == 1
    late = signed_in(cast.member).post(address, sent | {"title": "Juoksukokous"})
    assert (late.status_code, "Somebody changed the words" in late.text, "Juoksukokous" in late.text) == (
        409, True, True
    )  # fmt: skip
    stranger = signed_in(cast.outsider)
    assert (stranger.get(address).status_code, stranger.post(address, sent).status_code) == (403, 403)
    assert address not in stranger.get(f"/en/experiments/{running.pk}/").text
    assert signed_in(cast.guest).get(address).status_code == 404


def test_an_ended_one_is_not_corrected_on_the_page(cast: Cast) -> None:
    ended = make.ended(cast.member)
    client, address = signed_in(cast.member), f"/en/experiments/{ended.pk}/words/"
    answer = client.post(address, queries.words_of(ended) | {"title": "Toinen"})
    assert (answer.status_code, "what it said stays" in answer.text) == (409, True)
    assert address not in client.get(f"/en/experiments/{ended.pk}/").text


def test_the_page_asks_as_much_after_three_changes_as_after_one(cast: Cast, running: Experiment) -> None:
    client, counts = signed_in(cast.member), []
    pages = [f"/en/experiments/{running.pk}/{rest}" for rest in ("", "words/")]
    client.get(pages[0])
    for titles in (("Ensimmäinen",), ("Toinen", "Kolmas")):
        for title in titles:
            actions.reword_experiment(by=cast.member, experiment=running, wish=WordsWish(title=title))
        for page in pages:
            with CaptureQueriesContext(connection) as asked:
                assert client.get(page).status_code == 200
            counts.append(len(asked))
    assert counts[:2] == counts[2:]


def test_a_program_names_what_is_to_be_otherwise(cast: Cast, running: Experiment) -> None:
    path, wish = f"experiments/{running.pk}", {"title": "Seisomakokous", "where": "Arkisto"}
    assert program_of(cast.guest).patch(path, wish).status_code == 404
    assert program_of(cast.outsider).patch(path, wish).status_code == 403
    refused = program_of(cast.member).patch(path, wish | {"title": ""})
    assert (refused.status_code, bool(refused.json()["detail"])) == (422, True)
    assert program_of(cast.member).patch(path, {"ends_on": "2026-12-24"}).status_code == 422
    first, again = (program_of(cast.member).patch(path, wish, key="k") for _n in range(2))
    told = first.json()
    assert (first.status_code, told["title"], told["where"], told["why"]) == (
        200, "Seisomakokous", "Arkisto", running.why
    )  # fmt: skip
    assert again.json() == told
    [line] = program_of(cast.outsider).get(f"{path}/notes").json()["items"]
    assert (line["before"]["title"], line["before"]["where"]) == ("Kävelykokous", running.place)
    actions.note_experiment(by=cast.member, experiment=running, text="Satoi.")
    lines = program_of(cast.outsider).get(f"{path}/notes").json()["items"]
    assert [bool(one["before"]) for one in lines] == [True, False]
    actions.end_experiment(by=cast.member, experiment=running, wish=make.ending())
    late = program_of(cast.member).patch(path, wish)
    assert (late.status_code, bool(late.json()["detail"])) == (409, True)


def test_search_and_trail_follow(cast: Cast, running: Experiment) -> None:
    worker.drain()
    actions.reword_experiment(by=cast.member, experiment=running, wish=WordsWish(title="Puutarhapalaveri"))
    worker.drain()
    found = {
        word: [
            one.number for one in find(word, cast.outsider, now(), language="fi", kinds=("experiment",)).items
        ]
        for word in ("puutarhapalaveri", "kävely")
    }
    assert found == {"puutarhapalaveri": [running.pk], "kävely": []}
    face = faces(Node.objects.filter(pk=running.node_id), cast.outsider)[running.node_id]
    assert face.title == "Puutarhapalaveri"


def test_the_team_and_who_follows_find_it_among_their_notices(cast: Cast, running: Experiment) -> None:
    actions.reword_experiment(by=cast.member, experiment=running, wish=WordsWish(title="Seisomakokous"))
    worker.drain()
    rows = Notice.objects.filter(what="experiment.reworded")
    assert [(row.person, row.kind) for row in rows] == [(cast.colleague, "follow")]


@pytest.fixture
def lift(transactional_db: None) -> Iterator[Lift]:
    with races.lifting() as lift:
        yield lift


@GUARD
def test_of_two_who_correct_at_once_one_hears_of_the_other(
    monkeypatch: pytest.MonkeyPatch, guard: bool, lift: Lift
) -> None:
    by, other = (people.person() for _n in range(2))
    running = make.experiment(by, team=(other,))
    races.meet_after(monkeypatch, "fiksummin.experiments.rules.experiments.reworded")
    if not guard:
        races.without_order(monkeypatch)
    outcomes = races.race(*[
        lambda who=who, title=title: actions.reword_experiment(
            by=who, experiment=running, wish=WordsWish(title=title, upon=0)
        ).pk
        for who, title in ((by, "Yksi"), (other, "Toinen"))
    ])  # fmt: skip
    assert races.one_wins(outcomes) is guard, outcomes
    if guard:
        kept = [*Wording.objects.values_list("title", flat=True), Experiment.objects.get(pk=running.pk).title]
        assert (len(kept), kept[0]) == (2, running.title)
