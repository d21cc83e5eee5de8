"""Moderation: a reason, an appeal, its answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from fiksummin.ideas.models.moderation import LONGEST_WORDS


def _words(label: Any, hint: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=LONGEST_WORDS, help_text=hint,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )  # fmt: skip


class HidingForm(forms.Form):
    """Why a comment is hidden."""

    reason = _words(
        gettext_lazy("Why the comment is hidden"),
        gettext_lazy("Whoever wrote it reads the reason, and can appeal to another moderator."),
    )


class ReportForm(forms.Form):
    """Why moderators should look at a comment."""

    reason = _words(
        gettext_lazy("What is wrong with the comment"),
        gettext_lazy("Moderators read it. Neither they nor whoever wrote the comment see that it was you."),
    )


class LeavingForm(forms.Form):
    """Why a comment that was reported stays."""

    answer = _words(gettext_lazy("Why the comment stays"), gettext_lazy("Whoever reported it reads this."))


class AppealForm(forms.Form):
    """Why a comment should be read again."""

    appeal = _words(
        gettext_lazy("Why it should be read again"), gettext_lazy("A moderator who did not hide it answers.")
    )


class RulingForm(forms.Form):
    """The answer to an appeal."""

    restores = forms.ChoiceField(
        label=gettext_lazy("Your answer"),
        choices=[
            ("no", pgettext_lazy("comment", "It stays hidden")),
            ("yes", pgettext_lazy("comment", "It is read again")),
        ],
        widget=forms.RadioSelect(),
    )
    ruling = _words(gettext_lazy("Why"), gettext_lazy("Whoever wrote the comment reads it."))
