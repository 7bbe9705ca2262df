"""A file in a conversation, row by row: with the whole database and each single seed, who opens it."""

import json
from dataclasses import replace
from uuid import UUID

import pytest

from offramp.pairing import burning, conversation, endings, handovers, successors
from offramp.pairing.conversation import NoFiles
from offramp.pairing.models import Pairing
from offramp.people import codes
from offramp.people.models.sealed_file import Cleaned, NoSuchFile
from offramp.sealed import objects
from offramp.sealed.bindings import Binding
from offramp.sealed.codes import Code
from offramp.sealed.failures import NotOpened
from offramp.threads import attachments
from offramp.threads.attachments import TooManyFiles
from offramp.threads.models import Attachment, AttachmentPart, Message
from tests.cast import TODAY, Person, a_colleague, paired
from tests.dump import everything

pytestmark = pytest.mark.django_db

FILE = Cleaned(name="a.pdf", media="application/pdf", body=b"%PDF-", pictures=(b"1", b"2"), view=({},))


@pytest.fixture
def pairing(ada: Person, bo: Person, di: Person) -> Pairing:
    return paired(ada, bo, di)


def send(ada: Person, text: str = "Here.", enclosed: Cleaned = FILE) -> UUID:
    by, request = ada.keyholder, ada.request
    conversation.write_as_seeker(by=by, request=request, text=text, on=TODAY, enclosed=enclosed)
    said = conversation.read_as_seeker(by=by, request=request)
    return said[-1].files[0].file_id


def opens(person: Person) -> set[UUID]:
    """Without any rule of the program: what the keys of messages that a seed leads to open."""
    keys, found = everything(person.code.seed()), set()
    for message in Message.objects.select_related("epoch"):
        key = keys.get(("epoch", message.epoch_id))
        for item in told(message, key) if key else []:
            found |= {part.attachment_id for part in AttachmentPart.objects.all() if fits(part, item)}
    return found


def told(message: Message, key: bytes) -> list[dict[str, str]]:
    epoch = message.epoch
    parts = (message.thread_id.bytes, epoch.pk.bytes, epoch.number, message.number, message.author, "server")
    plain = objects.open(bytes(message.sealed), key=key, binding=Binding("message", parts))
    files: list[dict[str, str]] = json.loads(plain).get("files", [])
    return files


def fits(part: AttachmentPart, item: dict[str, str]) -> bool:
    binding = Binding(
        "attachment", (part.attachment.thread_id.bytes, part.attachment_id.bytes, part.number, "server")
    )
    try:
        objects.open(bytes(part.sealed), key=bytes.fromhex(item["key"]), binding=binding)
    except NotOpened:
        return False
    return True


def test_sent_it_opens_for_the_two_and_nobody_else(
    ada: Person, bo: Person, cy: Person, di: Person, pairing: Pairing
) -> None:
    file = send(ada)

    assert opens(ada) == opens(bo) == {file}
    assert opens(cy) == opens(di) == set()


def test_before_a_pairing_none_is_taken(ada: Person, di: Person) -> None:
    with pytest.raises(NoFiles):
        send(ada)
    assert not Attachment.objects.exists()
    assert opens(di) == set()


def test_after_another_adviser_was_asked_for_it_opens_for_the_seeker_alone(
    ada: Person, bo: Person, di: Person, pairing: Pairing
) -> None:
    file = send(ada)
    endings.change_adviser(by=ada.keyholder, request=ada.request, text="", on=TODAY)

    assert opens(ada) == {file}
    assert opens(bo) == opens(di) == set()


@pytest.mark.parametrize("how", ["handed over", "left", "removed"])
def test_however_a_pairing_ends_it_opens_for_the_seeker_alone(
    how: str, ada: Person, bo: Person, di: Person, pairing: Pairing
) -> None:
    file = send(ada)
    if how == "handed over":
        summary = handovers.propose(by=bo.keyholder, pairing=pairing, text="Knows ports.", on=TODAY)
        endings.hand_over(by=ada.keyholder, handover=summary)
    elif how == "left":
        endings.leave(by=bo.member, pairing=pairing)
    else:
        endings.remove_adviser(by=di.member, adviser=bo.member, on=TODAY)

    assert opens(ada) == {file}
    assert opens(bo) == opens(di) == set()


