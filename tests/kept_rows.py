"""The cast's rows, made for real once a process and put back for every later test.

Keys, envelopes and countersigned links of the same five people took a third of the time of all tests that ask
a database. What a step of the cast writes depends on nothing but what was written before it in the same test:
while that is known, the rows it made the first time say the same. After any other write it is taken anew.
"""

import re
from collections.abc import Callable, Hashable
from copy import deepcopy
from dataclasses import dataclass, field
from functools import wraps
from threading import get_ident
from typing import Any, ParamSpec, TypeVar

from django.apps import apps
from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.models import Model
from django.db.models.sql import InsertQuery

P = ParamSpec("P")
R = TypeVar("R")
Rows = dict[type[Model], dict[Any, Model]]

READS = ("SELECT", "SAVEPOINT", "RELEASE", "PRAGMA", "SET", "EXPLAIN", "BEGIN")
WRITES = re.compile(r'(?:INSERT INTO|INSERT OR IGNORE INTO|UPDATE|DELETE FROM) "(\w+)"')


@dataclass
class Point:
    """The rows after some steps from an empty database, and the steps that were taken from there."""

    rows: Rows = field(default_factory=dict)
    steps: dict[Hashable, "Step"] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    made: Any
    statements: list[tuple[str, Any]]
    to: Point


EMPTY = Point()


class Place:
    """Where this test's database stands; None once anything but the cast wrote to it."""

    def __init__(self) -> None:
        self.point: Point | None = None
        self.tables: set[str] | None = None  # written to by the step that is taken just now
        self.thread = get_ident()

    def see(self, execute: Callable[..., Any], sql: str, *told: Any) -> Any:
        if not sql.startswith(READS):
            written = WRITES.match(sql)
            if self.tables is None or written is None or get_ident() != self.thread:
                self.point = None
            else:
                self.tables.add(written[1])
        return execute(sql, *told)


PLACE = Place()


def watch(connection: BaseDatabaseWrapper, **_told: Any) -> None:
    # First of all: whoever watches for a while takes the last one away again.
    if PLACE.see not in connection.execute_wrappers:
        connection.execute_wrappers.insert(0, PLACE.see)


connection_created.connect(watch)


def begin_empty() -> None:
    """A test begins."""
    PLACE.point, PLACE.thread = EMPTY, get_ident()


def kept(step: Callable[P, R]) -> Callable[P, R]:
    """Take a step of the cast for real the first time, and put its rows back whenever it comes again."""

    @wraps(step)
    def taken(*args: P.args, **kwargs: P.kwargs) -> R:
        point = PLACE.point
        if point is None or PLACE.tables is not None or get_ident() != PLACE.thread:
            return step(*args, **kwargs)
        told = (step.__name__, *map(key, args), *((name, key(kwargs[name])) for name in sorted(kwargs)))
        if told not in point.steps:
            return taken_for_real(point, told, lambda: step(*args, **kwargs))
        put_back(point.steps[told])
        made: R = deepcopy(point.steps[told].made)  # a test's own, with no number used yet
        return made

    return taken


def key(told: Any) -> Hashable:
    """A person goes by their code."""
    found: Hashable = getattr(told, "code", told)
    return found


def taken_for_real(point: Point, told: Hashable, step: Callable[[], R]) -> R:
    PLACE.tables = set()
    try:
        made = step()
        if PLACE.point is point:
            now = rows_of(PLACE.tables)
            PLACE.point = Point(point.rows | now)
            point.steps[told] = Step(deepcopy(made), changes(point.rows, now), PLACE.point)
    except BaseException:
        PLACE.point = None
        raise
    finally:
        PLACE.tables = None
    return made


def put_back(step: Step) -> None:
    # Which row leads to which is asked at the end alone, on both engines.
    with transaction.atomic(), connection.cursor() as cursor:
        for sql, params in step.statements:
            cursor.execute(sql, params)
    PLACE.point = step.to


def rows_of(tables: set[str]) -> Rows:
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.db_table in tables]
    return {model: {row.pk: row for row in model._base_manager.all()} for model in models}


def changes(before: Rows, now: Rows) -> list[tuple[str, Any]]:
    """What takes away the rows that went or changed and brings those that came."""
    statements: list[tuple[str, Any]] = []
    for model, rows in now.items():
        had = {pk: columns(row) for pk, row in before.get(model, {}).items()}
        gone = [pk for pk in had if pk not in rows or columns(rows[pk]) != had[pk]]
        came = [row for pk, row in rows.items() if columns(row) != had.get(pk)]
        statements += [deletion(model, pk) for pk in gone]
        statements += insertion(model, came) if came else []
    return statements


def columns(row: Model) -> list[Any]:
    return [getattr(row, one.attname) for one in row._meta.local_concrete_fields]


def deletion(model: type[Model], pk: Any) -> tuple[str, Any]:
    column = model._meta.pk
    assert column is not None
    sql = f'DELETE FROM "{model._meta.db_table}" WHERE "{column.column}" = %s'  # noqa: S608 - names of ours
    return sql, [column.get_db_prep_value(pk, connection)]


def insertion(model: type[Model], rows: list[Model]) -> list[tuple[str, Any]]:
    """With their ids; PostgreSQL's sequences gave those out before, and go on from there."""
    query = InsertQuery(model)
    query.insert_values(model._meta.local_concrete_fields, rows, raw=True)
    return list(query.get_compiler(connection=connection).as_sql())
