"""PDF: its pages are copied into an empty document; what nobody needs to read a page does not come along."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from offramp.files import limits
from offramp.files.confined import pdf_annotations, pdf_resources, pdf_traces, pdf_view
from offramp.files.confined.findings import Findings
from offramp.files.confined.making import Made
from offramp.files.kinds import Kind
from offramp.files.refusals import Broken, Encrypted, TooManyPages
from offramp.files.removals import Trace

# Boxes that hide what lies on the paper outside of them; they are not copied, but told of.
_OF_A_PAGE = {
    *("/Type", "/Contents", "/Resources", "/Group", "/Rotate", "/UserUnit", "/MediaBox", "/CropBox"),
}


def clean(content: bytes, found: Findings) -> Made:
    """Copy the pages into a new document. Raises Encrypted, Broken, TooManyPages, TooMuchInside."""
    cleaned = _cleaned(content, found)
    return Made(Kind.PDF, cleaned, pdf_view.view(cleaned, found))


def _cleaned(content: bytes, found: Findings) -> bytes:
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=limits.LARGEST_INFLATED, parser_max_nesting=100, max_stream_filters=4
    )
    try:
        source = Pdf.open(io.BytesIO(content), suppress_warnings=True)
    except pikepdf.PasswordError:
        raise Encrypted from None
    except pikepdf.PdfError as unread:
        # Locked for the holders of certificates, or in a way of one program.
        raise (Encrypted if "encryption" in str(unread) else Broken) from None
    with source, Pdf.new() as target:
        if len(source.pages) > limits.MOST_PAGES:
            raise TooManyPages
        # Readers mend a damaged file each in their own way: its owner shall look whether all pages are there.
        found.add(Trace.DAMAGE, times=1 if source.get_warnings() else 0)
        pdf_traces.report(source, content, found)
        links = pdf_annotations.flatten(source, found)
        for page in source.pages:
            for key in set(page.obj.keys()) - _OF_A_PAGE:
                del page.obj[key]
            target.pages.append(page)
        pdf_resources.scrub(target, found)
        for page, links_of_page in zip(target.pages, links, strict=True):
            if links_of_page:
                page.obj.Annots = Array([_link(target, *link) for link in links_of_page])
        return _saved(target)


def _link(target: Pdf, place: list[float], address: str) -> Object:
    action = Dictionary(S=Name.URI, URI=address)
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=place, Border=[0, 0, 0], A=action)
    return target.make_indirect(link)


def _saved(target: Pdf) -> bytes:
    file = io.BytesIO()
    target.save(
        file,
        # An identifier made from the content alone: the same file twice is the same bytes.
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        # Packed streams are passed on as they are: unpacking them here would be work for a bomb.
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        fix_metadata_version=False,
    )
    return file.getvalue()
