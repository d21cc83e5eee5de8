"""Pages of experiments and batons."""

from . import rows
from .page import Page
from .states import sends

PAGES = [
    Page("experiments", "/experiments/", "member", queries=6, more=rows.experiments),
    Page("experiments", "/experiments/?standing=works&perspective=ways_of_working", "member", "narrowed"),
    Page("experiments", "/experiments/?standing=ahead", "outsider", "none of the kind"),
    Page("experiments", "/experiments/?standing=lost", "member", "refused", None, 422),
    Page("experiment", "/experiments/{experiment}/", "member", queries=21),
    Page("experiment", "/experiments/{ended_experiment}/", "colleague", "to answer its lesson"),
    Page("what is tried where", "/experiments/cells/", "member", queries=5, more=rows.experiments),
    Page(
        "new experiment", "/experiments/new/?perspective=leadership&organisation=1", "member", "from a cell"
    ),
    Page("new experiment", "/experiments/new/", "member"),
    Page("new experiment", "/experiments/new/", "member", "refused", sends(title=""), 422),
    Page("ending an experiment", "/experiments/{experiment}/ending/", "member"),
    Page(
        "ending an experiment",
        "/experiments/{experiment}/ending/",
        "member",
        "refused",
        sends(lesson=""),
        422,
    ),
    Page("words of an experiment", "/experiments/{experiment}/words/", "member", queries=13),
    Page(
        "words of an experiment",
        "/experiments/{experiment}/words/",
        "member",
        "refused",
        sends(title=""),
        422,
    ),
    Page("another last day", "/experiments/{experiment}/last-day/", "member"),
    Page(
        "another last day", "/experiments/{experiment}/last-day/", "member", "refused", sends(reason=""), 422
    ),
    Page("we tried this, too", "/experiments/{ended_experiment}/repetitions/new/", "outsider"),
    Page(
        "we tried this, too",
        "/experiments/{ended_experiment}/repetitions/new/",
        "outsider",
        "refused",
        sends(lesson="a"),
        422,
    ),
    Page("batons", "/batons/", "", queries=3, more=rows.experiments),
    Page("baton", "/batons/{baton}/", "", queries=4),
    Page("baton", "/batons/{baton}/", "member", "mine"),
    Page("baton", "/batons/{offered_baton}/", "colleague", "offered"),
    Page("new baton", "/batons/new/", "member"),
    Page("new baton", "/batons/new/", "member", "refused", sends(title=""), 422),
    Page("baton", "/batons/{branched_baton}/", "", "branched", queries=6),
    Page("batons", "/batons/?campaign={campaign}", "", "of a campaign"),
    Page("throwing many batons", "/campaigns/{campaign}/batons/new/", "facilitator"),
    Page(
        "throwing many batons",
        "/campaigns/{campaign}/batons/new/",
        "facilitator",
        "refused",
        sends(title=""),
        422,
    ),
    Page("campaign", "/campaigns/{campaign}/", "facilitator", "with batons"),
    Page("baton by letter", "/batons/offers/{baton_link}/", "member"),
    Page("lesson by letter", "/experiments/lessons/{lesson_link}/", "member"),
    Page("leaving a lesson anew", "/experiments/{ended_experiment}/lesson/receiver/", "colleague"),
    Page(
        "leaving a lesson anew",
        "/experiments/{ended_experiment}/lesson/receiver/",
        "colleague",
        "refused",
        sends(receiver=""),
        422,
    ),
    Page("team by letter", "/experiments/invitations/{team_link}/", "member"),
    Page("team by letter", "/experiments/invitations/{answered_team_link}/", "member", "answered"),
    Page("experiment", "/experiments/{left_experiment}/", "colleague", "lesson left by letter"),
    Page("baton", "/batons/{unit_baton}/", "outsider", "offered to an organisation"),
    Page("baton", "/batons/{unit_baton}/", "facilitator", "to give to somebody else"),
    Page("handing a baton on", "/batons/{baton}/handover/", "member", "refused", sends(receiver=""), 422),
    Page("freeing a baton", "/batons/{late_baton}/release/", "host"),
    Page("handing a baton on", "/batons/{baton}/handover/", "member"),
]
