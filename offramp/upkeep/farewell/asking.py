"""Nothing that cannot be undone happens at a slip: what is about to end is typed out."""

from datetime import date

from django.conf import settings

from offramp.upkeep.refusal import Refused


def host() -> str:
    return str(settings.ORIGIN_PARTS.hostname)


def must_type(words: str, *, instead: str) -> None:
    """Raises Refused, saying what did not happen instead, when anything else is typed."""
    print(f"\nType {words} to go on: ", end="", flush=True)
    try:
        typed = input()
    except EOFError:
        typed = ""
    if " ".join(typed.split()).lower() != words:
        raise Refused(f"that was not “{words}”; {instead}")


def written(day: date) -> str:
    return f"{day:%B %-d, %Y}"
