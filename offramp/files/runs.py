"""A run: letters that stand together in one manner, and where. What the child tells of a text, bounded."""

import struct
from dataclasses import dataclass

from offramp.files import limits

# Page, line, left, top, right, bottom, size in tenths of a point; manner, heading, item; table, row, column.
_PLACE = struct.Struct(">HIiiiiHBBBHHH")
_BOLD, _ITALIC, _DRAWN = 1, 2, 4
_FARTHEST = 2_000_000


class NotARun(ValueError):
    """The bytes are not one run."""


@dataclass(frozen=True)
class Run:
    """Letters in one manner. Places are points from the top left; a text without pages has none."""

    text: str
    page: int = 0
    line: int = 0  # where a file says itself what a line is
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    is_bold: bool = False
    is_italic: bool = False
    is_drawn: bool = False  # a dot that is no letter
    heading: int = 0  # 1 is the highest, 0 none
    item: int = 0  # how deep in a list, 0 in none
    cell: tuple[int, int, int] = (0, 0, 0)  # table, row and column, from 1

    def packed(self) -> bytes:
        """Return the run as bytes, what is out of all bounds cut down."""
        places = (self.left, self.top, self.right, self.bottom)
        manner = self.is_bold * _BOLD | self.is_italic * _ITALIC | self.is_drawn * _DRAWN
        place = _PLACE.pack(
            min(self.page, 65_535),
            min(self.line, 2**32 - 1),
            *(round(max(-_FARTHEST, min(each * 10, _FARTHEST))) for each in places),
            round(max(0, min(self.size * 10, 65_535))),
            manner,
            min(self.heading, 9),
            min(self.item, 9),
            *(min(number, 65_535) for number in self.cell),
        )
        return place + self.text[: limits.LONGEST_RUN].encode()


def unpacked(payload: bytes) -> Run:
    """Return the run that these bytes are. Raises NotARun."""
    if len(payload) < _PLACE.size:
        raise NotARun
    page, line, left, top, right, bottom, size, manner, heading, item, *cell = _PLACE.unpack_from(payload)
    if any(abs(place) > _FARTHEST for place in (left, top, right, bottom)) or heading > 9 or item > 9:
        raise NotARun
    try:
        text = payload[_PLACE.size :].decode()
    except UnicodeDecodeError:
        raise NotARun from None
    if len(text) > limits.LONGEST_RUN:
        raise NotARun
    return Run(
        text,
        page,
        line,
        left=left / 10,
        top=top / 10,
        right=right / 10,
        bottom=bottom / 10,
        size=size / 10,
        is_bold=bool(manner & _BOLD),
        is_italic=bool(manner & _ITALIC),
        is_drawn=bool(manner & _DRAWN),
        heading=heading,
        item=item,
        cell=(cell[0], cell[1], cell[2]),
    )
