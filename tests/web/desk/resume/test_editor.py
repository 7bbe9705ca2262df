"""A résumé is written part by part, and never lost: not by a second window or click, nor a long absence."""

import html
import re
from typing import Any

import pytest
from django.test import Client

from offramp.documents.models import Document, Version
from offramp.people.models import Session
from offramp.web import pace
from offramp.web.limits import Buckets
from tests.cast import Person
from tests.documents.papers import read
from tests.web.desk.resume.papers import a_content, a_job, a_resume, bullets, content_of, jobs, save
from tests.web.signing_in import Answer, seeker_visit, send, words

pytestmark = pytest.mark.django_db

FIELD = re.compile(r'<(input|textarea)\b[^>]*\bname="field-([^"]+)"([^>]*)>\n?((?:[^<]*)</textarea>)?')
MARKUP = '<b>bold</b> #set page(fill: red) $x$ & "quoted" \\'


def fields(page: str) -> dict[str, str]:
    """What the person finds in the form."""
    found = {}
    for tag, name, rest, text in FIELD.findall(page):
        value = re.search(r'value="([^"]*)"', rest)
        typed = text.removesuffix("</textarea>") if tag == "textarea" else value[1] if value else ""
        found[name] = html.unescape(typed)
    return found


def at(document: Document, place: str, *, base: int = 1) -> str:
    return f"/place/desk/{document.pk}/resume/{base}/{place}/"


def typed(**changes: str) -> dict[str, str]:
    """The form of the first job with other words in it."""
    job = {
        "name": "Customs office",
        "position": "Shift lead",
        "location": "",
        "startDate": "March 2019",
        "endDate": "present",
        "summary": "",
        "highlights": "Led a shift of 12.\nWrote reports.",
    }
    return {f"field-{name}": value for name, value in (job | changes).items()}


def write(visit: Client, document: Document, *, base: int = 1, entry: str = "w1", **changes: Any) -> Answer:
    return send(visit, at(document, f"work/{entry}", base=base), typed(**changes), form_at="/place/desk/new/")


@pytest.fixture
def visit(ada: Person) -> Client:
    return seeker_visit(ada)


@pytest.fixture
def resume(ada: Person) -> Document:
    return a_resume(ada)


def test_a_resume_is_begun_from_nothing_and_sent_twice_begun_once(ada: Person, visit: Client) -> None:
    draft = fields(words(visit.get("/place/desk/resumes/new/")))["draft"]
    form = {"field-title": "Office", "field-purpose": "private", "field-language": "es", "field-draft": draft}

    answers = [send(visit, "/place/desk/resumes/new/", form) for _ in range(2)]

    begun = Document.objects.get()
    assert {answer["Location"] for answer in answers} == {f"/place/desk/{begun.pk}/?told=begun"}
    assert (read(ada, begun).title, content_of(ada, begun)["language"]) == ("Office", "es")


def test_the_page_shows_what_stands_in_it_and_how_long_it_is(visit: Client, resume: Document) -> None:
    page = words(visit.get(f"/place/desk/{resume.pk}/"))

    assert "<bdi>Shift lead, Customs office</bdi></a>" in page
    assert "March 2019 \u2013 present" in page
    assert "<strong>A few lines.</strong> Private employers expect 1 to 2 pages." in page
    assert "Nothing stands at the top." in page


def test_an_entry_is_saved_with_all_its_fields(ada: Person, visit: Client, resume: Document) -> None:
    answer = write(
        visit, resume, position="Team lead", location="El Paso", endDate="2/2024", summary="Nights."
    )

    assert answer["Location"] == f"/place/desk/{resume.pk}/resume/work/?told=saved"
    job = content_of(ada, resume)["work"][0]
    shown = {key: job[key] for key in ("position", "location", "startDate", "endDate", "summary")}
    assert shown == {
        "position": "Team lead",
        "location": "El Paso",
        "startDate": "2019-03",
        "endDate": "2024-02",
        "summary": "Nights.",
    }


