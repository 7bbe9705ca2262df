"""Learning from what organizers decide, and unlearning what they undo."""

import hashlib
from functools import lru_cache

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet

from offramp.replies.judging import tokens, weighing
from offramp.replies.judging.weighing import Met
from offramp.replies.models import Learned, Reply
from offramp.sealed.derive import derive

# What was met seldom, and long ago, makes room; looked at once in so many lessons.
MOST, EVERY = 150_000, 50
# Of one reply, chosen by their digests: nobody outside can tell which, so that no filling hides the rest.
MOST_OF_A_REPLY = 250
# Counts of every lesson: how many replies, and how many tokens in all. No word holds a colon.
_REPLIES, _TOKENS = "all:replies", "all:tokens"


def likelihood(text: str, *, name: str, email: str) -> float | None:
    """From 0, surely a person's, to 1, surely spam; None until enough of each kind were learned."""
    found = tokens.of(text, name=name, email=email)
    asked = [_digest(token) for token in (_REPLIES, _TOKENS, *found)]
    rows = Learned.objects.filter(token__in=asked).values_list("token", "spam", "ham")
    met = {bytes(token): Met(spam, ham) for token, spam, ham in rows}
    replies, words = (met.pop(_digest(token), Met(0, 0)) for token in (_REPLIES, _TOKENS))
    return weighing.weigh(met.values(), replies=replies, tokens=words)


@transaction.atomic
def learn(reply: Reply, *, is_spam: bool) -> None:
    """Take a decision as a lesson; the tokens stay when the reply is erased, its words do not."""
    kind, found = _kind(is_spam=is_spam), _tokens_of(reply)
    # The count of all comes first: two who teach at once wait for each other there, and never crosswise.
    for rows, times in (([_digest(_REPLIES)], 1), ([_digest(_TOKENS)], len(found)), (found, 1)):
        fresh = [Learned(token=token, on=reply.at.date()) for token in rows]
        Learned.objects.bulk_create(fresh, ignore_conflicts=True)
        Learned.objects.filter(token__in=rows).update(**{kind: F(kind) + times}, on=reply.at.date())
    lessons = Learned.objects.get(token=_digest(_REPLIES))
    if (lessons.spam + lessons.ham) % EVERY == 0:
        _forget()


@transaction.atomic
def unlearn(reply: Reply, *, is_spam: bool) -> None:
    """Take a lesson back; what was forgotten meanwhile stays forgotten."""
    kind, found = _kind(is_spam=is_spam), _tokens_of(reply)
    for rows, times in (([_digest(_REPLIES)], 1), ([_digest(_TOKENS)], len(found)), (found, 1)):
        taught = Learned.objects.filter(token__in=rows, **{f"{kind}__gte": times})
        taught.update(**{kind: F(kind) - times})
    Learned.objects.filter(token__in=found, spam=0, ham=0).delete()


def _forget() -> None:
    """Of what spam alone taught, or of the rest, whichever is more: no garbage pushes out what people say."""
    surplus = Learned.objects.count() - MOST
    if surplus > 0:
        of_spam, of_people = Learned.objects.filter(ham=0), Learned.objects.filter(ham__gt=0)
        most = max(of_spam, of_people, key=QuerySet.count)
        rarest = most.order_by(F("spam") + F("ham"), "on").values("token")[:surplus]
        Learned.objects.filter(token__in=rarest).delete()


def _kind(*, is_spam: bool) -> str:
    return "spam" if is_spam else "ham"


def _tokens_of(reply: Reply) -> list[bytes]:
    found = tokens.of(reply.text, name=reply.name, email=reply.email)
    return sorted(map(_digest, found))[:MOST_OF_A_REPLY]


def _digest(token: str) -> bytes:
    return hashlib.blake2b(token.encode(), key=_key(settings.SECRET_KEY), digest_size=8).digest()


@lru_cache(maxsize=1)
def _key(secret: str) -> bytes:
    return derive(secret.encode(), "reply filter")
