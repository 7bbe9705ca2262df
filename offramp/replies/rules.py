"""How a letter takes replies: at once, once an organizer let them stand, or not at all."""

from datetime import date

from django.db import transaction

from offramp.journal.models import Entry, note
from offramp.letters.models import Letter
from offramp.people.models import Member
from offramp.replies.models import Rule

Way = Rule.Way


def way_of(letter: Letter) -> Way:
    """Where nobody chose, they wait for an organizer."""
    return Way(letter.reply_rule.way) if hasattr(letter, "reply_rule") else Way.MODERATED


@transaction.atomic
def choose(*, letter: Letter, way: Way, by: Member, on: date) -> None:
    """What came in before stays as it stands."""
    before = Rule.objects.select_for_update().filter(letter=letter).first()
    if way == (before.way if before else Way.MODERATED):
        return
    Rule.objects.update_or_create(letter=letter, defaults={"way": way})
    note(Entry.Kind.REPLY_RULE_CHANGED, by=by.pk, subject=letter.pk, on=on)
