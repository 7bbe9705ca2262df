"""What may stand behind a key of a PDF's object where nothing further hangs on it."""

from collections.abc import Callable
from decimal import Decimal

from pikepdf import Array, Dictionary, Name, String

from offramp.files.confined import pdf_names

# Whose letters the numbers of a font stand for; what else is written there means its own.
_ORDERINGS = frozenset(
    (b"Adobe", b"Identity", b"UCS", b"GB1", b"CNS1", b"Japan1", b"Japan2", b"Korea1", b"KR")
)


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


def is_standard(value: object) -> bool:
    """Tell whether it is a name of the standard."""
    return isinstance(value, Name) and str(value) in pdf_names.STANDARD


def _are_standard(value: object) -> bool:
    return is_standard(value) or (isinstance(value, Array) and all(map(is_standard, value)))


def _differences(value: object) -> object | None:
    if not isinstance(value, Array) or not all(is_number(each) or isinstance(each, Name) for each in value):
        return None
    return Array([pdf_names.of_a_glyph(each) if isinstance(each, Name) else each for each in value])


def _where(fits: Callable[[object], bool]) -> Callable[[object], object | None]:
    return lambda value: value if fits(value) else None


def _word(value: object) -> object | None:
    if not isinstance(value, String):
        return None
    return value if bytes(value) in _ORDERINGS else String("Identity")


# By the words of pdf_kinds: what is kept of a value, None for nothing.
KEPT: dict[str, Callable[[object], object | None]] = {
    "number": _where(is_number),
    "numbers": _where(are_numbers),
    "name": _where(_are_standard),
    "face": lambda value: pdf_names.of_a_font(value) if isinstance(value, Name) else None,
    "called": lambda value: Name("/Adobe-Identity-UCS") if isinstance(value, Name) else None,
    "word": _word,
    "differences": _differences,
    "resources": _where(lambda value: isinstance(value, Dictionary)),
}
