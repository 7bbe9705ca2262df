"""The newest letter, for the front door; which must stand even while the database does not."""

from django.db import OperationalError
from django.utils import timezone

from offramp.letters.models import Letter
from offramp.web.letters import rows
from offramp.web.letters.rows import Row


def newest() -> Row | None:
    try:
        letter = Letter.objects.for_readers(at=timezone.now()).first()
    except OperationalError:
        return None
    return rows.shown(letter) if letter else None