def test_each_line_finds_the_bullet_again_that_it_was(ada: Person, visit: Client, resume: Document) -> None:
    content = content_of(ada, resume)
    content["work"][0]["highlights"][1] |= {"evidence": "The yearly report.", "tags": ["office"]}
    save(ada, resume, content)

    write(
        visit, resume, base=2, highlights="• Wrote weekly reports.\n\n- Trained 5 people.\nLed a shift of 12."
    )

    after = content_of(ada, resume)["work"][0]["highlights"]
    assert [(one["text"], one["evidence"]) for one in after] == [
        ("Wrote weekly reports.", "The yearly report."),
        ("Trained 5 people.", ""),
        ("Led a shift of 12.", ""),
    ]
    assert [after[0]["id"], after[2]["id"]] == ["b2", "b1"]


def test_a_double_click_adds_an_entry_and_its_bullet_once(
    ada: Person, visit: Client, resume: Document
) -> None:
    page = words(visit.get(f"/place/desk/{resume.pk}/resume/work/new/"))
    action = re.findall(r'action="(/place/desk/[^"]+/work/[^"]+)"', page)[0]
    form = typed(position="Guard", startDate="2010", endDate="2012") | {"field-draft": fields(page)["draft"]}

    told = [send(visit, action, form, form_at="/place/desk/new/")["Location"][-9:] for _ in range(2)]

    assert jobs(ada, resume) == ["Shift lead", "Clerk", "Guard"]
    assert told == ["old=saved", "unchanged"]


def test_another_position_stands_behind_the_one_at_the_same_employer(
    ada: Person, visit: Client, resume: Document
) -> None:
    page = words(visit.get(f"/place/desk/{resume.pk}/resume/work/w1/next/"))
    begun = fields(page)
    assert (begun["name"], begun["position"], begun["after"]) == ("Customs office", "", "w1")
    action = re.findall(r'action="(/place/desk/[^"]+/work/[^"]+)"', page)[0]

    send(
        visit,
        action,
        typed(position="Officer", startDate="") | {"field-after": "w1"},
        form_at="/place/desk/new/",
    )

    assert jobs(ada, resume) == ["Shift lead", "Officer", "Clerk"]


def test_a_new_entry_stands_before_the_first_that_is_older(
    ada: Person, visit: Client, resume: Document
) -> None:
    write(visit, resume, entry="fresh1", position="Between", startDate="2016", endDate="2017")

    assert jobs(ada, resume) == ["Shift lead", "Between", "Clerk"]


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"endDate": "31 February 2020"}, "endDate", "No calendar has this day."),
        ({"startDate": "13/2019"}, "startDate", "There is no such month"),
        ({"startDate": "2031", "endDate": "present"}, "startDate", "This lies years ahead."),
        ({"startDate": "summer 2015"}, "startDate", "We cannot read this as a date."),
        ({"startDate": "May 2020", "endDate": "April 2020"}, "endDate", "This is before the beginning."),
        ({"startDate": "some summers ago"}, "startDate", "We cannot read this as a date."),
        ({"position": "a" * 10_001}, "position", "This is longer than 10000 characters."),
        ({"highlights": "a\n" + "b" * 10_001}, "highlights", "Line 2 is longer than 10000 characters."),
    ],
)
def test_what_cannot_be_saved_is_said_beside_its_field_and_everything_typed_stays(
    ada: Person, visit: Client, resume: Document, changes: dict[str, Any], field: str, sentence: str
) -> None:
    answer = write(visit, resume, **changes)

    page = words(answer)
    assert answer.status_code == 400
    assert f'id="field-{field}-error">{sentence}' in page
    assert {name: fields(page)[name] for name in changes} == changes
    assert jobs(ada, resume) == ["Shift lead", "Clerk"]


@pytest.mark.parametrize(
    ("typed_as", "kept_as"),
    [
        ("March 2019", "2019-03"),
        ("mar. 2019", "2019-03"),
        ("3/2019", "2019-03"),
        ("03-2019", "2019-03"),
        ("2019-3", "2019-03"),
        ("2019", "2019"),
        ("March 5, 2019", "2019-03-05"),
        ("5 de marzo de 2019", "2019-03-05"),
        ("marzo 2019", "2019-03"),
        ("3/5/2019", "2019-03-05"),
        ("Sept 2018", "2018-09"),
        ("Jan '21", "2021-01"),
        ("Jan. \u201998", "1998-01"),
    ],
)
def test_a_date_is_read_as_people_type_it(
    ada: Person, visit: Client, resume: Document, typed_as: str, kept_as: str
) -> None:
    write(visit, resume, startDate=typed_as)

    assert content_of(ada, resume)["work"][0]["startDate"] == kept_as


