"""What the site stands on in every database: languages, groups with their permissions, the review.

Laid after each ``migrate``; doing it again changes nothing.
"""

from typing import Any, Final

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from fiksummin.core.db import migrating
from fiksummin.core.languages import LANGUAGES
from fiksummin.people.choices import RoleKind
from fiksummin.site.actions.building import build_site
from fiksummin.site.choices import GROUPS
from fiksummin.site.models import SecondReader

REVIEW = "Second reader"

PAGES: Final = {
    RoleKind.EDITOR: ("add", "change"),
    RoleKind.OWNER: ("add", "change", "publish", "bulk_delete", "lock", "unlock"),
}
FILES: Final = (
    "wagtaildocs.add_document",
    "wagtaildocs.change_document",
    "wagtaildocs.choose_document",
    "wagtailimages.add_image",
    "wagtailimages.change_image",
    "wagtailimages.choose_image",
)
SNIPPETS: Final = (
    "wagtailadmin.access_admin",
    *(
        f"site.{act}_{kind}"
        for kind in ("term", "video", "servicebreak", "topic")
        for act in ("add", "change", "delete")
    ),
)


def lay_grounds(*, sender: Any = None, **_signal: Any) -> None:
    """Lay the grounds, and the pages of a fresh installation, once every migration is done."""
    if migrating.missing():
        return
    for config in apps.get_app_configs():
        create_permissions(config, verbosity=0)
    with transaction.atomic():
        _languages()
        _groups()
        _review()
        build_site()


def _languages() -> None:
    """Have a locale for each language."""
    for code in LANGUAGES:
        Locale.objects.get_or_create(language_code=code)


def _groups() -> None:
    """Have the two groups with what they may do, and none of those that Wagtail brings."""
    Group.objects.filter(name__in=["Moderators", "Editors"]).delete()
    root, files = Page.get_first_root_node(), Collection.get_first_root_node()
    for kind, name in GROUPS.items():
        group, _is_new = Group.objects.get_or_create(name=name)
        group.permissions.set(_permissions(SNIPPETS))
        for permission in _permissions(tuple(f"wagtailcore.{act}_page" for act in PAGES[kind])):
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
        for permission in _permissions(FILES):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=files, permission=permission
            )


def _review() -> None:
    """Have one review for every page: somebody else reads, then it is published."""
    workflow, _is_new = Workflow.objects.get_or_create(name=REVIEW, defaults={"active": True})
    task = SecondReader.objects.filter(name=REVIEW).first() or SecondReader.objects.create(name=REVIEW)
    task.groups.set(Group.objects.filter(name__in=GROUPS.values()))
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task.task_ptr, defaults={"sort_order": 0})
    WorkflowPage.objects.update_or_create(page=Page.get_first_root_node(), defaults={"workflow": workflow})
    Workflow.objects.filter(name="Moderators approval").delete()


def _permissions(names: tuple[str, ...]) -> list[Permission]:
    found = []
    for name in names:
        app, _, codename = name.partition(".")
        found.append(Permission.objects.get(content_type__app_label=app, codename=codename))
    return found
