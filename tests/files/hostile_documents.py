"""Word files made to hurt whoever opens them."""

import io
import struct

import docx

from tests.files.packages import RELATIONS, relate, rewritten

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TEXT = b"word/document.xml"  # found in its own head first, in the list of parts last
_MIB = 1024 * 1024


def word_with(document: str, **changed: bytes) -> bytes:
    file = io.BytesIO()
    docx.Document().save(file)

    def change(parts: dict[str, bytes]) -> None:
        parts["word/document.xml"] = document.encode()
        parts.update(changed)

    return rewritten(file.getvalue(), change)


def words(body: str, before: str = "") -> str:
    return f'<?xml version="1.0"?>{before}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'


def paragraph(content: str) -> str:
    return f"<w:p><w:r><w:t>{content}</w:t></w:r></w:p>"


def billion_laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    return word_with(words(paragraph("&l9;"), f'<!DOCTYPE w [<!ENTITY l0 "ha">{entities}]>'))


def quadratic_blowup() -> bytes:
    return word_with(words(paragraph("&a;" * 50_000), f'<!DOCTYPE w [<!ENTITY a "{"a" * 50_000}">]>'))


def fetching_entity(address: str) -> bytes:
    return word_with(words(paragraph("&x;"), f'<!DOCTYPE w [<!ENTITY x SYSTEM "{address}">]>'))


def fetching_grammar() -> bytes:
    return word_with(words(paragraph("x"), '<!DOCTYPE w SYSTEM "http://localhost:1/canary.dtd">'))


def deep_markup() -> bytes:
    return word_with(words("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000))


def zip_bomb() -> bytes:
    return word_with(words(paragraph(" " * 40 * _MIB)))


def zip_of_many_parts() -> bytes:
    return word_with(words(""), **{f"word/{number}.xml": b"" for number in range(2_500)})


def named(name: str) -> bytes:
    return word_with(words(paragraph("x")), **{name: b"canary"})


def zip_claiming_two_gigabytes() -> bytes:
    content = bytearray(word_with(words(paragraph("x"))))
    for place, at in ((content.find(_TEXT) - 30, 18), (content.rfind(_TEXT) - 46, 20)):
        struct.pack_into("<II", content, place + at, 2**31 - 1, 2**31 - 1)
    return bytes(content)


def zip_with_a_password() -> bytes:
    content = bytearray(word_with(words(paragraph("x"))))
    for place, at in ((content.find(_TEXT) - 30, 6), (content.rfind(_TEXT) - 46, 8)):
        content[place + at] |= 1
    return bytes(content)


def macro_document() -> bytes:
    def change(parts: dict[str, bytes]) -> None:
        parts["word/vbaProject.bin"] = b"AutoOpen canary"
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        )
        relate(parts, "word/_rels/document.xml.rels", "vbaProject", "vbaProject.bin", as_id="m1")

    return rewritten(word_with(words(paragraph("x"))), change)


def fetching_document() -> bytes:
    fields = "".join(
        f'<w:fldSimple w:instr="{code}"><w:r><w:t>x</w:t></w:r></w:fldSimple>'
        for code in (
            "DDEAUTO canary",
            "INCLUDEPICTURE http://canary/",
            "HYPERLINK &quot;file:///canary&quot;",
        )
    )
    relations = {"subDocument": "s1", "aFChunk": "s2", "oleObject": "s3", "frame": "s4"}

    def change(parts: dict[str, bytes]) -> None:
        for kind, name in relations.items():
            relate(
                parts,
                "word/_rels/document.xml.rels",
                kind,
                "http://canary.example/x",
                outside=True,
                as_id=name,
            )

    chunks = '<w:subDoc r:id="s1"/><w:altChunk r:id="s2"/>'.replace("r:id", f'xmlns:r="{RELATIONS}" r:id')
    return rewritten(word_with(words(f"<w:p>{fields}</w:p>{chunks}")), change)


def sheet() -> bytes:
    def change(parts: dict[str, bytes]) -> None:
        parts["word/document.xml"] = (
            b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
        )

    return rewritten(word_with(words("")), change)


def package_of_anything() -> bytes:
    def change(parts: dict[str, bytes]) -> None:
        del parts["[Content_Types].xml"]

    return rewritten(word_with(words("")), change)


def part_of_nobodys_language() -> bytes:
    return word_with(words(paragraph("x")), **{"word/styles.xml": b"<canary>canary</canary>"})
