"""A text from LibreOffice: written by odfpy, with changes, a comment, a picture and a thumbnail."""

import io

from odf import dc, draw, meta, office, opendocument, text

from tests.files import pictures
from tests.files.canaries import AUTHOR, COMMENT, EDITOR, KEPT, STRUCK_OUT, TEMPLATE
from tests.files.packages import put_before, rewritten

_DC = "http://purl.org/dc/elements/1.1/"


def open_document() -> bytes:
    """A text from LibreOffice: written by odfpy, with changes, a comment, a picture and a thumbnail."""
    document = opendocument.OpenDocumentText()
    document.meta.addElement(meta.InitialCreator(text=AUTHOR))
    document.meta.addElement(dc.Creator(text=EDITOR))
    document.meta.addElement(meta.Template(href=f"/srv/canary/{TEMPLATE}", type="simple"))
    document.text.addElement(text.H(outlinelevel=1, text="Experience"))
    paragraph = text.P(text=KEPT)
    note = office.Annotation()
    for child in (dc.Creator(text=AUTHOR), dc.Date(text="2026-01-02T03:04:05"), text.P(text=COMMENT)):
        note.addElement(child)
    paragraph.addElement(note)
    paragraph.addElement(text.AuthorName(text="Written by me"))
    paragraph.addElement(text.A(href="file:///srv/canary/x.odt", type="simple", text=" and linked"))
    document.text.addElement(paragraph)
    photograph = document.addPictureFromString(pictures.jpeg(), "image/jpeg")
    frame = draw.Frame(name="canary-photo.jpg", width="5cm", height="4cm", anchortype="paragraph")
    frame.addElement(draw.Image(href=photograph, type="simple", show="embed", actuate="onLoad"))
    shown = text.P()
    shown.addElement(frame)
    document.text.addElement(shown)
    document.addThumbnail(pictures.encoded(pictures.pixels((128, 128)), "PNG"))
    file = io.BytesIO()
    document.write(file)
    return rewritten(file.getvalue(), _with_changes)


def _with_changes(parts: dict[str, bytes]) -> None:
    # odfpy knows no identifiers of the newer format, so what LibreOffice tracks is put in by hand.
    who = f"<dc:creator>{AUTHOR}</dc:creator><dc:date>2026-01-02T03:04:05</dc:date>"
    told = f"<office:change-info>{who}</office:change-info>"
    struck_out = f"<text:deletion>{told}<text:p>{STRUCK_OUT}</text:p></text:deletion>"
    region = f'<text:changed-region text:id="ct1" xml:id="ct1">{struck_out}</text:changed-region>'
    put_before(
        parts,
        "content.xml",
        b"<text:h",
        f'<text:tracked-changes xmlns:dc="{_DC}">{region}</text:tracked-changes>',
    )
    put_before(parts, "content.xml", b"</text:h>", '<text:change text:change-id="ct1"/>')
