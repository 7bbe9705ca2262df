"""Tracked changes are accepted: what was added stays, what was struck out goes, and so do the names."""

from offramp.files.confined import markup
from offramp.files.confined.findings import Findings
from offramp.files.confined.markup import Element
from offramp.files.confined.word_names import W14, W
from offramp.files.removals import Trace

# A conflict is a change that two people made at once.
_STRUCK_OUT = (f"{W}del", f"{W}moveFrom", f"{W14}conflictDel")
_ADDED = (f"{W}ins", f"{W}moveTo", f"{W14}conflictIns")
_FORMATTED = tuple(
    f"{W}{name}"
    for name in (
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange"),
        *("trPrChange", "tcPrChange", "numberingChange", "cellIns", "cellMerge"),
    )
)
_MARKS = (f"{W}rPr", f"{W}trPr", f"{W}numPr")


def accept(root: Element, found: Findings) -> None:
    """Leave the text as its last author meant it."""
    for change in root.iter(*_STRUCK_OUT, *_ADDED, *_FORMATTED, f"{W}cellDel"):
        words = "".join(text.text or "" for text in change.iter(f"{W}delText", f"{W}t"))
        found.add(Trace.CHANGES, words if change.tag in _STRUCK_OUT else "")
        found.add(Trace.AUTHOR, change.get(f"{W}author"), times=1 if change.get(f"{W}author") else 0)
    for change in markup.each(root, *_STRUCK_OUT):
        _strike(change)
    for cell in markup.each(root, f"{W}cellDel"):
        _drop_cell(cell.getparent().getparent())
    for change in markup.each(root, *_ADDED):
        (markup.drop if change.getparent().tag in _MARKS else markup.unwrap)(change)
    for change in markup.each(root, *_FORMATTED):
        markup.drop(change)


def _strike(change: Element) -> None:
    parent = change.getparent()
    if parent.tag == f"{W}trPr":
        markup.drop(parent.getparent())
    elif parent.tag == f"{W}rPr" and parent.getparent().tag == f"{W}pPr":
        markup.drop(change)
        _join_with_next(parent.getparent().getparent())
    else:
        markup.drop(change)


def _join_with_next(paragraph: Element) -> None:
    """The end of a paragraph was struck out: what is left of it begins the next one."""
    following = paragraph.getnext()
    if following is None or following.tag != f"{W}p":
        return
    properties = following.find(f"{W}pPr")
    at = 0 if properties is None else following.index(properties) + 1
    for child in [child for child in paragraph if child.tag != f"{W}pPr"]:
        following.insert(at, child)
        at += 1
    markup.drop(paragraph)


def _drop_cell(cell: Element) -> None:
    row = cell.getparent()
    markup.drop(cell)
    if row.find(f"{W}tc") is None:
        markup.drop(row)
