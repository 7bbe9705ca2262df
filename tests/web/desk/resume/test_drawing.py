"""Drawing a paper costs little: once for all its pages, never a whole book, no more than a person asks."""

import time
from typing import Any

import pytest
from django.test import Client

from offramp.paper import writing
from offramp.web import pace, uploads
from offramp.web.desk.resume import previews, shortly
from offramp.web.desk.resume.shortly import Shortly
from offramp.web.limits import Buckets
from tests.cast import TODAY, Person
from tests.web.desk.resume.papers import a_bullet, a_content, a_job, a_resume
from tests.web.signing_in import seeker_visit, send, words

pytestmark = pytest.mark.django_db

BOOK = [a_job("w1", name="Acme", highlights=[a_bullet(f"b{n}", "i W " * 2_499) for n in range(4)])]


@pytest.fixture(autouse=True)
def nothing_drawn_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(previews, "_LATELY", Shortly())
    monkeypatch.setattr(pace, "BUCKETS", Buckets())


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Whatever is truly drawn."""
    counted: list[Any] = []
    draw = writing.preview

    def preview(written: writing.Written, **look: str) -> list[bytes]:
        counted.append(look)
        return draw(written, **look)

    monkeypatch.setattr(writing, "preview", preview)
    return counted


@pytest.fixture
def visit(ada: Person) -> Client:
    return seeker_visit(ada)


def test_one_look_at_all_pages_draws_them_once(visit: Client, ada: Person, drawn: list[Any]) -> None:
    at = f"/place/desk/{a_resume(ada).pk}/"
    for page in ("", "preview/", "preview/pages/1/", "preview/pages/999/", "preview/pages/1/"):
        visit.get(at + page)

    assert len(drawn) == 1
    visit.get(f"{at}preview/?design=modern&paper=a4")
    assert len(drawn) == 2


def test_a_book_is_not_drawn_and_the_pages_say_so(visit: Client, ada: Person, drawn: list[Any]) -> None:
    at = f"/place/desk/{a_resume(ada, work=BOOK).pk}/"

    preview = visit.get(f"{at}preview/")

    assert (preview.status_code, "Too long to draw." in words(preview)) == (200, True)
    assert "Far too long for anybody to read." in words(visit.get(at))
    assert visit.get(f"{at}preview/pages/1/").status_code == 404
    assert drawn == []


@pytest.mark.parametrize("design", writing.designs())
def test_the_longest_that_is_drawn_takes_about_a_second(design: str) -> None:
    work = [a_job("w1", highlights=[a_bullet(f"b{n}", "i W " * 1_240 + str(n)) for n in range(5)])]
    content = a_content(work=work)
    previews.lay_out("resume", a_content(), today=TODAY, design=design)
    began = time.process_time()

    laid = previews.lay_out("resume", content, today=TODAY, design=design)

    assert laid.count > 2
    assert time.process_time() - began < 4  # measured: 0.9


def test_who_asks_for_ever_other_pages_is_asked_to_wait(
    visit: Client, ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "DRAWN_A_MINUTE", 1)
    at = f"/place/desk/{a_resume(ada).pk}/preview/"

    assert visit.get(at).status_code == 200
    refused = visit.get(f"{at}?design=modern&paper=a4")

    assert (refused.status_code, "Wait a few minutes" in words(refused)) == (429, True)
    assert visit.get(f"{at}pages/1/").status_code == 200  # drawn before
    assert visit.get(f"{at}pages/1/?design=modern&paper=a4").status_code == 429


def test_files_are_made_no_faster_than_a_person_needs_them(
    visit: Client, ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "MADE_A_MINUTE", 1)
    at = f"/place/desk/{a_resume(ada).pk}/export/"
    typed = {"name": "Ada", "form": "txt", "design": "plain", "paper": "letter", "language": "en"}
    typed = {f"field-{name}": value for name, value in typed.items()} | {"knowing": "on"}

    answers = [send(visit, f"{at}{end}", typed, form_at=at) for end in ("file/", "file/", "")]

    assert [answer.status_code for answer in answers] == [200, 429, 429]
    monkeypatch.setattr(pace, "DRAWN_A_MINUTE", 0)
    assert send(visit, f"{at}again/", typed, form_at=at)["Location"].endswith("told=often")


def test_what_is_sent_to_be_read_back_keeps_nobody_waiting(ada: Person) -> None:
    at = f"/place/desk/{a_resume(ada).pk}/"

    assert uploads.take_long_at(f"{at}export/")
    assert uploads.take_long_at(f"/es{at}export/file/")
    assert not uploads.take_long_at(f"{at}preview/")
    assert not uploads.take_long_at("/nowhere/")


def test_an_unknown_design_is_drawn_in_the_first() -> None:
    content = a_content()

    odd = previews.lay_out("resume", content | {"design": "gone", "paper": "gone"}, today=TODAY)

    assert odd.pictures == previews.lay_out("resume", content, today=TODAY).pictures
    assert odd.count == 1


def test_what_no_file_can_hold_is_said() -> None:
    work = [a_job(f"w{number}", name="Acme") for number in range(201)]

    laid = previews.lay_out("resume", a_content(work=work), today=TODAY)

    assert (laid.count, laid.trouble) == (0, previews.NOT_A_FILE)


def test_the_evidence_of_a_bullet_is_no_bullet(visit: Client, ada: Person) -> None:
    at = f"/place/desk/{a_resume(ada).pk}/resume/1/bullets/work/w1/highlights/"

    assert visit.get(f"{at}b1/").status_code == 200
    for place in ("b1/evidence/", "b9/", "b1/tags/", ""):
        typed = {"field-text": "Mine", "field-evidence": "", "field-tags": ""}
        answer = send(visit, at + place, typed, form_at=f"{at}b1/")
        assert answer.status_code == 404, place


def test_what_was_drawn_is_gone_after_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    lately: Shortly[str] = Shortly()
    keys = [lately.key("resume", number) for number in range(shortly.MOST_KEPT + 1)]
    for key in keys:
        lately.put(key, "pages")

    assert [lately.get(key) for key in keys] == [None, *["pages"] * shortly.MOST_KEPT]
    monkeypatch.setattr(shortly, "KEPT_FOR", -1)
    lately.sweep()
    assert lately.kept == {}
