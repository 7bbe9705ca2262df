"""A paper is taken away with a name that was typed, and the name is nowhere afterwards."""

import io
import json
import re

import pytest
from docx import Document as WordDocument

from offramp.documents import private
from offramp.documents.models import Document
from offramp.pairing.models import Pairing
from offramp.people.models import Session
from tests.cast import TODAY, Person
from tests.documents.papers import a_note
from tests.web.desk.brought import a_letter, a_resume
from tests.web.signing_in import TOKEN, Answer, seeker_visit, send, words

pytestmark = pytest.mark.django_db

TYPED = {
    "field-name": "Ada Lovelace",
    "field-email": "ada@example.org",
    "field-phone": "520 555 0142",
    "field-city": "Tucson",
    "field-form": "pdf",
    "field-design": "plain",
    "field-paper": "letter",
    "field-language": "en",
    "field-purpose": "private",
}
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


def typed(**changed: str) -> dict[str, str]:
    """As the form sends it."""
    return TYPED | {name if name == "knowing" else f"field-{name}": value for name, value in changed.items()}


def export(document: Document) -> str:
    return f"/place/desk/{document.pk}/export/"


def saved(visit, document: Document, **changed: str) -> Answer:  # type: ignore[no-untyped-def]
    """Through both pages, as a person goes."""
    ready = send(visit, export(document), typed(**changed))
    assert ready.status_code == 200, words(ready)
    hidden = dict(HIDDEN.findall(words(ready).partition("/export/file/")[2]))
    return visit.post(f"{export(document)}file/", hidden)


def test_the_name_stands_in_the_file_and_nowhere_on_the_desk(ada: Person) -> None:
    resume = a_resume(ada, "Planned the routes of forty trucks a day.")
    visit = seeker_visit(ada)

    answer = saved(visit, resume, form="docx")

    read = "\n".join(one.text for one in WordDocument(io.BytesIO(answer.content)).paragraphs)
    assert "Ada Lovelace" in read
    assert "Planned the routes of forty trucks a day." in read
    assert private.read(by=ada.keyholder).contact == {}
    assert "Ada Lovelace" not in words(visit.get(export(resume)))


@pytest.mark.parametrize(
    ("form", "media", "begins"),
    [
        ("pdf", "application/pdf", b"%PDF-"),
        ("txt", "text/plain; charset=utf-8", b"Ada Lovelace"),
        ("json", "application/json", b"{"),
    ],
)
def test_each_kind_of_file_comes_under_a_name_that_says_nothing(
    ada: Person, form: str, media: str, begins: bytes
) -> None:
    answer = saved(seeker_visit(ada), a_resume(ada, "Planned."), form=form)

    assert answer["Content-Type"] == media
    assert answer["Content-Disposition"] == f'attachment; filename="document.{form}"'
    assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == ("no-store", "noindex, nofollow")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.content.startswith(begins)


def test_what_is_hidden_unread_or_evidence_stays_on_the_desk(ada: Person) -> None:
    resume = a_resume(ada, "Planned.")

    told = json.loads(saved(seeker_visit(ada), resume, form="json").content)

    assert told["basics"]["name"] == "Ada Lovelace"
    assert told["work"][0]["highlights"] == ["Planned."]
    assert not {"x-unread", "x-title"} & set(told)


def test_the_machine_check_says_how_many_lines_were_found(ada: Person) -> None:
    page = words(send(seeker_visit(ada), export(a_resume(ada, "Planned.")), typed()))

    assert re.search(r"all \d+ lines were found, in order", page)


def test_a_missing_name_is_asked_for_and_nothing_is_lost(ada: Person) -> None:
    resume = a_resume(ada, "Planned.")

    answer = send(seeker_visit(ada), export(resume), typed(name=" "))

    assert answer.status_code == 400
    assert "Please write the name that shall stand at the top." in words(answer)
    assert 'value="520 555 0142"' in words(answer)
    assert 'value="pdf" checked' in words(answer)


def test_it_is_kept_sealed_only_if_somebody_wishes_and_forgotten_by_one_button(ada: Person) -> None:
    resume, visit = a_resume(ada, "Planned."), seeker_visit(ada)

    send(visit, export(resume), typed(keep="on"))
    assert private.read(by=ada.keyholder).contact["name"] == "Ada Lovelace"
    assert 'value="Ada Lovelace"' in words(visit.get(export(resume)))

    ready = words(send(visit, export(resume), typed()))
    assert "kept sealed on your desk" in ready
    assert "and nowhere else" not in ready

    answer = send(visit, f"/place/desk/{resume.pk}/contact/removal/", form_at=export(resume))
    assert answer["Location"] == f"{export(resume)}?told=contact-gone"
    assert private.read(by=ada.keyholder).contact == {}


