"""The ideas that asked for something, given by the addresses of their pages."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from fiksummin.events import rules
from fiksummin.people.models import Person
from fiksummin.trail.choices import NodeKind
from fiksummin.trail.models import Node
from fiksummin.trail.things import named_by, path_here

LONGEST = 300
"""Characters of an address that a sentence says again."""


class IdeasField(forms.CharField):
    """Addresses of ideas, separated by spaces, commas or lines: gives their places on the trail."""

    reader: Person | None = None

    def __init__(self, **kwargs: Any) -> None:
        """Offer a few lines; no idea is a good answer."""
        area = forms.Textarea(attrs={"rows": 2, "autocapitalize": "off", "spellcheck": "false"})
        super().__init__(required=False, widget=area, **kwargs)

    def clean(self, value: Any) -> tuple[Node, ...]:
        """Find the ideas. Raises ValidationError with the address that leads to none, or that stands there twice."""
        given = [one for one in re.split(r"[\s,;]+", super().clean(value)) if one]
        if refusal := rules.why_too_many_ideas(len(given)):
            raise forms.ValidationError(refusal)
        found: dict[int, Node] = {}
        for address in given:
            node = self._node(address)
            if node.pk in found:
                raise forms.ValidationError(
                    _("The same idea stands here twice: %(address)s") % {"address": address[:LONGEST]}
                )
            found[node.pk] = node
        return tuple(found.values())

    def _node(self, address: str) -> Node:
        path = path_here(address)
        if not path:
            sentence = _("This is not an address of this service: %(address)s")
            raise forms.ValidationError(sentence % {"address": address[:LONGEST]})
        idea = named_by(path, NodeKind.IDEA, self.reader)
        if idea is None:
            sentence = _("There is no idea at this address, or you may not see it: %(address)s")
            raise forms.ValidationError(sentence % {"address": address[:LONGEST]})
        node: Node = idea.node
        return node
