"""The parent believes nothing: an answer that is not exactly one is a broken file."""

import pytest

from offramp.files import answers, limits, outlines
from offramp.files.answers import Page
from offramp.files.frames import Tag, frame
from offramp.files.kinds import Kind
from offramp.files.refusals import Broken, Encrypted, NotConfined
from offramp.files.removals import Removal, Trace
from tests.files import pictures
from tests.files.planted import Make

CONFINED = frame(Tag.CONFINED)
KIND = frame(Tag.KIND, Kind.TEXT.value.encode())
FILE = frame(Tag.FILE, b"a text")
PAGE = frame(Tag.PAGE, b"a text")
END = frame(Tag.END)
WHOLE = CONFINED + KIND + FILE + PAGE + END


def a_picture(width: int = 64, height: int = 64) -> bytes:
    return pictures.encoded(pictures.pixels((width, height)), "JPEG")


def test_an_honest_answer_is_read() -> None:
    removal = frame(Tag.REMOVAL, b"author\0002\0Ada")

    cleaned = answers.read(CONFINED + removal + KIND + FILE + PAGE + frame(Tag.PICTURE, a_picture()) + END)

    assert (cleaned.kind, cleaned.content, cleaned.is_shown_whole) == (Kind.TEXT, b"a text", True)
    assert cleaned.removals == (Removal(Trace.AUTHOR, "Ada", 2),)
    assert [(page.text, page.picture and page.picture.width) for page in cleaned.pages] == [("a text", 64)]


def test_pictures_among_the_words_are_read_with_their_places() -> None:
    inside = b"".join(frame(Tag.INSIDE, at.to_bytes(4, "big") + a_picture()) for at in (0, 6))

    (page,) = answers.read(CONFINED + KIND + FILE + PAGE + inside + frame(Tag.UNSHOWN, b"2") + END).pages

    assert [(one.at, one.picture.width) for one in page.inside] == [(0, 64), (6, 64)]
    assert (page.picture, page.unshown) == (None, 2)


def test_a_refusal_is_raised_by_its_name() -> None:
    with pytest.raises(Encrypted):
        answers.read(CONFINED + frame(Tag.REFUSED, b"Encrypted"))


@pytest.mark.parametrize(
    "answer", [b"", KIND + FILE + PAGE + END, END], ids=["nothing", "no word of it", "the end"]
)
def test_who_does_not_say_first_that_it_is_confined_is_not(answer: bytes) -> None:
    with pytest.raises(NotConfined):
        answers.read(answer)


def test_more_frames_than_an_honest_child_has_are_never_kept() -> None:
    removals = frame(Tag.REMOVAL, b"author\0002\0Ada") * limits.MOST_REMOVALS
    pages = (PAGE + frame(Tag.UNSHOWN, b"1")) * limits.MOST_PAGES
    most = CONFINED + KIND + FILE + removals + pages + END

    assert len(answers.read(most).pages) == limits.MOST_PAGES
    for flood in (Tag.PAGE, Tag.SHORTENED, Tag.LIMITED):
        with pytest.raises(Broken):
            answers.read(CONFINED + frame(flood) * 1_000 + most)


def test_a_picture_that_could_not_be_sealed_is_no_picture() -> None:
    vast = a_picture() + bytes(limits.LARGEST_PICTURE)

    with pytest.raises(Broken):
        answers.read(CONFINED + KIND + FILE + PAGE + frame(Tag.PICTURE, vast) + END)


INSIDE = frame(Tag.INSIDE, bytes(4) + a_picture())
BEHIND = frame(Tag.INSIDE, b"\0\0\0\x07" + a_picture())

