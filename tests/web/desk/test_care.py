"""What should not leave is marked with its reason; the seeker decides, and a false alarm is remembered."""

import re

import pytest

from offramp.documents import amounts, private
from offramp.documents.models import Document
from offramp.pairing.models import Pairing
from tests.cast import TODAY, Person
from tests.documents.papers import a_note, read
from tests.web.desk.brought import a_resume
from tests.web.signing_in import Fields, seeker_visit, send, words

pytestmark = pytest.mark.django_db

NUMBER = "A123-456-789"
LINE = f"Prepared the file of {NUMBER} for court."
KEY = re.compile(r'<input type="radio" name="([0-9a-f]{16})"')


def care(document: Document) -> str:
    return f"/place/desk/{document.pk}/care/"


def chosen(page: str, choice: str) -> Fields:
    return dict.fromkeys(KEY.findall(page), choice)


def bullet(owner: Person, document: Document) -> str:
    return str(read(owner, document).content["work"][0]["highlights"][0]["text"])


def test_each_mark_stands_in_its_line_with_its_reason(ada: Person) -> None:
    page = words(seeker_visit(ada).get(care(a_resume(ada, LINE))))

    assert f"Prepared the file of <mark>{NUMBER}</mark> for court." in page
    assert "<h3>Dispatcher, bullet 1</h3>" in page


def test_the_safer_words_are_put_in_their_place(ada: Person) -> None:
    resume, visit = a_resume(ada, f"{LINE} And {NUMBER} again."), seeker_visit(ada)

    answer = send(visit, care(resume), chosen(words(visit.get(care(resume))), "safer"))

    assert answer["Location"] == f"{care(resume)}?told=cared"
    assert NUMBER not in bullet(ada, resume)
    assert bullet(ada, resume).startswith("Prepared the file of ")
    assert read(ada, resume).number == 2


def test_a_false_alarm_is_dismissed_once_wherever_it_stands(ada: Person) -> None:
    resume, other, visit = a_resume(ada, LINE), a_note(ada, f"Again {NUMBER}."), seeker_visit(ada)

    send(visit, care(resume), chosen(words(visit.get(care(resume))), "dismissed"))

    assert bullet(ada, resume) == LINE
    for document in (resume, other):
        assert "We found nothing that should not leave." in words(visit.get(care(document)))
    (trace,) = private.read(by=ada.keyholder).dismissed
    assert NUMBER not in trace

    send(visit, f"{care(resume)}again/", form_at=care(resume))
    assert f"<mark>{NUMBER}</mark>" in words(visit.get(care(resume)))


def test_a_false_alarm_is_dismissed_however_much_is_kept(ada: Person) -> None:
    resume, visit = a_resume(ada, LINE, "Ten of case B987-654-321."), seeker_visit(ada)
    for number in range(10):
        other = a_note(ada, f"Words {number}.")
        private.keep_posting(by=ada.keyholder, document=other, text="x" * 20_000, on=TODAY)

    answer = send(visit, care(resume), chosen(words(visit.get(care(resume))), "dismissed"))

    assert answer["Location"] == f"{care(resume)}?told=cared"
    assert private.read(by=ada.keyholder).dismissed


def test_where_the_desk_is_full_neither_half_of_what_was_chosen_is_done(
    ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    resume, visit = a_resume(ada, f"{LINE} And B987-654-321, A987-654-321."), seeker_visit(ada)
    first, *others = KEY.findall(words(visit.get(care(resume))))
    monkeypatch.setattr(amounts, "FEW", 2)  # there is room for one version more
    monkeypatch.setattr(amounts, "MOST_WRITTEN", 0)

    answer = send(visit, care(resume), dict.fromkeys(others, "dismissed") | {first: "safer"})

    assert answer.status_code == 409
    assert "There is no more room." in words(answer)
    assert (read(ada, resume).number, private.read(by=ada.keyholder).dismissed) == (1, frozenset())


def test_what_is_left_for_now_is_marked_again(ada: Person) -> None:
    resume, visit = a_resume(ada, LINE), seeker_visit(ada)

    send(visit, care(resume), chosen(words(visit.get(care(resume))), ""))

    assert bullet(ada, resume) == LINE
    assert f"<mark>{NUMBER}</mark>" in words(visit.get(care(resume)))


def test_a_choice_for_a_line_that_changed_meanwhile_does_nothing(ada: Person) -> None:
    resume, visit = a_resume(ada, LINE), seeker_visit(ada)
    page = words(visit.get(care(resume)))
    line = f"/place/desk/{resume.pk}/versions/1/line/work/j1/highlights/b1/"
    send(visit, line, {"text": f"Now {NUMBER} stands elsewhere."})

    answer = send(visit, care(resume), chosen(page, "safer"))

    assert answer["Location"] == f"{care(resume)}?told=words-over"
    assert bullet(ada, resume) == f"Now {NUMBER} stands elsewhere."


def test_a_line_is_written_by_hand(ada: Person) -> None:
    resume, visit = a_resume(ada, LINE), seeker_visit(ada)
    line = f"/place/desk/{resume.pk}/versions/1/line/work/j1/highlights/b1/"

    assert LINE in words(visit.get(line))
    for _ in range(2):  # a double click
        answer = send(visit, line, {"text": "Prepared files for court."}, form_at="/place/desk/new/")

    assert answer["Location"] == f"{care(resume)}?told=saved"
    assert bullet(ada, resume) == "Prepared files for court."
    assert read(ada, resume).number == 2


def test_two_hands_on_one_line_lose_neither_text(ada: Person) -> None:
    resume, visit = a_resume(ada, LINE), seeker_visit(ada)
    line = f"/place/desk/{resume.pk}/versions/1/line/work/j1/highlights/b1/"
    send(visit, line, {"text": "The first hand."})

    answer = send(visit, line, {"text": "The second hand."}, form_at="/place/desk/new/")

    assert answer.status_code == 409
    page = words(answer)
    assert ">The first hand.</div>" in page
    assert "The second hand.</textarea>" in page
    assert f"/place/desk/{resume.pk}/versions/2/line/work/j1/highlights/b1/" in page


def test_a_line_typed_after_the_visit_comes_back_in_its_field(ada: Person) -> None:
    resume, visit = a_resume(ada, LINE), seeker_visit(ada)
    line = f"/place/desk/{resume.pk}/versions/1/line/work/j1/highlights/b1/"
    page = words(visit.get(line))
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[0]
    visit.cookies.pop("__Host-place", None)

    away = visit.post(line, {"csrfmiddlewaretoken": token, "text": "Typed for long."})
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', words(away))[0]
    back = visit.post(
        "/return/",
        {"csrfmiddlewaretoken": token, "code": str(ada.code), "text": "Typed for long.", "path": line},
        follow=True,
    )

    assert "Typed for long.</textarea>" in words(back)
    assert "You were away." in words(back)


def test_sharing_shows_what_is_marked_first(ada: Person, pair: Pairing) -> None:
    resume = a_resume(ada, LINE)

    page = words(seeker_visit(ada).get(f"/place/desk/{resume.pk}/sharing/"))

    assert "1 place may tell more than it should." in page
    assert f'href="{care(resume)}"' in page


def test_a_stranger_finds_no_such_page(ada: Person, gus: Person) -> None:
    resume, visit = a_resume(ada, LINE), seeker_visit(gus)

    for path in (care(resume), f"/place/desk/{resume.pk}/versions/1/line/title/"):
        assert visit.get(path).status_code == 404
        assert send(visit, path, {"text": "Mine."}, form_at="/place/desk/new/").status_code == 404
