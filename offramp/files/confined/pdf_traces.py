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


def report(source: Pdf, content: bytes, found: Findings) -> None:
    """Note all that will not come along."""
    for key, value in source.docinfo.items():
        words = str(value) if isinstance(value, String) else ""
        found.add(_DOCUMENT.get(key, Trace.CUSTOM), words, times=1 if words else 0)
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
