"""What lies on Ada's desk in the tests."""

from offramp.documents import answers, editing, suggestions, versions
from offramp.documents.models import Document, Suggestion, Version
from offramp.documents.places import Content
from offramp.documents.proposals import Proposal
from offramp.documents.versions import Opened
from offramp.pairing import desk
from offramp.pairing.models import Pairing
from tests.cast import TODAY, Person
from tests.dump import everything


def a_content(*texts: str, title: str = "Plan") -> Content:
    """Its paragraphs are called p1, p2 and so on."""
    paragraphs = [{"id": f"p{number}", "text": text} for number, text in enumerate(texts, 1)]
    return {"title": title, "paragraphs": paragraphs}


def a_note(owner: Person, *texts: str, title: str = "Plan") -> Document:
    return editing.begin(by=owner.keyholder, kind="note", content=a_content(*texts, title=title), on=TODAY)


def shared_note(owner: Person, pairing: Pairing, *texts: str) -> Document:
    document = a_note(owner, *texts)
    share(owner, document, pairing)
    return document


def share(owner: Person, document: Document, pairing: Pairing) -> None:
    desk.share(by=owner.keyholder, document=document, pairing=pairing, on=TODAY)


def write(owner: Person, document: Document, *texts: str, title: str = "Plan") -> int:
    """Save on top of the newest version."""
    newest = read(owner, document).number
    content = a_content(*texts, title=title)
    return editing.save(by=owner.keyholder, document=document, content=content, base=newest, on=TODAY).number


def read(person: Person, document: Document) -> Opened:
    return versions.read(by=person.keyholder, document=Document.objects.get(pk=document.pk))


def texts(person: Person, document: Document) -> list[str]:
    return [place.text for place in read(person, document).places if place.path != "title"]


def opens(person: Person, document: Document) -> list[int]:
    """With the whole database and one seed, without any rule of the program: the versions it leads to."""
    keys = everything(person.code.seed())
    rows = Version.objects.filter(document=document.pk).order_by("number")
    return [row.number for row in rows if ("document-epoch", row.epoch_id) in keys]


def propose(person: Person, document: Document, proposal: Proposal, reason: str = "") -> Suggestion:
    by = person.keyholder
    return suggestions.propose(by=by, document=document, proposal=proposal, reason=reason, on=TODAY)


def accept(person: Person, suggestion: Suggestion) -> int:
    return answers.accept(by=person.keyholder, suggestion=suggestion, on=TODAY)


def outcome(suggestion: Suggestion) -> str:
    return Suggestion.objects.get(pk=suggestion.pk).outcome
