"""What `offramp init` has to know, in the order in which it asks."""

import re
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from offramp.campaigns import reading, shipped
from offramp.campaigns.source import CampaignBroken
from offramp.upkeep import origins
from offramp.upkeep.init import asking, databases, mail
from offramp.upkeep.init.asking import Question
from offramp.upkeep.init.premises import DATABASE, Premises
from offramp.upkeep.refusal import Refused

A_FILE = "a file on this machine"
UNREACHED = ".example"  # the ending of addresses that reach nobody

ORIGIN = """\
The address people will type, such as https://help.example.org
   Its name must lead to this machine: whoever sold you the name can set that (an “A record”)."""
ONION = """\
An onion address, for people who use Tor. Enter if you have none; one can be added later."""
STORE = """\
Where everything is kept. A file on this machine is right for nearly everybody. If you have a
   PostgreSQL server and want to use it, type its address: postgres://user:password@host/name"""
MAIL = """\
The mail server for the daily note to your staff, such as mail.example.org
   It is the “outgoing” or “SMTP” server of your mail account. Enter if you will do this later."""
SENDER = """\
The address that this mail comes from."""
CAMPAIGN = """\
Whose words the site speaks: the name of a campaign that comes with Offramp, or the path of a
   folder of your own. It is copied, and you edit the copy."""
CONTACT = """\
The e-mail address that the site shows to everybody. Somebody on your team should read it often."""


@dataclass
class Answers:
    origin: str = ""
    onion: str = ""
    database: str = ""
    mail: str = ""
    mail_from: str = ""
    campaign: str = ""
    contact: str = ""
    premises: Premises = field(kw_only=True)

    def summary(self) -> str:
        lines = {
            "Address": self.origin,
            "Onion": self.onion or "none",
            "Kept in": self.shown(self.database),
            "Mail": f"{self.shown(self.mail)}, from {self.mail_from}" if self.mail else "not yet",
            "Words": self.campaign,
            "Contact": self.contact,
        }
        rows = enumerate(lines.items(), 1)
        return "\n".join(f"   {number}. {name + ':':<9} {value}" for number, (name, value) in rows)

    def shown(self, setting: str) -> str:
        """Without a password: somebody may look over a shoulder."""
        return re.sub(r":[^:@/]*@", "@", setting).removeprefix("sqlite:///")


def ask_origin(answers: Answers, given: str | None, *, asks: bool) -> None:
    question = Question("--origin", ORIGIN, origins.read, default=answers.origin or None)
    answers.origin = asking.settle(question, given, asks=asks)


def ask_onion(answers: Answers, given: str | None, *, asks: bool) -> None:
    question = Question(
        "--onion", ONION, origins.read_onion, default=answers.onion, shown=answers.onion or "none"
    )
    answers.onion = asking.settle(question, given, asks=asks)


def ask_database(answers: Answers, given: str | None, *, asks: bool) -> None:
    file = f"sqlite:///{answers.premises.store / DATABASE}"

    def check(typed: str) -> str:
        if typed in ("", "file", A_FILE, file):
            return file
        if typed.startswith("sqlite:") and answers.premises.user:
            raise Refused(f"here the file is in {answers.premises.store}, where the service may write.")
        return databases.read(typed)

    shown = f"{A_FILE}, recommended"
    question = Question("--database", STORE, check, default=file, shown=shown)
    answers.database = asking.settle(question, given, asks=asks)


def ask_mail(answers: Answers, given: str | None, *, asks: bool, sender: str | None = None) -> None:
    answers.mail = mail.ask(given, asks=asks, words=MAIL)
    answers.mail_from = answers.mail_from or f"noreply@{urlsplit(answers.origin).hostname}"
    if answers.mail:
        question = Question("--mail-from", SENDER, mail_address, default=answers.mail_from)
        answers.mail_from = asking.settle(question, sender, asks=asks)


def ask_campaign(answers: Answers, given: str | None, *, asks: bool) -> None:
    usual = answers.campaign or next(iter(shipped.folders()))
    question = Question("--campaign", CAMPAIGN, campaign_folder, default=usual)
    answers.campaign = asking.settle(question, given, asks=asks)


def ask_contact(answers: Answers, given: str | None, *, asks: bool) -> None:
    told = answers.contact or reading.read(folder_of(answers.campaign)).contact
    usual = None if told.endswith(UNREACHED) else told
    question = Question("--contact", CONTACT, mail_address, default=usual)
    answers.contact = asking.settle(question, given, asks=asks)


STEPS: tuple[Callable[..., None], ...] = (
    ask_origin,
    ask_onion,
    ask_database,
    ask_mail,
    ask_campaign,
    ask_contact,
)


def ask_all(asked: Namespace, premises: Premises) -> Answers:
    """Raises Refused."""
    answers, asks = Answers(premises=premises), not asked.yes
    ask_origin(answers, asked.origin, asks=asks)
    ask_onion(answers, asked.onion, asks=asks)
    ask_database(answers, asked.database, asks=asks)
    ask_mail(answers, asked.mail, asks=asks, sender=asked.mail_from)
    ask_campaign(answers, asked.campaign, asks=asks)
    ask_contact(answers, asked.contact, asks=asks)
    while asks and (number := wrong_one(answers)):
        STEPS[number - 1](answers, None, asks=True)
    return answers


def wrong_one(answers: Answers) -> int:
    """The number of an answer to be given anew, or nought when all are right."""
    print(f"\nThis is what you said:\n\n{answers.summary()}\n")
    while typed := asking.read("Enter to go ahead, or the number of what should be different > "):
        if typed.isdecimal() and 1 <= int(typed) <= len(STEPS):
            return int(typed)
        print(f"   A number from 1 to {len(STEPS)}, or only Enter. Nothing has been made yet.")
    return 0


def campaign_folder(typed: str) -> str:
    """Raises Refused, with the file and the line of a mistake."""
    try:
        reading.read(folder_of(typed))
    except CampaignBroken as broken:
        raise Refused(str(broken)) from None
    except PermissionError:
        raise Refused(f"you may not read {typed}.") from None
    return typed


def folder_of(campaign: str) -> Path:
    return shipped.folders().get(campaign) or Path(campaign).expanduser().absolute()


def mail_address(typed: str) -> str:
    address = typed.strip()
    if not reading.ADDRESS.fullmatch(address) or not address.isascii() or set(address) & set("\"\\'<>,;"):
        raise Refused(f"“{typed}” is no e-mail address; it should look like hello@example.org.")
    if address.endswith(UNREACHED):
        raise Refused(f"“{typed}” reaches nobody; write an address that somebody reads.")
    return address
