"""A plain input drawn at once is, to the letter, the one that Django's templates draw."""

from datetime import date, time
from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.translation import gettext_lazy

from fiksummin.ui import inputs
from fiksummin.ui.forms import ClockInput, DayInput, Renderer

WIDGETS = [
    (forms.TextInput(attrs={"placeholder": 'a "b" <c>', "required": True, "disabled": False}), "<b>&'\""),
    (forms.TextInput(attrs={"title": gettext_lazy("Yes"), "maxlength": 30}), None),
    (forms.TextInput(), ""),
    (forms.NumberInput(attrs={"min": 1}), 3),
    (forms.EmailInput(attrs={"autocomplete": "email"}), "matti@vero.example"),
    (forms.URLInput(), "https://lab.example/?a=1&b=2"),
    (forms.PasswordInput(), "hidden"),
    (forms.HiddenInput(), "k&y"),
    (DayInput(), date(2026, 11, 24)),
    (ClockInput(), time(9, 30)),
    (forms.CheckboxInput(), True),
    (forms.CheckboxInput(attrs={"disabled": True}), False),
    (forms.Textarea(attrs={"dir": "auto"}), "a < b\n& c"),
    (forms.Textarea(), None),
    (forms.Select(choices=[("", "-"), (1, gettext_lazy("Yes")), ("b&", "<b>")]), 1),
    (forms.Select(choices=[("a", "A"), ("&", [("b", "B"), ("c", "C")])]), "c"),
    (forms.Select(attrs={"disabled": True}), None),
    (forms.SelectMultiple(choices=[("a", "A"), ("b", "B"), ("c", "C")]), ["a", "c"]),
    (forms.NullBooleanSelect(), True),
]


@pytest.mark.parametrize(("widget", "value"), WIDGETS, ids=lambda it: type(it).__name__)
def test_it_is_the_input_of_the_template(widget: forms.Widget, value: Any) -> None:
    assert widget.template_name in inputs.PLAIN
    attributes = {"id": "id_name", "aria-describedby": "id_name_helptext"}
    ours = widget.render("name", value, attributes, renderer=Renderer())
    assert ours == widget.render("name", value, attributes, renderer=DjangoTemplates())


def test_every_template_called_plain_draws_what_is_drawn_at_once() -> None:
    context = {"widget": {"type": "text", "name": "a", "value": "1", "attrs": {"id": "b"}, "optgroups": []}}
    for template, draw in inputs.PLAIN.items():
        assert DjangoTemplates().render(template, context) == draw(context["widget"])


@pytest.mark.parametrize("widget", [forms.RadioSelect, forms.CheckboxSelectMultiple])
def test_each_of_several_choices_is_as_django_draws_it(widget: type[forms.RadioSelect]) -> None:
    class Form(forms.Form):
        what = forms.MultipleChoiceField(choices=[("a", "A & a"), ("b", "B")], widget=widget)

    class Plain(Form):
        default_renderer = DjangoTemplates()

    ours, theirs = (form(initial={"what": ["b"]})["what"] for form in (Form, Plain))
    assert [choice.tag() for choice in ours] == [choice.tag() for choice in theirs]
    assert [choice.tag(wrap_label=True) for choice in ours] == [
        choice.tag(wrap_label=True) for choice in theirs
    ]
