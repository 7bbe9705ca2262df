"""Words that others understand are offered on the line: taken one by one, left, or wanted no more."""

import re

import pytest

from offramp.documents.models import Document
from tests.cast import Person
from tests.documents.papers import a_note, read
from tests.web.desk.brought import a_content, a_resume, lying
from tests.web.signing_in import seeker_visit, send, words

pytestmark = pytest.mark.django_db

LINE = "Supervised detainees at night, and helped detainees with forms."
KEY = re.compile(r'<input type="radio" name="([0-9a-f]{16})" value="0"')


def wording(document: Document) -> str:
    return f"/place/desk/{document.pk}/wording/"


def bullet(owner: Person, document: Document) -> str:
    return str(read(owner, document).content["work"][0]["highlights"][0]["text"])


def test_each_offer_stands_in_its_line_with_its_why(ada: Person) -> None:
    page = words(seeker_visit(ada).get(wording(a_resume(ada, LINE))))

    assert "Supervised <mark>detainees</mark> at night" in page
    assert "Supervised <strong>people in custody</strong> at night" in page
    assert "It speaks to:" in page
    assert page.count('value="" checked') == len(KEY.findall(page)) == 2


def test_only_what_was_chosen_is_changed_and_in_one_version(ada: Person) -> None:
    resume, visit = a_resume(ada, LINE), seeker_visit(ada)
    first, second = KEY.findall(words(visit.get(wording(resume))))

    answers = [send(visit, wording(resume), {second: "0"})["Location"] for _ in range(2)]  # a double click

    assert answers == [f"{wording(resume)}?told=worded", f"{wording(resume)}?told=words-over"]
    assert bullet(ada, resume) == "Supervised detainees at night, and helped people in custody with forms."
    assert read(ada, resume).number == 2
    assert first not in words(visit.get(wording(resume)))  # its line is another one now


def test_both_of_one_line_are_changed_in_their_places(ada: Person) -> None:
    resume, visit = a_resume(ada, LINE), seeker_visit(ada)

    send(visit, wording(resume), dict.fromkeys(KEY.findall(words(visit.get(wording(resume)))), "0"))

    both = "Supervised people in custody at night, and helped people in custody with forms."
    assert bullet(ada, resume) == both


def test_what_is_not_wanted_is_never_offered_for_this_paper_again(ada: Person) -> None:
    resume, other, visit = a_resume(ada, LINE), a_resume(ada, LINE), seeker_visit(ada)
    first, *_others = KEY.findall(words(visit.get(wording(resume))))

    send(visit, wording(resume), {first: "never"})

    assert bullet(ada, resume) == LINE
    assert "We have no other words to offer" in words(visit.get(wording(resume)))
    assert "<mark>detainees</mark>" in words(visit.get(wording(other)))


@pytest.mark.parametrize("choice", ["", "99", "-1", "x", "1.0"])
def test_no_other_choice_changes_anything(ada: Person, choice: str) -> None:
    resume, visit = a_resume(ada, LINE), seeker_visit(ada)

    send(visit, wording(resume), dict.fromkeys(KEY.findall(words(visit.get(wording(resume)))), choice))

    assert (bullet(ada, resume), read(ada, resume).number) == (LINE, 1)


def test_from_an_entry_only_its_own_lines_are_offered(ada: Person) -> None:
    content = a_content("Supervised detainees.", summary="Cared for detainees.")
    visit, resume = seeker_visit(ada), lying(ada, content)

    assert len(KEY.findall(words(visit.get(wording(resume))))) == 2
    assert len(KEY.findall(words(visit.get(f"{wording(resume)}work/j1/")))) == 1
    assert KEY.findall(words(visit.get(f"{wording(resume)}work/j/"))) == []


def test_an_employer_and_a_title_are_facts_and_not_reworded(ada: Person) -> None:
    content = a_content("Planned.")
    content["work"][0] |= {"name": "Detainee transport", "position": "Detainee escort"}

    assert "<mark>" not in words(seeker_visit(ada).get(wording(lying(ada, content))))


def test_a_title_may_be_explained_and_an_employer_spelled_out(ada: Person) -> None:
    content = a_content("Planned.")
    content["work"][0] |= {"name": "ICE", "position": "Deportation Officer, GS-1801-12"}

    page = words(seeker_visit(ada).get(wording(lying(ada, content))))

    assert "<strong>U.S. Immigration and Customs Enforcement</strong></span>" in page
    assert "<strong>Deportation Officer (casework on immigration removals)</strong>, GS-1801-12" in page
    assert "Instead of “GS-1801-12”" not in page


def test_a_long_line_is_shown_near_the_words(ada: Person) -> None:
    page = words(seeker_visit(ada).get(wording(a_resume(ada, f"{'Once ' * 40}detainees {'then ' * 40}."))))

    assert f"… {'Once ' * 13}<strong>people in custody</strong> {'then ' * 13}".rstrip() + " …" in page


def test_a_stranger_finds_no_such_page(ada: Person, gus: Person) -> None:
    resume, visit = a_resume(ada, LINE), seeker_visit(gus)

    assert visit.get(wording(resume)).status_code == 404
    assert send(visit, wording(resume), {}, form_at="/place/desk/new/").status_code == 404


def test_a_note_has_no_such_page(ada: Person) -> None:
    assert seeker_visit(ada).get(wording(a_note(ada, LINE))).status_code == 404
