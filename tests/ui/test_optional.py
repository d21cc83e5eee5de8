"""A label says that its field may stay empty, but not where the empty choice says what that means."""

from django import forms

from fiksummin.people.models import Organisation
from fiksummin.ui.templatetags.ui import is_optional


class Asked(forms.Form):
    """Fields of each kind."""

    name = forms.CharField()
    note = forms.CharField(required=False)
    kind = forms.ChoiceField(required=False, choices=[("", "Every kind"), ("a", "A")])
    silent = forms.ChoiceField(required=False, choices=[("", "---------"), ("a", "A")])
    ticks = forms.MultipleChoiceField(required=False, choices=[("a", "A")])
    whose = forms.ModelChoiceField(Organisation.objects.none(), required=False, empty_label="Everybody’s")
    who = forms.ModelChoiceField(Organisation.objects.none(), required=False)


class Filter(Asked):
    """All of a filter may stay empty."""

    is_filter = True


def test_what_may_stay_empty_says_so_once() -> None:
    assert [field.name for field in Asked() if is_optional(field)] == ["note", "silent", "ticks", "who"]
    assert not [field for field in Filter() if is_optional(field)]
    assert "Every kind" in Asked()["kind"].as_field_group()
    assert 'class="mark"' not in Asked()["kind"].as_field_group()
    assert 'class="mark"' in Asked()["note"].as_field_group()
