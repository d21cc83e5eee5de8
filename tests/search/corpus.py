"""What the labelled questions are asked of: the ideas, experiments and batons of the examples, in three languages."""

from fiksummin.demo import experiments, ideas
from fiksummin.demo.teller import Teller
from fiksummin.people.models import Person
from fiksummin.search import actions


def tell() -> Person:
    """Tell those chapters alone, and index them; give the member."""
    teller = Teller(seed=7, say=list[str]().append)
    teller.organisations()
    teller.cast()
    teller.sites(only=["helsinki"])
    teller.people(20)
    ideas.propose(teller)
    experiments.try_out(teller)
    actions.reindex()
    return teller.parts["member"]
