"""What a booker gives: spaces and their layouts, a time, how many, what for, who holds it with her."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.people.models import Person
from fiksummin.people.queries import person_by_email
from fiksummin.spaces import queries, rules
from fiksummin.spaces.forms.booking_fields import AddressesField, IdsField
from fiksummin.spaces.forms.hours import HoursForm
from fiksummin.spaces.forms.visits import PeopleField, WordField
from fiksummin.spaces.models import Booking, Layout, Site, Space
from fiksummin.spaces.queries import BookingWish, Place
from fiksummin.ui.forms import DayField, KeyField

INSTEAD = ("space", "layout", "day", "start", "end")
"""What another answer stands for."""
FOLDED = ("extra_seats", "members", "for_email")
NOTHING = (None, "", 0, "0")
MOST_SHOWN = 60
"""Spaces to choose from on the page itself; the others are found by searching."""


@dataclass(frozen=True)
class Choice:
    """A space to choose, whether it is chosen, and its layouts, each with whether it is the one."""

    space: Space
    chosen: bool
    layouts: list[tuple[Layout, bool]]
    as_it_is: bool
    """It may also stay as it is."""


class PlacesForm(HoursForm):
    """Spaces for a time, and what for: what a booking and its change have in common."""

    space = IdsField(
        label=gettext_lazy("Spaces"), error_messages={"required": gettext_lazy("Choose a space.")}
    )
    layout = IdsField(label=gettext_lazy("Furnishing"), required=False)
    people = PeopleField()
    title = forms.CharField(
        label=gettext_lazy("What for"),
        help_text=gettext_lazy("For you and the hosts. At most 120 characters."),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    is_public = forms.BooleanField(
        label=gettext_lazy("Show this to others, too"),
        help_text=gettext_lazy("Otherwise others see only that the space is booked."),
        required=False,
    )
    extra_seats = forms.IntegerField(
        label=gettext_lazy("Work seats beside"),
        help_text=gettext_lazy("And so many work seats for the same time."),
        required=False,
        min_value=0,
        initial=0,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 0, "autocomplete": "off"}),
        error_messages={"invalid": gettext_lazy("Give the number of seats in digits, for example 3.")},
    )
    wants_introduction = forms.BooleanField(
        label=gettext_lazy("We wish for an introduction to the house"),
        help_text=gettext_lazy("Bring your team: the host receives you and shows you around."),
        required=False,
    )
    note = WordField(
        label=gettext_lazy("A word to the hosts"),
        help_text=gettext_lazy("What you need. At most 1000 characters."),
        required=False,
    )
    key = KeyField()

    def __init__(self, *args: Any, site: Site, booking: Booking | None = None, **kwargs: Any) -> None:
        """Know the site, and the booking that is changed, whose spaces stay choosable."""
        super().__init__(*args, site=site, **kwargs)
        self.booking = booking

    def clean_extra_seats(self) -> int:
        """Take nothing for none."""
        return self.cleaned_data["extra_seats"] or 0

    def clean_title(self) -> str:
        """Keep it on one line."""
        return " ".join(str(self.cleaned_data["title"]).split())

    def clean(self) -> dict[str, Any]:
        """Find the spaces and layouts that are meant; the layouts of spaces not chosen do not count."""
        given = super().clean() or self.cleaned_data
        if "space" in given and "layout" in given:
            found = queries.spaces_to_book(self.site, self.booking).in_bulk(given["space"])
            if len(found) < len(given["space"]):
                self.add_error("space", _("There is no such space at this site."))
            else:
                given["places"] = [self._place(found[pk], given["layout"]) for pk in given["space"]]
        return given

    @property
    def wish(self) -> BookingWish:
        """What the actions take."""
        given = self.cleaned_data
        words = ("people", "title", "is_public", "note", "extra_seats", "wants_introduction")
        return BookingWish(
            places=tuple(given["places"]),
            start=given["start_at"],
            end=given["end_at"],
            **{word: given[word] for word in words},
        )

    @cached_property
    def choices(self) -> list[Choice]:
        """The spaces of the site, those chosen first; two queries."""
        chosen, layouts = _numbers(self["space"].value()), _numbers(self["layout"].value())
        rows = list(queries.spaces_to_book(self.site, self.booking))
        rows.sort(key=lambda space: space.pk not in chosen)
        kept = chosen if self.is_bound or self.booking else []
        return [
            _choice(space, layouts, chosen=space.pk in chosen, kept=space.pk in kept)
            for space in rows[: max(MOST_SHOWN, len(chosen))]
        ]

    @property
    def chosen(self) -> list[Choice]:
        """Those chosen."""
        return [choice for choice in self.choices if choice.chosen]

    @property
    def others(self) -> list[Choice]:
        """Those not chosen."""
        return [choice for choice in self.choices if not choice.chosen]

    @property
    def folded_open(self) -> bool:
        """Say whether something folded away is filled in, or wrong."""
        names = [name for name in FOLDED if name in self.fields]
        return any(self.errors.get(name) or self[name].value() not in NOTHING for name in names)

    @property
    def typed(self) -> list[tuple[str, str]]:
        """All that was sent but the spaces and the time, so that another answer can take it along."""
        given = cast(QueryDict, self.data)
        names = [name for name in self.fields if name not in INSTEAD]
        return [(name, value) for name in names for value in given.getlist(name)]

    @property
    def day_shown(self) -> date | None:
        """The day that stands in the form, if it is one."""
        try:
            found: date | None = DayField(required=False).clean(self["day"].value())
        except forms.ValidationError:
            return None
        return found

    @staticmethod
    def _place(space: Space, layouts: list[int]) -> Place:
        return Place(space, next((one for one in space.layouts.all() if one.pk in layouts), None))


class BookingForm(PlacesForm):
    """A new booking: also who holds it together, and in whose name."""

    members = AddressesField(
        label=gettext_lazy("Who holds it with you"),
        help_text=gettext_lazy(
            "E-mail addresses. Each gets a letter; who accepts may change and cancel the booking, too."
        ),
        required=False,
    )
    for_email = forms.EmailField(
        label=gettext_lazy("In whose name"),
        help_text=gettext_lazy(
            "The e-mail address of somebody of your organisation, when you book for her or him."
        ),
        required=False,
        max_length=254,
        error_messages={
            "invalid": gettext_lazy("Give an e-mail address, for example etunimi.sukunimi@virasto.fi.")
        },
    )
    like = forms.IntegerField(required=False, widget=forms.HiddenInput())

    def __init__(self, *args: Any, by: Person, **kwargs: Any) -> None:
        """Know who books: a booking like an earlier one is for those who held that with her."""
        super().__init__(*args, **kwargs)
        self.by = by

    def clean_for_email(self) -> Person | None:
        """Find the person."""
        address = self.cleaned_data["for_email"]
        if not address:
            return None
        found = person_by_email(address)
        if found is None or rules.why_not_for(self.by, found, self.site):
            raise forms.ValidationError(
                _("Nobody for whom you may book uses the service with this address: %(addresses)s")
                % {"addresses": address}
            )
        return found

    @cached_property
    def companions(self) -> list[Person]:
        """Those who held the earlier booking with her; nobody when it was not hers."""
        pk = _numbers([self["like"].value()])
        earlier = Booking.objects.held_by(self.by).filter(pk__in=pk).select_related("person").first()
        if earlier is None:
            return []
        every = [earlier.person, *(member.person for member in earlier.members.select_related("person"))]
        return [person for person in every if person is not None and person.pk != self.by.pk]

    @property
    def people_of_it(self) -> dict[str, Any]:
        """Who holds the booking, as the action takes it."""
        return {"person": self.cleaned_data["for_email"], "members": self.companions}


class MembersForm(forms.Form):
    """Who holds a booking together with its booker: those who stay, and further ones."""

    stays = IdsField(label=gettext_lazy("They hold it now"), required=False)
    members = AddressesField(
        label=gettext_lazy("Add people"),
        help_text=gettext_lazy(
            "Their e-mail addresses. Each gets a letter, and stands here when she or he accepts."
        ),
        required=False,
    )
    key = KeyField()

    def __init__(self, *args: Any, booking: Booking, **kwargs: Any) -> None:
        """Know the booking."""
        super().__init__(*args, **kwargs)
        self.booking = booking

    def people(self) -> list[Person] | None:
        """Those who hold it from now on; None when nobody goes."""
        present = [member.person for member in self.booking.members.all()]
        stays = [person for person in present if person.pk in self.cleaned_data["stays"]]
        return stays if len(stays) < len(present) else None

    def present(self) -> Iterator[tuple[Person, bool]]:
        """Those who hold it now, each with whether the box is ticked."""
        ticked = set(_numbers(self["stays"].value())) if self.is_bound else None
        for member in self.booking.members.all():
            yield member.person, ticked is None or member.person_id in ticked


class ReasonForm(forms.Form):
    """Why: asked when a booking is cancelled, and wanted when one is declined."""

    reason = WordField(
        label=gettext_lazy("Reason"),
        required=False,
        error_messages={"required": gettext_lazy("Write the reason: whoever booked reads it.")},
    )


class AnswerForm(forms.Form):
    """A press on a button, with nothing to fill in."""


def _numbers(given: Any) -> list[int]:
    return [int(one) for one in given or [] if re.fullmatch(r"\d{1,9}", str(one))]


def _choice(space: Space, wanted: list[int], *, chosen: bool, kept: bool) -> Choice:
    """Lay out a space: the layout wanted, else the usual one, unless it was chosen as it is."""
    layouts = list(space.layouts.all())
    picked = next((one for one in layouts if one.pk in wanted), None)
    usual = next((one for one in layouts if one.is_usual), None)
    as_it_is = usual is None or (kept and picked is None)
    marked = picked or (None if as_it_is else usual)
    return Choice(space, chosen, [(one, one == marked) for one in layouts], as_it_is)
