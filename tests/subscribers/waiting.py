"""People who want letters, and letters that are to go to them."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from offramp.letters.models import Letter
from offramp.people.models import Member
from offramp.subscribers import mailings
from offramp.subscribers.models import Mailing, Subscriber
from tests.letters.letters import a_public_letter

NOW = timezone.now()
TODAY = NOW.date()
EACH, MONTHLY = Subscriber.Rhythm.EACH, Subscriber.Rhythm.MONTHLY


def a_subscriber(
    name: str, *, rhythm: str = EACH, language: str = "en", is_confirmed: bool = True
) -> Subscriber:
    """They are served in the order they came; by their numbers, which are otherwise drawn."""
    return Subscriber.objects.create(
        id=UUID(int=Subscriber.objects.count()),
        email=f"{name}@x.example",
        language=language,
        rhythm=rhythm,
        asked_on=TODAY,
        confirmed_on=TODAY if is_confirmed else None,
    )


def many_subscribers(count: int) -> set[str]:
    """Their addresses."""
    told = {"language": "en", "rhythm": EACH, "asked_on": TODAY, "confirmed_on": TODAY}
    some = [Subscriber(email=f"number-{number}@x.example", **told) for number in range(count)]
    return {subscriber.email for subscriber in Subscriber.objects.bulk_create(some)}


def a_mailing(by: Member, slug: str = "a-letter", *, now: datetime = NOW) -> Mailing:
    """Of a letter that everybody may read; it has begun."""
    mailing = mailings.ask(letter=a_public_letter(slug, at=now - timedelta(hours=1)), by=by, on=now.date())
    mailings.begin_due(now)
    return Mailing.objects.get(pk=mailing.pk)


def letter_of(mailing: Mailing) -> Letter:
    """As it stands now."""
    return Letter.objects.select_related("publication__withdrawal").get(mailing=mailing)


def day(written: str) -> datetime:
    return datetime.combine(
        date.fromisoformat(written), datetime.min.time(), tzinfo=timezone.get_default_timezone()
    )
