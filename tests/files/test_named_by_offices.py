"""What office programs write beside a text, where nobody looks for it, leaves no document."""

import io
import re
import zipfile

import pytest

from offramp.files import examination, refusals
from offramp.files.removals import Trace
from tests.files.bare_odt import NAMES, bare
from tests.files.canaries import CANARY
from tests.files.hostile_documents import word_with
from tests.files.unfolded import everything

_MICROSOFT = "http://schemas.microsoft.com/office/word"
_WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    f'xmlns:w14="{_MICROSOFT}/2010/wordml" xmlns:w16cid="{_MICROSOFT}/2016/wordml/cid"'
)
_ODT = {
    "a date": '<text:date text:date-value="2024-03-05T14:23:11.canary">SHOWN</text:date>',
    "a time": '<text:time text:time-value="canary">SHOWN</text:time>',
    "an input": '<text:text-input text:description="canary">SHOWN</text:text-input>',
    "a choice": '<text:drop-down text:name="canary" text:help="canary" text:hint="canary">'
    '<text:label text:value="canary"/>SHOWN</text:drop-down>',
    "a control": '<loext:content-control loext:alias="canary" loext:tag="canary" '
    'loext:placeholder-doc-part="canary"><loext:list-item loext:display-text="canary" loext:value="canary"/>'
    "SHOWN</loext:content-control>",
    "a line to sign": 'SHOWN<draw:frame><loext:signatureline loext:suggested-signer-email="canary"/>'
    "</draw:frame>",
    "a code to scan": 'SHOWN<draw:frame><loext:qrcode loext:error="canary" office:name="canary"/>'
    "</draw:frame>",
    "boxes in a chain": '<draw:frame draw:name="canary"><draw:text-box draw:chain-next-name="canary"><text:p>'
    "SHOWN</text:p></draw:text-box></draw:frame>",
    "a shape": 'SHOWN<draw:custom-shape draw:layer="canary" presentation:class="canary" '
    'draw:class-names="canary" presentation:class-names="canary">'
    '<draw:enhanced-geometry draw:type="The Canary"/></draw:custom-shape>',
}
_TABLE = (
    '<table:table table:template-name="canary" table:print-ranges="canary"><table:table-row>'
    '<table:table-cell table:content-validation-name="canary" office:value-type="float" '
    'office:value="1234.56789">'
    "<text:p>1235</text:p></table:table-cell></table:table-row></table:table><table:named-expressions>"
    '<table:named-range table:name="a" table:base-cell-address="canary"/></table:named-expressions>'
    '<table:database-ranges><table:database-range><table:database-source-sql table:database-name="canary"/>'
    "</table:database-range></table:database-ranges>"
)
_STYLES = (
    '<loext:theme loext:name="canary"><loext:color loext:name="canary"/></loext:theme>'
    '<style:style style:name="Text" style:family="paragraph" style:class="canary"/>'
    '<number:date-style style:name="N37" number:title="canary"/>'
)


@pytest.mark.parametrize("name", _ODT)
def test_an_open_document_keeps_the_words_and_not_what_stands_behind_them(name: str) -> None:
    cleaned = examination.examine(bare(f"<text:p>{_ODT[name]}</text:p>"))

    assert CANARY.encode() not in everything(cleaned.content).lower()
    assert "SHOWN" in cleaned.pages[0].text


def test_tables_and_styles_of_an_open_document_have_no_names_or_finer_numbers() -> None:
    left = everything(examination.examine(bare(_TABLE, styles=_STYLES)).content).lower()

    assert CANARY.encode() not in left
    assert b"1234.5" not in left


def test_an_item_that_overrides_its_list_still_finds_its_style() -> None:
    overriding = (
        '<text:list><text:list-item text:style-override="canary"><text:p>One</text:p></text:list-item>'
    )

    left = unpacked(
        bare(f"{overriding}</text:list>", '<text:list-style style:name="canary"/>'), "content.xml"
    )

    assert re.findall(r'(?:style:name|override)="(\w+)"', left) == ["Style1", "Style1"]


