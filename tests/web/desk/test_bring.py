"""An old résumé is read once and gone; what was understood is gone through, and no line of it is dropped."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from offramp.documents import private
from offramp.documents.models import Document
from offramp.documents.places import Content
from offramp.paper.writing import Form, write
from tests.cast import Person
from tests.documents.papers import read
from tests.files.hostile import HOSTILE
from tests.web.desk.brought import OLD
from tests.web.signing_in import TOKEN, Answer, Fields, seeker_visit, send, words

pytestmark = pytest.mark.django_db

BRING = "/place/desk/bring/"
HIDDEN = re.compile(r'<input type="hidden" name="((?!csrf)[^"]+)" value="([^"]*)"')
LINES = re.compile(r'name="(field-[^"]+)" type="text" maxlength="\d+" value="([^"]*)"')
TEXTS = re.compile(r'name="(field-[^"]+)"[^>]*>\n([^<]*)</textarea>')
WHOLE: dict[str, Any] = {
    "basics": {"name": "Ada Lovelace", "email": "ada@example.org", "label": "Dispatcher"},
    "work": [
        {
            "name": "Cargo Systems Inc.",
            "position": "Dispatcher",
            "startDate": "2019-01",
            "highlights": ["Planned the routes of forty trucks."],
        }
    ],
    "skills": [{"name": "Office", "keywords": ["Excel"]}],
    "x-unread": ["Search and rescue since 2014", "Available at once"],
}


@pytest.fixture
def visit(ada: Person) -> Client:
    return seeker_visit(ada)


def bring(visit: Client, content: bytes, name: str = "Ada Lovelace CV.pdf") -> Answer:
    return send(visit, BRING, {"file": SimpleUploadedFile(name, content)})


def brought(ada: Person, visit: Client, resume: dict[str, Any] | None = None) -> Document:
    send(visit, BRING, {"file": SimpleUploadedFile("old.json", write(resume or WHOLE, Form.JSON))})
    return next(one for one in Document.objects.all() if read(ada, one).kind.name == "resume")


def content_of(ada: Person, document: Document) -> Content:
    return read(ada, document).content


def filled(page: str) -> Fields:
    """The form as it stands."""
    return dict(HIDDEN.findall(page)) | dict(LINES.findall(page)) | dict(TEXTS.findall(page))


def go_on(visit: Client, document: Document, **typed: str) -> str:
    """Confirm the next part, with these words in the fields whose names end so; says where it was."""
    at = visit.get(f"/place/desk/{document.pk}/bringing/")["Location"]
    page = words(visit.get(at))
    named = {name: value for end, value in typed.items() for name in filled(page) if name.endswith(end)}
    ticked = {name: "on" for name in re.findall(r'name="(field-\w+-out)"', page) if "out" in typed}
    answer = send(visit, at, filled(page) | named | ticked)
    assert answer.status_code == 302, words(answer)
    return str(at.partition("/bringing/")[2].strip("/"))


def test_what_was_understood_is_sealed_and_whom_it_names_is_only_shown(ada: Person, visit: Client) -> None:
    page = words(bring(visit, write(WHOLE, Form.PDF)))

    assert "Work: 1" in page
    assert "<bdi>Ada Lovelace</bdi>" in page
    assert "The original is gone." in page
    (document,) = (one for one in Document.objects.all() if read(ada, one).kind.name == "resume")
    assert content_of(ada, document)["work"][0]["name"] == "Cargo Systems Inc."
    assert content_of(ada, document)["title"] == "Dispatcher, Cargo Systems Inc."
    assert "Lovelace" not in str(content_of(ada, document))
    assert private.read(by=ada.keyholder).contact == {}


def test_pasted_words_go_the_same_way(ada: Person, visit: Client) -> None:
    page = words(send(visit, BRING, {"text": OLD}))

    assert "What we understood" in page
    assert "ada@example.org" in page


def test_whom_it_names_is_kept_sealed_only_on_a_wish(ada: Person, visit: Client) -> None:
    found = words(bring(visit, write(WHOLE, Form.JSON), "old.json"))
    at = re.findall(r'action="(/place/desk/[^"]+/contact/)"', found)[0]

    visit.post(at, dict(HIDDEN.findall(found)) | {"csrfmiddlewaretoken": TOKEN.findall(found)[0]})

    assert private.read(by=ada.keyholder).contact == {"name": "Ada Lovelace", "email": "ada@example.org"}


def test_it_is_gone_through_part_by_part_and_then_is_like_any_other(ada: Person, visit: Client) -> None:
    document = brought(ada, visit)

    seen = [go_on(visit, document, position="Lead dispatcher") for _ in range(3)]

    assert seen == ["basics", "work", "skills"]
    assert content_of(ada, document)["work"][0]["position"] == "Lead dispatcher"
    assert content_of(ada, document)["skills"][0]["keywords"][0]["text"] == "Excel"
    assert visit.get(f"/place/desk/{document.pk}/bringing/")["Location"].endswith("/unread/")
    send(visit, f"/place/desk/{document.pk}/unread/", {})
    done = visit.get(f"/place/desk/{document.pk}/bringing/")
    assert done["Location"] == f"/place/desk/{document.pk}/?told=brought"


def test_an_entry_is_left_out_by_a_tick(ada: Person, visit: Client) -> None:
    document = brought(ada, visit)
    go_on(visit, document)

    go_on(visit, document, out="on")

    assert content_of(ada, document)["work"] == []


def test_a_part_confirmed_twice_is_confirmed_once_and_empties_no_other(ada: Person, visit: Client) -> None:
    jobs = [{"name": f"Employer {number}", "position": "Clerk"} for number in range(9)]
    document = brought(ada, visit, {"work": jobs})
    at = f"/place/desk/{document.pk}/bringing/work/"
    form = filled(words(visit.get(at)))

    for _ in range(2):
        assert send(visit, at, form, form_at="/place/desk/new/").status_code == 302

    assert [one["name"] for one in content_of(ada, document)["work"]] == [one["name"] for one in jobs]
    assert len(private.read(by=ada.keyholder).left(document.pk)) == 3


def test_a_day_that_no_calendar_has_is_said_beside_its_field(ada: Person, visit: Client) -> None:
    document = brought(ada, visit)
    at = f"/place/desk/{document.pk}/bringing/work/"
    page = words(visit.get(at))
    start = next(name for name in filled(page) if name.endswith("-startDate"))

    answer = send(visit, at, filled(page) | {start: "31 February 2019"})

    assert answer.status_code == 400
    assert "No calendar has this day." in words(answer)
    assert 'value="31 February 2019"' in words(answer)


def test_what_was_typed_after_the_visit_stands_in_its_fields_again(ada: Person, visit: Client) -> None:
    document = brought(ada, visit)
    at = f"/place/desk/{document.pk}/bringing/work/"
    form = filled(words(visit.get(at)))
    position = next(name for name in form if name.endswith("-position"))
    token = TOKEN.findall(words(visit.get(at)))[0]
    visit.cookies.pop("__Host-place", None)

    away = words(visit.post(at, form | {position: "Typed for long", "csrfmiddlewaretoken": token}))
    back = visit.post(
        "/return/",
        dict(HIDDEN.findall(away)) | {"csrfmiddlewaretoken": TOKEN.findall(away)[0], "code": str(ada.code)},
        follow=True,
    )

    assert 'value="Typed for long"' in words(back)


def test_a_part_that_was_changed_elsewhere_shows_both(ada: Person, visit: Client) -> None:
    document = brought(ada, visit)
    at = f"/place/desk/{document.pk}/bringing/work/"
    form = filled(words(visit.get(at)))
    position = next(name for name in form if name.endswith("-position"))
    send(visit, at, form | {position: "The first hand"})

    answer = send(visit, at, form | {position: "The second hand"}, form_at="/place/desk/new/")

    assert answer.status_code == 409
    assert "The first hand</div>" in words(answer)
    assert 'value="The second hand"' in words(answer)


def test_a_line_nobody_understood_is_put_where_it_belongs_or_deleted_or_stays(
    ada: Person, visit: Client
) -> None:
    document = brought(ada, visit, WHOLE | {"x-unread": ["First.", "Second.", "Third.", "Fourth."]})
    first, second, third, fourth = content_of(ada, document)["unread"]
    job = content_of(ada, document)["work"][0]["id"]
    at = f"/place/desk/{document.pk}/unread/"

    for _ in range(2):
        send(
            visit,
            at,
            {
                f"line-{first['id']}": f"work/{job}/highlights",
                f"line-{second['id']}": "gone",
                f"line-{fourth['id']}": "title",  # no place that was offered
            },
            form_at="/place/desk/new/",
        )

    content = content_of(ada, document)
    bullets = [one["text"] for one in content["work"][0]["highlights"]]
    assert bullets == ["Planned the routes of forty trucks.", "First."]
    assert content["unread"] == [third, fourth]


def test_a_line_out_of_which_a_name_was_taken_says_what_its_sign_stands_for(
    ada: Person, visit: Client
) -> None:
    named = WHOLE | {"x-unread": ["Trained by Ada Lovelace in 2012."]}
    document = brought(ada, visit, named | {"basics": {"name": "Ada Lovelace"}})

    page = words(visit.get(f"/place/desk/{document.pk}/unread/"))

    assert "Trained by […] in 2012." in page
    assert "Where “[…]” stands, something told who you are." in page


def test_sent_twice_it_begins_one(ada: Person, visit: Client) -> None:
    page = words(visit.get(BRING))
    draft = re.findall(r'name="draft" value="([^"]+)"', page)[0]

    for _ in range(2):
        send(visit, BRING, {"text": OLD, "draft": draft})

    assert [read(ada, one).kind.name for one in Document.objects.all()].count("resume") == 1


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("a PDF with a password", "This file opens with a password only"),
        ("a PDF of too many pages", "This file has more pages than a résumé can have."),
    ],
)
def test_a_file_that_cannot_be_read_is_answered_with_a_clear_sentence(
    visit: Client, name: str, sentence: str
) -> None:
    answer = bring(visit, HOSTILE[name].make())

    assert answer.status_code == 400
    assert sentence in words(answer)
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "This file is empty."),
        (bytes(10 * 1024 * 1024 + 1), "This file is larger than 10 MB."),
        (b"\x00\x01\x02 nothing we know", "A photo or scan of paper cannot be read: type its words"),
        (b"%PDF-1.7 broken", "This file is damaged"),
        (b'{"work": "no list"}', "This is no résumé as we know them."),
        (b'{"work": [{"startDate": "2019-02-31"}]}', "It holds “2019-02-31” as a date: no calendar has it"),
    ],
    ids=["empty", "too large", "bytes", "broken", "no resume", "31 February"],
)
def test_so_is_what_is_no_resume(visit: Client, content: bytes, sentence: str) -> None:
    answer = bring(visit, content)

    assert answer.status_code == 400
    assert sentence in words(answer)


@pytest.mark.parametrize("text", ["", "   \n "])
def test_an_empty_paste_is_asked_for_kindly(visit: Client, text: str) -> None:
    answer = send(visit, BRING, {"text": text})

    assert answer.status_code == 400
    assert "Please choose a file, or paste the words of your résumé." in words(answer)


def test_a_resume_in_arabic_or_without_any_date_loses_no_line(ada: Person, visit: Client) -> None:
    lines = [
        "\u0633\u0627\u0626\u0642 \u0634\u0627\u062d\u0646\u0629",
        "\u0634\u0631\u0643\u0629 \u0627\u0644\u0646\u0642\u0644",
    ]

    answer = send(visit, BRING, {"text": "\n".join(lines)})

    assert answer.status_code == 200
    (document,) = (one for one in Document.objects.all() if read(ada, one).kind.name == "resume")
    kept = str(content_of(ada, document)) + words(answer)
    assert all(line in kept for line in lines)


def test_markup_is_only_letters(ada: Person, visit: Client) -> None:
    hostile = '<script>alert(1)</script> #eval("1") {{ x }}'
    document = brought(ada, visit, {"work": [{"name": hostile, "highlights": [hostile]}]})

    page = words(visit.get(f"/place/desk/{document.pk}/bringing/work/"))

    assert "<script>alert" not in page
    assert content_of(ada, document)["work"][0]["name"] == hostile


def test_forty_jobs_are_gone_through_six_at_a_time(ada: Person, visit: Client) -> None:
    jobs = [{"name": f"Employer {number}", "highlights": ["Planned." * 20] * 5} for number in range(40)]
    document = brought(ada, visit, {"work": jobs})

    page = words(visit.get(f"/place/desk/{document.pk}/bringing/work/"))

    assert page.count("<fieldset") == 6
    assert "40 parts are still to look at." in page
    go_on(visit, document)
    assert len(private.read(by=ada.keyholder).left(document.pk)) == 34
    assert len(content_of(ada, document)["work"]) == 40


def test_a_stranger_finds_no_such_page(ada: Person, gus: Person, visit: Client) -> None:
    document, stranger = brought(ada, visit), seeker_visit(gus)

    for path in ("bringing/", "bringing/work/", "unread/"):
        assert stranger.get(f"/place/desk/{document.pk}/{path}").status_code == 404
        answer = send(stranger, f"/place/desk/{document.pk}/{path}", {}, form_at="/place/desk/new/")
        assert answer.status_code in (404, 405)


def test_a_section_that_is_none_is_no_page(ada: Person, visit: Client) -> None:
    document = brought(ada, visit)

    assert visit.get(f"/place/desk/{document.pk}/bringing/title/").status_code == 404
