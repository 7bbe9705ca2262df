"""What is looked at through the public address, in order; nothing more where nobody answers."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from django.conf import settings

from offramp.upkeep.doctor.finding import Checks, Finding
from offramp.upkeep.doctor.looking import is_well, look_at
from offramp.upkeep.doctor.outside import (
    bodies,
    certificate,
    cookies,
    form,
    headers,
    landing,
    onion,
    reach,
    redirect,
)
from offramp.upkeep.doctor.outside.visitor import Visitor


def look(*, trust: Path | None, socks: str) -> Iterator[Finding]:
    visitor = Visitor(settings.ORIGIN, trust=trust)
    for gate in (reach.naming(visitor), reach.knocking(visitor), certificate.trusting(visitor)):
        found = look_at(gate)
        yield from found
        if not is_well(found):
            return
    yield from look_at(of_the_way(visitor))
    answers = look_at(reach.answering(visitor))
    yield from answers
    if is_well(answers):
        yield from look_at(of_the_pages(visitor))
    yield from look_at({"onion.answers": partial(onion.answers, settings.ONION_ORIGIN, socks)})


def of_the_way(visitor: Visitor) -> Checks:
    return {**certificate.checks(visitor), **redirect.checks(visitor)}


def of_the_pages(visitor: Visitor) -> Checks:
    return {
        **headers.checks(visitor),
        **cookies.checks(visitor),
        **form.checks(visitor),
        **bodies.checks(visitor),
        **landing.checks(visitor),
    }