def test_what_is_marked_leaves_only_knowingly(ada: Person) -> None:
    resume, visit = a_resume(ada, "Took over the case A123-456-789 from a colleague."), seeker_visit(ada)

    answer = send(visit, export(resume), typed())
    assert answer.status_code == 400
    assert "Please look at what is marked" in words(answer)
    assert 'value="Ada Lovelace"' in words(answer)

    assert send(visit, export(resume), typed(knowing="on")).status_code == 200


def test_letters_our_fonts_lack_are_named_with_the_forms_that_work(ada: Person) -> None:
    resume, visit = a_resume(ada, "Translated \u0628\u0627\u0628 daily."), seeker_visit(ada)

    answer = send(visit, export(resume), typed())

    assert answer.status_code == 400
    assert "Our fonts for the PDF cannot show Arabic letters" in words(answer)
    assert 'value="Ada Lovelace"' in words(answer)
    assert saved(visit, resume, form="txt").status_code == 200


def test_a_letter_goes_the_same_way(ada: Person) -> None:
    letter = a_letter(ada, greeting="Dear Ms. Reyes,", why="I like trucks.", closing="Sincerely,")
    visit = seeker_visit(ada)

    written = saved(visit, letter, form="txt", purpose="").content.decode()

    assert written.count("Ada Lovelace") == 2
    assert "I like trucks." in written
    page = words(send(visit, export(letter), typed(purpose="")))
    assert re.search(r"all \d+ lines were found, in order", page)


def test_markup_of_any_kind_is_only_letters(ada: Person) -> None:
    hostile = '#eval("1") *x* $y$ <b>&amp;</b> {% url %} \\n "quoted"'
    resume = a_resume(ada, hostile)

    assert (
        hostile in json.loads(saved(seeker_visit(ada), resume, form="json").content)["work"][0]["highlights"]
    )
    assert saved(seeker_visit(ada), resume, form="pdf").content.startswith(b"%PDF-")


def test_what_was_marked_since_does_not_slip_into_the_file(ada: Person) -> None:
    resume, visit = a_resume(ada, "Planned."), seeker_visit(ada)
    hidden = dict(HIDDEN.findall(words(send(visit, export(resume), typed())).partition("/export/file/")[2]))
    line = f"/place/desk/{resume.pk}/versions/1/line/work/j1/highlights/b1/"
    send(visit, line, {"text": "Planned for A123-456-789."})

    assert visit.post(f"{export(resume)}file/", hidden).status_code == 400


def test_changing_something_brings_all_that_was_typed_back(ada: Person) -> None:
    resume, visit = a_resume(ada, "Planned."), seeker_visit(ada)

    page = words(send(visit, f"{export(resume)}again/", typed(form="docx"), form_at=export(resume)))

    assert 'value="Ada Lovelace"' in page
    assert 'value="docx" checked' in page


def test_a_stranger_finds_no_such_page(ada: Person, gus: Person) -> None:
    resume, visit = a_resume(ada, "Planned."), seeker_visit(gus)

    for path in ("export/", "export/file/", "contact/", "contact/removal/"):
        answer = send(visit, f"/place/desk/{resume.pk}/{path}", typed(), form_at="/place/desk/new/")
        assert answer.status_code == 404


def test_a_note_is_no_paper_to_take_away(ada: Person) -> None:
    assert seeker_visit(ada).get(export(a_note(ada, "Words."))).status_code == 404


@pytest.mark.parametrize("button", ["", "file/", "again/"])
def test_what_was_typed_when_the_visit_had_ended_is_there_again_after_a_sign_in(
    ada: Person, button: str
) -> None:
    resume, visit = a_resume(ada, "Planned."), seeker_visit(ada)
    back = sent_too_late(visit, ada, f"{export(resume)}{button}", typed(form="docx", address="12 Mill Lane"))

    page = words(visit.get(back["Location"]))

    assert "What you typed is still here, and no file is made yet." in page
    for value in ("Ada Lovelace", "ada@example.org", "520 555 0142", "12 Mill Lane"):
        assert f'value="{value}"' in page
    assert 'value="docx" checked' in page


