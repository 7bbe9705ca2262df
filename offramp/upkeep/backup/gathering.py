"""Everything an installation holds, as the items of a backup, one after the other."""

from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

import cbor2
from django.conf import settings
from django.db.models import Model

from offramp.upkeep.backup import tables
from offramp.upkeep.backup.contents import Counts, Header
from offramp.upkeep.refusal import Refused

ROWS_AT_ONCE = 8  # in memory: most rows have a kilobyte, but a file on a desk has up to sixteen million bytes

NOTHING_THERE = "there is nothing to keep yet: “offramp init” prepares the database first."
NOT_READ = "{path} cannot be read, and it belongs into the backup: {trouble}."


def header(*, day: date) -> Header:
    """What there is to keep. Raises Refused for a database nobody prepared."""
    migrations = tables.ran()
    if not migrations:
        raise Refused(NOTHING_THERE)
    models = tables.models_after(migrations)
    columns = {label: columns_of(model) for label, model in models.items()}
    return Header(version("offramp"), day, tuple(migrations), columns)


def items(head: Header, counts: Counts) -> Iterator[bytes]:
    """Every item in its order; counts on while it goes. Read within a snapshot."""
    yield head.encode()
    models = tables.models_after(head.migrations)
    for number, label in enumerate(head.tables):
        for row in rows(models[label]):
            counts.rows[label] += 1
            yield cbor2.dumps([number, *row], default=plain)
    for path in campaign_files():
        counts.files += 1
        yield campaign_file(path)
    yield counts.encode()


def columns_of(model: type[Model]) -> tuple[str, ...]:
    return tuple(str(field.column) for field in model._meta.local_concrete_fields)


def rows(model: type[Model]) -> Iterator[tuple[object, ...]]:
    names = [field.attname for field in model._meta.local_concrete_fields]
    # By their ids, most of them random: in an engine's file they lie as they were written, one after another.
    found = model._base_manager.order_by("pk").values_list(*names)
    return found.iterator(chunk_size=ROWS_AT_ONCE)


def plain(encoder: cbor2.CBOREncoder, value: object) -> None:
    """PostgreSQL's bytes come as a view of memory."""
    if not isinstance(value, memoryview):
        raise TypeError(f"a backup holds no {type(value).__name__}")
    encoder.encode(bytes(value))


def campaign_files() -> list[Path]:
    """No links: what they lead to is not the campaign's."""
    found = settings.CAMPAIGN_FOLDER.rglob("*")
    return sorted(path for path in found if path.is_file() and not path.is_symlink())


def campaign_file(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as trouble:
        raise Refused(NOT_READ.format(path=path, trouble=trouble.strerror)) from None
    return cbor2.dumps([path.relative_to(settings.CAMPAIGN_FOLDER).as_posix(), content])
