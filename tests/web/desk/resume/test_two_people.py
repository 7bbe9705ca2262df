"""A résumé that is shared: read entry by entry, looked at without a name, and changed by what is accepted."""

import pytest

from offramp.documents.models import Suggestion
from offramp.documents.proposals import Change, Insertion, Removal
from offramp.pairing.models import Pairing
from tests.cast import Person
from tests.documents.papers import accept, propose, read
from tests.web.desk.resume.papers import a_job, bullets, content_of, shared_resume
from tests.web.signing_in import seeker_visit, send, staff_visit, words

pytestmark = pytest.mark.django_db


def test_an_adviser_reads_entry_by_entry_and_is_asked_about_what_is_empty(
    ada: Person, bo: Person, pair: Pairing
) -> None:
    resume = shared_resume(ada, pair)

    page = words(staff_visit(bo).get(f"/caseload/{pair.pk}/desk/{resume.pk}/"))

    assert '<h2 class="group" dir="auto">Work 1: Shift lead, Customs office</h2>' in page
    assert '<h3 class="spot-name" id="of-work/w1/highlights/b2">Bullet 2</h3>' in page
    assert f'/desk/{resume.pk}/changes/work/w1/location/">Place<span' in page
    assert f'/desk/{resume.pk}/insertions/work/w2/highlights/">Suggest a first bullet' in page
    assert "/evidence/" not in page


def test_a_new_bullet_is_suggested_where_there_is_none_and_accepted(
    ada: Person, bo: Person, pair: Pairing
) -> None:
    resume = shared_resume(ada, pair)
    form = {"text": "Filed 40 forms a day.", "reason": "It is what you told me."}
    send(staff_visit(bo), f"/caseload/{pair.pk}/desk/{resume.pk}/insertions/work/w2/highlights/", form)

    page = words(seeker_visit(ada).get(f"/place/desk/{resume.pk}/review/"))
    assert "Filed 40 forms a day." in page
    accept(ada, Suggestion.objects.get())

    assert [text for _id, text in bullets(ada, resume, "w2")] == ["Filed 40 forms a day."]
    assert content_of(ada, resume)["work"][1]["highlights"][0] | {"id": ""} == {
        "id": "",
        "text": "Filed 40 forms a day.",
        "evidence": "",
        "hidden": False,
        "tags": [],
    }


def test_a_change_a_new_bullet_and_a_removal_are_accepted_at_once(
    ada: Person, bo: Person, pair: Pairing
) -> None:
    resume = shared_resume(ada, pair)
    propose(bo, resume, Change("work/w1/position", old="Shift lead", new="Team lead"))
    propose(bo, resume, Insertion("work/w1/highlights/b1", "Trained 5 people."))
    propose(bo, resume, Removal("work/w1/highlights/b2", old="Wrote reports."))
    visit = seeker_visit(ada)
    page = words(visit.get(f"/place/desk/{resume.pk}/review/"))
    assert "Shift lead, job title: other words" in page
    assert "Shift lead, bullet 1: one more after it" in page

    send(
        visit,
        f"/place/desk/{resume.pk}/review/acceptance/",
        {"seen": "3"},
        form_at=f"/place/desk/{resume.pk}/review/",
    )

    assert [text for _id, text in bullets(ada, resume)] == ["Led a shift of 12.", "Trained 5 people."]
    history = words(visit.get(f"/place/desk/{resume.pk}/versions/"))
    assert "Changed: Team lead, job title. New: Team lead, bullet 2." in history


