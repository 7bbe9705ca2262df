"""Counts of tokens weighed into one likelihood.

Each token gets Robinson's estimate, drawn to the middle where it was met seldom; the log-odds of all are
added as in naive Bayes, and divided by the root of their number, since words that stand together do not
speak independently. A word that was never met says nothing: a reply in a language that nobody taught comes
out as undecided, never as spam. The way and the limit were chosen by measuring: benchmarks/judging.py.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple

# A person's reply held as spam costs more than spam that an organizer sees.
LIMIT = 0.95
# Before there are so many of each kind, nothing is said.
FEWEST = 20
# So many meetings weigh as much as what is thought of a token beforehand: that it says nothing.
DOUBT = 1.0


class Met(NamedTuple):
    """How often, in each kind."""

    spam: int
    ham: int


def is_likely(likelihood: float | None) -> bool:
    """Whether a reply looks enough like spam to wait for an organizer."""
    return likelihood is not None and likelihood >= LIMIT


def weigh(met: Iterable[Met], *, replies: Met, tokens: Met) -> float | None:
    """The likelihood of spam, 0.5 where nothing is known; None before enough replies were learned."""
    if min(replies) < FEWEST or not all(tokens):
        return None
    odds = [_odds(one, tokens) for one in met if any(one)]
    if not odds:
        return 0.5
    return 1 / (1 + math.exp(-math.fsum(odds) / math.sqrt(len(odds))))


def _odds(met: Met, tokens: Met) -> float:
    """In logarithms. Shares of all tokens, as one kind may come in longer replies; counted as if no more of
    one kind had been learned than of the other: not to have met a word in a few replies means little."""
    in_spam, in_ham = met.spam / tokens.spam, met.ham / tokens.ham
    times = (in_spam + in_ham) * min(tokens)
    likely = (DOUBT / 2 + times * in_spam / (in_spam + in_ham)) / (DOUBT + times)
    return math.log(likely / (1 - likely))
