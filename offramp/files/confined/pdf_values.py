"""What may stand behind a key of a PDF's object where nothing further hangs on it."""

from collections.abc import Callable
from decimal import Decimal

from pikepdf import Array, Dictionary, Name, String

_LONGEST_WORD = 20


def is_number(value: object) -> bool:
    """Tell whether it is a number, or true or false."""
    return isinstance(value, int | Decimal)


def are_numbers(value: object) -> bool:
    """Tell whether it is a row of numbers, or of such rows."""
    return isinstance(value, Array) and all(is_number(each) or are_numbers(each) for each in value)


def numbers(value: object) -> list[float]:
    """Return a row of numbers; none if it is not one."""
    plain = isinstance(value, Array) and all(map(is_number, value))
    return [float(each) for each in value] if plain else []  # type: ignore[attr-defined]


def _are_names(value: object) -> bool:
    return isinstance(value, Name) or (
        isinstance(value, Array) and all(isinstance(each, Name) for each in value)
    )


def _are_numbers_and_names(value: object) -> bool:
    return isinstance(value, Array) and all(is_number(each) or isinstance(each, Name) for each in value)


def _is_a_word(value: object) -> bool:
    return isinstance(value, String) and bytes(value).isalnum() and len(bytes(value)) <= _LONGEST_WORD


# By the words of pdf_kinds.
FITTING: dict[str, Callable[[object], bool]] = {
    "number": is_number,
    "numbers": are_numbers,
    "name": _are_names,
    "word": _is_a_word,
    "differences": _are_numbers_and_names,
    "resources": lambda value: isinstance(value, Dictionary),
}
