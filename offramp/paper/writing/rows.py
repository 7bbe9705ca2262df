"""What shares a line on the paper: never the employer, the title and the dates of a position."""

from offramp.paper.sheet import Block, Line, Role

_WIDEST = 108  # characters; a line that breaks by itself would end with a bar
_BAR = 4  # and the room around it
_CLOSE = 90
_SHORT = 80
_AFTER = {Role.PLACE_OF_WORK: Role.PLACE, Role.PLACE: Role.DATES}


def packed(parts: tuple[str, ...]) -> list[list[str]]:
    """As many on each line as stand there whole."""
    rows: list[list[str]] = []
    for part in parts:
        if rows and _length([*rows[-1], part]) <= _WIDEST:
            rows[-1].append(part)
        else:
            rows.append([part])
    return rows


def heads(block: Block) -> list[list[list[Line]]]:
    """The head of each entry. Who gave a certificate stands behind it, if there is room in all of them."""
    is_close = all(
        len(entry.head) <= 2 and sum(len(line.text) for line in entry.head) < _CLOSE
        for entry in block.entries
    )
    return [_rows(entry.head, is_close=is_close) for entry in block.entries]


def _rows(head: tuple[Line, ...], *, is_close: bool) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in head:
        if rows and _runs_on(rows[-1][-1], line, is_close=is_close):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _runs_on(before: Line, line: Line, *, is_close: bool) -> bool:
    """A place behind its employer, dates behind a place of their own, a short detail behind another."""
    if line.role is not Role.DETAIL:
        return line.role is _AFTER.get(before.role)
    if before.role is Role.TITLE:
        return is_close
    return before.role is Role.DETAIL and len(before.text) + len(line.text) < _SHORT


def _length(row: list[str]) -> int:
    return sum(map(len, row)) + _BAR * (len(row) - 1)
