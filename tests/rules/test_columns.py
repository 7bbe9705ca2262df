"""Every column says how it is kept and whether it goes with its owner; no table is left out."""

import pytest
from django.apps import apps
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader

KEPT_AS = {"clear", "public", "public key", "sealed", "digest"}
WHEN_ITS_OWNER_LEAVES = {"kept", "erased"}
# Tables of libraries, each with the reason why it may stand unclassified.
LIBRARIES = {"django_migrations": "which migrations ran, and when: nothing about a person"}

OURS = sorted(
    (
        model
        for app in apps.get_app_configs()
        if app.name.startswith("offramp.")
        for model in app.get_models()
    ),
    key=lambda model: model._meta.label,
)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_column_is_classified(model: type[models.Model]) -> None:
    classified = getattr(model, "CLASSIFIED", {})

    assert set(classified) == {field.name for field in model._meta.local_concrete_fields}
    assert {kept_as for kept_as, _ in classified.values()} <= KEPT_AS
    assert {leaving for _, leaving in classified.values()} <= WHEN_ITS_OWNER_LEAVES


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_bytes_are_sealed_and_words_are_clear(model: type[models.Model]) -> None:
    """A sealed text in a text column, or a clear one among bytes, is classified wrongly."""
    classified: dict[str, tuple[str, str]] = getattr(model, "CLASSIFIED", {})
    fields = {field.name: field for field in model._meta.local_concrete_fields}

    misplaced = [
        name
        for name, (kept_as, _) in classified.items()
        if (kept_as == "clear") == isinstance(fields[name], models.BinaryField)
    ]
    assert misplaced == []


def test_every_room_with_tables_has_migrations() -> None:
    """`makemigrations --check` looks only at rooms that have a first one."""
    assert {model._meta.app_label for model in OURS} & MigrationLoader(None).unmigrated_apps == set()


@pytest.mark.django_db
def test_every_table_is_classified_or_explained() -> None:
    """Also those that many-to-many fields and libraries make without asking."""
    tables = set(connection.introspection.table_names())

    assert tables - set(LIBRARIES) == {model._meta.db_table for model in OURS}
