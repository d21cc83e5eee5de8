"""How organisations stand on a page."""

from django import template
from django.urls import reverse
from django.utils.html import format_html

from fiksummin.people.models import Organisation, Person
from fiksummin.ui.templatetags.ui import said

register = template.Library()


@register.simple_tag(takes_context=True)
def body(context: template.Context, organisation: Organisation) -> object:
    """Name an organisation; to members the name leads to what it has tried and shared."""
    reader = context.get("user")
    name = said(organisation.name)
    if not isinstance(reader, Person) or reader.is_guest:
        return name
    return format_html(
        '<a href="{}">{}</a>', reverse("people:organisation_work", args=[organisation.pk]), name
    )
