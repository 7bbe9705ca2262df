"""A Word text as plain text: headings stand apart, lists have dots, tables are rows of cells."""

from collections.abc import Iterator

from offramp.files.confined.making import A_PICTURE, View
from offramp.files.confined.markup import Element
from offramp.files.confined.media import Media
from offramp.files.confined.word_names import DRAWING, A, R, V, W
from offramp.files.confined.word_package import Relation

_LETTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
# In the order in which they are read: what stands above the text, the text, what stands below.
_ORDER = ("word/header", "word/document", "word/footnotes", "word/endnotes", "word/footer")


_DESCRIBED = f"{DRAWING}docPr"
_DRAWN_WORDS = f"{V}textpath"
_PICTURES = {f"{A}blip": f"{R}embed", f"{V}imagedata": f"{R}id"}


def view(roots: dict[str, Element], relations: dict[str, list[Relation]], media: Media) -> View:
    """Return one page of text, with the pictures where they stand."""
    reading = _Reading(roots)
    texts = []
    for start in _ORDER:
        for name, root in roots.items():
            if name.startswith(start):
                body = root.find(f"{W}body")
                related = {each.id: each.target for each in relations[name] if each.kind == "image"}
                texts.append(reading.text(root if body is None else body, related))
    made = View()
    made.add_with_pictures(*media.shown("\n\n".join(text for text in texts if text), reading.pictures))
    return made


class _Reading:
    """Reads parts one after the other, and notes the pictures it meets, each once."""

    def __init__(self, roots: dict[str, Element]) -> None:
        styles = {
            style.get(f"{W}styleId", ""): style
            for name, root in roots.items()
            if name.startswith("word/styles")
            for style in root.iter(f"{W}style")
        }
        self._headings = {name for name, style in styles.items() if _is_heading(style)}
        self._lists = {name for name, style in styles.items() if style.find(f"{W}pPr/{W}numPr") is not None}
        self._related: dict[str, str] = {}
        self.pictures: dict[str, None] = {}

    def text(self, container: Element, related: dict[str, str]) -> str:
        self._related = related
        return "\n".join(self._blocks(container)).strip()

    def _blocks(self, container: Element) -> Iterator[str]:
        for block in container:
            if block.tag == f"{W}p":
                yield from self._paragraph(block)
            elif block.tag == f"{W}tbl":
                yield from (self._row(row) for row in block.iter(f"{W}tr") if _is_own(row, block, f"{W}tbl"))
            elif block.tag in (f"{W}footnote", f"{W}endnote"):
                yield from self._blocks(block)

    def _row(self, row: Element) -> str:
        cells = (" ".join("\n".join(self._blocks(cell)).split()) for cell in row.findall(f"{W}tc"))
        return " | ".join(cells)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        words = "".join(self._words(paragraph))
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        named = style.get(f"{W}val") if style is not None else None
        if named in self._headings and words.strip():
            yield f"\n{words}\n"
        elif (named in self._lists or paragraph.find(f"{W}pPr/{W}numPr") is not None) and words.strip():
            yield f"• {words}"
        else:
            yield words
        for box in paragraph.iter(f"{W}txbxContent"):
            if _is_own(box, paragraph, f"{W}p"):
                yield from self._blocks(box)

    def _words(self, paragraph: Element) -> Iterator[str]:
        for element in paragraph.iter(f"{W}t", *_LETTERS, *_PICTURES, _DESCRIBED, _DRAWN_WORDS):
            if not _is_own(element, paragraph, f"{W}p"):
                continue  # a box's words are its own
            if element.tag in _PICTURES:
                yield from self._picture(self._related.get(element.get(_PICTURES[element.tag], "")))
            elif element.tag == _DESCRIBED:
                # Read out in place of the picture by some programs, and seen in none.
                yield f"[{element.get('descr')}] " if element.get("descr") else ""
            elif element.tag == _DRAWN_WORDS:
                yield f" {element.get('string', '')} ".replace(A_PICTURE, "")
            elif element.getparent().tag == f"{W}r":
                # The tab of a paragraph's properties is a place on the ruler.
                yield _LETTERS.get(element.tag, element.text or "").replace(A_PICTURE, "")

    def _picture(self, name: str | None) -> Iterator[str]:
        if name and name not in self.pictures:
            self.pictures[name] = None
            yield A_PICTURE


def _is_heading(style: Element) -> bool:
    called = style.find(f"{W}name")
    return called is not None and called.get(f"{W}val", "").lower().startswith(("heading", "title"))


def _is_own(element: Element, owner: Element, kind: str) -> bool:
    """Tell whether the nearest element of that kind around is the owner, and not one inside it."""
    return next(element.iterancestors(kind), None) is owner
