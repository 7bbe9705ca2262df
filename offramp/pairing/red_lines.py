"""Whom a seeker does not want: choices that rule advisers out, and words that a person must have read."""

from offramp.advisers.actions import About
from offramp.campaigns import current
from offramp.pairing.cards import Asked


def crossed(*, asked: Asked, about: About) -> tuple[str, ...]:
    """The red lines that rule this adviser out; no organizer can go around them."""
    return tuple(line for line in _known(asked) if _crosses(line, asked, about))


def gone(asked: Asked) -> tuple[str, ...]:
    """Red lines that have left the campaign's folder since: nobody but a person can still keep them."""
    return tuple(line for line in asked.red_lines if not current().is_known("red-line", line))


def must_be_read(asked: Asked) -> bool:
    """Whether something stands there that only a person can keep."""
    return bool(asked.red_line_words or gone(asked))


def _known(asked: Asked) -> tuple[str, ...]:
    return tuple(line for line in asked.red_lines if current().is_known("red-line", line))


def _crosses(line: str, asked: Asked, about: About) -> bool:
    if current().excluded_by(line) & set(about.facts):
        return True
    # An unknown answer counts as the same one: a hard rule must not be passed by silence.
    same_region = not (asked.region and about.region) or asked.region == about.region
    return "region" in current().must_differ_by(line) and same_region
