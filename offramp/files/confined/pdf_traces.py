"""What a PDF tells beside its pages."""

from collections.abc import Iterator

from pikepdf import Dictionary, Name, NameTree, Object, Pdf, String

from offramp.files.confined.findings import Findings
from offramp.files.removals import Trace

_DOCUMENT = {
    "/Author": Trace.AUTHOR,
    "/Company": Trace.COMPANY,
    "/Title": Trace.TITLE,
    "/Subject": Trace.TITLE,
    "/Keywords": Trace.TITLE,
    "/Creator": Trace.PROGRAM,
    "/Producer": Trace.PROGRAM,
    "/CreationDate": Trace.DATES,
    "/ModDate": Trace.DATES,
}
_CATALOG = {
    "/Metadata": Trace.XMP,
    "/OCProperties": Trace.HIDDEN,
    "/Outlines": Trace.STRUCTURE,
    "/StructTreeRoot": Trace.STRUCTURE,
    "/PieceInfo": Trace.CUSTOM,
    "/AA": Trace.ACTIONS,
}
# By the key of any object that a page draws with.
_DROPPED = {
    "/Metadata": Trace.XMP,
    "/PieceInfo": Trace.CUSTOM,
    "/OC": Trace.HIDDEN,
    "/F": Trace.EXTERNAL,
    "/LastModified": Trace.DATES,
    "/PTEX.FileName": Trace.FILE_NAMES,
}
# They tell about fonts, as every program writes them.
_OF_FONTS = ("/CharSet", "/FontFamily", "/Panose", "/ID")


def report(source: Pdf, content: bytes, found: Findings) -> None:
    """Note all that will not come along."""
    _report_described(source.docinfo, found)
    for key, trace in _CATALOG.items():
        if key in source.Root:
            found.add(trace)
    if Name.ID in source.trailer:
        found.add(Trace.DOCUMENT_IDS)
    # A file saved on top of itself keeps each earlier state; one made for the web begins with two ends.
    ends = content.count(b"startxref")
    found.add(Trace.EARLIER, times=max(0, ends - (2 if b"/Linearized" in content[:1024] else 1)))
    _report_opening(source.Root, found)
    _report_names(source.Root, found)
    for page in source.pages:
        for key, trace in (("/Thumb", Trace.THUMBNAIL), ("/AA", Trace.ACTIONS), ("/Metadata", Trace.XMP)):
            if key in page.obj:
                found.add(trace)


def report_dropped(key: str, value: object, found: Findings) -> None:
    """Note what an object of a page said that nobody needs to draw it."""
    if isinstance(value, Dictionary) and key == "/PTEX.InfoDict":
        _report_described(value, found)
    elif key in _DROPPED or (isinstance(value, String) and key not in _OF_FONTS):
        words = value if isinstance(value, String) else ""
        found.add(_DROPPED.get(key, Trace.CUSTOM), words)


def _report_described(described: Object, found: Findings) -> None:
    for key, value in described.items():
        words = str(value) if isinstance(value, String) else ""
        found.add(_DOCUMENT.get(key, Trace.CUSTOM), words, times=1 if words else 0)


def _report_opening(root: Object, found: Findings) -> None:
    action = root.get(Name.OpenAction)
    if isinstance(action, Dictionary):
        found.add(Trace.SCRIPTS if action.get(Name.S) == Name.JavaScript else Trace.ACTIONS)


def _report_names(root: Object, found: Findings) -> None:
    names = root.get(Name.Names)
    if not isinstance(names, Dictionary):
        return
    for _ in _named(names, Name.JavaScript):
        found.add(Trace.SCRIPTS)
    for name, _ in _named(names, Name.EmbeddedFiles):
        found.add(Trace.EMBEDDED, name)


def _named(names: Object, key: Name) -> Iterator[tuple[str | bytes, Object]]:
    if isinstance(names.get(key), Dictionary):
        yield from NameTree(names[key]).items()
