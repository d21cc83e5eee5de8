"""Small pieces of this room's pages."""

from datetime import date

from django import template
from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.experiments.choices import ExperimentState, GivenTo, HoldState, Works
from fiksummin.experiments.models import Baton, Experiment, Hold, Reception
from fiksummin.experiments.queries import Spread, Thrown, Tried
from fiksummin.experiments.queries.spread import FEWEST
from fiksummin.ui import when
from fiksummin.ui.templatetags.ui import badge

register = template.Library()

TONES = {
    ExperimentState.AHEAD: "wait",
    ExperimentState.ON: "good",
    ExperimentState.OVERDUE: "stop",
    ExperimentState.ENDED: "good",
}
TURNS = {
    HoldState.OFFERED: "wait",
    HoldState.HELD: "good",
    HoldState.HANDED: "",
    HoldState.PASSED: "off",
    HoldState.FREED: "off",
}


@register.simple_tag
def experiment_state(experiment: Experiment, day: date) -> SafeString:
    """Say where an experiment stands; an ended one says whether it works. What did not work is a result as good as any."""
    state = experiment.state(day)
    words = Works(experiment.works).label if experiment.ended_at else state.label
    return badge(when.capital(str(words)), TONES[state], icon="lightbulb" if experiment.ended_at else "")


@register.simple_tag
def hold_state(hold: Hold) -> SafeString:
    """Say where a turn of a baton stands."""
    return badge(when.capital(str(hold.state.label)), TURNS[hold.state])


@register.simple_tag
def turn_words(hold: Hold) -> str:
    """Say where a turn of a baton is: the organisation; what nobody has taken yet went by letter."""
    if hold.organisation is not None:
        return str(hold.organisation.name)
    if hold.person_id is not None:
        return _("somebody of no organisation")
    is_taken = bool(hold.accepted_at or hold.passed_at)
    is_nobodys = hold.given_to != GivenTo.PERSON and not is_taken
    return _("somebody who was written to") if is_nobodys else _("somebody who has left")


@register.simple_tag
def receiver_words(reception: Reception) -> str:
    """Say who is to tell what became of a lesson."""
    if reception.person is not None:
        return str(reception.person)
    if not reception.is_open:
        return _("somebody who has left")
    if reception.organisation is not None and reception.given_to == GivenTo.UNIT:
        return str(reception.organisation.name)
    return _("whoever was written to")


@register.simple_tag
def tried_words(tried: Tried) -> str:
    """Say how often something was tried, in how many agencies, and in how many of them it worked."""
    return tried.words()


@register.simple_tag
def thrown_words(thrown: Thrown) -> str:
    """Say how many batons a campaign has, and where they have been taken."""
    batons = ngettext("%(count)d baton", "%(count)d batons", thrown.batons) % {"count": thrown.batons}
    bodies = ngettext(
        "taken in %(count)d organisation", "taken in %(count)d organisations", thrown.organisations
    )
    return f"{batons}, {bodies % {'count': thrown.organisations}}."


@register.simple_tag
def spread_words(spread: Spread) -> str:
    """Say the pass-on number with its interval; of few turns, that they are too few."""
    if spread.number is None:
        sentence = ngettext(
            "The pass-on number is told when at least %(least)d turns are over; now it is %(count)d turn.",
            "The pass-on number is told when at least %(least)d turns are over; now it is %(count)d turns.",
            spread.turns,
        )
        return sentence % {"least": FEWEST, "count": spread.turns}
    numbers = {
        name: number_format(round(value or 0, 2), 2)
        for name, value in (("number", spread.number), ("low", spread.low), ("high", spread.high))
    }
    return _("Pass-on number R = %(number)s (from %(low)s to %(high)s, of %(turns)d turns).") % {
        **numbers, "turns": spread.turns
    }  # fmt: skip


@register.simple_tag
def chain_words(baton: Baton) -> str:
    """Say how many hands and agencies a baton went through (prefetched ``holds`` are used)."""
    turns = list(baton.holds.all())
    bodies = len({turn.organisation_id for turn in turns if turn.organisation_id})
    hands = ngettext("%(count)d hand", "%(count)d hands", len(turns)) % {"count": len(turns)}
    return f"{hands}, " + ngettext("%(count)d agency", "%(count)d agencies", bodies) % {"count": bodies}
