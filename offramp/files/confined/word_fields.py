"""Fields: those that number pages and lead to places stay; the others become the text that they show."""

import re
from dataclasses import dataclass, field

from offramp.files.confined import markup
from offramp.files.confined.addresses import is_plain
from offramp.files.confined.findings import Findings
from offramp.files.confined.markup import Element
from offramp.files.confined.word_names import W
from offramp.files.removals import Trace

_KEPT = {
    "PAGE",
    "NUMPAGES",
    "SECTIONPAGES",
    "TOC",
    "PAGEREF",
    "REF",
    "NOTEREF",
    "SEQ",
    "STYLEREF",
    "HYPERLINK",
}
_BOOKMARK = re.compile(r"[\w\- ,.;]*")


@dataclass
class _Field:
    code: str = ""
    elements: list[Element] = field(default_factory=list)


def settle(root: Element, found: Findings) -> None:
    """Turn every field that is not harmless into its text."""
    open_ones: list[_Field] = []
    unwanted: list[_Field] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText"):
        turn = element.get(f"{W}fldCharType")
        if turn == "begin":
            open_ones.append(_Field())
        # One that ends or goes on without having begun is nothing a program writes.
        current = open_ones[-1] if open_ones else _Field()
        current.elements.append(element)
        if element.tag == f"{W}instrText":
            current.code += element.text or ""
        ended = open_ones.pop() if open_ones and turn == "end" else None
        if not _is_harmless(current.code) and (ended or not open_ones):
            unwanted.append(current)
    for each in [*unwanted, *open_ones]:
        found.add(Trace.FIELDS, each.code)
        for element in each.elements:
            markup.drop(element)
    for simple in markup.each(root, f"{W}fldSimple"):
        if not _is_harmless(simple.get(f"{W}instr", "")):
            found.add(Trace.FIELDS, simple.get(f"{W}instr", ""))
            markup.unwrap(simple)


def _is_harmless(code: str) -> bool:
    name = code.split(maxsplit=1)[:1]
    if not name or name[0].upper() not in _KEPT:
        return False
    quoted = re.findall(r'"([^"]*)"', code)
    return all(_BOOKMARK.fullmatch(words) or is_plain(words) for words in quoted)
