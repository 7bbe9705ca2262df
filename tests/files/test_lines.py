"""The second question to the child: the lines of a file with their places, confined and distrusted alike."""

import io
import os
import subprocess
import sys
from pathlib import Path

import docx
import pikepdf
import pytest
import typst
from pikepdf import Array, Dictionary, Name, String

from offramp.files import limits, reading, runs
from offramp.files.frames import Tag, frame
from offramp.files.kinds import Kind
from offramp.files.refusals import (
    Broken,
    Encrypted,
    NotConfined,
    NotRecognised,
    NotTaken,
    TooManyPages,
    TooMuchInside,
)
from offramp.files.runs import Run
from tests.environment import ROOT
from tests.files import hostile_documents, hostile_pdfs, odt_files, pictures, planted, word_files
from tests.files.planted import Make

CONFINED = frame(Tag.CONFINED)
KIND = frame(Tag.KIND, Kind.TEXT.value.encode())
RUN = frame(Tag.RUN, Run("a line").packed())
END = frame(Tag.END)


def test_a_pdf_tells_where_its_words_stand_and_how_they_look() -> None:
    page = typst.compile(
        b'#set page(margin: 72pt)\n#text(20pt, weight: "bold")[Ada Brown]\n\n- Kept records.'
    )
    assert isinstance(page, bytes)

    told = reading.lines(page)

    name, *_, item = [run for run in told.runs if run.text]
    assert (name.text.strip(), name.is_bold, name.size, round(name.left)) == ("Ada Brown", True, 20.0, 72)
    assert (item.text, item.is_bold, item.top > name.bottom) == ("• Kept records.", False, True)


def test_what_was_filled_into_a_form_is_read() -> None:
    def fill(document: pikepdf.Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        look = document.make_stream(
            b"BT /F1 12 Tf 2 4 Td (Ada Brown) Tj ET", Type=Name.XObject, Subtype=Name.Form,
            BBox=[0, 0, 200, 20], Resources=Dictionary(Font=Dictionary(F1=font)),
        )  # fmt: skip
        field = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("name"), V=String("Ada Brown"),
            Rect=Array([72, 700, 272, 720]), AP=Dictionary(N=look), F=4,
        )  # fmt: skip
        field = document.make_indirect(field)
        document.pages[0].obj.Annots = Array([field])
        document.Root.AcroForm = Dictionary(Fields=Array([field]))

    told = reading.lines(hostile_pdfs.pdf_with(fill))

    assert [run.text for run in told.runs if run.text] == ["Ada Brown"]


