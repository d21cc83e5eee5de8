"""Attaching something to an idea, and taking it off."""

from datetime import datetime

from django.db import transaction

from fiksummin.core.attachments import Kept, refuse_words
from fiksummin.core.errors import refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.files import drop_file
from fiksummin.core.time import now
from fiksummin.ideas import rules
from fiksummin.ideas.actions.ideas import locked
from fiksummin.ideas.facts import AttachmentsChanged
from fiksummin.ideas.models import Attachment, Idea
from fiksummin.people.models import Person


def attach_to_idea(
    *, by: Person, idea: Idea, kept: Kept, words: str, at: datetime | None = None
) -> Attachment:
    """Attach a picture, a recording, a film or a document, with words for those who do not see or hear it.

    Raises NotAllowed, NotNow, Invalid.
    """
    with transaction.atomic():
        idea = locked(idea)
        refuse_if(rules.why_not_attach(idea, by))
        row = Attachment.objects.create(
            idea=idea, person=by, kind=kept.kind, file=kept.file, words=refuse_words(words), at=at or now()
        )
        announce(AttachmentsChanged(by=by.pk, idea=idea.pk))
    return row


def detach_from_idea(*, by: Person, attachment: Attachment) -> None:
    """Take off what is attached, and its file. Raises NotAllowed, NotNow."""
    with transaction.atomic():
        idea = locked(attachment.idea)
        refuse_if(rules.why_not_detach(idea, by))
        drop_file(attachment.file)
        attachment.delete()
        announce(AttachmentsChanged(by=by.pk, idea=idea.pk))
