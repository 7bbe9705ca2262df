"""The daily mail: the server takes it, and somebody gets it."""

from collections.abc import Iterator
from functools import partial

from django.conf import settings
from django.core.mail import EmailMessage

from offramp.notices.models import Address
from offramp.people.models import Member
from offramp.upkeep.doctor import mends
from offramp.upkeep.doctor.finding import Checks, Finding, advice, broken, good
from offramp.upkeep.init import mail
from offramp.upkeep.refusal import Refused

WHY = "Staff who are not reminded forget to look in, and people wait."
MEND = f"""\
Put OFFRAMP_MAIL right in the settings; it looks like smtp+tls://user:password@mail.example.org:587
Then:
{mends.RESTART}"""
LETTER = "This is the letter that “offramp doctor” sent, to see whether letters arrive. They do.\n"


def checks(to: str | None) -> Checks:
    return {
        "mail.server": server,
        "mail.addresses": addresses,
        **({"mail.letter": partial(letter, to)} if to else {}),
    }


def server() -> Iterator[Finding]:
    host = settings.MAIL.hostname
    if settings.MAIL.password and settings.MAIL.scheme == "smtp" and host not in ("localhost", "127.0.0.1"):
        why = "Who listens on the way can write letters in your name."
        yield broken("The mail password travels in the open.", why=why, mend=MEND)
        return
    try:
        mail.try_out(settings.MAIL)
    except Refused as refused:
        # As long as nobody wants mail, nobody misses it.
        say = broken if Address.objects.exists() else advice
        yield say(f"Mail cannot go out: {refused}", why=WHY, mend=MEND)
    else:
        yield good(f"The mail server {host} lets us in.")


def addresses() -> Iterator[Finding]:
    count = Address.objects.count()
    if count:
        yield good(f"The daily mail goes to {count} of the staff.")
        return
    if not Member.objects.staff().exists():
        return  # nobody is there yet
    mend = "Each of them opens “Account” and leaves an address, if they wish."
    yield advice("Nobody on the staff gets the daily mail.", why=WHY, mend=mend)


def letter(to: str) -> Iterator[Finding]:
    sent = EmailMessage(subject="A letter to see whether letters arrive", body=LETTER, to=[to])
    try:
        sent.send()
    except OSError as trouble:  # smtplib's errors are OSErrors too
        yield broken(f"A letter to {to} was not taken: {trouble}", why=WHY, mend=MEND)
    else:
        yield good(f"A letter to {to} was taken. Look whether it arrives, also among the junk.")
