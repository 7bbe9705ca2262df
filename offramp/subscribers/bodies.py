"""The mail that a subscriber gets: what all have in common is made once, then it is only addressed."""

from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from offramp import campaigns
from offramp.campaigns import tongues
from offramp.campaigns.look import OURS
from offramp.letters.models import Letter
from offramp.subscribers import envelope, flowed, sentences
from offramp.subscribers.addressed import Addressed, Parts
from offramp.subscribers.models import Mailing, Subscriber
from offramp.subscribers.models.subscriber import new_key
from offramp.subscribers.passages import SIDES, Passage, passages
from offramp.subscribers.sentences import Sentences


class Body:
    """A mailing in one language; made once, then `to` each subscriber who reads this language.

    Neither part has a picture, a font, a script or a link of anybody else's, nor one that tells who opened
    it: of reading a mail we learn nothing.
    """

    def __init__(self, mailing: Mailing, language: str, *, at: datetime) -> None:
        self.mailing = mailing
        spoken = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        key = new_key()
        with translation.override(spoken):
            found = passages(mailing, spoken, key=key, at=at)
            self._parts: dict[bool, Parts] = {}
            for was_brought in (False, True):
                said = sentences.of(mailing, language=spoken, key=key, was_brought=was_brought)
                rich = _rich(said, found, spoken)
                self._parts[was_brought] = Parts(said.subject, _plain(said, found), rich, key)
        self._languages = sorted({spoken, *(passage.text.language for passage in found)})

    def to(self, subscriber: Subscriber) -> Addressed:
        """Ready to go out; `from_email` is the envelope's sender, the header says who writes."""
        return Addressed(
            self._parts[subscriber.was_brought],
            key=subscriber.key,
            sender=envelope.returns_to(self.mailing, subscriber),
            to=subscriber.email,
            headers=envelope.headers(self.mailing, subscriber, languages=self._languages),
        )


def proof(*, letter: Letter, language: str, to: str, at: datetime) -> Addressed:
    """What subscribers would get, for one's own eyes; the links at its end lead nowhere."""
    body = Body(Mailing(letter=letter, asked_on=at.date()), language, at=at)
    return body.to(Subscriber(email=to, language=language))


def _plain(said: Sentences, found: list[Passage]) -> str:
    parts = [flowed.paragraph(said.opening), *(passage.plain for passage in found)]
    footer = "\n\n".join(line.plain for line in said.footer)
    return "\n\n".join(parts) + f"\n\n-- \n{footer}\n"


def _rich(said: Sentences, found: list[Passage], language: str) -> str:
    own = campaigns.current().look.colors
    colors = {scheme: {**ours, **own.get(scheme, {})} for scheme, ours in OURS.items()}
    direction = tongues.direction(language)
    shown = {"language": language, "direction": direction, "side": SIDES[direction]}
    return render_to_string("mail/letters.html", {"said": said, "passages": found} | shown | colors)
