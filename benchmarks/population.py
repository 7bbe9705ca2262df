"""Fills an empty database with people who have codes; run in a process of its own, prints them as JSON."""

import json
import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - Django must be ready first
from django.utils import timezone  # noqa: E402

from benchmarks.texts import LONG_THREAD, SHORT_THREAD, TEXT  # noqa: E402
from offramp.pairing import conversation  # noqa: E402
from offramp.pairing.models import Pairing  # noqa: E402
from tests.cast import Person, a_seeker, an_adviser, paired, two_organizers  # noqa: E402

TODAY = timezone.now().date()


def populate(clients: int) -> dict[str, list[dict[str, str]]]:
    call_command("migrate", verbosity=0)
    di, _ = two_organizers(today=TODAY)
    advisers = [an_adviser(f"Bo {number}", capacity=10, today=TODAY) for number in range(clients)]
    seekers = []
    for adviser in advisers:
        seeker = a_seeker(TEXT, today=TODAY)
        talk(seeker, adviser, paired(seeker, adviser, di, today=TODAY), LONG_THREAD)
        seekers.append(seeker)
    answered = [a_seeker(TEXT, today=TODAY) for _ in advisers]
    pairings = [
        paired(seeker, adviser, di, today=TODAY) for seeker, adviser in zip(answered, advisers, strict=True)
    ]
    for seeker, adviser, pairing in zip(answered, advisers, pairings, strict=True):
        talk(seeker, adviser, pairing, SHORT_THREAD)
    return {
        "seekers": [{"code": str(seeker.code)} for seeker in seekers],
        "advisers": [
            {"code": str(adviser.code), "secret": adviser.secret, "pairing": str(pairing.pk)}
            for adviser, pairing in zip(advisers, pairings, strict=True)
        ],
    }


def talk(seeker: Person, adviser: Person, pairing: Pairing, messages: int) -> None:
    """The first message is one of them; then they take turns."""
    writing, answering, request = seeker.keyholder, adviser.keyholder, seeker.request
    for number in range(1, messages):
        text = f"{number}. {TEXT}"
        if number % 2:
            conversation.write_as_adviser(by=answering, pairing=pairing, text=text, on=TODAY)
        else:
            conversation.write_as_seeker(by=writing, request=request, text=text, on=TODAY)


if __name__ == "__main__":
    json.dump(populate(int(sys.argv[1])), sys.stdout)