def test_it_stands_sealed_and_is_gone_from_the_visit_once_it_is_shown(ada: Person) -> None:
    resume, visit = a_resume(ada, "Planned."), seeker_visit(ada)
    back = sent_too_late(visit, ada, export(resume), typed())

    assert b"Lovelace" not in b"".join(bytes(one.sealed) for one in Session.objects.all())
    visit.get(back["Location"])

    assert 'value="Ada Lovelace"' not in words(visit.get(export(resume)))
    assert private.read(by=ada.keyholder).contact == {}


def test_somebody_else_who_comes_in_there_finds_nothing(ada: Person, gus: Person) -> None:
    resume, visit = a_resume(ada, "Planned."), seeker_visit(ada)

    back = sent_too_late(visit, gus, export(resume), typed())

    assert visit.get(back["Location"]).status_code == 404


def sent_too_late(visit, comes_in: Person, path: str, form: dict[str, str]) -> Answer:  # type: ignore[no-untyped-def]
    """The visit ended before the button was pressed; then somebody signs in on the page that came."""
    token = {"csrfmiddlewaretoken": TOKEN.findall(words(visit.get("/place/desk/new/")))[0]}
    visit.cookies.pop("__Host-place", None)
    away = words(visit.post(path, form | token))
    assert "You were away. Your text is still here." in away
    hidden = dict(HIDDEN.findall(away))
    return visit.post("/return/", hidden | {"code": str(comes_in.code)})


def test_many_files_in_a_row_are_refused_kindly(ada: Person) -> None:
    resume, visit = a_resume(ada, "Planned."), seeker_visit(ada)

    seen = [send(visit, export(resume), typed(form="json")).status_code for _ in range(11)]

    assert seen == [200] * 10 + [429]


def test_a_private_document_is_no_page_even_for_its_owner(ada: Person) -> None:
    private.keep_contact(by=ada.keyholder, contact={"name": "Ada"}, on=TODAY)
    kept = Document.objects.get()

    visit = seeker_visit(ada)
    for end in ("", "export/", "care/", "sharing/", "versions/"):
        assert visit.get(f"/place/desk/{kept.pk}/{end}").status_code == 404


def test_what_is_kept_is_in_the_file_to_take_along(ada: Person) -> None:
    private.keep_contact(by=ada.keyholder, contact={"name": "Ada Lovelace"}, on=TODAY)

    assert "Ada Lovelace" in words(send(seeker_visit(ada), "/place/copy/"))


def test_a_name_typed_here_is_looked_for_in_all_that_goes_out(ada: Person) -> None:
    resume, visit = a_resume(ada, "Trained by Lovelace, Ada, in 2012."), seeker_visit(ada)
    assert "Lovelace, Ada" not in words(visit.get(export(resume)))

    answer = send(visit, export(resume), typed())

    assert answer.status_code == 400
    assert "Your own name: <bdi>Lovelace, Ada</bdi>" in words(answer)
    assert f"/place/desk/{resume.pk}/versions/1/line/work/j1/highlights/b1/" in words(answer)
    assert "What you typed below is gone when you leave this page." in words(answer)
    assert "Look at them first" not in words(answer)  # the page of all marks does not know the name
    assert send(visit, export(resume), typed(knowing="on")).status_code == 200


def test_a_name_that_is_kept_is_looked_for_on_every_page_also_where_it_was_marked_first(
    ada: Person, pair: Pairing
) -> None:
    resume, visit = a_resume(ada, "Trained by Ada Lovelace in 2012."), seeker_visit(ada)

    answer = send(visit, export(resume), typed(keep="on"))

    assert answer.status_code == 400
    assert private.read(by=ada.keyholder).contact["name"] == "Ada Lovelace"
    assert "Look at them first" in words(answer)
    for page in ("care/", "sharing/", "export/"):
        assert "Ada Lovelace" in words(visit.get(f"/place/desk/{resume.pk}/{page}"))
    assert "What you typed below is gone" not in words(answer)


def test_more_than_anybody_reads_makes_no_pdf_and_says_what_to_do(ada: Person) -> None:
    resume, visit = a_resume(ada, *["Planned the routes. " * 490] * 7), seeker_visit(ada)

    answer = send(visit, export(resume), typed())

    assert answer.status_code == 400
    assert "A PDF of this would have far more pages than anybody reads" in words(answer)
    assert 'value="Ada Lovelace"' in words(answer)
    assert "A Word file or plain text can still be made of it." in words(
        visit.get(f"/place/desk/{resume.pk}/preview/")
    )
    assert saved(visit, resume, form="txt").status_code == 200
