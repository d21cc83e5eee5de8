"""Who may edit in Wagtail follows from the roles of the service, and from nothing else."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Page

from fiksummin.core.errors import refuse_if
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.site import rules
from fiksummin.site.choices import GROUPS


def let_edit(*, person: Person) -> None:
    """Put a person into the groups that her roles in force give her, and out of the others."""
    wanted = {kind for kind in (RoleKind.EDITOR, RoleKind.OWNER) if (kind, "") in person.standing_roles}
    for kind, name in GROUPS.items():
        group = Group.objects.get(name=name)
        if kind in wanted:
            person.groups.add(group)
        else:
            person.groups.remove(group)


def begin_translation(*, by: Person, page: Page) -> None:
    """Make a page of its own of an alias, with the words to be translated as its draft. Raises NotAllowed.

    What readers see stays as it is until the translation is published.
    """
    with transaction.atomic():
        refuse_if(rules.why_not_edit(by))
        page.alias_of_id = None
        page.save(update_fields=["alias_of_id"], clean=False)
        page.save_revision(user=by, log_action="wagtail.convert_alias", clean=False)
