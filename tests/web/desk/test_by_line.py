"""What is long is folded: a line stands once above its marks, an entry is open only where it is doubtful."""

import re

import pytest
from django.test import Client

from tests.cast import Person
from tests.web.desk.brought import a_resume
from tests.web.desk.resume.papers import a_resume as two_jobs
from tests.web.desk.test_bring import brought, content_of, filled
from tests.web.signing_in import seeker_visit, send, words

pytestmark = pytest.mark.django_db

JOBS = [
    {
        "name": "Port",
        "position": "Clerk",
        "startDate": "2019-01",
        "endDate": "2020",
        "highlights": ["Filed."],
    },
    {"name": "Harbor", "position": "Lead"},
]
OPEN = re.compile(r'<details class="entry"( open)?><summary><bdi>([^<]+)</bdi>')


@pytest.fixture
def visit(ada: Person) -> Client:
    return seeker_visit(ada)


def test_the_care_check_shows_a_line_once_and_its_marks_below(ada: Person, visit: Client) -> None:
    resume = a_resume(ada, "Moved A123-456-789 and A987-654-321 to court.")

    page = words(visit.get(f"/place/desk/{resume.pk}/care/"))

    assert page.count("<h3>Dispatcher, bullet 1</h3>") == 1
    assert "Moved <mark>A123-456-789</mark> and <mark>A987-654-321</mark> to court." in page
    assert page.count("What shall become of") == 2
    assert page.count("Write the line myself") == 1


def test_so_do_plainer_words(ada: Person, visit: Client) -> None:
    resume = a_resume(ada, "Supervised ERO officers and trained ERO staff.")

    page = words(visit.get(f"/place/desk/{resume.pk}/wording/"))

    assert page.count("<h3>Dispatcher, bullet 1</h3>") == 1
    assert page.count("<mark>ERO") == 2 or page.count("<mark>") == page.count("Instead of")


def test_a_brought_job_is_folded_unless_something_is_missing_in_it(ada: Person, visit: Client) -> None:
    document = brought(ada, visit, {"work": JOBS})

    page = words(visit.get(f"/place/desk/{document.pk}/bringing/work/"))

    assert OPEN.findall(page) == [("", "Clerk, Port"), (" open", "Lead, Harbor")]
    assert " · 1 bullet</span></summary>" in page


def test_what_cannot_be_read_is_open_and_linked_from_the_top(ada: Person, visit: Client) -> None:
    document = brought(ada, visit, {"work": JOBS})
    at = f"/place/desk/{document.pk}/bringing/work/"
    form = filled(words(visit.get(at)))
    end = next(name for name in form if name.endswith("-endDate"))

    page = words(send(visit, at, form | {end: "31 February 2020"}))

    assert OPEN.findall(page)[0] == (" open", "Clerk, Port")
    assert f'<a href="#{end}">' in page


def test_one_alone_is_open(ada: Person, visit: Client) -> None:
    document = brought(ada, visit, {"work": JOBS[:1]})

    assert OPEN.findall(words(visit.get(f"/place/desk/{document.pk}/bringing/work/"))) == [
        (" open", "Clerk, Port")
    ]


def test_lines_of_no_place_begin_a_job_a_school_and_a_certificate(ada: Person, visit: Client) -> None:
    lines = ["Night guard", "Watched the gate.", "Night school", "First aid"]
    document = brought(ada, visit, {"basics": {"label": "Guard"}, "x-unread": lines})
    ids = [one["id"] for one in content_of(ada, document)["unread"]]
    chosen = dict(zip(ids, ["work", "work", "education", "certificates"], strict=True))

    send(visit, f"/place/desk/{document.pk}/unread/", {f"line-{one}": to for one, to in chosen.items()})

    content = content_of(ada, document)
    (job,) = content["work"]
    assert (job["position"], [one["text"] for one in job["highlights"]]) == (
        "Night guard",
        ["Watched the gate."],
    )
    assert content["education"][0]["institution"] == "Night school"
    assert content["certificates"][0]["name"] == "First aid"
    assert content["unread"] == []


def test_skills_without_a_name_of_their_own_are_shown(ada: Person, visit: Client) -> None:
    skills = [{"keywords": ["Excel", "Spanish", "Radio", "Dogs", "Boats"]}]
    document = brought(ada, visit, {"skills": skills})

    for at in ("", "resume/skills/"):
        page = words(visit.get(f"/place/desk/{document.pk}/{at}"))
        assert "Excel, Spanish, Radio, Dogs</" in page
        assert "Nothing is written in it yet" not in page


def test_a_gap_that_goes_on_has_no_end(ada: Person, visit: Client) -> None:
    resume = two_jobs(ada, work=[{**content_of(ada, two_jobs(ada))["work"][1]}])

    page = words(visit.get(f"/place/desk/{resume.pk}/"))

    assert "Nothing since February 2019." in page
