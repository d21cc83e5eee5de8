"""Somebody is invited to write an idea along with its authors, by an address that is kept nowhere."""

from typing import Self

from django.db import models

from fiksummin.ideas.choices import OPEN_STATES
from fiksummin.ideas.models.idea import Idea
from fiksummin.people.models import LetterInvitation, LetterInvitationQuerySet


class AuthorInvitationQuerySet(LetterInvitationQuerySet):
    """Questions about invitations to write along."""

    def waiting(self) -> Self:
        """Those without an answer, to ideas that are open."""
        return super().waiting().filter(idea__state__in=OPEN_STATES)


class AuthorInvitation(LetterInvitation):
    """An invitation to be an author of an idea."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="invitations")

    objects = AuthorInvitationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"invitation {self.pk} to {self.idea_id}"
