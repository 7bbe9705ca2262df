"""The machine check finds every line of what we wrote, and says which one it does not find."""

import copy
import time
from collections.abc import Callable

import pytest

from offramp.files.refusals import Broken
from offramp.paper import checking, writing
from offramp.paper.checking import Checked
from offramp.paper.writing import Form
from tests.paper.samples import EVERY, sample

LINES = ["Ada Quill", "Work Experience", "Acme", "Clerk", "Wrote a well-known guide.", "Counted."]
TEXT = "Ada Quill\nWork Experience\nAcme\nClerk\n• Wrote a well-known guide.\n• Counted."


def missed(lines: list[str], text: str) -> list[str]:
    return [one.line for one in checking.find(lines, text) if not one.found]


@pytest.mark.parametrize("form", [Form.PDF, Form.DOCX, Form.TXT])
@pytest.mark.parametrize("name", EVERY)
def test_every_line_of_our_own_files_is_found(name: str, form: Form) -> None:
    written = sample(name)
    checked = checking.check(written, form, writing.write(written, form))

    assert [one.line for one in checked] == writing.sheet_of(written).lines()
    assert [one for one in checked if not one.found] == []


@pytest.mark.parametrize("design", writing.designs())
def test_every_design_is_read_in_order(design: str) -> None:
    written = sample("three-page")
    checked = checking.check(written, Form.PDF, writing.write(written, Form.PDF, design=design, paper="a4"))

    assert [one for one in checked if not one.found] == []


@pytest.mark.parametrize("form", [Form.PDF, Form.DOCX])
def test_a_file_that_lacks_a_line_says_which(form: Form) -> None:
    written = sample("one-page")
    poorer = copy.deepcopy(written)
    gone = poorer["work"][0]["highlights"].pop(1)
    checked = checking.check(written, form, writing.write(poorer, form))

    assert [one for one in checked if not one.found] == [
        Checked(gone, found=False, after=written["work"][0]["highlights"][0])
    ]


@pytest.mark.parametrize("form", [Form.PDF, Form.DOCX])
def test_a_file_in_another_order_fails(form: Form) -> None:
    written = sample("one-page")
    turned = written | {"work": written["work"][::-1]}

    assert not all(one.found for one in checking.check(written, form, writing.write(turned, form)))


@pytest.mark.parametrize("form", [Form.PDF, Form.DOCX])
def test_endless_words_markup_and_forty_jobs_are_all_found(form: Form) -> None:
    markup = '#read("/etc/passwd") *b* $x$ <b>&amp;</b> \\ @here // -- ~'
    first = {"name": markup, "position": "x" * 10_000, "highlights": ["word " * 1_999 + "ends.", markup]}
    written = {
        "basics": {"name": "Ada"},
        "work": [first, *({"name": f"Job {number}"} for number in range(40))],
    }
    checked = checking.check(written, form, writing.write(written, form))

    assert [one for one in checked if not one.found] == []


@pytest.mark.parametrize("form", [Form.PDF, Form.DOCX])
def test_a_damaged_file_is_refused(form: Form) -> None:
    made = writing.write(sample("one-page"), form)

    with pytest.raises(Broken):
        checking.check(sample("one-page"), form, made[: len(made) // 2])


def test_json_has_no_lines_to_look_for() -> None:
    assert checking.check(sample("one-page"), Form.JSON, b"{}") == []


def test_what_is_whole_and_in_order_is_found() -> None:
    assert missed(LINES, TEXT) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace(" ", " \n "),
        lambda text: text.replace("well-known", "well-\nknown"),
        lambda text: text.replace("guide", "gui-\nde"),
        lambda text: text.replace("guide", "gui\u00adde"),
        lambda text: text.replace("guide", "gui\nde"),
        lambda text: text.replace("\n", " | "),
        lambda text: "\n\n" + text + "\n\n",
    ],
)
def test_spaces_breaks_and_dots_are_no_difference(change: Callable[[str], str]) -> None:
    assert missed(LINES, change(TEXT)) == []