def test_the_next_adviser_opens_it_only_when_the_seeker_lets_them_read_what_came_before(
    ada: Person, cy: Person, di: Person, pairing: Pairing
) -> None:
    earlier = send(ada)
    endings.change_adviser(by=ada.keyholder, request=ada.request, text="", on=TODAY)
    second = paired(ada, cy, di)
    later = send(ada, "Another one.")
    assert opens(cy) == {later}

    successors.let_read_earlier(by=ada.keyholder, pairing=second)
    assert opens(cy) == {earlier, later}


def test_an_adviser_with_new_keys_opens_it_as_far_as_the_seeker_allows(
    ada: Person, bo: Person, pairing: Pairing
) -> None:
    file = send(ada)
    again = a_colleague("Bo", replaces=bo)
    successors.keep(by=ada.keyholder, pairing=pairing, everything=False)
    assert opens(again) == opens(bo) == set()

    successors.let_read_earlier(by=ada.keyholder, pairing=Pairing.objects.live().get())
    assert opens(again) == {file}


def test_a_new_code_opens_it_and_the_old_one_does_not(ada: Person, pairing: Pairing) -> None:
    file, fresh = send(ada), Person(Code.draw())
    codes.replace(by=ada.keyholder, code=fresh.code, on=TODAY)

    assert opens(fresh) == {file}
    assert opens(ada) == set()


def test_burned_nothing_of_it_is_left(ada: Person, bo: Person, pairing: Pairing) -> None:
    send(ada)
    burning.burn(request=ada.request)

    assert not Attachment.objects.exists()
    assert not AttachmentPart.objects.exists()
    assert opens(bo) == set()


def test_parts_that_were_swapped_or_taken_out_are_refused(ada: Person, pairing: Pairing) -> None:
    send(ada)
    (attached,) = conversation.read_as_seeker(by=ada.keyholder, request=ada.request)[-1].files
    body = AttachmentPart.objects.get(number=AttachmentPart.BODY)
    AttachmentPart.objects.filter(number=AttachmentPart.FIRST_PICTURE).update(sealed=bytes(body.sealed))
    AttachmentPart.objects.filter(number=AttachmentPart.FIRST_PICTURE + 1).delete()

    assert attachments.read_body(attached) == b"%PDF-"
    with pytest.raises(NotOpened):
        attachments.read_picture(attached, page=1)
    for page in (2, 3, 0, -1):
        with pytest.raises(NoSuchFile):
            attachments.read_picture(attached, page=page)


@pytest.mark.parametrize(("most", "bytes_of_all"), [(1, 10**9), (9, 100)])
def test_a_conversation_holds_so_many_files_and_the_message_is_not_half_sent(
    ada: Person, pairing: Pairing, monkeypatch: pytest.MonkeyPatch, most: int, bytes_of_all: int
) -> None:
    send(ada)
    monkeypatch.setattr(attachments, "MOST", most)
    monkeypatch.setattr(attachments, "MOST_BYTES", bytes_of_all)
    before = Message.objects.count()

    with pytest.raises(TooManyFiles):
        send(ada, "Another.")
    assert (Attachment.objects.count(), Message.objects.count()) == (1, before)


def test_the_same_file_with_the_same_words_is_sent_once_and_another_one_is_kept(
    ada: Person, pairing: Pairing
) -> None:
    corrected = replace(FILE, body=b"%PDF+")  # as large, and called the same
    for enclosed in (FILE, FILE, corrected, corrected):
        send(ada, "Here.", enclosed)

    said = conversation.read_as_seeker(by=ada.keyholder, request=ada.request)
    bodies = [attachments.read_body(one) for message in said for one in message.files]
    assert bodies == [b"%PDF-", b"%PDF+"]
