"""The daily mail: one fixed body a language, to everybody on the staff, every day, whatever waits."""

from collections.abc import Iterator
from email.utils import make_msgid

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils import translation
from django.utils.translation import gettext as _

from offramp.campaigns import current
from offramp.notices import composing
from offramp.notices.models import Address
from offramp.people.models import Member
from offramp.people.models.member import STAFF


def address_of(member: Member) -> Address | None:
    return Address.objects.filter(member=member).first()


def keep_address(*, by: Member, email: str, language: str) -> None:
    Address.objects.update_or_create(member=by, defaults={"email": email, "language": language})


def forget_address(*, by: Member) -> None:
    Address.objects.filter(member=by).delete()


def send_daily() -> Iterator[bool]:
    """Send to everyone, one by one; yields whether each was taken by the mail server.

    No answer of the server is logged: it would repeat the address.
    """
    addresses = Address.objects.filter(member__departure=None, member__role__in=STAFF).order_by("pk")
    connection = get_connection()
    for address in addresses:
        try:
            mail = _daily(address)
            composing.written(mail)  # before the mail server: one that cannot be ends none of the others
            yield connection.send_messages([mail]) == 1
        except (OSError, composing.CannotBeWritten):  # smtplib's errors are OSErrors too
            connection = get_connection()
            yield False


def _daily(address: Address) -> EmailMessage:
    with translation.override(address.language):
        name = current().neutral_name
        return EmailMessage(
            subject=_("A note from %(name)s") % {"name": name},
            body=_(
                "Hello,\n\nPlease look in when you can:\n%(address)s\n\n"
                "This note goes to everyone, every day, whether or not something waits.\n\n%(name)s\n"
            )
            % {"address": _door(address.language), "name": name},
            from_email=settings.DEFAULT_FROM_EMAIL,
            to=[address.email],
            # Otherwise it names the machine this runs on.
            headers={"Message-ID": make_msgid(domain=settings.ORIGIN_PARTS.hostname)},
        )


def _door(language: str) -> str:
    in_language = "" if language == settings.LANGUAGE_CODE else f"/{language}"
    return f"{settings.ORIGIN}{in_language}/staff/"
