"""Who ended a subscription: known again by a digest, so that an old list does not bring them back."""

from collections.abc import Collection
from datetime import date

from django.utils.crypto import salted_hmac

from offramp.subscribers.models import Ending


def note(email: str, *, on: date) -> None:
    Ending.objects.update_or_create(whose=_whose(email), defaults={"on": on})


def forget(email: str) -> None:
    """They came back by themselves."""
    Ending.objects.filter(whose=_whose(email)).delete()


def among(emails: Collection[str]) -> set[str]:
    """Those of these addresses that ended it."""
    by_digest = {_whose(email): email for email in emails}
    ended = Ending.objects.filter(whose__in=by_digest).values_list("whose", flat=True)
    return {by_digest[bytes(whose)] for whose in ended}


def _whose(email: str) -> bytes:
    return salted_hmac("offramp subscribers ending", email, algorithm="sha256").digest()