def test_an_open_document_is_laid_out_as_before_and_says_nothing_of_printers() -> None:
    settings = "".join(
        f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'
        for name, kind, value in (
            ("AddParaTableSpacing", "boolean", "false"),
            ("TabOverflow", "boolean", "canary"),
            ("PrinterIndependentLayout", "string", "high-resolution"),
            ("PrinterName", "string", "canary"),
            ("Rsid", "int", "1569784"),
        )
    )
    part = (
        f"<office:document-settings {NAMES}><office:settings><config:config-item-set "
        f'config:name="ooo:configuration-settings">{settings}</config:config-item-set></office:settings>'
        "</office:document-settings>"
    )

    content = bare("<text:p>Words</text:p>", parts={"settings.xml": part.encode()})

    assert re.findall(r'name="(\w+)" config:type="(\w+)">([\w-]+)<', unpacked(content, "settings.xml")) == [
        ("AddParaTableSpacing", "boolean", "false"),
        ("PrinterIndependentLayout", "string", "high-resolution"),
    ]
    assert "settings.xml" in unpacked(content, "META-INF/manifest.xml")


def unpacked(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(examination.examine(content).content)) as package:
        return package.read(name).decode()


def test_the_manifest_of_openoffice_is_read_and_what_it_names_is_not_fetched() -> None:
    named = '<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">'
    manifest = f"{named}<manifest:manifest {NAMES}/>"
    declaring = manifest.replace('.dtd"', '.dtd" [<!ENTITY a "canary">]')

    cleaned = examination.examine(
        bare("<text:p>Words</text:p>", parts={"META-INF/manifest.xml": manifest.encode()})
    )

    assert cleaned.pages[0].text == "Words"
    assert b"DOCTYPE" not in everything(cleaned.content)
    with pytest.raises(refusals.Broken):
        examination.examine(bare("<text:p/>", parts={"META-INF/manifest.xml": declaring.encode()}))


_BODY = """
<w:p><w:r><w:t>SHOWN</w:t></w:r>canary<w:r><w:pict><v:shape id="s"><o:signatureline
o:suggestedsigner="A Signer canary" o:suggestedsigneremail="canary" id="{canary}"/></v:shape>
<o:OLEObject Type="Link" ProgID="canary"><o:FieldCodes>canary</o:FieldCodes></o:OLEObject></w:pict></w:r>
<w14:conflictDel w:id="3" w:author="canary"><w:r><w:delText>a canary</w:delText></w:r></w14:conflictDel>
<w14:conflictIns w:id="4" w:author="canary"><w:r><w:t>ADDED</w:t></w:r></w14:conflictIns>
<w:r><w:delText>canary</w:delText><w:delInstrText>canary</w:delInstrText></w:r>
<w:num w16cid:durableId="canary"/><w:lvl w:tplc="canary"/>
<w:r><w:drawing><a:custGeom><a:gdLst><a:gd name="canary" fmla="*/ w 1 2"/></a:gdLst><a:pathLst><a:path>
<a:moveTo><a:pt x="canary" y="canary"/></a:moveTo></a:path></a:pathLst></a:custGeom></w:drawing></w:r></w:p>
"""


def test_word_keeps_nothing_of_signers_conflicts_links_and_lengths() -> None:
    document = f"<w:document {_WORD}><w:body>{_BODY}</w:body></w:document>"

    cleaned = examination.examine(word_with(document))

    assert CANARY.encode() not in everything(cleaned.content).lower()
    assert b'<a:pt x="guide1" y="guide1"/>' in everything(cleaned.content)
    assert cleaned.pages[0].text == "SHOWNADDED"
    told = {(removal.trace, removal.found) for removal in cleaned.removals}
    assert told >= {(Trace.SIGNATURE, "A Signer canary"), (Trace.CHANGES, "a canary"), (Trace.OBJECTS, "")}


def test_words_drawn_across_a_page_are_seen() -> None:
    drawn = '<w:p><w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r></w:p>'

    cleaned = examination.examine(word_with(f"<w:document {_WORD}><w:body>{drawn}</w:body></w:document>"))

    assert cleaned.pages[0].text.strip() == "DRAFT"
