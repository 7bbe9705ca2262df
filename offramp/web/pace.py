"""How fast one member may write: a minute at somebody's open page must not fill our disk."""

import hmac
import time
from secrets import token_bytes

from django.forms import Form
from django.utils.translation import gettext_lazy as _

from offramp.people.models import Member
from offramp.web.limits import Buckets

WRITTEN_A_MINUTE = 20
WRITTEN_AN_HOUR = 200
WRONG_A_MINUTE = 10
# A file is cleaned for seconds, and kept with up to 25 million bytes.
FILES_A_MINUTE = 10
FILES_AN_HOUR = 30
# A paper that is drawn, or made into a file, takes up to a second of the processor, or several.
DRAWN_A_MINUTE, DRAWN_AN_HOUR = 40, 600
MADE_A_MINUTE, MADE_AN_HOUR = 10, 60
# All of a desk with its history takes seconds.
TAKEN_A_MINUTE, TAKEN_AN_HOUR = 6, 30
TOO_MUCH = _(
    "That was a lot in a short time. Your text is still here and went nowhere: "
    "wait a few minutes, then try again."
)
INCOMPLETE, TOO_MANY = 400, 429

KEY = token_bytes(32)
# Apart from the neighbourhoods': a flood from many places must not push a member's count out.
BUCKETS = Buckets()


def refusal(form: Form, *, of: Member) -> int:
    """The status with which a text goes back to its form, a sentence beside it; 0 when it may be written."""
    if not form.is_valid():
        return INCOMPLETE
    # Words left out fill nothing, and nobody is kept from leaving an adviser.
    if form.cleaned_data["text"] and not may_write(of):
        form.add_error("text", TOO_MUCH)
        return TOO_MANY
    return 0


def refusal_of_fields(form: Form, *, of: Member) -> int:
    """The same for a form of several fields."""
    if not form.is_valid():
        return INCOMPLETE
    if not may_write(of):
        form.add_error(None, TOO_MUCH)
        return TOO_MANY
    return 0


def may_write(member: Member) -> bool:
    """Whether a member may write once more now: no more in a minute, nor in an hour, than a person does."""
    return _take(member, "minute", WRITTEN_A_MINUTE, of_seconds=60) and _take(
        member, "hour", WRITTEN_AN_HOUR, of_seconds=3600
    )


def may_send_file(member: Member) -> bool:
    """Whether a member may have one more file looked through and kept now."""
    return _take(member, "file", FILES_A_MINUTE, of_seconds=60) and _take(
        member, "files in an hour", FILES_AN_HOUR, of_seconds=3600
    )


def may_draw(member: Member) -> bool:
    """Whether a member may have the pages of a paper drawn once more now."""
    return _take(member, "draw", DRAWN_A_MINUTE, of_seconds=60) and _take(
        member, "draw in an hour", DRAWN_AN_HOUR, of_seconds=3600
    )


def may_make_file(member: Member) -> bool:
    """Whether a member may have a paper made into a file, and read back, once more now."""
    return _take(member, "make", MADE_A_MINUTE, of_seconds=60) and _take(
        member, "make in an hour", MADE_AN_HOUR, of_seconds=3600
    )


def may_take_along(member: Member) -> bool:
    """Whether a member may have everything, or a part of it, put into one file once more now."""
    return _take(member, "take", TAKEN_A_MINUTE, of_seconds=60) and _take(
        member, "take in an hour", TAKEN_AN_HOUR, of_seconds=3600
    )


def may_guess(member: Member) -> bool:
    """Whether somebody whose words were wrong just now may go on without a rest."""
    return _take(member, "guess", WRONG_A_MINUTE, of_seconds=60)


def _take(member: Member, act: str, most: int, *, of_seconds: int) -> bool:
    key = hmac.digest(KEY, f"{act} {member.pk}".encode(), "sha256")
    # A bucket counts in minutes; on a slower clock its minute is an hour.
    return BUCKETS.take(key, per_minute=most, at=time.monotonic() * 60 / of_seconds)
