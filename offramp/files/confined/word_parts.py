"""One part of a Word package: revisions accepted, comments and ids gone, every name in it known."""

import re

from lxml import etree

from offramp.files.confined import markup, word_fields, word_revisions
from offramp.files.confined.findings import Findings
from offramp.files.confined.markup import Element
from offramp.files.confined.word_names import KNOWN, MC, W14, A, O, R, V, W
from offramp.files.removals import Trace

# Comments, permissions by name, ids of copies, bindings, form entries, fonts, parts from outside.
_NAMES_DROPPED = """
    proofErr permStart permEnd commentRangeStart commentRangeEnd commentReference annotationRef
    moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart
    customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart
    customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd altChunk subDoc control
    movie sdtPr sdtEndPr smartTagPr customXmlPr fldData ffData rsid rsids nsid tmpl divId embedRegular
    embedBold embedItalic embedBoldItalic printerSettings contentPart delText delInstrText
"""
_DROPPED = (
    f"{A}extLst",
    f"{O}ink",
    *(f"{W14}customXmlConflict{kind}Range{end}" for kind in ("Ins", "Del") for end in ("Start", "End")),
    *(f"{W}{name}" for name in _NAMES_DROPPED.split()),
)
# Hidden words would leave with the file: whoever hid them sees them before an adviser does.
_HIDING = (f"{W}vanish", f"{W}specVanish")
_UNWRAPPED = tuple(f"{W}{name}" for name in ("sdt", "sdtContent", "smartTag", "customXml"))
_NAMES_OF_SETTINGS = """
    zoom mirrorMargins gutterAtTop autoHyphenation consecutiveHyphenLimit hyphenationZone
    doNotHyphenateCaps evenAndOddHeaders bookFoldPrinting defaultTabStop noLineBreaksAfter
    noLineBreaksBefore characterSpacingControl footnotePr endnotePr compat themeFontLang
    clrSchemeMapping decimalSymbol listSeparator displayBackgroundShape updateFields
"""
_SETTINGS = {f"{W}{name}" for name in _NAMES_OF_SETTINGS.split()}
_IDS = re.compile(
    r"\}(?:rsid\w*|paraId|textId|anchorId|editId|author|date|initials|userId|gfxdata|href|spid|durableId|tplc)$"
)
_WITH_LETTERS = (f"{W}t", f"{W}instrText")
_CHOICES = {"wps", "wpg", "wpc", "wp14", "w14", "w15", "w16se", "a14"}
_A_FILE = re.compile(r"[\\/]|\.\w{3,4}$|://")


def clean(root: Element, kind: str, found: Findings) -> None:
    """Clean one part in place."""
    _choose(root)
    word_revisions.accept(root, found)
    found.add(Trace.HIDDEN, times=sum(1 for _ in root.iter(*_HIDING)))
    for element in markup.each(root, *_DROPPED, *_HIDING):
        markup.drop(element)
    for element in markup.each(root, *_UNWRAPPED):
        markup.unwrap(element)
    _drop_offices_own(root, found)
    if kind == "settings":
        _keep_settings(root)
    word_fields.settle(root, found)
    _drop_unknown(root, found)
    _forget_names(root, found)
    found.add(
        Trace.REVISION_IDS, times=markup.strip_attributes(root, lambda name, _: bool(_IDS.search(name)))
    )


def _choose(root: Element) -> None:
    """Keep one of the ways in which a drawing is written down, else the text in it would be there twice."""
    for alternatives in markup.each(root, f"{MC}AlternateContent"):
        choices = alternatives.findall(f"{MC}Choice")
        best = next((choice for choice in choices if _is_known(choice)), alternatives.find(f"{MC}Fallback"))
        for other in list(alternatives):
            if other is not best:
                markup.drop(other)
        if best is None or best.tag == f"{MC}Fallback":
            for child in alternatives:
                markup.unwrap(child)
            markup.unwrap(alternatives)


def _is_known(choice: Element) -> bool:
    return set(choice.get("Requires", "?").split()) <= _CHOICES


def _drop_offices_own(root: Element, found: Findings) -> None:
    for line in markup.each(root, f"{O}signatureline"):
        found.add(Trace.SIGNATURE, line.get(f"{O}suggestedsigner", ""))
        markup.drop(line)
    for embedded in markup.each(root, f"{O}OLEObject"):
        # The object goes; the picture it showed of itself stays.
        embedded.getparent().tag = f"{W}pict"
        found.add(Trace.OBJECTS, times=int(f"{R}id" not in embedded.attrib))
        markup.drop(embedded)


def _keep_settings(root: Element) -> None:
    for setting in list(root):
        if setting.tag not in _SETTINGS:
            markup.drop(setting)


def _drop_unknown(root: Element, found: Findings) -> None:
    for element in markup.each(root, etree.Element):
        if not _is_of(element.tag) and element is not root:
            found.add(Trace.CUSTOM)
            markup.drop(element)
    for element in root.iter(etree.Element):
        # Letters are only here in elements of their own; anywhere else no program shows them.
        element.tail = None
        if element.tag.startswith(W) and element.tag not in _WITH_LETTERS:
            element.text = None
    markup.strip_attributes(root, lambda name, _: name.startswith("{") and not _is_of(name))
    prefixes = [prefix for prefix, name in root.nsmap.items() if prefix and name.startswith(KNOWN)]
    if ignorable := root.get(f"{MC}Ignorable"):
        root.set(f"{MC}Ignorable", " ".join(each for each in ignorable.split() if each in prefixes))
    etree.cleanup_namespaces(root, keep_ns_prefixes=prefixes)


def _is_of(name: str) -> bool:
    return name[1:].startswith(KNOWN)


def _forget_names(root: Element, found: Findings) -> None:
    """A picture keeps the words that describe it, and loses the name of the file it came from."""
    for element in root.iter(etree.Element):
        local = element.tag.rpartition("}")[2]
        if local in ("docPr", "cNvPr") and element.get("name"):
            element.set("name", "")
        for name in (
            ("descr", "title", "alt", f"{O}title")
            if local in ("docPr", "cNvPr", "shape", "imagedata")
            else ()
        ):
            if _A_FILE.search(element.get(name, "")):
                found.add(Trace.FILE_NAMES, element.attrib.pop(name))
        if element.tag.startswith(V):
            for name in ("href", "src"):
                element.attrib.pop(name, None)
