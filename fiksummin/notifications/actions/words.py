"""Writing to those who took part in a campaign."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import ngettext

from fiksummin.core.errors import Conflict, Invalid, refuse_if
from fiksummin.core.time import now
from fiksummin.ideas.models import Campaign
from fiksummin.notifications import queries, rules
from fiksummin.notifications.actions.ledger import tell
from fiksummin.notifications.models import WORD, Word
from fiksummin.people.models import Person


def send_word(*, by: Person, campaign: Campaign, text: str, reach: int, at: datetime | None = None) -> Word:
    """Write to all who took part in a campaign, each once, as one notice of theirs.

    ``reach`` is how many the sender was shown. Raises NotAllowed, NotNow (twice within a day), Invalid, and
    Conflict when it reaches others by now, or nobody.
    """
    at = at or now()
    with transaction.atomic():
        campaign = Campaign.objects.select_for_update(no_key=True, of=("self",)).get(pk=campaign.pk)
        lately = queries.words_lately(campaign, at - rules.WORDS_WITHIN)
        refuse_if(rules.why_not_write(campaign, by, lately))
        if sentence := rules.why_not_word(text):
            raise Invalid(sentence, "text")
        people = set().union(*queries.took_part(campaign, by).values())
        if len(people) != reach or not people:
            said = ngettext(
                "It reaches %(reach)d person now. Check it and send it again.",
                "It reaches %(reach)d people now. Check it and send it again.",
                len(people),
            )
            raise Conflict(said % {"reach": len(people)})
        word = Word.objects.create(
            campaign=campaign, text=text.strip(), reach=len(people), made_at=at, made_by=by
        )
        tell(key=f"word-{word.pk}", what=WORD, thing=word.pk, about=people, at=at)
    return word
