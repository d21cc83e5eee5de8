"""Notices: what the member was told, and the secret of a letter to her."""

from typing import Any

from fiksummin.ideas.models import Campaign
from fiksummin.notifications import actions
from fiksummin.notifications.letters import token_of
from fiksummin.people.models import Person
from tests.factories import ideas as make

TITLE = "kanaria-tiedoksi"
WORD = "kanaria-osallistuneille"
WORD_READERS = ("member", "facilitator", "owner", "weak_owner")


def things(people: dict[str, Person], campaign: int) -> dict[str, Any]:
    """Tell the member something; give what stands in addresses."""
    found = Campaign.objects.get(pk=campaign)
    idea = make.idea(people["colleague"], found, title=TITLE)
    actions.tell(key="door", what="idea.proposed", thing=idea.node_id, about=[people["member"].pk])
    aside = make.campaign(people["facilitator"])
    make.idea(people["member"], aside)
    word = actions.send_word(by=people["facilitator"], campaign=aside, text=WORD, reach=1)
    return {"word": word.pk, "campaign_node": found.node_id, "way_out": token_of(people["member"], "about")}
