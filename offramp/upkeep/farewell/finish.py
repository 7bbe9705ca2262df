"""`offramp farewell finish`: deletes everything, says what it deleted, and what it could not."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date

from django.db import OperationalError, connection
from django.utils import timezone

from offramp.pairing import farewell
from offramp.people.storage import StillHeld
from offramp.upkeep import clock, database
from offramp.upkeep.farewell import asking, files, hands, rows, running, words
from offramp.upkeep.farewell.files import Found
from offramp.upkeep.farewell.receipt import Receipt
from offramp.upkeep.refusal import Refused


def run(asked: Namespace) -> int:
    today = timezone.now().date()
    if any(running.servers()):
        raise Refused(words.HELD)
    with hands.of_the_owner():
        stands = is_there()
        if stands:
            check(is_now=asked.now, on=today)
        counts = rows.counted() if stands else {}
        connection.close()  # what lies beside the file only while we look is no file of its own
    if not stands and is_elsewhere():
        raise Refused(words.NOT_OURS)
    if not (stands or everything()):
        print(words.NOTHING_LEFT)
        return 0
    ask(counts, is_now=asked.now)
    receipt = Receipt(asked.receipt)
    try:
        delete_all(receipt, counts, stands=stands, on=today)
    except KeyboardInterrupt:
        raise Refused(words.CUT_OFF.format(trouble="stopped by hand")) from None
    except OSError as trouble:
        raise Refused(words.CUT_OFF.format(trouble=trouble.strerror)) from None
    except OperationalError as trouble:
        raise Refused(words.CUT_OFF.format(trouble=f"the database says “{trouble}”")) from None
    except StillHeld:
        raise Refused(words.HELD) from None
    finally:
        receipt.close()
    return 0


def is_there() -> bool:
    """Whether there is a database with our tables; looking for one must not make one."""
    return (connection.vendor != "sqlite" or bool(files.database())) and rows.are_there()


def is_elsewhere() -> bool:
    """Whether what lies here belongs to a database we were not led to."""
    return bool(files.backup_copies()) or any(one.size for one in files.database())


def check(*, is_now: bool, on: date) -> None:
    """Raises Refused, also on a day that the clock alone believes in."""
    if database.pending() or database.is_newer():
        raise Refused(words.OTHER_VERSION)
    standing = farewell.standing()
    if standing is None and not is_now:
        raise Refused(words.NOT_ANNOUNCED)
    if standing and on <= standing.last_day and not is_now:
        raise Refused(words.NOT_OVER.format(last_day=asking.written(standing.last_day)))
    if not is_now:
        clock.check(on, really=None)
    if not running.is_ours_alone():
        raise Refused(words.HELD)


def ask(counts: dict[str, int], *, is_now: bool) -> None:
    """Raises Refused unless the name of the site is typed; and a whole sentence when the day has not come."""
    print(words.BEFORE.format(host=asking.host()))
    print("\n".join(inventory(counts)))
    asking.must_type(asking.host(), instead="nothing was deleted.")
    if is_now:
        print(words.NOW)
        asking.must_type(words.SENTENCE, instead="nothing was deleted.")


def inventory(counts: dict[str, int]) -> Iterator[str]:
    yield from (f"  {kind}: {count}" for kind, count in counts.items())
    yield from (f"  {one}" for one in everything())


def everything() -> list[Found]:
    return [*files.backups(), *files.demonstration(), *files.database(), *files.settings_file()]


def delete_all(receipt: Receipt, counts: dict[str, int], *, stands: bool, on: date) -> None:
    """Keys first: from then on all else is noise. The settings last: they lead a second run to the rest."""
    receipt.begin(asking.host(), on=on)
    receipt.say("\nWhat was there:")
    for line in inventory(counts):
        receipt.say(line)
    receipt.say("\nWhat was deleted, in this order:")
    if stands:
        with hands.of_the_owner():
            delete_rows(receipt, counts)
    for one in [*files.backups(), *files.demonstration()]:
        delete(one, receipt)
    if stands:
        with hands.of_the_owner():
            let_go(receipt)
    for path in files.strange():
        receipt.say(f"  (left where it is, since it is none of ours: {path})")
    for one in [*files.database(), *files.settings_file()]:
        delete(one, receipt)
    receipt.say(words.AFTER.format(on=on))


def delete_rows(receipt: Receipt, counts: dict[str, int]) -> None:
    rows.delete_keys()
    receipt.say("  all keys in the database")
    rows.delete_rest()
    receipt.say(f"  {sum(counts.values())} rows in all, and their traces in the database's own files")


def let_go(receipt: Receipt) -> None:
    if connection.vendor != "sqlite":
        rows.drop_tables()
        receipt.say("  the tables in PostgreSQL")
    connection.close()


def delete(one: Found, receipt: Receipt) -> None:
    files.delete(one)
    receipt.say(f"  {one}")
