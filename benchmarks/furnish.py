"""Fills a desk of somebody who has a code; run in a process of its own, prints where things lie as JSON."""

import json
import sys

import django

django.setup()

from django.utils import timezone  # noqa: E402 - Django must be ready first

from benchmarks.texts import TEXT  # noqa: E402
from offramp.documents import comments, editing, suggestions  # noqa: E402
from offramp.documents.models import Document  # noqa: E402
from offramp.documents.places import Content  # noqa: E402
from offramp.documents.proposals import Change  # noqa: E402
from offramp.pairing import desk  # noqa: E402
from offramp.pairing.models import Pairing  # noqa: E402
from offramp.sealed.codes import Code  # noqa: E402
from tests.cast import Person  # noqa: E402

TODAY = timezone.now().date()
DOCUMENTS, SHARED, VERSIONS, SUGGESTIONS, PARAGRAPHS = 40, 10, 50, 100, 20


def content(number: int, changes: int = 0) -> Content:
    texts = [f"{paragraph}. {TEXT[:200]} {changes}" for paragraph in range(PARAGRAPHS)]
    paragraphs = [{"id": f"p{place}", "text": text} for place, text in enumerate(texts)]
    return {"title": f"Note {number}", "paragraphs": paragraphs}


def furnish(seeker: Person, adviser: Person) -> dict[str, str]:
    """Forty notes; one of them was saved fifty times, and a hundred suggestions wait on it."""
    by, pairing = seeker.keyholder, Pairing.objects.live().get(request=seeker.request)
    notes = [
        editing.begin(by=by, kind="note", content=content(number), on=TODAY) for number in range(DOCUMENTS)
    ]
    busy = notes[-1]
    for base in range(1, VERSIONS):
        editing.save(by=by, document=busy, content=content(DOCUMENTS - 1, base), base=base, on=TODAY)
    for note in notes[-SHARED:]:
        desk.share(by=by, document=note, pairing=pairing, on=TODAY)
    review(adviser, busy)
    return {"busy": str(busy.pk), "pairing": str(pairing.pk)}


def review(adviser: Person, note: Document) -> None:
    by, standing = adviser.keyholder, content(DOCUMENTS - 1, VERSIONS - 1)["paragraphs"]
    for number in range(SUGGESTIONS):
        place = standing[number % PARAGRAPHS]
        path, old = f"paragraphs/{place['id']}", place["text"]
        proposal = Change(path, old=old, new=old.replace("a", "o", 1 + number // PARAGRAPHS))
        suggestions.propose(by=by, document=note, proposal=proposal, reason="It reads better.", on=TODAY)
    for number in range(3):
        comments.put(
            by=by, document=note, path="paragraphs/p1", text=f"{number}. What was it like?", on=TODAY
        )


if __name__ == "__main__":
    seeker, adviser = (Person(Code.read(code)) for code in sys.argv[1:])
    json.dump(furnish(seeker, adviser), sys.stdout)
