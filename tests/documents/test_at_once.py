"""Two people, or two tabs, in the same second."""

from collections.abc import Callable

import pytest

from offramp.documents import answers, comments, editing, sharing, suggestions
from offramp.documents.models import Comment, Desk, Document, Epoch, Share, Version
from offramp.documents.proposals import Change
from offramp.pairing import burning, endings
from offramp.pairing.models import Pairing
from offramp.people import codes
from offramp.people.models import Envelope
from offramp.sealed.codes import Code
from tests.cast import TODAY, Person
from tests.documents.papers import a_content, a_note, opens, share, shared_note, texts, write
from tests.pairing.at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)

P1 = "paragraphs/p1"


def saving(person: Person, document: Document, *paragraphs: str, base: int) -> Callable[[], object]:
    by, content = person.keyholder, a_content(*paragraphs)
    return lambda: editing.save(by=by, document=document, content=content, base=base, on=TODAY)


def test_two_tabs_that_save_other_places_keep_both(ada: Person) -> None:
    document = a_note(ada, "One.", "Two.")

    done = at_once(saving(ada, document, "1.", "Two.", base=1), saving(ada, document, "One.", "2.", base=1))

    assert done == ["done", "done"]
    assert texts(ada, document) == ["1.", "2."]
    assert Version.objects.count() == 3


def test_two_tabs_that_save_the_same_place_are_told(ada: Person) -> None:
    document = a_note(ada, "One.")

    done = at_once(saving(ada, document, "A.", base=1), saving(ada, document, "B.", base=1))

    assert sorted(done) == ["Changed", "done"]
    assert Version.objects.count() == 2


def test_a_double_click_on_the_first_note_makes_one_desk(ada: Person) -> None:
    by, content = ada.keyholder, a_content("One.")

    def begin() -> object:
        return editing.begin(by=by, kind="note", content=content, on=TODAY)

    assert at_once(begin, begin) == ["done", "done"]
    assert Desk.objects.count() == 1
    assert sorted(Document.objects.values_list("number", flat=True)) == [1, 2]


def test_accepting_twice_at_once_is_one_version(ada: Person, bo: Person, pairing: Pairing) -> None:
    document = shared_note(ada, pairing, "One.")
    proposal = Change(P1, "One.", "1.")
    suggestion = suggestions.propose(
        by=bo.keyholder, document=document, proposal=proposal, reason="", on=TODAY
    )
    by = ada.keyholder

    def accept() -> object:
        return answers.accept(by=by, suggestion=suggestion, on=TODAY)

    assert at_once(accept, accept) == ["done", "done"]
    assert Version.objects.count() == 3


def test_saving_while_the_adviser_comments_keeps_both(ada: Person, bo: Person, pairing: Pairing) -> None:
    document, reader = shared_note(ada, pairing, "One."), bo.keyholder

    done = at_once(
        saving(ada, document, "Two.", base=2),
        lambda: comments.put(by=reader, document=document, path=P1, text="Hm.", on=TODAY),
    )

    assert done == ["done", "done"]
    assert (Version.objects.count(), Comment.objects.count()) == (3, 1)


def test_sharing_while_the_pairing_ends_leaves_no_key(ada: Person, bo: Person, pairing: Pairing) -> None:
    document, member = a_note(ada, "One."), bo.member

    done = at_once(lambda: share(ada, document, pairing), lambda: endings.leave(by=member, pairing=pairing))

    assert done[1] == "done"
    assert opens(bo, document) == []
    assert not Share.objects.exists()


def test_writing_while_the_adviser_is_removed_leaves_no_key(
    ada: Person, bo: Person, di: Person, pairing: Pairing
) -> None:
    document = shared_note(ada, pairing, "One.")
    organizer, adviser = di.member, bo.member

    done = at_once(
        saving(ada, document, "Two.", base=2),
        lambda: endings.remove_adviser(by=organizer, adviser=adviser, on=TODAY),
    )

    assert done == ["done", "done"]
    assert opens(bo, document) == []
    write(ada, document, "Three.")
    assert opens(ada, document) == [1, 2, 3, 4]


def test_a_new_code_of_the_adviser_while_they_are_locked_out_carries_no_key_on(
    ada: Person, bo: Person, pairing: Pairing
) -> None:
    document = shared_note(ada, pairing, "One.")
    owner, reader, fresh = ada.keyholder, bo.keyholder, Person(Code.draw())

    done = at_once(
        lambda: codes.replace(by=reader, code=fresh.code, on=TODAY),
        lambda: sharing.unshare(by=owner, document=document),
    )

    assert done == ["done", "done"]
    assert opens(fresh, document) == []


def test_a_new_code_of_the_seeker_while_they_share_keeps_them_in(
    ada: Person, bo: Person, pairing: Pairing
) -> None:
    document = a_note(ada, "One.")
    keyholder, fresh = ada.keyholder, Person(Code.draw())

    done = at_once(
        lambda: codes.replace(by=keyholder, code=fresh.code, on=TODAY),
        lambda: share(ada, document, pairing),
    )

    assert done[0] == "done"
    assert opens(fresh, document) == list(range(1, 1 + Version.objects.count()))


@pytest.mark.parametrize("what", ["begin", "save", "share", "comment"])
def test_burning_meanwhile_leaves_nothing(
    what: str, ada: Person, bo: Person, di: Person, pairing: Pairing
) -> None:
    document, request = shared_note(ada, pairing, "One."), ada.request
    by, reader = ada.keyholder, bo.keyholder
    acts: dict[str, Callable[[], object]] = {
        "begin": lambda: editing.begin(by=by, kind="note", content=a_content("Two."), on=TODAY),
        "save": saving(ada, document, "Two.", base=2),
        "share": lambda: share(ada, document, pairing),
        "comment": lambda: comments.put(by=reader, document=document, path=P1, text="Hm.", on=TODAY),
    }

    done = at_once(lambda: burning.burn(request=request), acts[what])

    assert done[0] == "done"
    assert not Desk.objects.exists()
    assert not Epoch.objects.exists()
    assert not Envelope.objects.filter(kind="document-epoch").exists()


def test_burning_while_the_first_document_is_begun_leaves_nothing(ada: Person) -> None:
    request, by = ada.request, ada.keyholder

    done = at_once(
        lambda: burning.burn(request=request),
        lambda: editing.begin(by=by, kind="note", content=a_content("One."), on=TODAY),
    )

    assert done[0] == "done"
    assert done[1] in ("done", "NotYours")
    assert not Document.objects.exists()
    assert not Envelope.objects.filter(kind="document-epoch").exists()
