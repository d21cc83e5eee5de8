"""Rows of any model, made from its fields alone, for nets that must reach every table."""

from contextlib import suppress
from itertools import count
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from fiksummin.people.models import Person

_numbers = count(1000)


def columns_of_people(every: Any) -> list[tuple[type[models.Model], models.Field[Any, Any]]]:
    """List every foreign key to a person, of every app, each once (at the model that owns the column)."""
    return [
        (model, field)
        for model in every
        for field in model._meta.local_fields
        if field.is_relation and field.related_model is Person and not model._meta.proxy
    ]


def row(model: type[models.Model], **given: Any) -> models.Model:
    """Make a row: what is not given is neutral; what it must point at is made or found.

    The database's own conditions say which optional columns belong together: first the
    row is tried with none of them, then with words, with moments, with both; and at last
    with rows of its own to point at, since another may have the place at those that are there.
    """
    ways = ((False, False), (True, False), (False, True), (True, True))
    for anew in (False, True):
        for words, moments in ways:
            with suppress(IntegrityError), transaction.atomic():
                return _row(model, given, words=words, moments=moments, anew=anew)
    raise AssertionError(f"no way to make a {model._meta.label}")


def _row(
    model: type[models.Model], given: dict[str, Any], *, words: bool, moments: bool, anew: bool
) -> models.Model:
    values = dict(given)
    for field in model._meta.concrete_fields:
        if field.name not in values and not field.primary_key:
            if moments and field.null and isinstance(field, models.DateTimeField):
                values[field.name] = timezone.now()
            elif moments and field.null and isinstance(field, models.TextField):
                values[field.name] = _value(field, words=True)
            elif _is_owed(field):
                values[field.name] = _another(field, values, anew=anew) or _value(field, words=words)
    made = model(**values)
    if hasattr(model, "add_root"):
        return _planted(made)
    # Past save() and signals, which expect more than a row: only the table matters here.
    return model._base_manager.bulk_create([made])[0]


def _planted(made: Any) -> models.Model:
    """Put a row of a tree below its root."""
    owner: Any = made._meta.get_field("path").model
    root = owner.objects.filter(depth=1).first()
    made.path, made.depth, made.numchild = "", None, 0
    if root is None:
        return owner.add_root(instance=made)
    if hasattr(root, "locale"):
        made.locale = root.locale
    return root.add_child(instance=made)


def _another(field: models.Field[Any, Any], values: dict[str, Any], *, anew: bool) -> models.Model | None:
    """Make a row to point at when no other may be: one points there already, only one may, or ``anew`` asks for it."""
    target = field.related_model
    is_taken = isinstance(field, models.OneToOneField) or any(
        type(value) is target for value in values.values()
    )
    if isinstance(target, type) and (anew or is_taken):
        return row(target)
    return None


def _is_owed(field: models.Field[Any, Any]) -> bool:
    return not field.has_default() and not field.null and not getattr(field, "auto_now_add", False)


def _value(field: models.Field[Any, Any], *, words: bool) -> Any:  # noqa: C901, PLR0911 -- one answer for each kind of field
    number = next(_numbers)
    if isinstance(field, models.ForeignKey):
        target: Any = field.related_model
        return target._default_manager.first() or row(target)
    if field.choices and (words or not field.blank):
        return next(iter(field.flatchoices))[0]
    if isinstance(field, models.UUIDField):
        return uuid4()
    if isinstance(field, models.DateTimeField):
        return timezone.now()
    if isinstance(field, models.DateField):
        return timezone.now().date()
    if isinstance(field, models.IntegerField):
        return number
    if isinstance(field, models.BooleanField):
        return False
    if isinstance(field, models.JSONField):
        return {}
    if field.blank and not words:
        return ""
    if isinstance(field, models.EmailField):
        return f"neutral{number}@nowhere.example"
    if isinstance(field, models.TextField):
        return f"neutral words, number {number}"
    return f"neutral-{number}"[: field.max_length or 100]
