"""What an office calls its styles, sections, tables and places: renamed through the document, or blank."""

import re
from urllib.parse import unquote

from lxml import etree

from offramp.files.confined import markup, stock_names
from offramp.files.confined.aliases import Aliases
from offramp.files.confined.findings import Findings
from offramp.files.confined.markup import Element
from offramp.files.confined.odt_names import DRAW, OFFICE, STYLE, TABLE, TEXT, XLINK, XML
from offramp.files.removals import Trace

_STYLES = {
    f"{STYLE}name",
    f"{STYLE}page-layout-name",
    f"{STYLE}master-page-name",
    f"{STYLE}leader-text-style",
    f"{TEXT}style-override",
}
_NAMES = {
    *(f"{TEXT}{name}" for name in ("name", "ref-name", "id", "continue-list", "index-name")),
    *(f"{DRAW}{name}" for name in ("name", "id", "fill-image-name", "fill-gradient-name", "fill-hatch-name")),
    *(f"{DRAW}{name}" for name in ("opacity-name", "stroke-dash", "marker-start", "marker-end")),
    *(f"{DRAW}{name}" for name in ("start-shape", "end-shape", "chain-next-name")),
    f"{TABLE}name",
    f"{XML}id",
}
# What the program counts by itself.
_COUNTED = re.compile(
    r"(?:Table of Contents|[A-Z][a-z]{3,9} ?|_+[A-Za-z_]*|list|ftn|edn|name)?\d[\d_]*|_GoBack|Outline"
)
_A_FILE = re.compile(r"[\\/]|\.\w{3,4}$")
_UNSEEN = {
    *(f"{OFFICE}{name}" for name in ("name", "title", "target-frame-name")),
    f"{XLINK}title",
    f"{DRAW}display-name",
}
# Of a field that has become its words, of a lock, of several styles at once, of a cell that shows less.
_SPENT = re.compile(
    r"presentation[^}]*\}.*|datastyle[^}]*\}title|style[^}]*\}class|(?:text|table|office|drawing)[^}]*\}(?:formula"
    r"|condition|protection-key.*|class-names|layer|help|hint|description|template-name|print-ranges"
    r"|content-validation-name|value|value-type|currency|(?:boolean|date|time|string)-value)"
)
# What LibreOffice calls a drawing's outline by itself.
_OUTLINE = re.compile(r"(?:ooxml-|mso-spt)\w+|[a-z\d-]+")
_FONTS = {f"{STYLE}font-name", f"{STYLE}font-name-asian", f"{STYLE}font-name-complex"}


def rename(roots: list[Element], found: Findings) -> None:
    """Leave only names that tell nothing; those that refer to each other do so still."""
    styles, names = Aliases("Style"), Aliases("name")
    fonts = {element.get(name) for root in roots for element in root.iter() for name in _FONTS}
    for root in roots:
        for font in markup.each(root, f"{STYLE}font-face"):
            if font.get(f"{STYLE}name") not in fonts:
                markup.drop(font)
        for element in root.iter(etree.Element):
            _rename_style(element, styles, found)
            _rename(element, names, found)
        markup.strip_attributes(root, lambda name, _: bool(_SPENT.fullmatch(name.partition("xmlns:")[2])))
    for root in roots:
        _settle_jumps(root, names, found)
        _forget_unseen(root)


def _rename_style(element: Element, styles: Aliases, found: Findings) -> None:
    if element.tag == f"{STYLE}font-face":
        return
    shown = element.attrib.pop(f"{STYLE}display-name", None)
    for attribute, name in element.items():
        if not (attribute in _STYLES or attribute.endswith("style-name")) or not name:
            continue
        if stock_names.is_of_libre_office(name):
            if shown and attribute == f"{STYLE}name" and stock_names.is_of_libre_office(shown):
                element.set(f"{STYLE}display-name", shown)
            continue
        new = styles.of(name)
        is_told = attribute == f"{STYLE}name" and element.getparent().tag != f"{OFFICE}automatic-styles"
        found.add(Trace.NAMES, shown or name, times=int(is_told and name != new))
        element.set(attribute, new)


def _rename(element: Element, names: Aliases, found: Findings) -> None:
    for attribute, name in element.items():
        if attribute in _UNSEEN:
            found.add(Trace.NAMES, name, times=int(bool(name)))
            del element.attrib[attribute]
        elif attribute in _NAMES and name:
            if name not in names and not _COUNTED.fullmatch(name):
                found.add(Trace.FILE_NAMES if _A_FILE.search(name) else Trace.NAMES, name)
            element.set(attribute, names.of(name))


def _settle_jumps(root: Element, names: Aliases, found: Findings) -> None:
    """A jump within the document says the name of its goal, or a heading as it may once have been."""
    headings = {" ".join("".join(heading.itertext()).split()) for heading in root.iter(f"{TEXT}h")}
    for link in markup.each(root, f"{TEXT}a", f"{DRAW}a"):
        address = unquote(link.get(f"{XLINK}href", ""))
        if not address.startswith("#"):
            continue
        goal, bar, kind = address[1:].partition("|")
        if goal in names:
            link.set(f"{XLINK}href", f"#{names.of(goal)}{bar}{kind}")
        elif kind != "outline" or re.sub(r"^[\d.]+", "", goal).strip() not in headings:
            found.add(Trace.LINKS, address)
            markup.unwrap(link)


def _forget_unseen(root: Element) -> None:
    for title in root.iter(f"{TEXT}index-title-template"):
        # The title itself stands in the index; this is what it would become.
        title.text = None
    for outline in root.iter(f"{DRAW}enhanced-geometry"):
        if not _OUTLINE.fullmatch(outline.get(f"{DRAW}type", "")):
            outline.set(f"{DRAW}type", "non-primitive")