def test_a_date_that_was_brought_along_and_is_none_stays_when_it_is_left_alone(
    ada: Person, visit: Client
) -> None:
    resume = a_resume(ada, work=[a_job("w1", position="Cook", startDate="Summers")])

    write(visit, resume, startDate="Summers", position="Head cook")

    assert content_of(ada, resume)["work"][0]["startDate"] == "Summers"
    assert jobs(ada, resume) == ["Head cook"]


def test_another_entry_written_in_another_window_is_kept(
    ada: Person, visit: Client, resume: Document
) -> None:
    content = content_of(ada, resume)
    content["work"][1]["position"] = "Chief clerk"
    content["work"][0]["location"] = "El Paso"
    save(ada, resume, content)

    answer = write(visit, resume, position="Team lead")

    assert answer["Location"].endswith("told=merged")
    assert jobs(ada, resume) == ["Team lead", "Chief clerk"]
    assert content_of(ada, resume)["work"][0]["location"] == "El Paso"


def test_the_same_field_written_twice_shows_both_and_saves_neither(
    ada: Person, visit: Client, resume: Document
) -> None:
    content = content_of(ada, resume)
    content["work"][0] |= {"position": "Supervisor", "location": "El Paso"}
    content["work"][0]["highlights"][1]["text"] = "Wrote reports for the port."
    save(ada, resume, content)

    answer = write(
        visit, resume, position="Team lead", highlights="Led a shift of 12.\nWrote weekly reports."
    )

    page = words(answer)
    assert answer.status_code == 409
    assert "<h2>Supervisor, job title</h2>" in page
    assert '<div class="said" dir="auto">Supervisor</div>' in page
    assert fields(page) | {"draft": ""} == {
        "draft": "",
        "name": "Customs office",
        "position": "Team lead",
        "location": "El Paso",
        "startDate": "March 2019",
        "endDate": "",
        "summary": "",
        "highlights": "Led a shift of 12.\nWrote weekly reports.\nWrote reports for the port.",
    }
    assert f'action="{at(resume, "work/w1", base=2)}"' in page
    assert jobs(ada, resume) == ["Supervisor", "Clerk"]


def test_an_entry_taken_out_elsewhere_and_written_here_comes_back_if_it_is_saved_again(
    ada: Person, visit: Client, resume: Document
) -> None:
    save(ada, resume, a_content(work=content_of(ada, resume)["work"][1:]))

    page = words(write(visit, resume, position="Team lead"))
    assert "It was taken out." in page
    assert fields(page)["position"] == "Team lead"
    write(visit, resume, base=2, position="Team lead")

    assert sorted(jobs(ada, resume)) == ["Clerk", "Team lead"]


def test_a_form_sent_after_the_visit_ended_comes_back_whole_on_its_own_version(
    ada: Person, visit: Client, resume: Document
) -> None:
    visit.get(at(resume, "work/w1"))
    token = visit.cookies["__Host-form"].value
    Session.objects.all().delete()
    form = typed(position="Team lead", highlights="One line.\nAnd 'another' & more.")
    away = visit.post(at(resume, "work/w1"), form | {"csrfmiddlewaretoken": token})
    save(ada, resume, content_of(ada, resume) | {"title": "Meanwhile"})
    assert away.status_code == 409
    assert "You were away. Your text is still here." in words(away)
    brought = fields(words(away))
    hidden = {f"field-{name}": value for name, value in brought.items()}
    path = at(resume, "work/w1")

    back = send(visit, "/return/", {"code": str(ada.code), "path": path} | hidden)

    assert back["Location"] == path
    page = words(visit.get(path))
    assert "Your text is still here, not saved yet." in page
    assert fields(page)["position"] == "Team lead"
    assert fields(page)["highlights"] == "One line.\nAnd 'another' & more."
    assert jobs(ada, resume) == ["Shift lead", "Clerk"]


