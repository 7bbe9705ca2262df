"""All rows of a database as JSON, and back into either engine as the migrations of that day made it."""

import base64
import hashlib
from pathlib import Path
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from tests.environment import ROOT

Kept = dict[str, Any]
# Ends with the visits of that day.
LEFT_OUT = {"people.session"}


def keep() -> Kept:
    """What the database holds now."""
    loader = MigrationLoader(connection)
    ran = sorted(key for key in loader.applied_migrations if key in loader.graph.nodes)
    return {
        "migrations": [[*key, digest(loader, key)] for key in ran],
        "rows": {label: rows(model) for label, model in models_after(ran).items()},
    }


def bring(kept: Kept) -> None:
    """Into an empty database, by the migrations that were there then. Fails when one was changed since."""
    ran = [(app, name) for app, name, _ in kept["migrations"]]
    executor = MigrationExecutor(connection)
    assert [[*key, digest(executor.loader, key)] for key in ran] == kept["migrations"]
    executor.migrate(ran)
    connection.disable_constraint_checking()
    with transaction.atomic():
        found = models_after(ran)
        for label, every in kept["rows"].items():
            model = found[label]
            model._base_manager.all().delete()  # what a migration put there itself
            model._base_manager.bulk_create(read(model, row) for row in every)
        for statement in connection.ops.sequence_reset_sql(no_style(), list(found.values())):
            with connection.cursor() as cursor:
                cursor.execute(statement)
        connection.check_constraints()
    connection.enable_constraint_checking()


def digest(loader: MigrationLoader, key: tuple[str, str]) -> str:
    """A released migration never changes again: other installations have run it as it was."""
    module = loader.disk_migrations[key].__module__
    return hashlib.sha256(Path(ROOT, *module.split(".")).with_suffix(".py").read_bytes()).hexdigest()[:16]


def models_after(ran: list[tuple[str, str]]) -> dict[str, type[models.Model]]:
    """Each model as it was then, by its label."""
    state = MigrationLoader(None).project_state(ran)
    found = {model._meta.label_lower: model for model in state.apps.get_models()}
    return {label: found[label] for label in sorted(found.keys() - LEFT_OUT)}


def rows(model: type[models.Model]) -> list[dict[str, Any]]:
    fields = model._meta.concrete_fields
    return [
        {field.attname: shown(field, row) for field in fields} for row in model._base_manager.order_by("pk")
    ]


def shown(field: "models.Field[Any, Any]", row: models.Model) -> Any:
    value = getattr(row, field.attname)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    return value if value is None or isinstance(value, bool | int | str | dict | list) else str(value)


def read(model: type[models.Model], row: dict[str, Any]) -> models.Model:
    return model(
        **{field.attname: field.to_python(row[field.attname]) for field in model._meta.concrete_fields}
    )
