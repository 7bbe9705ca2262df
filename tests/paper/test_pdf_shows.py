"""What the fonts cannot show is refused with its characters; everything else stands on the paper."""

import re
from dataclasses import replace

import pytest

from offramp.paper.sheet import Block, Entry
from offramp.paper.writing import fonts, pdf
from offramp.paper.writing.scripts import CannotShow, Script
from tests.paper import pdf_pages, sheets

EVERY_DAY = (
    "áéíóúüñ¿¡ ÁÉÍÓÚÜÑ ªº «»",  # Spanish
    "àâçèêëîïôœùûÿ äöüß åæø ãõ ąćęłńśźż čďěňřšťůž őű ăâîșț ğış þðý ľĺŕ ģķļņ ėįųū ċġħż",
    "Đặng Thị Hường ơ ư ă ạ ể ỗ",  # Vietnamese
    "Ιωάννης Παπαδόπουλος",
    "Олександр Ґудзь, Иванов, Ђорђевић",
    "“quoted” ‘single’ – — … • § ¶ † ° % ‰ € £ $ ¢ ¥ © ® ™ ½ ¼ × ÷ ± − ≤ ≥ → №",  # noqa: RUF001
)


@pytest.mark.parametrize(
    ("text", "characters", "scripts"),
    [
        ("Officer محمد", "محد", (Script.ARABIC,)),
        ("警官 Li", "警官", (Script.CHINESE,)),
        ("שלום", "שלום", (Script.HEBREW,)),
        ("ひらカナ", "ひらカナ", (Script.JAPANESE,)),
        ("한국어", "한국어", (Script.KOREAN,)),
        ("Great team 🎉👍", "🎉👍", (Script.EMOJI,)),
        ("\uf0b7 a bullet of an old file", "\uf0b7", (Script.OTHER,)),
        ("नमस्ते 你好", "नमस्ते你好", (Script.OTHER, Script.CHINESE)),
    ],
)
def test_a_script_the_fonts_lack_is_refused_with_its_characters(
    text: str, characters: str, scripts: tuple[Script, ...]
) -> None:
    with pytest.raises(CannotShow) as refused:
        pdf.write(sheets.saying(text))

    assert refused.value.characters == tuple(dict.fromkeys(characters))
    assert refused.value.scripts == scripts


@pytest.mark.parametrize("name", sheets.NAMES)
def test_every_place_of_a_sheet_is_looked_at(name: str) -> None:
    with pytest.raises(CannotShow):
        pdf.pages(sheets.everywhere("漢", sheets.sample(name)))
    with pytest.raises(CannotShow):
        pdf.preview(sheets.everywhere("漢", sheets.sample(name)))


@pytest.mark.parametrize("design", pdf.DESIGNS)
@pytest.mark.parametrize("text", EVERY_DAY)
def test_what_europe_and_the_americas_write_stands_on_the_paper(design: str, text: str) -> None:
    found = pdf_pages.words(pdf.write(sheets.saying(text), design))

    assert "".join(text.split()) in "".join(found.split())


@pytest.mark.parametrize("design", pdf.DESIGNS)
def test_every_character_we_let_pass_has_a_glyph_in_every_design(design: str) -> None:
    """Typst refuses a character without a glyph in a tagged file: this would raise."""
    letters = "".join(map(chr, sorted(fonts.covered())))
    lines = tuple(" ".join(letters[start : start + 40]) for start in range(0, len(letters), 40))

    assert pdf.pages(sheets.resume(Block("Work Experience", (Entry((), lines),))), design) >= 1


def test_characters_without_ink_do_no_harm() -> None:
    found = pdf_pages.words(pdf.write(sheets.saying("one\u200d two\ufe0f")))

    assert re.sub(r"[\u200d\ufe0f]", "", found).endswith("one two")


def test_the_letters_of_another_alphabet_are_never_swapped_for_boxes() -> None:
    """A fallback would show empty boxes: without the refusal Typst itself refuses."""
    assert 0x6F22 not in fonts.covered()
    assert {0xF1, 0x11F, 0x1EC7, 0x3B1, 0x416} <= fonts.covered()


@pytest.mark.parametrize("text", ["b\u0300", "an \u0336", "\U0001f4a9"])
def test_what_a_machine_would_read_twice_or_in_halves_is_refused(text: str) -> None:
    with pytest.raises(CannotShow):
        pdf.write(sheets.saying(text))


def test_loose_accents_are_put_on_their_letters() -> None:
    assert "Peñalver" in pdf_pages.words(pdf.write(sheets.saying("Pen\u0303alver")))


@pytest.mark.parametrize("begins", ["ada@example.org", "example.org/"])
def test_an_address_longer_than_any_is_no_link(begins: str) -> None:
    long = begins.replace("ada", "a" * 9_000) + "a" * 9_000 * begins.endswith("/")

    assert pdf.pages(replace(sheets.resume(), contact=(long,))) >= 1
