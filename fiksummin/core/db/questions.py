"""Questions that every page asks, their SQL made once.

Django spends several times as long on wording a query as the database on
answering it, and words it anew each time. A question here is worded once for
each thread, with places where its values go; from then on only values change.
The queryset that words it stays the only truth about what is found.
"""

import threading
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, cast
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db.models import Expression, Model, QuerySet
from django.db.models.sql import Query
from django.db.models.sql.compiler import SQLCompiler
from django.utils.functional import cached_property

from fiksummin.core.db.preparing import prepared

type Wording[Row] = Callable[..., QuerySet[Any, Row]]
type Shape = tuple[tuple[str, int | None], ...]

_KEPT = "_prefetched_objects_cache"
"""Where Django keeps what was prefetched."""


LARGEST = 2**63 - 1
"""The largest number of a column."""


class Place(NamedTuple):
    """Where a value goes in the SQL: the value of a name, or one of the values of a list."""

    name: str
    number: int | None

    def of(self, values: dict[str, Any]) -> Any:
        """Give the value that goes here."""
        return values[self.name] if self.number is None else values[self.name][self.number]


class Given(Expression):
    """Stands for a value, or for a list of so many values, while a question is worded."""

    def __init__(self, name: str, length: int | None) -> None:
        """Know the name; ``length`` is None for a single value."""
        super().__init__()
        self.name, self.length = name, length

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        """Keep the places free; an empty list matches nothing."""
        if self.length is None:
            return "%s", [Place(self.name, None)]
        places = [Place(self.name, number) for number in range(self.length)]
        return f"({', '.join(['%s'] * self.length) or 'NULL'})", places


class Question[Row](threading.local):
    """``Question(lambda pk: Person.objects.filter(pk=pk))``; then ``question(pk=1)`` gives the rows.

    The wording may filter by its values and do nothing else with them: it never
    sees them; what it would prefetch is not brought (see ``Belongings``). A value is not None; a list stands after ``__in`` and has one
    wording for each length, so it should be short.
    """

    def __init__(self, wording: Wording[Row]) -> None:
        """Know how to word the question."""
        self.wording = wording
        self.worded: dict[Shape, QuerySet[Any, Row] | None] = {}
        self.values: dict[str, Any] = {}

    def __call__(self, **values: Any) -> list[Row]:
        """Ask, and read all rows; a number that no column holds finds none."""
        if any(isinstance(value, int) and abs(value) > LARGEST for value in values.values()):
            return []
        shape = tuple((name, len(it) if isinstance(it, list) else None) for name, it in values.items())
        if shape not in self.worded:
            self.worded[shape] = self._word(shape)
        self.values = values
        worded = cast(Any, self.worded[shape])
        rows: list[Row] = list(worded._iterable_class(worded)) if worded is not None else []  # noqa: SLF001 -- as Django does, without its copy
        return rows

    def _word(self, shape: Shape) -> QuerySet[Any, Row] | None:
        """Word it; None for what Django knows to be nothing, whatever the values."""
        worded = self.wording(**{name: Given(name, length) for name, length in shape})
        compiler = worded.query.get_compiler(using=worded.db)
        try:
            sql, params = self._sql(compiler)
        except EmptyResultSet:
            return None
        converters = compiler.get_converters([column[0] for column in compiler.select[: compiler.col_count]])
        adapt = _adapter(compiler.connection)

        def bound(*_args: Any, **_words: Any) -> tuple[str, list[Any]]:
            values = self.values
            return sql, [adapt(each.of(values)) if isinstance(each, Place) else each for each in params]

        def answered(*_args: Any, **_words: Any) -> list[list[tuple[Any, ...]]]:
            with prepared() as cursor:
                cursor.execute(*bound())
                return [cursor.fetchall()]

        ready = cast(Any, compiler)
        ready.as_sql, ready.execute_sql, ready.get_converters = bound, answered, lambda _columns: converters
        cast(Any, worded.query).get_compiler = lambda *_args, **_words: ready
        return worded

    def _sql(self, compiler: SQLCompiler) -> tuple[str, Any]:
        return compiler.as_sql()


class Portion[Row](Question[Row]):
    """A question of which some rows are read at a time: ``portion(50, after=100, campaign=3)``; its wording has no slice."""

    def __call__(self, most: int = 0, *, after: int = 0, **values: Any) -> list[Row]:
        """Read so many rows, beginning after so many."""
        return super().__call__(most=most, after=after, **values)

    def _word(self, shape: Shape) -> QuerySet[Any, Row] | None:
        return super()._word(tuple(each for each in shape if each[0] not in {"most", "after"}))

    def _sql(self, compiler: SQLCompiler) -> tuple[str, Any]:
        sql, params = compiler.as_sql()
        return f"{sql} LIMIT %s OFFSET %s", [*params, Place("most", None), Place("after", None)]


