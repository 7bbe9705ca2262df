"""The one mail that a signature makes: its link."""

from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from offramp import campaigns
from offramp.notices import queue
from offramp.signatures.models import Signature

ABOUT = "signature"


def send_link(signature: Signature, *, on: date) -> bool:
    """To confirm it, or to one that stands. False: nothing goes, as this address got its share of mails.

    What it was that was signed is not said: others may see a subject, or read along.
    """
    with translation.override(signature.language):
        told = {
            "link": settings.ORIGIN + reverse("signature-mine", kwargs={"key": signature.key}),
            "name": campaigns.current().neutral_name,
        }
        return queue.put(
            to=signature.email,
            subject=_("Your link from %(name)s") % told,
            text=(_standing() if signature.confirmed_on else _asked()) % told,
            about=ABOUT,
            on=on,
        )


def forget_link(signature: Signature) -> None:
    """It leads nowhere any more."""
    queue.forget(to=signature.email, about=ABOUT, key=signature.key)


def _asked() -> str:
    return _(
        "Hello,\n\nYour address was typed below an open letter, to sign it. Open this page if it was you; "
        "nothing counts before you press the button there:\n%(link)s\n\n"
        "Then it counts at once. A name that is to be shown stands there as soon as one of us has looked "
        "at it.\n\n"
        "If it was not you, do nothing: after three days your address is forgotten.\n\n"
        "Keep this mail: by the same link you change or withdraw your signature later.\n\n%(name)s\n"
    )


def _standing() -> str:
    return _(
        "Hello,\n\nYour address was typed below an open letter that it has signed before. Nothing changed. "
        "By this link you change or withdraw your signature:\n%(link)s\n\n"
        "If it was not you who typed it, there is nothing to do.\n\n%(name)s\n"
    )
