"""Writing a thing of the library, publishing it, changing its words, copying it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.core.errors import refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now, today
from fiksummin.library import rules
from fiksummin.library.actions.checking import locked
from fiksummin.library.choices import FACETS, GOOD_FOR_DAYS, TOLD
from fiksummin.library.facts import ItemChanged, ItemPublished, KeeperAdded
from fiksummin.library.models import Item, Keeper, Label, Version
from fiksummin.library.queries.wishes import Change, ItemWish
from fiksummin.people.models import Person
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import LinkKind, Part
from fiksummin.trail.models import Node
from fiksummin.trail.rules import why_not_link


def draft_item(
    *, by: Person, kind: str, wish: ItemWish, source: Node | None = None, source_kind: str = "",
    keepers: Iterable[Person] = (), at: datetime | None = None,
) -> Item:  # fmt: skip
    """Write something down for oneself first; ``source`` is what it came of. Raises NotAllowed, Invalid (with its field)."""
    at = at or now()
    with transaction.atomic():
        refuse_if(rules.why_not_write(by))
        refuse_field(rules.why_not_words(kind, wish))
        item = Item.objects.create(
            kind=kind, language=wish.language, audience=wish.audience, organisation=by.organisation,
            source=source, source_kind=source_kind, made_at=at,
        )  # fmt: skip
        for person in dict.fromkeys((by, *keepers)):
            Keeper.objects.create(item=item, person=person, at=at)
        _label(item, wish)
        _version(item, by, wish, Change(number=0, changed=""), at)
    return item


def publish_item(*, by: Person, item: Item, at: datetime | None = None) -> Item:
    """Let others have it: from then on it is on the trail, and whoever publishes it checks it again by a day. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        item = locked(item)
        refuse_if(rules.why_not_publish(item, by))
        item.published_at = item.checked_at = at
        item.review_on = today(at=at) + timedelta(days=GOOD_FOR_DAYS[item.kind])
        item.node = trail.enter(
            kind=item.kind, by=by, owner=by, due_on=item.review_on, next_step=to_check(item), at=at
        )
        item.save(update_fields=["node", "published_at", "checked_at", "review_on"])
        for keeper in item.keepers.select_related("person"):
            if keeper.person is not None:
                trail.contribute(node=item.node, person=keeper.person, part=Part.WROTE, at=at)
        if item.source is not None:
            trail.link(by=by, source=item.source, target=item.node, kind=item.source_kind, at=at)
        announce(ItemPublished(by=by.pk, item=item.pk))
    return item


def change_item(
    *, by: Person, item: Item, wish: ItemWish, change: Change, at: datetime | None = None
) -> Version:
    """Write a new version; the one before stays readable. Raises NotAllowed, NotNow, Invalid (with its field).

    What it changed because of leads to it on the trail, unless that came of the thing itself.
    """
    at = at or now()
    with transaction.atomic():
        item = locked(item)
        refuse_if(rules.why_not_change(item, by))
        before = item.versions.get(superseded_at=None)
        refuse_field(rules.why_not_upon(item, change, before.number))
        refuse_field(rules.why_not_words(item.kind, wish))
        item.language, item.audience = wish.language, wish.audience
        item.save(update_fields=["language", "audience"])
        _label(item, wish)
        before.superseded_at = at
        before.save(update_fields=["superseded_at"])
        if item.published_at is None and not change.changed.strip():
            change = replace(change, changed="–")
        version = _version(item, by, wish, change, at)
        if item.node is not None:
            trail.contribute(node=item.node, person=by, part=Part.WROTE, at=at)
            if change.because_of is not None and not why_not_link(change.because_of, item.node):
                trail.link(by=by, source=change.because_of, target=item.node, kind=LinkKind.LED, at=at)
            announce(ItemChanged(by=by.pk, version=version.pk))
    return version


def copy_item(*, by: Person, item: Item, at: datetime | None = None) -> Item:
    """Copy it to one's own use: a draft that says what it came of. Raises NotAllowed."""
    refuse_if(rules.why_not_copy(item, by))
    words = item.words
    facets = {name: getattr(words, name) for name in FACETS[item.kind]}
    wish = ItemWish(
        title=words.title, language=item.language, texts=words.texts, audience=item.audience,
        labels=tuple(label.word for label in item.labels.all()), **facets,
    )  # fmt: skip
    kind = LinkKind.LED.value if item.node else ""
    return draft_item(by=by, kind=item.kind, wish=wish, source=item.node, source_kind=kind, at=at)


def add_keeper(*, by: Person, item: Item, newcomer: Person, at: datetime | None = None) -> Keeper:
    """Let somebody keep it up, too. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        item = locked(item)
        refuse_if(rules.why_not_join(item, by, newcomer))
        keeper = Keeper.objects.create(item=item, person=newcomer, at=at)
        announce(KeeperAdded(by=by.pk, keeper=keeper.pk))
    return keeper


def to_check(item: Item) -> str:
    """Say in the language of a thing what is to be done next about it."""
    with translation.override(item.language):
        return _("Check that it still holds")


def _label(item: Item, wish: ItemWish) -> None:
    item.labels.exclude(word__in=wish.labels).delete()
    for word in dict.fromkeys(wish.labels):
        Label.objects.get_or_create(item=item, word=word)


def _version(item: Item, by: Person, wish: ItemWish, change: Change, at: datetime) -> Version:
    texts = {name: wish.texts[name].strip() for name in TOLD[item.kind] if wish.texts.get(name, "").strip()}
    return Version.objects.create(
        item=item, number=change.number + 1, at=at, by=by, title=wish.title.strip(), texts=texts,
        changed=change.changed.strip(), because=change.because.strip(), because_of=change.because_of,
        **{name: getattr(wish, name) for name in FACETS[item.kind]},
    )  # fmt: skip