def test_the_pages_name_nobody(ada: Person, bo: Person, pair: Pairing) -> None:
    resume = shared_resume(ada, pair)
    visit = staff_visit(bo)
    at = f"/caseload/{pair.pk}/desk/{resume.pk}/preview/"

    page = words(visit.get(at))
    picture = visit.get(f"{at}pages/1/")

    assert f'<img src="{at}pages/1/"' in page
    assert (picture["Content-Type"], picture["Cache-Control"]) == ("image/svg+xml", "no-store")
    assert picture["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert visit.get(f"{at}pages/9/").status_code == 404


def test_what_is_hidden_is_said_to_be_so(ada: Person, bo: Person, pair: Pairing) -> None:
    resume = shared_resume(ada, pair, work=[a_job("w1", position="Guard", hidden=True)])

    page = words(staff_visit(bo).get(f"/caseload/{pair.pk}/desk/{resume.pk}/"))

    assert 'Work 1: Guard <span class="state">hidden</span></h2>' in page


def test_before_it_is_shared_all_of_it_is_shown_with_the_evidence_too(
    ada: Person, bo: Person, pair: Pairing
) -> None:
    resume = shared_resume(ada, pair)
    content = content_of(ada, resume)
    content["work"][0]["highlights"][0]["evidence"] = "The shift plan."
    other = shared_resume(ada, pair, work=content["work"])
    visit = seeker_visit(ada)
    send(visit, f"/place/desk/{other.pk}/sharing/end/", form_at=f"/place/desk/{other.pk}/sharing/")

    page = words(visit.get(f"/place/desk/{other.pk}/sharing/"))

    assert "Work 1: Shift lead, Customs office" in page
    assert "Evidence for bullet 1: The shift plan." in page


def test_what_is_taken_along_is_readable(ada: Person, pair: Pairing) -> None:
    shared_resume(ada, pair)

    file = words(send(seeker_visit(ada), "/place/copy/"))

    assert "Work 1: Shift lead, Customs office\nEmployer: Customs office\nJob title: Shift lead" in file
    assert "Bullet 1: Led a shift of 12." in file


def test_what_only_a_federal_office_asks_is_not_missed_in_a_private_resume(
    ada: Person, bo: Person, pair: Pairing
) -> None:
    private, federal = shared_resume(ada, pair), shared_resume(ada, pair, purpose="federal")
    visit = staff_visit(bo)

    for resume, is_asked in ((private, False), (federal, True)):
        page = words(visit.get(f"/caseload/{pair.pk}/desk/{resume.pk}/"))
        assert (f"/desk/{resume.pk}/changes/work/w1/x-salary/" in page) == is_asked
        assert (f"/desk/{resume.pk}/changes/basics/x-citizenship/" in page) == is_asked


def test_where_a_job_goes_on_its_end_says_so(ada: Person, bo: Person, pair: Pairing) -> None:
    resume = shared_resume(ada, pair)

    page = words(staff_visit(bo).get(f"/caseload/{pair.pk}/desk/{resume.pk}/"))

    end = page.partition('id="work/w1/endDate"')[2].partition("</section>")[0]
    assert '<div class="said" dir="auto">present</div>' in end


def test_each_line_keeps_what_may_be_done_there_folded(ada: Person, bo: Person, pair: Pairing) -> None:
    resume = shared_resume(ada, pair)

    page = words(staff_visit(bo).get(f"/caseload/{pair.pk}/desk/{resume.pk}/"))

    line = page.partition('id="work/w1/highlights/b1"')[2].partition("</section>")[0]
    assert 'Suggest or comment<span class="unseen">: Shift lead, bullet 1</span></summary>' in line
    assert line.count("<details") == 1
    assert line.index("<details") < line.index("<a href")


def test_the_adviser_comes_back_to_the_line_and_a_first_bullet_waits_where_it_would_stand(
    ada: Person, bo: Person, pair: Pairing
) -> None:
    resume, visit = shared_resume(ada, pair), staff_visit(bo)
    at, place = f"/caseload/{pair.pk}/desk/{resume.pk}/", "work/w2/highlights"

    answer = send(visit, f"{at}insertions/{place}/", {"text": "Filed 40 forms a day.", "reason": ""})
    comment = send(visit, f"{at}comments/work/w1/highlights/b1/", {"text": "How many?"})

    assert answer["Location"] == f"{at}?told=suggested#{place}"
    assert comment["Location"] == f"{at}?told=commented#work/w1/highlights/b1"
    page = words(visit.get(at))
    assert f'id="{place}"' in page
    assert "Filed 40 forms a day." in page
    assert "For a place that is gone" not in page


def test_what_became_of_a_suggestion_stands_above_and_open_until_it_was_gone_through(
    ada: Person, bo: Person, pair: Pairing
) -> None:
    resume, visit = shared_resume(ada, pair), staff_visit(bo)
    accept(ada, propose(bo, resume, Change("work/w1/position", old="Shift lead", new="Team lead")))
    at = f"/caseload/{pair.pk}/desk/{resume.pk}/"

    page = words(visit.get(at))
    assert "<details open><summary>What became of 1 suggestion</summary>" in page
    assert page.index("What became of") < page.index('<section class="spot"')

    send(visit, f"{at}review/", {"number": str(read(bo, resume).number)}, form_at=at)
    assert "<details><summary>What became of 1 suggestion</summary>" in words(visit.get(at))