LIES = {
    "a picture behind the last word": CONFINED + KIND + FILE + PAGE + BEHIND + END,
    "too many pictures": CONFINED + KIND + FILE + PAGE + INSIDE * (limits.PICTURES_INSIDE + 1) + END,
    "a place without a picture": CONFINED + KIND + FILE + PAGE + frame(Tag.INSIDE, b"\0\0") + END,
    "a number of pictures that is none": CONFINED + KIND + FILE + PAGE + frame(Tag.UNSHOWN, b"x") + END,
    "a page that looks two ways": CONFINED + KIND + FILE + PAGE + frame(Tag.PICTURE, a_picture()) * 2 + END,
    "half a frame": WHOLE[:-2],
    "a frame longer than the answer": CONFINED + b"F\xff\xff\xff\xffx",
    "a frame of no kind": CONFINED + b"?\0\0\0\0",
    "no end": CONFINED + KIND + FILE + PAGE,
    "two files": CONFINED + KIND + FILE + FILE + PAGE + END,
    "two kinds": CONFINED + KIND + KIND + FILE + PAGE + END,
    "no page": CONFINED + KIND + FILE + END,
    "too many pages": CONFINED + KIND + FILE + PAGE * (limits.MOST_PAGES + 1) + END,
    "too much text": CONFINED + KIND + FILE + frame(Tag.PAGE, bytes(4 * limits.LONGEST_TEXT + 1)) + END,
    "a kind nobody knows": CONFINED + frame(Tag.KIND, b"text/html") + FILE + PAGE + END,
    "a refusal nobody knows": CONFINED + frame(Tag.REFUSED, b"SystemExit"),
    "a refusal the parent decides": CONFINED + frame(Tag.REFUSED, b"NotConfined"),
    "a text that is none": CONFINED + KIND + frame(Tag.FILE, b"\xff") + PAGE + END,
    "a page that is no text": CONFINED + KIND + FILE + frame(Tag.PAGE, b"\xff") + END,
    "a PDF that is none": CONFINED + frame(Tag.KIND, Kind.PDF.value.encode()) + FILE + PAGE + END,
    "a file too large": CONFINED + KIND + frame(Tag.FILE, bytes(limits.LARGEST_CLEANED + 1)) + PAGE + END,
    "a picture before any page": CONFINED + KIND + FILE + frame(Tag.PICTURE, a_picture()) + PAGE + END,
    "a picture that is none": CONFINED + KIND + FILE + PAGE + frame(Tag.PICTURE, b"<svg/>") + END,
    "a picture with more behind it": CONFINED
    + KIND
    + FILE
    + PAGE
    + frame(Tag.PICTURE, a_picture() + b"x")
    + END,
    "a picture with a word in it": CONFINED
    + KIND
    + FILE
    + PAGE
    + frame(Tag.PICTURE, a_picture()[:2] + b"\xff\xfe\0\x04hi" + a_picture()[2:])
    + END,
    "a picture too wide": CONFINED + KIND + FILE + PAGE + frame(Tag.PICTURE, a_picture(1701, 8)) + END,
    "a trace nobody knows": CONFINED + frame(Tag.REMOVAL, b"shoe size\x001\x0042") + KIND + FILE + PAGE + END,
    "a number that is none": CONFINED + frame(Tag.REMOVAL, b"author\0many\0Ada") + KIND + FILE + PAGE + END,
}


@pytest.mark.parametrize("answer", LIES.values(), ids=LIES)
def test_a_lie_is_a_broken_file(answer: bytes) -> None:
    with pytest.raises(Broken):
        answers.read(answer)


def test_a_long_list_of_removals_is_cut() -> None:
    many = frame(Tag.REMOVAL, b"author\x001\x00" + b"A" * 5_000) * (2 * limits.MOST_REMOVALS)

    removals = answers.read(CONFINED + many + KIND + FILE + PAGE + END).removals

    assert len(removals) == limits.MOST_REMOVALS
    assert {len(removal.found) for removal in removals} == {limits.LONGEST_FOUND}


def test_a_picture_that_is_nothing_but_pixels_has_a_size() -> None:
    assert outlines.png_size(pictures.encoded(pictures.pixels((30, 20)), "PNG")) == (30, 20)
    assert outlines.jpeg_size(pictures.encoded(pictures.pixels((30, 20)), "JPEG", progressive=True)) == (
        30,
        20,
    )


@pytest.mark.parametrize("tell", [pictures.png, pictures.jpeg], ids=["PNG", "JPEG"])
def test_a_picture_that_tells_more_than_pixels_has_none(tell: Make) -> None:
    size = outlines.png_size if tell is pictures.png else outlines.jpeg_size

    with pytest.raises(outlines.NoOutline):
        size(tell())


def test_every_start_of_a_picture_is_refused_and_none_is_an_accident() -> None:
    for size, whole in (
        (outlines.png_size, pictures.encoded(pictures.pixels((8, 8)), "PNG")),
        (outlines.jpeg_size, pictures.encoded(pictures.pixels((8, 8)), "JPEG")),
    ):
        for length in range(len(whole)):
            with pytest.raises(outlines.NoOutline):
                size(whole[:length])


def test_a_page_without_a_picture_is_a_page() -> None:
    assert answers.read(WHOLE).pages == (Page("a text", None),)
