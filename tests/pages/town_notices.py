"""Notices in the town: what happened to ideas was heard, and the colleague follows some."""

from fiksummin.ideas.models import Idea
from fiksummin.notifications import actions, queries
from fiksummin.notifications.letters import token_of
from fiksummin.people.models import Person


def names(people: dict[str, Person], idea: str) -> dict[str, str]:
    """Tell the story; give what the catalogue speaks of by name."""
    colleague = people["colleague"]
    told(colleague, idea)
    actions.tell(key="gone", what="idea.proposed", thing=0, about=[colleague.pk])
    follows(colleague)
    for _number in range(16):
        told(people["manager"], idea)
    campaign = Idea.objects.get(pk=idea).campaign
    reach = len(set().union(*queries.took_part(campaign, people["facilitator"]).values()))
    word = actions.send_word(
        by=people["facilitator"], campaign=campaign, text="Kiitos ideoista. Vastaamme kaikkiin.", reach=reach
    )
    return {"word": str(word.pk), "way_out": token_of(people["outsider"], "about")}


def told(person: Person, idea: str) -> None:
    """Two more notices of one idea."""
    node = Idea.objects.get(pk=idea).node_id
    for number in range(2):
        key = f"{node}-{person.notices.count()}-{number}"
        actions.tell(key=key, what="idea.proposed", thing=node, about=[person.pk])


def follows(person: Person) -> None:
    """Follow two ideas more."""
    fresh = Idea.objects.exclude(node__follows__person=person).order_by("pk")
    for idea in fresh[:2]:
        actions.follow(by=person, node=idea.node)
