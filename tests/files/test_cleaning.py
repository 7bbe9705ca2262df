"""What files tell about people is gone, and that is seen by other people's programs, not by our own."""

import json
import subprocess
from pathlib import Path

import pytest

from offramp.files import examination
from offramp.files.answers import Cleaned
from offramp.files.kinds import Kind
from offramp.files.removals import Trace
from tests.files import canaries, planted
from tests.files.unfolded import everything

A_PHOTOGRAPH = "AUTHOR CAMERA DATES PLACE CAPTION XMP TRAILING"
FOUND = {
    Kind.PDF: "AUTHOR COMPANY TITLE PROGRAM XMP DOCUMENT_IDS EARLIER SCRIPTS ACTIONS EMBEDDED LINKS COMMENTS "
    "FORM STRUCTURE CAMERA",
    Kind.DOCX: "LAST_EDITOR COMPANY TITLE PROGRAM EDITING TEMPLATE CUSTOM REVISION_IDS CHANGES COMMENTS "
    f"FIELDS THUMBNAIL FILE_NAMES PROFILE {A_PHOTOGRAPH}",
    Kind.ODT: "LAST_EDITOR PROGRAM TEMPLATE CHANGES COMMENTS FIELDS LINKS THUMBNAIL FILE_NAMES PROFILE "
    f"{A_PHOTOGRAPH}",
    Kind.TEXT: "INVISIBLE",
    Kind.PNG: A_PHOTOGRAPH,
    Kind.JPEG: f"THUMBNAIL PROFILE {A_PHOTOGRAPH}",
}
# What exiftool says of any file of a kind, of an empty one too.
OF_EVERY = {
    Kind.PDF: "PDFVersion Linearized PageCount",
    Kind.DOCX: "ZipRequiredVersion ZipBitFlag ZipCompression ZipModifyDate ZipCRC ZipCompressedSize "
    "ZipUncompressedSize ZipFileName",
    Kind.ODT: "",
    Kind.TEXT: "",
    Kind.PNG: "ImageWidth ImageHeight BitDepth ColorType Compression Filter Interlace",
    Kind.JPEG: "JFIFVersion ResolutionUnit XResolution YResolution",
}


@pytest.mark.parametrize("kind", planted.ORDINARY)
def test_no_canary_is_left_however_deep_the_file_is_unfolded(
    kind: Kind, ordinary: dict[Kind, bytes], cleaned: dict[Kind, Cleaned]
) -> None:
    if kind is not Kind.TEXT:
        assert canaries.CANARY.encode() in everything(ordinary[kind]).lower()

    assert cleaned[kind].kind is kind
    assert canaries.CANARY.encode() not in everything(cleaned[kind].content).lower()
    assert cleaned[kind].content != ordinary[kind]


@pytest.mark.parametrize("kind", planted.ORDINARY)
def test_the_owner_is_told_what_was_found(kind: Kind, cleaned: dict[Kind, Cleaned]) -> None:
    assert {removal.trace.name for removal in cleaned[kind].removals} == set(FOUND[kind].split())


def test_the_owner_is_shown_the_words(cleaned: dict[Kind, Cleaned]) -> None:
    told = {(removal.trace, removal.found) for removal in cleaned[Kind.DOCX].removals}

    assert told >= {
        (Trace.AUTHOR, canaries.AUTHOR),
        (Trace.COMPANY, canaries.COMPANY),
        (Trace.CHANGES, canaries.STRUCK_OUT),
        (Trace.COMMENTS, canaries.COMMENT),
        (Trace.PLACE, "52.52000, 13.40500"),
        (Trace.TEMPLATE, f"file:///D:/canary/{canaries.TEMPLATE}"),
    }


@pytest.mark.parametrize("kind", planted.ORDINARY)
def test_exiftool_finds_nothing_but_the_shape(kind: Kind, kept: dict[Kind, Path]) -> None:
    assert exiftool(kept[kind]) == set(OF_EVERY[kind].split())


def exiftool(path: Path) -> set[str]:
    said = subprocess.run(
        ["exiftool", "-json", "-all", "-unknown", "-G0", path], capture_output=True, check=True
    )
    (told,) = json.loads(said.stdout)
    groups = ("SourceFile", "File", "ExifTool", "Composite")  # of the disk, of itself, and worked out
    names = [name.split(":") for name in told]
    return {name[-1] for name in names if name[0] not in groups}


@pytest.mark.parametrize("kind", [kind for kind in planted.ORDINARY if kind is not Kind.TEXT])
def test_mat2_finds_nothing(kind: Kind, kept: dict[Kind, Path]) -> None:
    assert mat2(kept[kind]) == []


def mat2(path: Path) -> list[str]:
    said = subprocess.run(["mat2", "--show", path], capture_output=True, check=True, text=True).stdout
    lines = [line.strip() for line in said.splitlines()]
    return [
        line
        for line in lines
        if line and not line.startswith(("No metadata found", "[+] Metadata for", *OF_A_PDF))
    ]


# What it says of any PDF, as if it was something.
OF_A_PDF = ("creation-date: -1", "mod-date: -1", "format: PDF-1.")


@pytest.mark.parametrize("kind", planted.ORDINARY)
def test_cleaning_twice_finds_nothing_more(kind: Kind, cleaned: dict[Kind, Cleaned]) -> None:
    again = examination.examine(cleaned[kind].content)

    assert {removal.trace for removal in again.removals} <= {Trace.DOCUMENT_IDS}
    assert [page.text for page in again.pages] == [page.text for page in cleaned[kind].pages]
