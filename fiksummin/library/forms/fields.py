"""Fields that several forms of this room have."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from fiksummin.library import rules
from fiksummin.library.models import Item
from fiksummin.people.models import Person
from fiksummin.people.queries import person_by_email
from fiksummin.trail import things
from fiksummin.trail.models import Node

_ON_TRAIL = re.compile(r"/trail/([a-z_]+)/([0-9]{1,9})/?$")


class KeeperField(forms.EmailField):
    """The address of a colleague, or of somebody who had a part in a thing; gives the member. Of others it tells nothing."""

    item: Item
    reader: Person

    def clean(self, value: Any) -> Any:
        """Find whom the address belongs to."""
        found: Person | None = person_by_email(super().clean(value))
        if found is None or found.is_guest or not rules.knows(self.item, self.reader, found):
            raise ValidationError(rules.not_known())
        return found


class TrailField(forms.CharField):
    """The address of a page of the trail; gives what stands there, as far as the reader may see it."""

    reader: Person | None = None

    def clean(self, value: Any) -> Any:
        """Find the thing; None for an empty address."""
        address = super().clean(value).strip().split("?")[0].split("#")[0]
        if not address:
            return None
        named = _ON_TRAIL.search(address)
        thing = things.thing(named[1], int(named[2]), self.reader) if named else None
        if thing is None:
            raise ValidationError(_("There is no such page of the trail. Copy the address of one."))
        node: Node = thing.node
        return node
