"""What an office calls its places, themes, fonts and drawings: renamed through the package, or blank."""

import re
from functools import partial

from lxml import etree

from offramp.files.confined import markup, stock_names, word_codes, word_styles
from offramp.files.confined.aliases import Aliases
from offramp.files.confined.findings import Findings
from offramp.files.confined.markup import Element
from offramp.files.confined.word_names import XML, A, O, R, V, W
from offramp.files.removals import Trace

_TABLES = (f"{W}tblCaption", f"{W}tblDescription")
_THEMES = tuple(f"{A}{name}" for name in ("theme", "clrScheme", "fontScheme", "fmtScheme", "custClr"))
# Said when a pointer rests on a link or drawing, or nowhere at all; on drawings these stand without a prefix.
_UNSEEN_IN_TEXT = tuple(f"{W}{name}" for name in ("tooltip", "tgtFrame", "docLocation"))
_UNSEEN_IN_LINKS = ("tooltip", "tgtFrame", "action", "invalidUrl")
_UNSEEN_IN_VML = ("alt", "title", f"{O}title", "class", "target", "equationxml", f"{O}equationxml")
_FONTS = ("ascii", "hAnsi", "eastAsia", "cs", "font")
# Of the shapes that Word offers.
_A_GUIDE = re.compile(r"adj\d?|[hv]f")
_OF_THE_PAGE = "_top"


def rename(roots: dict[str, Element], found: Findings) -> None:
    """Leave only names that tell nothing; those that refer to each other do so still."""
    styles = word_styles.rename(list(roots.values()), found)
    places, shapes = Aliases("place"), Aliases("shape")
    codes = word_codes.Codes(partial(_renamed, places), styles)
    for root in roots.values():
        for element in root.iter(f"{W}bookmarkStart"):
            _rename_place(element, f"{W}name", places, found)
        for element in root.iter(f"{W}hyperlink"):
            if f"{R}id" not in element.attrib:
                _rename_place(element, f"{W}anchor", places, found)
        word_codes.recode(root, codes)
        _rename_themes(root, found)
        _rename_shapes(root, shapes)
        _rename_guides(root)
        _drop_unseen(root, found)
    _forget_fonts(list(roots.values()))


def _renamed(places: Aliases, name: str) -> str:
    # Word lists the others for its reader; these it counts for tables of contents.
    return ("_" if name.startswith("_") else "") + places.of(name.casefold())


def _rename_place(element: Element, attribute: str, places: Aliases, found: Findings) -> None:
    name = element.get(attribute, _OF_THE_PAGE)
    if name != _OF_THE_PAGE:
        is_new = name.casefold() not in places
        new = _renamed(places, name)
        # What Word itself counts, and what was renamed before, says nothing.
        found.add(Trace.NAMES, name, times=int(is_new and not name.startswith("_") and name != new))
        element.set(attribute, new)


def _rename_themes(root: Element, found: Findings) -> None:
    for element in root.iter(*_THEMES):
        name = element.get("name", "")
        if not stock_names.is_of_a_theme(name):
            found.add(Trace.NAMES, name)
        if "name" in element.attrib:
            element.set("name", "Office")


def _rename_shapes(root: Element, shapes: Aliases) -> None:
    for element in root.iter(f"{V}*"):
        if "id" in element.attrib:
            element.set("id", shapes.of(element.get("id")))
        if element.get("type", "").startswith("#"):
            element.set("type", "#" + shapes.of(element.get("type")[1:]))


def _rename_guides(root: Element) -> None:
    """The lengths that a drawing of somebody's own is reckoned by have names of their own too."""
    for shape in root.iter(f"{A}custGeom"):
        named, guides = {guide.get("name") for guide in shape.iter(f"{A}gd")}, Aliases("guide")
        for element in shape.iter(etree.Element):
            for attribute, said in element.items():
                words = (guides.of(word) if word in named else word for word in said.split())
                element.set(attribute, " ".join(words))
    for shape in root.iter(f"{A}prstGeom"):
        for guide in markup.each(shape, f"{A}gd"):
            if not _A_GUIDE.fullmatch(guide.get("name", "")):
                markup.drop(guide)


def _drop_unseen(root: Element, found: Findings) -> None:
    for element in markup.each(root, *_TABLES):
        found.add(Trace.NAMES, element.get(f"{W}val", ""))
        markup.drop(element)
    for element in root.iter(etree.Element):
        local = element.tag.rpartition("}")[2]
        unseen: tuple[str, ...] = _UNSEEN_IN_TEXT
        if element.tag.startswith(V):
            unseen += _UNSEEN_IN_VML
        elif local.startswith("hlink"):
            unseen += _UNSEEN_IN_LINKS
        elif local in ("docPr", "cNvPr"):
            unseen += ("title",) if local == "docPr" else ("title", "descr")
            found.add(Trace.HIDDEN, times=int(element.attrib.pop("hidden", "0") in ("1", "true")))
        for words in [element.attrib.pop(name) for name in unseen if name in element.attrib]:
            found.add(Trace.NAMES, words, times=int(bool(words.strip())))
    markup.strip_attributes(root, _is_of_nobody)
    for element in markup.each(root, f"{W}*"):
        for name in [name for name in element.attrib if not name.startswith("{")]:
            del element.attrib[name]


def _is_of_nobody(name: str, _value: str) -> bool:
    return name.startswith(XML) and name not in (f"{XML}space", f"{XML}lang")


def _forget_fonts(roots: list[Element]) -> None:
    """The list of fonts goes on naming those that no letter is set in any more."""
    used = {
        said
        for root in roots
        for element in root.iter(f"{W}rFonts", f"{W}sym", f"{A}*")
        for said in (*(element.get(f"{W}{name}") for name in _FONTS), element.get("typeface"))
    }
    for root in roots:
        for font in markup.each(root, f"{W}font"):
            if font.get(f"{W}name") not in used:
                markup.drop(font)
