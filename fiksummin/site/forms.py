"""What readers write to the site."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fiksummin.site.models.feedback import LONGEST_FEEDBACK
from fiksummin.site.models.talk import LONGEST_COMMENT, LONGEST_REASON


class CommentForm(forms.Form):
    """A comment on a post."""

    text = forms.CharField(
        label=_("Your comment"),
        help_text=_("It is published at once, with your name and organisation."),
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Write your comment first.")},
    )


class RemovalForm(forms.Form):
    """Why an editor removes a comment."""

    reason = forms.CharField(
        label=pgettext_lazy("comment", "Reason"),
        help_text=_("The writer gets to read it by mail."),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Give the reason. The writer gets to read it.")},
    )


class ReportForm(forms.Form):
    """Why somebody asks the editors to look at a comment."""

    reason = forms.CharField(
        label=_("What is wrong with it?"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class FeedbackForm(forms.Form):
    """What somebody tells us about an obstacle."""

    page = forms.CharField(
        label=_("Which page is it about?"),
        help_text=_("The address or the name of the page."),
        max_length=500,
        required=False,
    )
    text = forms.CharField(
        label=_("What got in your way?"),
        help_text=_("If you use an assistive device or program, it helps us to know which."),
        max_length=LONGEST_FEEDBACK,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Tell us what got in your way.")},
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_(
            "Only if you want the answer by mail. We delete the address three months after answering."
        ),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class AnswerForm(forms.Form):
    """The answer to accessibility feedback."""

    answer = forms.CharField(
        label=_("Answer"),
        help_text=_(
            "The sender gets it by mail if there is an address, and sees it on the page of the feedback."
        ),
        max_length=LONGEST_FEEDBACK,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Write the answer first.")},
    )
