"""Files from an office's template: it gave names to styles, places and tables, and cropped pictures."""

import io

import docx
from PIL import Image

from tests.files import odt_files, pictures
from tests.files.packages import RELATIONS, put_before, relate, rewritten

RED, BLUE = (220, 20, 20), (20, 20, 220)
_TEXT = "word/document.xml"
_NAMES = (
    f'xmlns:r="{RELATIONS}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_STYLES = """
<w:style w:type="paragraph" w:customStyle="1" w:styleId="CanaryBody"><w:name w:val="Canary Body"/>
<w:aliases w:val="canary alias"/><w:basedOn w:val="Normal"/><w:next w:val="CanaryBody"/>
<w:rPr><w:color w:val="C00000"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="CanaryHead"><w:name w:val="Heading 1 Canary"/>
<w:basedOn w:val="canarycaption"/></w:style>
<w:style w:type="paragraph" w:styleId="canarycaption"><w:name w:val="toc 1"/></w:style>
"""


def field(code: str, words: str) -> str:
    turns = [f'<w:r><w:fldChar w:fldCharType="{turn}"/></w:r>' for turn in ("begin", "separate", "end")]
    return (
        f"{turns[0]}<w:r><w:instrText>{code[:9]}</w:instrText></w:r><w:r><w:instrText>{code[9:]}</w:instrText>"
        f"</w:r>{turns[1]}<w:r><w:t>{words}</w:t></w:r>{turns[2]}"
    )


_FIELDS = "".join(
    field(code, words)
    for code, words in (
        (r" PAGEREF canary_mark \h ", "1"),
        (r' TOC \o "1-3" \t "Canary Body,1" ', "Contents"),
        (r' HYPERLINK "https://example.org/" \o "canary tip" \t "canary" ', "here"),
        (r" SEQ Canary \* ARABIC ", "2"),
    )
)
_MARKED = f"""
<w:p><w:pPr><w:pStyle w:val="CanaryBody"/></w:pPr><w:bookmarkStart w:id="1" w:name="canary_mark"/>
<w:r><w:t>Marked.</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>
<w:p><w:pPr><w:pStyle w:val="CanaryHead"/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="CanaryGone"/></w:pPr><w:hyperlink w:anchor="canary_mark"
w:tooltip="C:\\Users\\canary" w:tgtFrame="canary"><w:r><w:t>Up</w:t></w:r></w:hyperlink>
{_FIELDS}</w:p>
<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblCaption w:val="canary"/>
<w:tblDescription w:val="canary"/></w:tblPr><w:tblGrid/>
<w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p canary="1"><w:r><w:pict {_NAMES}><v:shapetype id="canary_type"/>
<v:shape id="canary" type="#canary_type" alt="canary" title="canary" style="width:9pt;height:9pt">
<v:imagedata r:id="canary1" o:title="canary"
cropright="32768f"/></v:shape></w:pict></w:r></w:p>
"""


def word_of_an_office() -> bytes:
    document = docx.Document()
    document.add_picture(io.BytesIO(half_and_half()))
    file = io.BytesIO()
    document.save(file)
    return rewritten(file.getvalue(), _as_an_office_calls_it)


def _as_an_office_calls_it(parts: dict[str, bytes]) -> None:
    put_before(parts, "word/styles.xml", b"</w:styles>", _STYLES)
    put_before(parts, "word/styles.xml", b"</w:latentStyles>", '<w:lsdException w:name="canary"/>')
    put_before(parts, "word/numbering.xml", b"<w:multiLevelType", '<w:name w:val="canary"/>')
    put_before(parts, "word/fontTable.xml", b"</w:fonts>", '<w:font w:name="Canary Sans"/>')
    put_before(parts, _TEXT, b"<w:sectPr", _MARKED)
    relations = "word/_rels/document.xml.rels"
    parts["word/media/canary.png"] = half_and_half()
    relate(parts, relations, "image", "media/canary.png", as_id="canary1")
    parts["word/media/deleted.png"] = half_and_half()
    relate(parts, relations, "image", "media/deleted.png", as_id="canary2")
    relate(parts, relations, "hyperlink", "https://canary.example/", as_id="canary3", outside=True)
    text = parts[_TEXT].replace(b"<a:stretch>", b'<a:srcRect r="50000"/><a:stretch>')
    parts[_TEXT] = text.replace(b"<wp:docPr ", b'<wp:docPr title="canary" hidden="1" ')
    theme = parts["word/theme/theme1.xml"].replace(b'name="Office Theme"', b'name="canary theme"')
    parts["word/theme/theme1.xml"] = theme.replace(b'name="Office"', b'name="canary"')


_PLACES = (
    '<text:section text:name="canary section" text:protection-key="canary">'
    '<text:p text:style-name="Canary_20_Body"><text:bookmark text:name="canary"/>Marked.'
    '<text:a xlink:href="#canary" xlink:type="simple" office:title="C:\\canary" office:name="canary" '
    'office:target-frame-name="canary" xmlns:xlink="http://www.w3.org/1999/xlink">Up</text:a>'
    '<text:a xlink:href="#canary once|outline" xmlns:xlink="http://www.w3.org/1999/xlink">Gone</text:a>'
    '<text:bookmark-ref text:ref-name="canary" text:reference-format="page">1</text:bookmark-ref>'
    '<text:alphabetical-index-mark text:string-value="canary"/>'
    '<text:sequence text:name="Canary" text:formula="ooow:Canary+1">2</text:sequence></text:p>'
    "</text:section>"
    '<table:table table:name="canary table"><table:desc>canary</table:desc><table:table-column/>'
    '<table:table-row><table:table-cell office:string-value="canary" table:formula="ooow:canary">'
    "<text:p>Cell</text:p></table:table-cell></table:table-row></table:table>"
)


def open_document_of_an_office() -> bytes:
    return rewritten(odt_files.open_document(), _as_an_office_writes_it)


def _as_an_office_writes_it(parts: dict[str, bytes]) -> None:
    styles = (
        '<style:style style:name="Canary_20_Body" style:display-name="Canary Body" style:family="paragraph" '
        'style:parent-style-name="Standard"/><style:style style:name="fr1" style:family="graphic">'
        '<style:graphic-properties fo:clip="rect(0in, 2in, 0in, 0in)" '
        'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"/></style:style>'
    )
    parts["content.xml"] = parts["content.xml"].replace(
        b"<office:automatic-styles/>", b"<office:automatic-styles></office:automatic-styles>"
    )
    put_before(parts, "content.xml", b"</office:automatic-styles>", styles)
    put_before(parts, "content.xml", b"<text:h", _PLACES)
    put_before(parts, "content.xml", b"<draw:image", "<svg:title>canary</svg:title>")
    for name, ends in {"table": "table", "style": "style", "svg": "svg-compatible"}.items():
        declared = f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{ends}:1.0"'.encode()
        if declared not in parts["content.xml"]:
            document = b"<office:document-content "
            parts["content.xml"] = parts["content.xml"].replace(document, document + declared + b" ")
    parts["content.xml"] = parts["content.xml"].replace(
        b"<draw:frame ", b'<draw:frame draw:style-name="fr1" '
    )
    (picture,) = (name for name in parts if name.startswith("Pictures/"))
    parts[picture] = half_and_half()


def half_and_half() -> bytes:
    """Red to the left; to the right blue, which no document here shows."""
    picture = Image.new("RGB", (384, 192), RED)
    picture.paste(BLUE, (192, 0, 384, 192))
    return pictures.encoded(picture, "PNG")
