"""Between the campaign's folder and the database: what is new comes in, and everything can be taken out."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

from django.db import IntegrityError, transaction

from offramp.letters import pictures, writing
from offramp.letters.folder import BESIDE, Filed
from offramp.letters.models import Letter, Publication, Text, Withdrawal


def bring_new(letters: list[Filed], *, now: datetime) -> list[Letter]:
    """Those whose address is not known yet; one that is known is edited here, not in the folder."""
    known = set(Letter.objects.values_list("slug", flat=True))
    brought = (_bring(filed, now=now) for filed in letters if filed.slug not in known)
    return [letter for letter in brought if letter]


def bring_changed(letters: list[Filed], *, now: datetime) -> list[Text]:
    """What the folder says otherwise than we do becomes a new revision; what we said stays among the old."""
    known = {letter.slug: letter for letter in Letter.objects.prefetch_related("texts")}
    pairs = [(known[filed.slug], filed) for filed in letters if filed.slug in known]
    return [text for letter, filed in pairs for text in _changed(letter, filed, now=now)]


def _changed(letter: Letter, filed: Filed, *, now: datetime) -> Iterator[Text]:
    here = {text.language: text for text in letter.texts.all()}
    for language, written in filed.texts.items():
        if language not in here:
            yield _say(letter, language, filed, base=0, now=now)
        elif here[language].written != written:
            yield _say(letter, language, filed, base=here[language].newest, now=now)


def _bring(filed: Filed, *, now: datetime) -> Letter | None:
    """None when another process was quicker."""
    # It takes seconds, in which nobody else could write if the transaction were open. Damaged: without it.
    view = pictures.in_file(filed.picture)
    try:
        with transaction.atomic():
            letter = Letter.objects.create(slug=filed.slug)
            for language in filed.texts:
                _say(letter, language, filed, base=0, now=now)
            if view:
                pictures.put(letter=letter, view=view, by=None, on=now.date())
            _let_out(letter, filed, now=now)
    except IntegrityError:
        return None
    return letter


def _say(letter: Letter, language: str, filed: Filed, *, base: int, now: datetime) -> Text:
    written, on = filed.texts[language], now.date()
    return writing.save(letter=letter, language=language, written=written, base=base, by=None, on=on)


def _let_out(letter: Letter, filed: Filed, *, now: datetime) -> None:
    if filed.published is None:
        return
    publication = Publication.objects.create(letter=letter, at=filed.published)
    if filed.is_withdrawn:
        Withdrawal.objects.create(publication=publication, on=now.date())


def files() -> Iterator[tuple[str, bytes]]:
    """Every letter as it stands, drafts too: the path of each file below the folder, and what is in it."""
    known = Letter.objects.select_related("publication__withdrawal", "picture").prefetch_related("texts")
    for letter in known.order_by("slug"):
        at = f"letters/{letter.slug}"
        yield f"{at}/letter.toml", _facts(letter).encode()
        for text in letter.texts.all():
            yield f"{at}/{text.language}.md", f"{text.written.whole}\n".encode()
        if hasattr(letter, "picture"):
            yield f"{at}/picture.jpg", bytes(letter.picture.content)


def _facts(letter: Letter) -> str:
    lines = []
    if not letter.is_draft():
        lines.append(f"published = {letter.publication.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")
    if letter.is_withdrawn():
        lines.append("withdrawn = true")
    for key, name in BESIDE.items():
        said = {text.language: getattr(text, name) for text in letter.texts.all()}
        lines += [f"{key}.{code} = {_quoted(words)}" for code, words in sorted(said.items()) if words]
    return "\n".join([*lines, ""])


def _quoted(words: str) -> str:
    """As in JSON, which TOML reads but for this one character."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
