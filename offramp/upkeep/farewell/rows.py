"""Everything in the database, counted by its kind and deleted: what can be opened with a key comes first."""

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model

from offramp.pairing.models import Farewell
from offramp.people import storage
from offramp.people.models import Envelope

# How a kind of row is called on the receipt, where its own name would say too little or too much.
WORDS = {
    "people.Envelope": "keys, each sealed to somebody",
    "people.Member": "members, seekers and staff",
    "people.Session": "open visits",
    "people.Invitation": "proposals and links for the staff",
    "people.Departure": "notes of staff who left",
    "people.DeadCode": "digests of dead codes",
    "pairing.Retention": "choices of how long to keep",
    "pairing.Sweep": "requests put aside",
    "pairing.Handover": "summaries of a handover",
    "pairing.Draft": "drafts of answers",
    "pairing.Question": "questions to the front desk",
    "threads.Thread": "conversations",
    "threads.Epoch": "parts of conversations, a key each",
    "advisers.Profile": "profiles of advisers",
    "replies.Decision": "decisions about replies",
    "replies.Reply": "replies below letters, with their addresses",
    "replies.Learned": "counts of what the filter learned, without words",
    "replies.Removal": "notes of replies taken back in the last two days",
    "replies.Report": "what readers said against replies",
    "replies.Rule": "letters with a rule of their own for replies",
    "signatures.Signature": "signatures below letters, with their addresses",
    "signatures.SigningRule": "letters that took signatures",
    "notices.Address": "e-mail addresses of the staff",
    "notices.Outgoing": "single mails that wait",
    "notices.Share": "counts of mails to an address",
    "journal.Entry": "entries of the journal",
    "journal.Tally": "seals of the journal",
    "subscribers.Subscriber": "subscribers, with their addresses",
    "subscribers.Mailing": "letters by mail",
    "subscribers.Delivery": "letters that wait to be mailed to somebody",
    "subscribers.Proof": "proofs of letters on their way to organizers",
    "subscribers.Ending": "digests of ended subscriptions",
    "upkeep.Chore": "days of the last chores",
}
OF_DJANGO = "django_migrations"


def counted() -> dict[str, int]:
    """How many rows of each kind there are, in words and without what is not there."""
    counts = {called(model): model._default_manager.count() for model in models()}
    return {words: count for words, count in sorted(counts.items()) if count}


def are_there() -> bool:
    """Whether this database holds our tables."""
    return bool(tables())


def delete_keys() -> None:
    """From here on nobody opens anything, wherever this is cut off."""
    _empty([Envelope._meta.db_table])


def delete_rest() -> None:
    """All but the farewell: while its row stands, a second run knows that it may go on. Raises StillHeld."""
    kept = {Farewell._meta.db_table, OF_DJANGO}
    _empty([table for table in tables() if table not in kept])
    storage.forget_deleted(tries=30)


def drop_tables() -> None:
    """PostgreSQL: all or none of them."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {', '.join(map(connection.ops.quote_name, tables()))}")


def tables() -> list[str]:
    """Ours, and the one in which Django notes its migrations; never somebody else's in the same database."""
    ours = {model._meta.db_table for model in models()} | {OF_DJANGO}
    return sorted(ours & set(connection.introspection.table_names()))


def models() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("offramp.")]


def called(model: type[Model]) -> str:
    return WORDS.get(model._meta.label, str(model._meta.verbose_name_plural))


def _empty(names: list[str]) -> None:
    """In one transaction: SQLite overwrites what it deletes, PostgreSQL begins new files."""
    statements = connection.ops.sql_flush(no_style(), names, reset_sequences=False, allow_cascade=False)
    connection.ops.execute_sql_flush(statements)
