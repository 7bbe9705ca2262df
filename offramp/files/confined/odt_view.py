"""An OpenDocument text as plain text: headings stand apart, lists have dots, tables are rows of cells."""

from collections.abc import Iterator

from offramp.files.confined.making import View
from offramp.files.confined.markup import Element
from offramp.files.confined.odt_names import DRAW, OFFICE, TABLE, TEXT

_LETTERS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n", f"{TEXT}soft-page-break": ""}
_ROWS = f"{TABLE}table-row"


def view(content: Element) -> View:
    """Return one page of text."""
    made = View()
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    made.add("\n".join(_blocks(body)).strip() if body is not None else "")
    return made


def _blocks(container: Element, mark: str = "") -> Iterator[str]:
    for block in container:
        if block.tag == f"{TEXT}h":
            yield f"\n{_words(block)}\n"
        elif block.tag == f"{TEXT}p":
            yield mark + _words(block)
            for frame in block.iter(f"{DRAW}text-box"):
                yield from _blocks(frame)
        elif block.tag == _ROWS:
            yield " | ".join(" ".join("\n".join(_blocks(cell)).split()) for cell in block)
        elif block.tag == f"{TEXT}list":
            yield from _blocks(block, "• ")
        else:
            yield from _blocks(block, mark)


def _words(element: Element) -> str:
    words = [element.text or ""]
    for child in element:
        if child.tag == f"{TEXT}s":
            words.append(" " * min(int(child.get(f"{TEXT}c", "1")), 1000))
        elif child.tag in _LETTERS:
            words.append(_LETTERS[child.tag])
        elif child.tag == f"{TEXT}note":
            words += [" (", *(_words(part) for part in child.iter(f"{TEXT}p")), ")"]
        elif not child.tag.startswith(DRAW):
            words.append(_words(child))
        words.append(child.tail or "")
    return "".join(words)
