"""One part of an OpenDocument package: changes accepted, comments and fields gone, every name in it known."""

import re

from lxml import etree

from offramp.files.confined import markup, odt_extensions
from offramp.files.confined.addresses import is_plain
from offramp.files.confined.findings import Findings
from offramp.files.confined.markup import Element
from offramp.files.confined.odt_names import (
    DC,
    DRAW,
    FORM,
    KNOWN,
    OFFICE,
    SCRIPT,
    SVG,
    TABLE,
    TEXT,
    XLINK,
)
from offramp.files.removals import Trace

_DROPPED = {
    f"{OFFICE}annotation": Trace.COMMENTS,
    f"{OFFICE}annotation-end": None,
    f"{OFFICE}scripts": None,
    f"{OFFICE}event-listeners": Trace.SCRIPTS,
    f"{TEXT}script": Trace.SCRIPTS,
    f"{OFFICE}forms": None,
    f"{OFFICE}meta": None,
    f"{OFFICE}settings": None,
    f"{OFFICE}dde-source": Trace.EXTERNAL,
    f"{TEXT}dde-connection-decls": Trace.EXTERNAL,
    f"{TEXT}section-source": Trace.EXTERNAL,
    f"{TABLE}table-source": Trace.EXTERNAL,
    f"{DRAW}control": Trace.FORM,
    f"{DRAW}object": Trace.OBJECTS,
    f"{DRAW}object-ole": Trace.EMBEDDED,
    f"{DRAW}plugin": Trace.EMBEDDED,
    f"{DRAW}applet": Trace.EMBEDDED,
    f"{DRAW}floating-frame": Trace.EXTERNAL,
    f"{SVG}font-face-src": None,
    f"{OFFICE}binary-data": Trace.EMBEDDED,
    f"{TEXT}hidden-text": Trace.HIDDEN,
    f"{TEXT}changed-region": None,
    f"{TEXT}tracked-changes": None,
    f"{TEXT}change": None,
    f"{TEXT}change-start": None,
    f"{TEXT}change-end": None,
    f"{TEXT}sequence-decls": None,
    # What could have been chosen from a list; the choice itself is text.
    f"{TEXT}label": Trace.FORM,
    f"{DRAW}layer-set": None,
    # Of spreadsheets: what their ranges are called, and where they are filled from.
    **{
        f"{TABLE}{name}": Trace.NAMES for name in ("named-expressions", "content-validations", "label-ranges")
    },
    f"{TABLE}database-ranges": Trace.EXTERNAL,
    f"{TABLE}dde-links": Trace.EXTERNAL,
    f"{TABLE}data-pilot-tables": Trace.EXTERNAL,
    f"{SVG}title": Trace.NAMES,
    f"{TABLE}title": Trace.NAMES,
    f"{TABLE}desc": Trace.NAMES,
    # What an index says of a place need not stand there.
    **{
        f"{TEXT}{kind}-mark{end}": None
        for kind in ("toc", "alphabetical-index", "user-index")
        for end in ("", "-start", "-end")
    },
}
# Fields that tell who, where and from what; the words they show are part of the text, and stay.
_TELLING = re.compile(
    r"^(?:author-|sender-|creator|initial-creator|printed-by|editing-|file-name|template-name|creation-|"
    r"modification-|print-|user-|database-|dde-connection$|variable-|execute-macro|meta-field|meta$|description$|"
    r"hidden-|conditional-text$|keywords$|subject$|title$|bibliography-mark$|placeholder$|expression$|sequence$|sequence-ref$|"
    r"date$|time$|text-input$|drop-down$|measure$|table-formula$|page-variable-)"
)
_A_FILE = re.compile(r"[\\/]|\.\w{3,4}$|://")


def clean(root: Element, found: Findings) -> None:
    """Clean one part in place."""
    _report_changes(root, found)
    for element in markup.each(root, *_DROPPED):
        if trace := _DROPPED[element.tag]:
            words = element.text if trace is Trace.NAMES else _commented(element, found)
            found.add(trace, words or "")
        markup.drop(element)
    for element in markup.each(root, f"{TEXT}*"):
        if _TELLING.match(element.tag.removeprefix(TEXT)):
            found.add(Trace.FIELDS, element.tag.removeprefix(TEXT))
            markup.unwrap(element)
    _settle_links(root, found)
    # Hidden words would leave with the file: whoever hid them sees them before an adviser does.
    shown = markup.strip_attributes(root, lambda name, value: name == f"{TEXT}display" and value != "true")
    found.add(Trace.HIDDEN, times=shown)
    odt_extensions.settle(root, found)
    _drop_unknown(root, found)
    _forget_names(root, found)


def _report_changes(root: Element, found: Findings) -> None:
    for region in root.iter(f"{TEXT}changed-region"):
        # What was struck out is kept in the region itself; what was added stands in the text.
        found.add(
            Trace.CHANGES, " ".join("".join(part.itertext()) for part in region.iter(f"{TEXT}p", f"{TEXT}h"))
        )
        for author in region.iter(f"{DC}creator"):
            found.add(Trace.AUTHOR, author.text)


def _commented(element: Element, found: Findings) -> str:
    if element.tag != f"{OFFICE}annotation":
        return ""
    for author in element.iter(f"{DC}creator"):
        found.add(Trace.AUTHOR, author.text)
    return " ".join("".join(part.itertext()) for part in element.iter(f"{TEXT}p"))


def _settle_links(root: Element, found: Findings) -> None:
    for link in markup.each(root, f"{TEXT}a", f"{DRAW}a"):
        address = link.get(f"{XLINK}href", "")
        if not (is_plain(address) or re.fullmatch(r"#[^#]*", address)):
            found.add(Trace.LINKS, address)
            markup.unwrap(link)


def _drop_unknown(root: Element, found: Findings) -> None:
    for element in markup.each(root, etree.Element):
        if element is not root and (not _is_known(element.tag) or element.tag.startswith((FORM, SCRIPT))):
            found.add(Trace.CUSTOM)
            markup.drop(element)
    ids = markup.strip_attributes(root, lambda name, _: name.endswith("rsid"))
    found.add(Trace.REVISION_IDS, times=ids)
    markup.strip_attributes(root, lambda name, _: name.startswith("{") and not _is_known(name))
    etree.cleanup_namespaces(root)


def _is_known(name: str) -> bool:
    return name[1:].startswith(KNOWN)


def _forget_names(root: Element, found: Findings) -> None:
    """A picture keeps the words that describe it, and loses the name of the file it came from."""
    for element in markup.each(root, f"{SVG}desc"):
        if _A_FILE.search(element.text or ""):
            found.add(Trace.FILE_NAMES, element.text)
            markup.drop(element)