def test_what_was_kept_for_a_resume_that_is_gone_is_offered_as_a_note(ada: Person, visit: Client) -> None:
    gone = a_resume(ada)
    path = at(gone, "work/w1")
    gone.delete()
    Session.objects.all().delete()

    send(visit, "/return/", {"code": str(ada.code), "path": path, "field-position": "Team lead"})

    assert "A text of yours is still here, not saved." in words(visit.get("/place/desk/"))
    assert "Team lead" in words(visit.get("/place/desk/new/"))


def test_a_form_for_what_is_gone_comes_back_to_copy(visit: Client, resume: Document) -> None:
    resume.delete()

    answer = write(visit, resume, position="Team lead", highlights="My best line.")

    assert answer.status_code == 404
    assert "Team lead" in words(answer)
    assert "My best line." in words(answer)


def test_markup_in_every_field_stays_text(ada: Person, visit: Client, resume: Document) -> None:
    names = ("name", "position", "location", "summary", "highlights")
    everywhere: dict[str, Any] = dict.fromkeys(names, MARKUP)
    write(visit, resume, **everywhere)

    for page in ("", "resume/work/", "resume/2/work/w1/", "preview/"):
        assert "<b>bold</b>" not in words(visit.get(f"/place/desk/{resume.pk}/{page}"))
    assert fields(words(visit.get(at(resume, "work/w1", base=2))))["name"] == MARKUP.strip()
    assert visit.get(f"/place/desk/{resume.pk}/preview/pages/1/").status_code == 200


def test_what_stands_at_the_top_and_what_it_is_for_are_saved(
    ada: Person, visit: Client, resume: Document
) -> None:
    top = {"field-label": "Coordinator", "field-summary": "I lead.", "field-x-clearance": ""}
    chosen = {"field-title": "Port", "field-purpose": "federal", "field-language": "en"}
    look = {"field-design": "modern", "field-paper": "a4"}

    send(visit, at(resume, "top"), top)
    send(visit, at(resume, "choices", base=2), chosen | look)

    content = content_of(ada, resume)
    assert content["basics"]["label"] == "Coordinator"
    assert {key: content[key] for key in ("title", "purpose", "design", "paper")} == {
        "title": "Port",
        "purpose": "federal",
        "design": "modern",
        "paper": "a4",
    }
    assert "field-x-hoursPerWeek" in words(visit.get(at(resume, "work/w1", base=3)))


def test_a_form_opened_on_an_old_version_goes_on_from_the_newest(visit: Client, resume: Document) -> None:
    write(visit, resume, position="Team lead")

    for place in ("work/w1", "top", "choices"):
        assert visit.get(at(resume, place))["Location"] == at(resume, place, base=2)


@pytest.fixture(autouse=True)
def fresh_pace() -> None:
    """Each test is somebody who has not written yet."""
    pace.BUCKETS = Buckets()


def test_all_of_forty_jobs_with_ten_bullets_each_can_be_kept(ada: Person, visit: Client) -> None:
    text = "Led a team of 12 through a long night and wrote it down. " * 3
    many = [{"id": f"b{n}", "text": text, "evidence": "", "hidden": False, "tags": []} for n in range(10)]
    work = [a_job(f"w{n}", name="Office", position=f"Job {n}", highlights=many) for n in range(40)]
    resume = a_resume(ada, work=work)

    page = words(visit.get(f"/place/desk/{resume.pk}/"))

    assert "34 more, and their order" in page
    assert visit.get(f"/place/desk/{resume.pk}/preview/").status_code == 200
    assert bullets(ada, resume, "w39")[9] == ("b9", text)
    assert Version.objects.count() == 1


def test_a_job_in_which_nothing_is_written_is_not_kept(ada: Person, visit: Client, resume: Document) -> None:
    at = f"/place/desk/{resume.pk}/resume/1/work/fresh1/"

    answer = send(visit, at, {"field-position": " "}, form_at=f"/place/desk/{resume.pk}/resume/work/new/")

    assert answer.status_code == 400
    assert "Nothing is written in it yet, so it was not kept." in words(answer)
    assert jobs(ada, resume) == ["Shift lead", "Clerk"]
