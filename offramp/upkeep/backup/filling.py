"""Rows of a backup, brought into a database of whatever engine."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.core.management.color import no_style
from django.db import connection, connections
from django.db.models import Field, Model

from offramp.upkeep.backup.contents import Row

ROWS_AT_ONCE = 200
BYTES_AT_ONCE = 4_000_000  # a row with a document is counted by its weight


class Misfit(Exception):
    """The tables of this version are not those the backup was made of; says which."""


class Filling:
    """The tables as they were when the backup was made, and how its columns go into them."""

    def __init__(self, models: Mapping[str, type[Model]], tables: Mapping[str, Sequence[str]]) -> None:
        """Raises Misfit, before a single row is touched."""
        self._models = {label: _model(models, label) for label in tables}
        self._fields = {label: _fields(self._models[label], columns) for label, columns in tables.items()}

    def put(self, rows: Iterable[Row]) -> None:
        """Insert every row; they come table by table."""
        engine = connections[connection.alias]  # asked for each of millions of values, the name is slow
        for label, values in _batches(rows):
            fields = self._fields[label]
            prepared = [
                [field.get_db_prep_save(value, engine) for field, value in zip(fields, row, strict=True)]
                for row in values
            ]
            with connection.cursor() as cursor:
                cursor.executemany(self._statement(label), prepared)

    def finish(self) -> None:
        """Let numbers go on after the highest that came in; SQLite sees to it by itself."""
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), list(self._models.values())):
                cursor.execute(statement)

    def counts(self) -> dict[str, int]:
        """How many rows each table holds now."""
        return {label: model._base_manager.count() for label, model in self._models.items()}

    def _statement(self, label: str) -> str:
        quote = connection.ops.quote_name
        columns = ", ".join(quote(str(field.column)) for field in self._fields[label])
        places = ", ".join(["%s"] * len(self._fields[label]))
        table = quote(self._models[label]._meta.db_table)
        return f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 - names of our own models


def _model(models: Mapping[str, type[Model]], label: str) -> type[Model]:
    if label not in models:
        raise Misfit(label)
    return models[label]


def _fields(model: type[Model], columns: Sequence[str]) -> list["Field[Any, Any]"]:
    known = {str(field.column): field for field in model._meta.local_concrete_fields}
    if set(columns) != set(known) or len(columns) != len(known):
        raise Misfit(model._meta.label_lower)
    return [known[column] for column in columns]


def _batches(rows: Iterable[Row]) -> Iterator[tuple[str, list[list[Any]]]]:
    label, batch, weight = "", list[list[Any]](), 0
    for row in rows:
        if batch and (row.label != label or len(batch) == ROWS_AT_ONCE or weight > BYTES_AT_ONCE):
            yield label, batch
            batch, weight = [], 0
        label = row.label
        batch.append(row.values)
        weight += sum(len(value) for value in row.values if isinstance(value, bytes))
    if batch:
        yield label, batch