def test_ligatures_and_composed_letters_are_no_difference() -> None:
    assert missed(["Office staff, Peñalver"], "O\ufb03ce sta\ufb00, Pen\u0303alver") == []


@pytest.mark.parametrize(
    ("change", "first"),
    [
        (lambda text: text.replace("Clerk\n", ""), "Clerk"),
        (lambda text: text.replace("Acme\nClerk", "Clerk\nAcme"), "Acme"),
        (lambda text: text.replace("Clerk", "Clerks"), "Clerk"),
        (lambda text: text.replace("Clerk", "C l e r k"), "Clerk"),
        (lambda text: text.replace("Clerk", "clerk"), "Clerk"),
        (lambda text: text.replace("well-known", "well known"), "Wrote a well-known guide."),
        (lambda text: text.replace("a well", "awell"), "Wrote a well-known guide."),
        (lambda text: text.replace("• Counted", "Page 1 Counted"), "Counted."),
        (lambda text: text.replace("Ada", "Ida"), "Ada Quill"),
        (lambda _: "", "Ada Quill"),
        # Two columns read across: the second line of each stands beside the first of the other.
        (
            lambda _: "Ada Quill Acme\nWork Experience Clerk\n• Wrote a well-known guide.\n• Counted.",
            "Work Experience",
        ),
    ],
)
def test_what_a_reader_would_miss_is_said_first(change: Callable[[str], str], first: str) -> None:
    assert missed(LINES, change(TEXT))[0] == first


def test_one_lost_line_does_not_take_the_others_with_it() -> None:
    checked = checking.find(LINES, TEXT.replace("Acme", "A c m e"))

    assert [one.line for one in checked if not one.found] == ["Acme"]
    assert checked[2].after == "Work Experience"


def test_a_short_line_is_not_found_inside_a_longer_word() -> None:
    assert missed(["Bo", "Boston"], "Boston") == ["Bo"]


def test_ten_thousand_characters_are_found_in_good_time() -> None:
    bullet = "word " * 1_999 + "ends."

    assert missed([bullet, "Next"], bullet + "\nNext") == []
    assert missed([bullet, "Next"], bullet[:-1] + "\nNext") == [bullet]


@pytest.mark.parametrize("form", [Form.PDF, Form.DOCX, Form.TXT])
def test_letters_with_loose_accents_that_have_a_composed_one_are_found(form: Form) -> None:
    written = {
        "basics": {"name": "Ada"},
        "work": [{"name": "Acme", "highlights": ["Pen\u0303alver, cafe\u0301."]}],
    }

    assert all(one.found for one in checking.check(written, form, writing.write(written, form)))


@pytest.mark.parametrize("line", ["-5 degrees", "- - 5", "---", "***", "…"])
def test_a_line_may_begin_with_signs_or_be_of_them_alone(line: str) -> None:
    assert missed(["Ada", line, "Next"], f"Ada\n• {line}\nNext") == []
    assert missed(["Ada", line, "Next"], "Ada\n• \nNext") == [line]


def test_a_file_that_lost_much_is_not_searched_to_its_end() -> None:
    lines = [f"Line number {number}" for number in range(100)]

    checked = checking.find(lines, "Something else")

    assert (len(checked), any(one.found for one in checked)) == (checking.MOST_LOST, False)


@pytest.mark.parametrize("lost", ["word " * 1_998 + "wo rd", "b" * 9_999 + "c", "- " * 4_999 + "*"])
def test_many_lost_lines_that_are_almost_there_cost_next_to_nothing(lost: str) -> None:
    text = "\n".join(["word " * 2_000, "b" * 10_000, "- " * 5_000] * 4)
    began = time.process_time()

    checked = checking.find([lost] * 200, text)

    assert not any(one.found for one in checked)
    assert time.process_time() - began < 5  # it was minutes
