"""XML, read without entities, network or depth, and changed without losing the text around."""

from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from offramp.files.refusals import Broken, TooMuchInside

# lxml comes without types.
Element = Any


def read(part: bytes) -> Element:
    """Return the root of a part. Raises Broken, TooMuchInside."""
    root = _parsed(part)
    doctype = root.getroottree().docinfo
    declared = doctype.internalDTD
    if declared is None and not doctype.doctype:
        return root
    # No program writes these into a document; they are there for bombs and for fetching things.
    if "/" in (doctype.system_url or "") or any((*declared.iterentities(), *declared.iterelements())):
        raise Broken
    # OpenOffice only names its rules; without the name, nothing can have a meaning by them.
    return _parsed(etree.tostring(root))


def _parsed(part: bytes) -> Element:
    # The library's own limits stand with huge_tree off: 256 levels, 10 million characters in one text.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        deep = error.code in (etree.ErrorTypes.ERR_INTERNAL_ERROR, etree.ErrorTypes.ERR_RESOURCE_LIMIT)
        raise (TooMuchInside if deep else Broken) from None


def write(root: Element) -> bytes:
    """Return a part."""
    part: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return part


def drop(element: Element) -> None:
    """Take an element out with all it holds, and keep the text that follows it."""
    parent = element.getparent()
    if parent is None:
        raise Broken
    _append_text(parent, element.getprevious(), element.tail)
    element.tail = None
    parent.remove(element)


def unwrap(element: Element) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    if parent is None:
        raise Broken
    _append_text(parent, element.getprevious(), element.text)
    element.text = None
    for child in list(element):
        element.addprevious(child)
    drop(element)


def each(root: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of these names that are still in the tree when it is their turn."""
    for element in list(root.iter(*names)):
        if element is root or root in element.iterancestors():
            yield element


def strip_attributes(root: Element, is_unwanted: Callable[[str, str], bool]) -> int:
    """Take attributes out by name and value; return how many there were."""
    taken = 0
    for element in root.iter(etree.Element):
        for name in [name for name, value in element.attrib.items() if is_unwanted(name, value)]:
            del element.attrib[name]
            taken += 1
    return taken


def _append_text(parent: Element, before: Element | None, text: str | None) -> None:
    if not text:
        return
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text
