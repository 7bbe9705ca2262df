"""A Word text as plain text: headings stand apart, lists have dots, tables are rows of cells."""

from collections.abc import Iterator
from dataclasses import dataclass

from offramp.files.confined.making import View
from offramp.files.confined.markup import Element
from offramp.files.confined.word_names import W

_LETTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
# In the order in which they are read: what stands above the text, the text, what stands below.
_ORDER = ("word/header", "word/document", "word/footnotes", "word/endnotes", "word/footer")


@dataclass(frozen=True)
class _Styles:
    headings: frozenset[str]
    lists: frozenset[str]


def view(roots: dict[str, Element]) -> View:
    """Return one page of text."""
    styles = _styles(roots)
    texts = []
    for start in _ORDER:
        for name, root in roots.items():
            if name.startswith(start):
                body = root.find(f"{W}body")
                texts.append("\n".join(_blocks(root if body is None else body, styles)).strip())
    made = View()
    made.add("\n\n".join(text for text in texts if text))
    return made


def _styles(roots: dict[str, Element]) -> _Styles:
    named = {
        style.get(f"{W}styleId", ""): style
        for name, root in roots.items()
        if name.startswith("word/styles")
        for style in root.iter(f"{W}style")
    }
    return _Styles(
        headings=frozenset(name for name, style in named.items() if _is_heading(style)),
        lists=frozenset(name for name, style in named.items() if style.find(f"{W}pPr/{W}numPr") is not None),
    )


def _is_heading(style: Element) -> bool:
    called = style.find(f"{W}name")
    return called is not None and called.get(f"{W}val", "").lower().startswith(("heading", "title"))


def _blocks(container: Element, styles: _Styles) -> Iterator[str]:
    for block in container:
        if block.tag == f"{W}p":
            yield from _paragraph(block, styles)
        elif block.tag == f"{W}tbl":
            yield from (_row(row, styles) for row in block.iter(f"{W}tr") if _is_own(row, block, f"{W}tbl"))
        elif block.tag in (f"{W}footnote", f"{W}endnote"):
            yield from _blocks(block, styles)


def _row(row: Element, styles: _Styles) -> str:
    cells = (" ".join("\n".join(_blocks(cell, styles)).split()) for cell in row.findall(f"{W}tc"))
    return " | ".join(cells)


def _paragraph(paragraph: Element, styles: _Styles) -> Iterator[str]:
    words = "".join(_words(paragraph))
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    named = style.get(f"{W}val") if style is not None else None
    if named in styles.headings and words.strip():
        yield f"\n{words}\n"
    elif (named in styles.lists or paragraph.find(f"{W}pPr/{W}numPr") is not None) and words.strip():
        yield f"• {words}"
    else:
        yield words
    for box in paragraph.iter(f"{W}txbxContent"):
        if _is_own(box, paragraph, f"{W}p"):
            yield from _blocks(box, styles)


def _words(paragraph: Element) -> Iterator[str]:
    for element in paragraph.iter(f"{W}t", *_LETTERS):
        # The tab of a paragraph's properties is a place on the ruler, and a box's words are its own.
        if element.getparent().tag == f"{W}r" and _is_own(element, paragraph, f"{W}p"):
            yield _LETTERS.get(element.tag, element.text or "")


def _is_own(element: Element, owner: Element, kind: str) -> bool:
    """Tell whether the nearest element of that kind around is the owner, and not one inside it."""
    return next(element.iterancestors(kind), None) is owner
