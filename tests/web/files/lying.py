"""Files that lie there already, without having been looked through: where only their addresses matter."""

from uuid import UUID

from offramp.documents import files
from offramp.pairing import conversation, desk
from offramp.pairing.models import Pairing
from offramp.people.models.sealed_file import Cleaned
from tests.cast import TODAY, Person
from tests.documents.papers import read

FILE = Cleaned(
    name="A secret name.txt",
    media="text/plain",
    body=b"Words.",
    removed=("author",),
    pictures=(b"\xff\xd8\xff a page",),
    view=({"text": "Words.", "picture": 1, "width": 8, "height": 8},),
)


def addresses(ada: Person, pairing: Pairing) -> dict[str, dict[str, UUID]]:
    """A file on Ada's desk that she shares, and one that she sent: what stands in their addresses."""
    document = files.begin(by=ada.keyholder, cleaned=FILE, title="", on=TODAY)
    desk.share(by=ada.keyholder, document=document, pairing=pairing, on=TODAY)
    (filed,) = files.listed(read(ada, document))
    conversation.write_as_seeker(by=ada.keyholder, request=ada.request, text="Here.", on=TODAY, enclosed=FILE)
    said = conversation.read_as_seeker(by=ada.keyholder, request=ada.request)
    attachment = said[-1].files[0].file_id
    on_desk = {"document": document.pk, "file": filed.file_id}
    return {
        "file of Ada": {"uuid": document.pk, "file": filed.file_id},
        "file shared": {"uuid": pairing.pk, **on_desk},
        "attachment": {"file": attachment},
        "attachment to Bo": {"uuid": pairing.pk, "file": attachment},
    }
