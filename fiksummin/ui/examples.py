"""What the style guide shows. Its words are examples, in English only."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest

from fiksummin.core.time import HELSINKI, now
from fiksummin.ui.forms import ClockField, DayField

THANKS: Final = "The visit is announced. A confirmation is on its way to your e-mail."
TROUBLES: Final[dict[int, tuple[str, tuple[str, ...]]]] = {
    400: ("", ()),
    403: ("Only the hosts of this site see its list.", ()),
    404: ("", ()),
    405: ("", ()),
    409: ("The last seat was taken just before you.", ("Wed 25 Nov, 9:00–15:00", "Thu 26 Nov, 9:00–15:00")),
    413: ("", ()),
    429: ("", ()),
    500: ("", ()),
}


@dataclass(frozen=True)
class Link:
    """A label and where it leads."""

    label: str
    url: str = ""
    icon: str = ""
    current: bool = False
    code: str = ""


class VisitForm(forms.Form):
    """A form with every kind of field."""

    site = forms.ChoiceField(
        label="Site", choices=[("", "Choose a site"), ("hki", "Helsinki lab"), ("ob", "Oulu")]
    )
    day = DayField(label="Day", help_text="Weekdays, at most 60 days ahead.")
    arrives = ClockField(label="Arrival")
    leaves = ClockField(label="Leaving")
    people = forms.IntegerField(label="How many of you", min_value=1, max_value=40, initial=1)
    email = forms.EmailField(label="E-mail address", widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    zone = forms.ChoiceField(
        label="Where would you like to sit",
        help_text="A wish, not a promise.",
        widget=forms.RadioSelect,
        choices=[("quiet", "Quiet zone"), ("talk", "Talk zone"), ("any", "Anywhere")],
    )
    needs = forms.MultipleChoiceField(
        label="What you need",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("screen", "A large screen"), ("quiet", "A phone booth"), ("step", "Step-free access")],
    )
    note = forms.CharField(
        label="A word to the host", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    rules = forms.BooleanField(label="I have read the house rules", help_text="Two minutes of reading.")


def navigation() -> list[Link]:
    """Give all entries of the main navigation."""
    names = [
        ("Today", "sun"),
        ("Spaces", "door-open"),
        ("Events", "calendar-days"),
        ("Experiments", "baton"),
        ("Networks", "users"),
        ("Library", "book-open"),
        ("Picture", "chart-line"),
        ("Host’s desk", "clipboard-list"),
    ]
    return [Link(label, "#", icon, current=label == "Spaces") for label, icon in names]


def live() -> dict[str, Any]:
    """Give a moment that moves on each time."""
    return {"moment": now()}


def context(form: forms.Form, request: HttpRequest) -> dict[str, Any]:
    """Give everything that the page shows."""
    start = datetime(now().year + 1, 11, 24, 9, tzinfo=HELSINKI)
    today = now().astimezone(HELSINKI).replace(hour=9, minute=30)
    pages = Paginator(range(480), 10).get_page(request.GET.get("page", 3))
    return {
        "form": form,
        "navigation": navigation(),
        "trail": [Link("Spaces", "#"), Link("Helsinki lab", "#"), Link("Style guide")],
        "start": start,
        "end": start + timedelta(hours=6, minutes=30),
        "night": start + timedelta(days=1, hours=9),
        "today": today,
        "page": pages,
        "troubles": list(TROUBLES),
        "icons": ICONS,
        "demo": True,
        **live(),
    }


ICONS: Final = (
    "armchair arrow-right ban baton book-open calendar-days chart-line check chevron-down chevron-left "
    "chevron-right circle-alert circle-check circle-dashed circle-help clipboard-list clock door-open download "
    "ellipsis flask-conical globe house info key-round lightbulb log-in log-out mail map-pin message-square pause "
    "pencil phone play plus printer refresh-cw rss search shield-check sun trash-2 triangle-alert user user-plus "
    "users x"
).split()
