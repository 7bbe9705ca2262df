"""What lies on top of a PDF's pages: plain links stay, what is visible becomes part of the page."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf

from offramp.files.confined.addresses import is_plain
from offramp.files.confined.findings import Findings
from offramp.files.removals import Trace

Link = tuple[list[float], str]

# What people write over a text, with an appearance of its own. Never what only marks words for blacking out:
# its box would look as if they were gone.
_VISIBLE = {
    *("/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline"),
    *("/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/Widget"),
}
_REPORTED = {
    "/FileAttachment": Trace.EMBEDDED,
    "/Sound": Trace.EMBEDDED,
    "/Movie": Trace.EMBEDDED,
    "/Screen": Trace.EMBEDDED,
    "/RichMedia": Trace.EMBEDDED,
    "/3D": Trace.EMBEDDED,
}


def flatten(source: Pdf, found: Findings) -> list[list[Link]]:
    """Make form fields and drawings part of their pages; return the links of each page, and drop the rest."""
    links = [_sorted(page.obj, found) for page in source.pages]
    if Name.AcroForm in source.Root:
        _report_form(source.Root.AcroForm, found)
        source.generate_appearance_streams()
    source.flatten_annotations("screen")
    return links


def _sorted(page: Object, found: Findings) -> list[Link]:
    links, visible = [], []
    for annotation in _annotations(page):
        subtype = str(annotation.get(Name.Subtype, ""))
        _report(annotation, subtype, found)
        if subtype in _VISIBLE:
            visible.append(annotation)
        elif subtype == "/Link" and (link := _link(annotation, found)):
            links.append(link)
    page.Annots = Array(visible)
    return links


def _annotations(page: Object) -> Iterator[Object]:
    annotations = page.get(Name.Annots)
    if isinstance(annotations, Array):
        yield from (each for each in annotations if isinstance(each, Dictionary))


def _report(annotation: Object, subtype: str, found: Findings) -> None:
    found.add(Trace.REDACTION, times=int(subtype == "/Redact"))
    if subtype in _REPORTED:
        named = annotation.get(Name.FS)
        found.add(
            _REPORTED[subtype],
            named.get(Name.UF, named.get(Name.F, "")) if isinstance(named, Dictionary) else "",
        )
    elif subtype not in ("/Link", "/Widget", "/Popup"):
        # What stands in a box on the page is not removed: it is part of the page now.
        if Name.Contents in annotation and subtype != "/FreeText":
            found.add(Trace.COMMENTS, annotation.Contents)
        if Name.T in annotation:
            found.add(Trace.AUTHOR, annotation.T)
    if Name.AA in annotation or (Name.A in annotation and subtype != "/Link"):
        found.add(Trace.ACTIONS)


def _link(annotation: Object, found: Findings) -> Link | None:
    action = annotation.get(Name.A)
    if not isinstance(action, Dictionary):
        return None  # a jump within the document, whose names are gone
    address = str(action.get(Name.URI, action.get(Name.F, "")))
    if action.get(Name.S) != Name.URI or not is_plain(address):
        found.add(Trace.SCRIPTS if action.get(Name.S) == Name.JavaScript else Trace.LINKS, address)
        return None
    return [float(edge) for edge in annotation.Rect], address


def _report_form(form: Object, found: Findings) -> None:
    fields = form.get(Name.Fields)
    if Name.XFA in form:
        found.add(Trace.FORM, "XFA")
    for field in fields if isinstance(fields, Array) else ():
        if isinstance(field, Dictionary):
            _report_field(field, found)


def _report_field(field: Object, found: Findings) -> None:
    if field.get(Name.FT) == Name.Sig:
        signed = field.get(Name.V)
        found.add(Trace.SIGNATURE, signed.get(Name.Name, "") if isinstance(signed, Dictionary) else "")
    else:
        found.add(Trace.FORM)
