"""The styles of a Word text: those that Word itself has keep their names, the others are counted."""

import re

from offramp.files.confined import markup, stock_names
from offramp.files.confined.aliases import Aliases
from offramp.files.confined.findings import Findings
from offramp.files.confined.markup import Element
from offramp.files.confined.word_names import W
from offramp.files.removals import Trace

_REFERENCES = tuple(
    f"{W}{name}"
    for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "numStyleLink", "styleLink")
)


def rename(roots: list[Element], found: Findings) -> dict[str, str]:
    """Rename styles and what refers to them; return the new names by the old ones."""
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    aliases = Aliases("Style")
    for root in roots:
        for style in root.iter(f"{W}style"):
            _rename(style, ids, names, aliases)
    for old, new in names.items():
        found.add(Trace.NAMES, old, times=int(old != new))
    for root in roots:
        _drop_names(root, found)
        for element in markup.each(root, *_REFERENCES):
            new_id = ids.get(element.get(f"{W}val", ""))
            if new_id is None:
                markup.drop(element)  # to nothing: Word takes the ordinary style
            else:
                element.set(f"{W}val", new_id)
    return names


def _rename(style: Element, ids: dict[str, str], names: dict[str, str], aliases: Aliases) -> None:
    old, called = style.get(f"{W}styleId", ""), style.find(f"{W}name")
    name = old if called is None else called.get(f"{W}val", "")
    new = "".join(word[:1].upper() + word[1:] for word in re.findall(r"\w+", name))
    if not stock_names.is_of_word(name) or new in ids.values():
        new = aliases.of(old)
    if not stock_names.is_of_word(name):
        # Programs tell a heading by how its style's name begins.
        names[name] = f"{stock_names.start(name)} {new}".strip()
    else:
        names[name] = name
    ids.setdefault(old, new)
    style.set(f"{W}styleId", ids[old])
    if called is not None:
        called.set(f"{W}val", names[name])


def _drop_names(root: Element, found: Findings) -> None:
    for element in markup.each(root, f"{W}aliases", f"{W}lsdException", f"{W}name"):
        if element.tag == f"{W}aliases":
            found.add(Trace.NAMES, element.get(f"{W}val", ""))
            markup.drop(element)
        elif element.tag == f"{W}lsdException" and not stock_names.is_of_word(element.get(f"{W}name", "")):
            markup.drop(element)
        elif element.tag == f"{W}name" and element.getparent().tag == f"{W}abstractNum":
            found.add(Trace.NAMES, element.get(f"{W}val", ""))
            markup.drop(element)
