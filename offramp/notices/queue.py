"""Single mails that somebody's act on a page makes; they wait here until `offramp mail` sends them.

Anybody can type anybody's address into a form. So an address gets only a few mails a day through our forms,
and how many it got is counted without keeping it: under a digest that nobody can make without the secret key.
"""

from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from offramp.notices.models import Outgoing, Share

MOST_OF_A_KIND = 3
MOST_IN_ALL = 6
LONGEST_SUBJECT = 200


@transaction.atomic
def put(*, to: str, subject: str, text: str, about: str, on: date) -> bool:
    """Queue one plain mail; False when this address has got its share of the day."""
    if not (_take(to, about, MOST_OF_A_KIND, on) and _take(to, "", MOST_IN_ALL, on)):
        return False
    in_one_line = " ".join(subject.split())[:LONGEST_SUBJECT]
    Outgoing.objects.create(to=to, subject=in_one_line, text=text, about=about, on=on)
    return True


def forget_shares(*, before: date) -> int:
    """Forget how much each address got on days that are over."""
    forgotten, _ = Share.objects.filter(on__lt=before).delete()
    return forgotten


def _take(to: str, about: str, most: int, on: date) -> bool:
    """Count one more unless it would be one too many; in one step, since two forms may come at once."""
    share, _ = Share.objects.get_or_create(whose=_whose(to, on), about=about, on=on)
    return Share.objects.filter(pk=share.pk, taken__lt=most).update(taken=F("taken") + 1) == 1


def _whose(to: str, on: date) -> bytes:
    """The same for all spellings that end in one mailbox: ada+1@ and Ada+2@ are one person."""
    name, _, domain = to.lower().rpartition("@")
    mailbox = f"{name.partition('+')[0]}@{domain}"
    return salted_hmac("offramp notices share", f"{on} {mailbox}", algorithm="sha256").digest()
