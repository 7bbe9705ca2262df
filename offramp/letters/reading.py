"""How much of a letter everybody may read: all, or of an older one, if the campaign says so, a summary."""

from copy import copy
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from offramp import campaigns
from offramp.letters.models import Letter, Text
from offramp.letters.models.text import folded


@dataclass(frozen=True)
class Reading:
    """The letters that are shown whole, by their ids; None: all."""

    newest: frozenset[UUID] | None

    def is_whole(self, letter_id: UUID) -> bool:
        return self.newest is None or letter_id in self.newest

    def of(self, text: Text) -> Text:
        """What may be shown of a text; the body of a shut one is not in what comes back, wherever it goes."""
        if self.is_whole(text.letter_id):
            return text
        shut = copy(text)
        shut.body, shut.folded = text.summary, ""
        return shut


def for_everybody(*, at: datetime) -> Reading:
    """What whoever comes by may read at this moment."""
    most = campaigns.current().whole_letters
    if most is None:
        return Reading(None)
    return Reading(frozenset(Letter.objects.for_readers(at=at).values_list("pk", flat=True)[:most]))


def found(words: str, *, at: datetime, most: int) -> list[Text]:
    """Those in which every word stands, the newest first; of a shut one, in what is shown of it.

    Or a search would tell, word by word, what stands in it.
    """
    texts, for_all = Text.objects.for_readers(at=at), for_everybody(at=at)
    if for_all.newest is None:
        return list(texts.saying(words)[:most])
    whole = texts.filter(letter__in=for_all.newest).saying(words)
    shut = (for_all.of(text) for text in texts.exclude(letter__in=for_all.newest))
    return [*whole[:most], *(text for text in shut if _says(text, words))][:most]


def _says(text: Text, words: str) -> bool:
    shown = folded("\n".join((text.title, text.summary, text.author)))
    return all(word in shown for word in folded(words).split())