def evened[Value](values: Iterable[Value]) -> list[Value]:
    """Repeat the last of some values until they are 1, 2, 4, 8 … : after ``__in`` they mean the same, in few wordings."""
    given = list(values)
    wanted = 1 << (len(given) - 1).bit_length() if given else 0
    return given + given[-1:] * (wanted - len(given))


def _adapter(connection: Any) -> Callable[[Any], Any]:
    """Give what turns a value into what the database takes; unlike Django's own, it also knows UUIDs."""

    def adapt(value: Any) -> Any:
        if isinstance(value, UUID) and not connection.features.has_native_uuid_field:
            return value.hex
        return connection.ops.adapt_unknown_value(value)

    return adapt


class Brought(QuerySet[Any]):
    """The rows of one owner, read along with those of others; only when asked further it words a question of its own."""

    owner: Model
    name: str

    @cached_property
    def _query(self) -> Query:
        kept = vars(self.owner).pop(_KEPT)
        try:
            return cast(Query, getattr(self.owner, self.name).get_queryset().query)
        finally:
            vars(self.owner)[_KEPT] = kept


class Belongings[Row: Model]:
    """Rows that belong to others, read once for all their owners and kept with them, as ``prefetch_related`` does.

    ``key`` names the owner's id in a row: ``Belongings("hours", "site_id", lambda owners: …(site__in=owners))``.
    """

    def __init__(self, name: str, key: str, wording: Wording[Row]) -> None:
        """Know the name under which owners have them, and how to ask."""
        self.name, self.key, self.question = name, key, Question(wording)
        self.kind: type | None = None
        self.state: dict[str, Any] = {}

    def of(self, owner: Model, **values: Any) -> list[Row]:
        """Give those of one owner: what is kept with it, or else what stands now, which is not kept."""
        if self.name in vars(owner).get(_KEPT, ()):
            return list(getattr(owner, self.name).all())
        return self.question(owners=[owner.pk], **values)

    def bring(self, owners: Iterable[Model], **values: Any) -> None:
        """Bring them to those who do not have them yet; at most one query. The wording may want further values."""
        lacking = [owner for owner in owners if self.name not in vars(owner).get(_KEPT, ())]
        found: dict[Any, list[Row]] = {owner.pk: [] for owner in lacking}
        for row in self.question(owners=evened(found), **values) if found else ():
            found[getattr(row, self.key)].append(row)
        for owner in lacking:
            self._keep(owner, found[owner.pk])

    def bring_none(self, owner: Model) -> None:
        """Keep with an owner that it has none: somebody knows already."""
        self._keep(owner, [])

    def _keep(self, owner: Model, rows: list[Row]) -> None:
        vars(owner).setdefault(_KEPT, {})[self.name] = self._brought(owner, rows)

    def _brought(self, owner: Model, rows: list[Row]) -> QuerySet[Any]:
        """Keep rows as Django keeps what it prefetched; making a queryset and its query for each owner costs more than reading."""
        if self.kind is None:
            like = getattr(owner, self.name).get_queryset()
            self.kind = type("Brought", (Brought, type(like)), {})
            self.state = {name: value for name, value in vars(like).items() if name != "_query"}
            self.state |= {
                "_known_related_objects": {},
                "_hints": {},
                "_prefetch_done": True,
                "_deferred_filter": None,
            }
        brought: Any = object.__new__(self.kind)
        vars(brought).update(self.state, owner=owner, name=self.name, _result_cache=rows)
        return cast(QuerySet[Any], brought)


class Owners[Row: Model]:
    """What many rows point at, read once for all of them: where a few own many, that is less than one each.

    ``Owners("site", lambda ids: Site.objects.filter(pk__in=ids))``.
    """

    def __init__(self, name: str, wording: Wording[Row]) -> None:
        """Know the field that points there, and how to ask."""
        self.name, self.question = name, Question(wording)

    def bring(self, rows: Iterable[Model]) -> None:
        """Set them in all rows; at most one query."""
        wanted = [(row, getattr(row, f"{self.name}_id")) for row in rows]
        ids = sorted({pk for _row, pk in wanted if pk is not None})
        found = {owner.pk: owner for owner in self.question(ids=ids)} if ids else {}
        for row, pk in wanted:
            row._state.fields_cache[self.name] = found.get(pk)  # noqa: SLF001 -- where Django keeps it