def test_a_dot_that_is_drawn_is_told_as_one() -> None:
    def draw(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.Contents = document.make_stream(b"72 700 4 4 re f")

    (dot,) = [run for run in reading.lines(hostile_pdfs.pdf_with(draw)).runs if run.text]

    assert (dot.is_drawn, round(dot.left), round(dot.right)) == (True, 72, 76)


def test_a_word_file_tells_styles_lists_cells_and_what_its_author_sees() -> None:
    told = {run.text.strip(): run for run in reading.lines(word_files.word()).runs}

    assert told["Experience"].heading == 1
    assert told["Trained officers"].item == 1
    assert (told["2019"].cell, told["Instructor"].cell) == ((1, 1, 1), (1, 1, 2))
    assert "A résumé" in told
    assert "I write reports." in told
    assert not any("struck" in text for text in told)


def test_an_open_document_tells_its_paragraphs() -> None:
    told = reading.lines(odt_files.open_document())

    assert told.kind is Kind.ODT
    assert "".join(run.text for run in told.runs).strip()


def test_a_text_is_told_line_by_line_and_a_picture_has_none() -> None:
    assert [run.text for run in reading.lines(b"one\r\ntwo").runs] == ["one", "two"]
    assert reading.lines(pictures.jpeg()).runs == ()


REFUSED: dict[str, tuple[Make, type[NotTaken]]] = {
    "encrypted": (hostile_pdfs.encrypted_pdf, Encrypted),
    "300 pages": (lambda: hostile_pdfs.pdf_of_pages(300), TooManyPages),
    "broken": (lambda: b"%PDF-1.7 nothing", Broken),
    "a bomb of markup": (hostile_documents.billion_laughs, TooMuchInside),
    "a bomb of a package": (hostile_documents.zip_bomb, TooMuchInside),
    "a sheet": (hostile_documents.sheet, NotRecognised),
    "markup": (lambda: b"<html>", NotRecognised),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_read_is_refused_by_its_name(name: str) -> None:
    make, refusal = REFUSED[name]

    with pytest.raises(refusal):
        reading.lines(make())


def test_a_run_comes_back_as_it_went_in() -> None:
    run = Run(
        "Ada",
        2,
        7,
        -1.5,
        2.5,
        300.1,
        14.0,
        11.5,
        is_bold=True,
        is_drawn=True,
        heading=1,
        item=2,
        cell=(1, 2, 3),
    )

    assert runs.unpacked(run.packed()) == run


LIES = {
    "no end": CONFINED + KIND + RUN,
    "two kinds": CONFINED + KIND + KIND + RUN + END,
    "a kind nobody knows": CONFINED + frame(Tag.KIND, b"text/html") + RUN + END,
    "half a run": CONFINED + KIND + frame(Tag.RUN, b"x") + END,
    "a run that is no text": CONFINED + KIND + frame(Tag.RUN, Run("").packed() + b"\xff") + END,
    "a run too long": CONFINED
    + KIND
    + frame(Tag.RUN, Run("").packed() + b"x" * (limits.LONGEST_RUN + 1))
    + END,
    "a heading too low": CONFINED + KIND + frame(Tag.RUN, Run("").packed()[:-8] + b"\x63" + bytes(7)) + END,
    "too much text": CONFINED
    + KIND
    + frame(Tag.RUN, Run("x" * limits.LONGEST_RUN).packed()) * (limits.LONGEST_TEXT // limits.LONGEST_RUN + 1)
    + END,
    "a refusal nobody knows": CONFINED + frame(Tag.REFUSED, b"SystemExit"),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_a_broken_file(lie: str) -> None:
    with pytest.raises(Broken):
        reading.read(LIES[lie])


def test_a_child_outside_the_cell_is_not_believed_to_be_in_it() -> None:
    with pytest.raises(NotConfined):
        reading.read(frame(Tag.LIMITED) + KIND + RUN + END)


def test_a_person_may_read_a_file_of_their_own_where_there_is_no_cell() -> None:
    told = reading.lines(b"one", is_confined=False)

    assert [run.text for run in told.runs] == ["one"]


# In a process of its own: what this one has imported proves nothing.
WATCHED = """
import sys
opened = []
def watch(event, arguments):
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & 0o3:
        opened.append(arguments[0])
    if event.startswith(("tempfile.", "socket.")):
        opened.append(event)
sys.addaudithook(watch)
from offramp.paper import reading
reading.read(sys.stdin.buffer.read())
parsers = {"PIL", "pikepdf", "pypdfium2", "pypdfium2_raw", "lxml", "zipfile", "xml", "django"}
parsers.add("offramp.files.confined")
written = [name for name in opened if not isinstance(name, int) and name != "/dev/null"]
print(sorted(parsers & set(sys.modules)), written)
"""


@pytest.mark.parametrize("kind", [Kind.PDF, Kind.DOCX, Kind.ODT, Kind.TEXT])
def test_the_house_imports_no_parser_and_writes_no_file(kind: Kind, tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-B", "-c", WATCHED],
        input=planted.ORDINARY[kind](),
        capture_output=True,
        env={"TMPDIR": str(tmp_path), "PATH": os.environ["PATH"]},
        cwd=ROOT,
        check=True,
    )

    assert said.stdout.decode().strip() == "[] []"
    assert list(tmp_path.iterdir()) == []


def test_a_document_of_empty_lines_is_read() -> None:
    document, file = docx.Document(), io.BytesIO()
    document.add_paragraph("")
    document.save(file)

    assert "".join(run.text for run in reading.lines(file.getvalue()).runs) == ""
