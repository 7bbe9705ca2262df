"""What a mail says besides the letters in it; the same words in both of its parts."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from offramp.subscribers import envelope, flowed
from offramp.subscribers.models import Mailing


@dataclass(frozen=True)
class Line:
    """A sentence, and the page that it speaks of."""

    words: str
    address: str = ""

    @property
    def plain(self) -> str:
        return flowed.paragraph(self.words) + (f"\n{self.address}" if self.address else "")


@dataclass(frozen=True)
class Sentences:
    """`opening` is as neutral as the subject: a locked screen and a list of mails show it beside that."""

    subject: str
    opening: str
    footer: list[Line]


def of(mailing: Mailing, *, language: str, key: str, was_brought: bool) -> Sentences:
    """In the language that is spoken now, which is this one; to whom we asked, or to who came by a list."""
    name = envelope.sender_name()
    if mailing.month:
        month = date_format(mailing.month, "YEAR_MONTH_FORMAT")
        subject = _("%(name)s: %(month)s") % {"name": name, "month": month}
        opening = _("This comes once a month. Here is what there was in %(month)s.") % {"month": month}
    else:
        day = date_format(mailing.begun_on or mailing.asked_on, "MONTH_DAY_FORMAT")
        subject = _("%(name)s: letter of %(day)s") % {"name": name, "day": day}
        opening = _("All of it is below: to read it you need not open any page.")
    return Sentences(subject, opening, _footer(language, key, _why(was_brought=was_brought)))


def _footer(language: str, key: str, why: str) -> list[Line]:
    return [
        Line(
            _(
                "Please do not answer by mail: on its way others may read it. To write to us in confidence, "
                "use this page, on a device of your own."
            ),
            envelope.page("help", language),
        ),
        Line(why, envelope.page("subscription-mine", language, key=key)),
        Line(
            _(
                "That link is yours. Whoever has it can end or change this too, so take it out before you "
                "pass the mail on. No picture or link in here tells us whether you read it."
            )
        ),
    ]


def _why(*, was_brought: bool) -> str:
    if was_brought:
        return _(
            "You get this because an organizer brought your address here, from a list of people who had "
            "agreed to it. Here you change how often it comes and in which language, or end it at once:"
        )
    return _(
        "You get this because you said yes when we asked this address by mail. Here you change how often it "
        "comes and in which language, or end it at once:"
    )
