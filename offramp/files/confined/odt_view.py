"""An OpenDocument text as plain text: headings stand apart, lists have dots, tables are rows of cells."""

from collections.abc import Iterator

from offramp.files.confined.making import A_PICTURE, View
from offramp.files.confined.markup import Element
from offramp.files.confined.media import Media
from offramp.files.confined.odt_names import DRAW, OFFICE, STYLE, SVG, TABLE, TEXT, XLINK

_LETTERS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n", f"{TEXT}soft-page-break": ""}
_ROWS = f"{TABLE}table-row"


_ABOVE = tuple(f"{STYLE}header{which}" for which in ("", "-first", "-left"))
_BELOW = tuple(f"{STYLE}footer{which}" for which in ("", "-first", "-left"))


def view(content: Element, styles: Element | None, media: Media) -> View:
    """Return one page: what stands above each page of the text, the text, what stands below, and pictures."""
    made, reading = View(), _Reading()
    bodies = content.iterfind(f"{OFFICE}body/{OFFICE}text")
    above = () if styles is None else styles.iter(*_ABOVE)
    below = () if styles is None else styles.iter(*_BELOW)
    texts = [reading.text(container) for container in (*above, *bodies, *below)]
    made.add_with_pictures(*media.shown("\n\n".join(filter(None, texts)), reading.pictures))
    return made


class _Reading:
    """Reads one container after the other, and notes the pictures it meets, each once."""

    def __init__(self) -> None:
        self.pictures: dict[str, None] = {}

    def text(self, container: Element) -> str:
        return "\n".join(self._blocks(container)).strip()

    def _blocks(self, container: Element, mark: str = "") -> Iterator[str]:
        for block in container:
            if block.tag == f"{TEXT}h":
                yield f"\n{self._words(block)}\n"
            elif block.tag == f"{TEXT}p":
                yield mark + self._words(block)
                for frame in block.iter(f"{DRAW}text-box"):
                    yield from self._blocks(frame)
            elif block.tag == _ROWS:
                yield " | ".join(" ".join("\n".join(self._blocks(cell)).split()) for cell in block)
            elif block.tag == f"{TEXT}list":
                yield from self._blocks(block, "• ")
            elif block.tag == f"{DRAW}image":
                yield self._picture(block)
            else:
                yield from self._blocks(block, mark)

    def _words(self, element: Element) -> str:
        words = [_plain(element.text)]
        for child in element:
            if child.tag == f"{TEXT}s":
                words.append(" " * min(int(child.get(f"{TEXT}c", "1")), 1000))
            elif child.tag in _LETTERS:
                words.append(_LETTERS[child.tag])
            elif child.tag == f"{TEXT}note":
                words += [" (", *(self._words(part) for part in child.iter(f"{TEXT}p")), ")"]
            elif child.tag.startswith(DRAW):
                words.append(self._drawn(child))
            else:
                words.append(self._words(child))
            words.append(_plain(child.tail))
        return "".join(words)

    def _drawn(self, drawing: Element) -> str:
        """Tell of a drawing's pictures; the words of a box in it are read after the paragraph."""
        if drawing.tag == f"{DRAW}image":
            return self._picture(drawing)
        if drawing.tag == f"{SVG}desc":
            # Read out in place of the picture by some programs, and seen in none.
            return f"[{_plain(drawing.text)}] "
        return "".join(self._drawn(each) for each in drawing if each.tag != f"{DRAW}text-box")

    def _picture(self, image: Element) -> str:
        name = image.get(f"{XLINK}href", "")
        if not name or name in self.pictures:
            return ""
        self.pictures[name] = None
        return A_PICTURE


def _plain(text: str | None) -> str:
    return (text or "").replace(A_PICTURE, "")
