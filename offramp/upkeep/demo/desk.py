"""What lies on a desk in the demonstration: a résumé and a letter, a note that was read along, a file."""

from datetime import date
from typing import Any

from offramp.documents import answers, comments, editing, files, kinds, places, suggestions
from offramp.documents.models import Document
from offramp.documents.proposals import Change, Insertion, Proposal
from offramp.documents.suggestions import Suggested
from offramp.documents.versions import Opened, read
from offramp.pairing import conversation, desk
from offramp.pairing.models import Request
from offramp.paper import contents
from offramp.people.keyholders import Keyholder
from offramp.upkeep.demo import pages, story

# An empty line lies between the parts of a text; these come before one.
BEFORE, AFTER, ENCLOSED = "\n->\n", "\n+>\n", "\n=>\n"
KEPT_ON_DESKS, SENT = "reports (final 2).pdf", "posting.pdf"


def begin_paper(by: Keyholder, request: Request, text: str, on: date) -> None:
    """The résumé or the letter of papers.toml, shared with the adviser at once."""
    kind = text.strip()
    told: dict[str, Any] = story.load("papers.toml")[kind]
    if kind == "resume":
        content = contents.from_resume(told, new_id=places.new_id).content
    else:
        content = kinds.of(kind).empty() | {key: words.strip() for key, words in told.items()}
    paper = editing.begin(by=by, kind=kind, content=content, on=on)
    desk.share(by=by, document=paper, pairing=request.pairings.live().get(), on=on)


def begin_note(by: Keyholder, request: Request, text: str, on: date) -> None:
    """Title and paragraphs, shared with the adviser at once."""
    title, *parts = text.strip().split("\n\n")
    paragraphs = [{"id": f"p{number}", "text": part} for number, part in enumerate(parts, 1)]
    content = {"title": title, "paragraphs": paragraphs}
    note = editing.begin(by=by, kind="note", content=content, on=on)
    desk.share(by=by, document=note, pairing=request.pairings.live().get(), on=on)


def suggest(by: Keyholder, request: Request, text: str, on: date) -> None:
    """What stands there and what could, or what could stand behind it; the reason comes first."""
    reason, _, words = text.strip().partition("\n\n")
    opened, proposal = _proposal(by, request, words)
    suggestions.propose(by=by, document=opened.document, proposal=proposal, reason=reason, on=on)


def take(by: Keyholder, request: Request, _text: str, on: date) -> None:
    """The first suggestion that waits."""
    answers.accept(by=by, suggestion=_waiting(by, request)[0].suggestion, on=on)


def comment(by: Keyholder, request: Request, text: str, on: date) -> None:
    """About a place, by its first words; or, where no words come first, to the first that has no answer."""
    beginning, _, words = text.strip().partition("\n\n")
    if words:
        opened, path = _place(by, request, beginning)
        comments.put(by=by, document=opened.document, path=path, text=words, on=on)
        return
    said = [one for paper in _papers(by, request) for one in comments.read(by=by, document=paper)]
    unanswered = next(one for one in said if not one.answers)
    comments.answer(by=by, comment=unanswered.comment, text=text.strip(), on=on)


def bring_file(by: Keyholder, _request: Request, text: str, on: date) -> None:
    if cleaned := pages.cleaned(text, name=KEPT_ON_DESKS):
        files.begin(by=by, cleaned=cleaned, title="Reports I wrote", on=on)


def send_file(by: Keyholder, request: Request, text: str, on: date) -> None:
    """A message, and behind its arrow the page that comes with it."""
    message, _, page = text.strip().partition(ENCLOSED)
    enclosed = pages.cleaned(page, name=SENT)
    conversation.write_as_seeker(by=by, request=request, text=message, on=on, enclosed=enclosed)


def _papers(by: Keyholder, request: Request) -> list[Document]:
    """All that somebody can open of this desk, as it was begun."""
    return list(Document.objects.for_member(by.member).filter(desk=request.seeker_id).order_by("number"))


def _waiting(by: Keyholder, request: Request) -> list[Suggested]:
    papers = _papers(by, request)
    return [one for paper in papers for one in suggestions.read(by=by, document=paper, waiting_only=True)]


def _proposal(by: Keyholder, request: Request, words: str) -> tuple[Opened, Proposal]:
    if AFTER in words:
        beginning, _, new = words.partition(AFTER)
        opened, path = _place(by, request, beginning)
        return opened, Insertion(path, new)
    old, _, new = words.partition(BEFORE)
    opened, path = _place(by, request, old)
    return opened, Change(path, old, new)


def _place(by: Keyholder, request: Request, beginning: str) -> tuple[Opened, str]:
    """Where a text begins with these words, in whichever paper."""
    opened = [read(by=by, document=paper) for paper in _papers(by, request)]
    return next((one, at.path) for one in opened for at in one.places if at.text.startswith(beginning))
