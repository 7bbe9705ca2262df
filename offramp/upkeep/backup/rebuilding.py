"""The database out of a backup, in one transaction: all of it, or as empty as it was before."""

from collections.abc import Iterable
from pathlib import Path

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DatabaseError, OperationalError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from offramp.people.models import DeadCode, Envelope, FrontDeskKey, Invitation, Member
from offramp.sealed import envelopes, keys
from offramp.sealed.bindings import Binding
from offramp.sealed.failures import NotOpened
from offramp.subscribers import mailings
from offramp.upkeep import database
from offramp.upkeep.backup import tables
from offramp.upkeep.backup.contents import Contents, Row
from offramp.upkeep.backup.filling import Filling
from offramp.upkeep.demo import mark
from offramp.upkeep.refusal import Refused

MIGRATIONS = "django_migrations"

NO_FOLDER = "there is no folder {folder} for the database: “offramp init” prepares this installation first."
DEMONSTRATION = "this is a demonstration's database; name another one in DATABASE_URL."
LIVING = """\
this database holds people already, and a backup would take their place. Nothing was touched. \
Restore into an empty database: name a new one in DATABASE_URL."""
OTHERS = "this database holds tables that are not Offramp's ({tables}). Give Offramp a database of its own."
UNFIT = "the backup does not fit into the tables it was made of. The database is as empty as before."


def check_empty() -> None:
    """Raises Refused for a database in which anybody is, or anything that is not ours."""
    if database.is_missing():
        folder = Path(connection.settings_dict["NAME"]).parent
        if not folder.is_dir():
            raise Refused(NO_FOLDER.format(folder=folder))
        return
    if mark.stands():
        raise Refused(DEMONSTRATION)
    database.refuse_newer()
    there = _tables_there()
    others = there - {model._meta.db_table for model in apps.get_models()} - {MIGRATIONS}
    if others:
        raise Refused(OTHERS.format(tables=", ".join(sorted(others))))
    # What `offramp init` made before anybody came, its two links, is no life.
    if Member._meta.db_table in there and Member.objects.only("pk").exists():
        raise Refused(LIVING)


def rebuild(found: Contents, rows: Iterable[Row]) -> None:
    """Raises Refused."""
    try:
        # SQLite lets constraints rest only outside a transaction; checked at the end they are everywhere.
        connection.disable_constraint_checking()
        with transaction.atomic():
            database.take_turns()
            check_empty()  # and nobody can come in from here on
            _drop_tables()
            _fill(found, rows)
            database.migrate_whole()
            _leave_behind()
            _look_at_samples()
    finally:
        connection.enable_constraint_checking()


def _tables_there() -> set[str]:
    with connection.cursor() as cursor:
        return set(connection.introspection.table_names(cursor))


def _drop_tables() -> None:
    cascade = " CASCADE" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for table in sorted(_tables_there()):
            cursor.execute(f"DROP TABLE {connection.ops.quote_name(table)}{cascade}")


def _fill(found: Contents, rows: Iterable[Row]) -> None:
    """Into the tables as they were when the backup was made; what changed since is for the migrations."""
    MigrationExecutor(connection).migrate(tables.last(found.header.migrations))
    connection.check_constraints()  # on PostgreSQL: from here on they wait for the next time they are asked
    filling = Filling(tables.models_after(found.header.migrations), found.header.tables)
    try:
        filling.put(rows)
        filling.finish()
        connection.check_constraints()
    except OperationalError:  # no room, say: the engine's own troubles have their own sentence
        raise
    except (DatabaseError, ValidationError, ValueError, TypeError):
        raise Refused(UNFIT) from None
    if filling.counts() != found.counts.rows:
        raise Refused(UNFIT)


def _leave_behind() -> None:
    """What must not come back with the past."""
    # A link that was used since would work a second time.
    Invitation.objects.pending().delete()
    # A form may be younger than the last purge before the backup: two purges from now it is not.
    DeadCode.objects.update(has_seen_a_purge=False)
    # Who got a letter by mail since then would get it again: an organizer says whether to go on.
    mailings.stop_all(now=timezone.now())


def _look_at_samples() -> None:
    """One of each kind is looked at, as far as anybody can without a code."""
    try:
        for key in FrontDeskKey.objects.all():
            keys.read_public(bytes(key.public_key))
        for kind in Envelope.objects.order_by().values_list("kind", flat=True).distinct():
            sample = Envelope.objects.filter(kind=kind)[0]
            envelopes.check(bytes(sample.sealed), binding=Binding(kind, ()))
    except (NotOpened, ValueError):
        raise Refused(UNFIT) from None
