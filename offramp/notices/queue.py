"""Single mails that somebody's act on a page makes; they wait here until `offramp mail` sends them.

Anybody can type anybody's address into a form. So an address gets only a few mails a day through our forms,
and not every day so many, or whoever never answers would get them for years. How many it got is counted
without keeping it: under a digest that nobody can make without the secret key.
"""

from datetime import UTC, date, datetime, time, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from offramp.notices.models import Outgoing, Share

MOST_OF_A_KIND = 3
MOST_IN_ALL = 6
MOST_A_WEEK, A_WEEK = 12, "week"
MOST_DAYS_LATER = 30
# With these signs before the @ or without, and under each domain of the provider, it is one mailbox.
SAYING_NOTHING = {
    **dict.fromkeys(("gmail.com", "googlemail.com"), (".", "gmail.com")),
    **dict.fromkeys(("proton.me", "protonmail.com", "protonmail.ch", "pm.me"), (".-_", "proton.me")),
}
LONGEST_SUBJECT = 200


@transaction.atomic
def put(
    *, to: str, subject: str, text: str, about: str, on: date, not_before: datetime | None = None
) -> bool:
    """Queue one plain mail; False when this address has got its share of the day, or of the week."""
    if not (_take(to, about, MOST_OF_A_KIND, on) and _take(to, "", MOST_IN_ALL, on)):
        return False
    if not _take(to, A_WEEK, MOST_A_WEEK, _end_of_week(on)):
        return False
    mail = {"to": to, "subject": _in_one_line(subject), "text": text, "about": about, "on": on}
    Outgoing.objects.create(**mail, not_before=not_before)
    return True


@transaction.atomic
def owe(
    *, to: str, subject: str, text: str, about: str, on: date, not_before: datetime | None = None
) -> bool:
    """Queue one that its reader must have: whatever else strangers made this address get takes nothing away.

    One too many of its kind goes on the next day with room; False if there is none for weeks.
    """
    days = (on + timedelta(days=later) for later in range(MOST_DAYS_LATER + 1))
    day = next((day for day in days if _take(to, about, MOST_OF_A_KIND, day)), None)
    if day is None:
        return False
    begin = datetime.combine(day, time.min, tzinfo=UTC)
    mail = {"to": to, "subject": _in_one_line(subject), "text": text, "about": about, "on": day}
    Outgoing.objects.create(**mail, not_before=max(not_before or begin, begin))
    return True


@transaction.atomic
def forget(*, to: str, about: str, key: str = "", is_owed: bool = False) -> int:
    """What was still to go to somebody who took back what it is about; only with this key, if it has one.

    To an address with two of a kind the other's mail goes all the same: it has the only link. What never
    goes counts for nothing; `is_owed` as it was queued. Says how many there were.
    """
    mails = Outgoing.objects.select_for_update().filter(to=to, about=about, text__contains=key)
    found = list(mails.order_by("pk"))
    for mail in found:
        _give_back(to, about, mail.on)
        if not is_owed:
            _give_back(to, "", mail.on)
            _give_back(to, A_WEEK, _end_of_week(mail.on))
    Outgoing.objects.filter(pk__in=[mail.pk for mail in found]).delete()
    return len(found)


def forget_shares(*, before: date) -> int:
    """Forget how much each address got on days and in weeks that are over."""
    forgotten, _ = Share.objects.filter(on__lt=before).delete()
    return forgotten


def _take(to: str, about: str, most: int, on: date) -> bool:
    """Count one more unless it would be one too many; in one step, since two forms may come at once."""
    share, _ = Share.objects.get_or_create(whose=_whose(to, on), about=about, on=on)
    return Share.objects.filter(pk=share.pk, taken__lt=most).update(taken=F("taken") + 1) == 1


def _give_back(to: str, about: str, on: date) -> None:
    share = Share.objects.filter(whose=_whose(to, on), about=about, on=on, taken__gt=0)
    share.update(taken=F("taken") - 1)


def _end_of_week(on: date) -> date:
    return on + timedelta(days=6 - on.weekday())


def _in_one_line(subject: str) -> str:
    return " ".join(subject.split())[:LONGEST_SUBJECT]


def _whose(to: str, on: date) -> bytes:
    """The same for all spellings that end in one mailbox: ada+1@ and Ada+2@ are one person."""
    name, _, domain = to.lower().rpartition("@")
    name = name.partition("+")[0]
    signs, domain = SAYING_NOTHING.get(domain, ("", domain))
    mailbox = f"{''.join(sign for sign in name if sign not in signs)}@{domain}"
    return salted_hmac("offramp notices share", f"{on} {mailbox}", algorithm="sha256").digest()
