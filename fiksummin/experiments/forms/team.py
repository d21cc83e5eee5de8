"""Who else is to carry an experiment out, by their addresses."""

from django import forms
from django.utils.translation import gettext_lazy

from fiksummin.people.rules import MOST_INVITED
from fiksummin.ui.address_list import AddressesField
from fiksummin.ui.forms import KeyField


def team_field(*, required: bool) -> AddressesField:
    """Give a field for the addresses of those who are invited."""
    return AddressesField(
        label=gettext_lazy("Invite to the team: e-mail addresses"), required=required, most=MOST_INVITED,
        help_text=gettext_lazy("One on each line, or separated by commas; from other organisations, too. Each gets a letter, and takes part if she likes. You are not told who uses the service already."),
    )  # fmt: skip


class TeamForm(forms.Form):
    """Invite to the team."""

    team = team_field(required=True)
    key = KeyField()
