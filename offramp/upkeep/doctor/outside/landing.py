"""The front page: light enough for a bad line, and in a language that it names."""

import gzip
import re
from collections.abc import Iterator
from functools import partial

from django.conf import settings

from offramp.upkeep.doctor import mends
from offramp.upkeep.doctor.finding import Checks, Finding, advice, broken, good
from offramp.upkeep.doctor.outside.visitor import Answer, Visitor

BUDGET, MOST_ASKED = 14_336, 4  # bytes on the wire, and requests
PARTS = re.compile(r'<(?:link|script|img)\b[^>]*\b(?:href|src)="(/static/[^"]+)"')
TRAVELS = {"Accept-Encoding": "gzip"}


def checks(visitor: Visitor) -> Checks:
    return {"landing.weight": partial(weight, visitor), "landing.languages": partial(languages, visitor)}


def weight(visitor: Visitor) -> Iterator[Finding]:
    page = visitor.ask("/", headers=TRAVELS)
    if page.first("content-encoding") != "gzip":
        yield advice(
            "The front page does not travel compressed.",
            why="On a bad line it takes three times as long.",
            mend=mends.PROXY,
        )
        return
    parts = list(dict.fromkeys(PARTS.findall(gzip.decompress(page.body).decode())))
    heavy = sum([len(page.body), *(len(visitor.ask(part, headers=TRAVELS).body) for part in parts)])
    told = f"{heavy / 1000:.1f} kB in {1 + len(parts)} requests"
    if heavy <= BUDGET and 1 + len(parts) <= MOST_ASKED:
        yield good(f"The front page weighs {told}.")
        return
    yield advice(
        f"The front page weighs {told}; it should be {BUDGET / 1000:.0f} kB in {MOST_ASKED} at most.",
        why="Who has a bad line and little time gives up.",
        mend=f"Shorten it in {settings.CAMPAIGN_FOLDER}; see that static files travel compressed.",
    )


def languages(visitor: Visitor) -> Iterator[Finding]:
    others = [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    paths = {settings.LANGUAGE_CODE: "/", **{code: f"/{code}/" for code in others}}
    wrong = [path for code, path in paths.items() if language_of(visitor.ask(path)) != code]
    if not wrong:
        yield good("The front page says its language, in each.")
        return
    why = "Screen readers read it out in the wrong language."
    yield broken(
        f"The page {wrong[0]} is not in its language, or does not say so.",
        why=why,
        mend=mends.RESTART,
    )


def language_of(answer: Answer) -> str:
    found = re.search(r'<html\b[^>]*\blang="([^"]+)"', answer.text)
    return found[1] if found else ""
