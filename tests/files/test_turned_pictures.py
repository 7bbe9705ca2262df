"""A document crops and lays out a picture as it is stored, whichever way up a camera says it was held."""

import io
import zipfile

import docx
import pytest
from PIL import Image

from offramp.files import examination
from tests.files import pictures
from tests.files.bare_odt import bare
from tests.files.packages import rewritten

RED, GREEN = (255, 0, 0), (0, 128, 0)
TURNED = 0x0112
# Two and one twelfth inches are two hundred pixels where ninety-six make an inch.
CLIPS = ["rect(0in, 0in, 0in, 2.0833in)", "rect(auto, auto, auto, 2.0833in)", "rect(0cm 0cm 0cm 5.2917cm)"]


def photograph(turned: int = 1, told_dots: float = 0.0, **how: object) -> bytes:
    """Return a picture whose left half is to be hidden."""
    picture = Image.new("RGB", (400, 200), GREEN)
    picture.paste(RED, (0, 0, 200, 200))
    exif = Image.Exif()
    exif[TURNED] = turned
    if told_dots:
        exif.update({0x011A: told_dots, 0x011B: told_dots, 0x0128: 2})
    return pictures.encoded(picture, "JPEG", exif=exif, quality=95, **how)


def word_showing_the_right_half_of(picture: bytes) -> bytes:
    document, file = docx.Document(), io.BytesIO()
    document.add_picture(io.BytesIO(picture))
    document.save(file)

    def crop(parts: dict[str, bytes]) -> None:
        text = parts["word/document.xml"]
        parts["word/document.xml"] = text.replace(b"<a:stretch>", b'<a:srcRect l="50000"/><a:stretch>')

    return rewritten(file.getvalue(), crop)


def open_document_showing(picture: bytes, clip: str) -> bytes:
    return bare(
        '<text:p><draw:frame draw:style-name="fr1"><draw:image xlink:href="Pictures/a.jpg"/>'
        "</draw:frame></text:p>",
        f'<style:style style:name="fr1"><style:graphic-properties fo:clip="{clip}"/></style:style>',
        parts={"Pictures/a.jpg": picture},
    )


def shown_in(document: bytes) -> tuple[tuple[int, int], float]:
    """Return the size of the only picture that leaves with a document, and how much of it is red."""
    with zipfile.ZipFile(io.BytesIO(examination.examine(document).content)) as package:
        (name,) = (name for name in package.namelist() if name.endswith(".jpg"))
        picture = Image.open(io.BytesIO(package.read(name))).convert("RGB")
    dots = picture.tobytes()
    reds = sum(dots[at] > 150 and dots[at + 1] < 80 for at in range(0, len(dots), 3))
    return picture.size, reds / (picture.width * picture.height)


@pytest.mark.parametrize("turned", [1, 3, 6, 8])
def test_word_keeps_nothing_of_the_half_that_it_hides(turned: int) -> None:
    assert shown_in(word_showing_the_right_half_of(photograph(turned))) == ((200, 200), 0.0)


@pytest.mark.parametrize("clip", CLIPS)
@pytest.mark.parametrize("turned", [1, 3, 6])
def test_an_open_document_keeps_nothing_of_it_either(turned: int, clip: str) -> None:
    assert shown_in(open_document_showing(photograph(turned), clip)) == ((200, 200), 0.0)


def test_how_fine_it_is_only_the_picture_itself_says() -> None:
    told_by_the_camera = photograph(told_dots=72.0)
    told_by_itself = photograph(dpi=(48, 48))

    assert shown_in(open_document_showing(told_by_the_camera, CLIPS[0])) == ((200, 200), 0.0)
    assert shown_in(open_document_showing(told_by_itself, CLIPS[0]))[0] == (300, 200)


def test_one_that_is_not_cropped_stays_as_it_is_stored() -> None:
    assert shown_in(open_document_showing(photograph(6), ""))[0] == (400, 200)
