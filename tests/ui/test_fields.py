"""Days and moments as people type them; those that no clock can tell are refused with a sentence."""

from datetime import date, datetime

import pytest
from django import forms
from django.utils import translation

from fiksummin.ui.forms import DayField, MomentField


@pytest.mark.parametrize("written", ["0001-01-01", "1.1.0001", "9999-12-31", "1999-12-31", "2200-01-01"])
def test_a_year_that_is_a_slip_of_the_pen(written: str) -> None:
    with translation.override("sv"), pytest.raises(forms.ValidationError, match="Kontrollera året"):
        DayField().clean(written)
    with translation.override("fi"), pytest.raises(forms.ValidationError, match="Tarkista vuosi"):
        MomentField().clean(f"{written}T23:00" if "-" in written else f"{written} 9.30")


def test_days_and_moments_in_two_ways_of_writing() -> None:
    assert DayField().clean("2026-11-24") == DayField().clean("24.11.2026") == date(2026, 11, 24)
    moment = datetime(2026, 11, 24, 9, 30)  # noqa: DTZ001 -- the form knows the zone
    assert MomentField().clean("2026-11-24T09:30") == MomentField().clean("24.11.2026 9.30") == moment
    assert DayField(required=False).clean("") is None
    assert MomentField(required=False).clean("") is None
