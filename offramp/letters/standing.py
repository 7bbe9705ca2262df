"""A letter of the folder that is here already: whether it is out, since when, and under which picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction

from offramp.files.answers import Picture as View
from offramp.journal.models import Entry, note
from offramp.letters import pictures, publishing
from offramp.letters.folder import Filed
from offramp.letters.models import Letter, Withdrawal

Kind = Entry.Kind


@dataclass(frozen=True)
class Difference:
    """What the folder says otherwise than we did: taken over, or left as it is here."""

    slug: str
    what: str
    is_taken: bool


def bring(letters: list[Filed], *, now: datetime) -> list[Difference]:
    """What a letter says is not among these; see exchange.bring_changed."""
    known = set(Letter.objects.values_list("slug", flat=True))
    pairs = [(filed, _view(filed)) for filed in letters if filed.slug in known]
    return [difference for filed, view in pairs for difference in _bring(filed, view, now)]


def _view(filed: Filed) -> View | None:
    """Looked through only where it is another one, and before anything is locked."""
    here = Letter.objects.select_related("picture").get(slug=filed.slug)
    return None if filed.picture == _shown(here) else pictures.in_file(filed.picture)


@transaction.atomic
def _bring(filed: Filed, view: View | None, now: datetime) -> list[Difference]:
    letter = publishing.locked(Letter.objects.get(slug=filed.slug))
    found = (
        *_withdrawal(letter, filed, now),
        *_day(letter, filed, now),
        *_picture(letter, filed, view, now),
        *_languages(letter, filed),
    )
    return [Difference(filed.slug, what, is_taken) for what, is_taken in found]


def _withdrawal(letter: Letter, filed: Filed, now: datetime) -> Iterator[tuple[str, bool]]:
    if letter.is_draft() or letter.is_withdrawn() == filed.is_withdrawn:
        return
    if filed.is_withdrawn:
        Withdrawal.objects.create(publication=letter.publication, on=now.date())
        note(Kind.LETTER_WITHDRAWN, by=None, subject=letter.pk, on=now.date())
        yield "withdrawn", True
    else:
        letter.publication.withdrawal.delete()
        note(Kind.LETTER_PUT_BACK, by=None, subject=letter.pk, on=now.date())
        yield "no longer withdrawn", True


def _day(letter: Letter, filed: Filed, now: datetime) -> Iterator[tuple[str, bool]]:
    """The day of a letter that was public never changes, and a draft is let out by a person."""
    here = None if letter.is_draft() else letter.publication.at.replace(microsecond=0)
    there = filed.published.replace(microsecond=0) if filed.published else None
    if here == there:
        return
    if not letter.is_scheduled(at=now):
        yield f"{_since(here)}, in the folder {_since(there)}", False
    elif there is None:
        letter.publication.delete()
        note(Kind.LETTER_WITHDRAWN, by=None, subject=letter.pk, on=now.date())
        yield "a draft again", True
    else:
        letter.publication.at, letter.publication.by = there, None
        letter.publication.save()
        note(Kind.LETTER_PUBLISHED, by=None, subject=letter.pk, on=now.date())
        yield _since(there), True


def _picture(letter: Letter, filed: Filed, view: View | None, now: datetime) -> Iterator[tuple[str, bool]]:
    shown = _shown(letter)
    if filed.picture == shown or (view and view.content == shown):
        return
    if view:
        pictures.put(letter=letter, view=view, by=None, on=now.date())
        yield "its picture", True
    elif filed.picture:
        yield "the picture in the folder is damaged, or none", False
    else:
        yield "a picture, in the folder none", False


def _languages(letter: Letter, filed: Filed) -> Iterator[tuple[str, bool]]:
    for language in letter.languages:
        if language not in filed.texts:
            yield f"a text ({language}), in the folder none", False


def _since(moment: datetime | None) -> str:
    return f"public from {moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if moment else "a draft"


def _shown(letter: Letter) -> bytes:
    return bytes(letter.picture.content) if hasattr(letter, "picture") else b""
