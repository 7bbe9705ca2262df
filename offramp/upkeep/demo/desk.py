"""What lies on a desk in the demonstration: a note that was read along, and a file that was cleaned."""

from datetime import date

from offramp.documents import answers, comments, editing, files, suggestions
from offramp.documents.models import Document
from offramp.documents.proposals import Change, Insertion, Proposal
from offramp.documents.versions import Opened, read
from offramp.files import examination
from offramp.files.refusals import NotConfined
from offramp.pairing import desk
from offramp.pairing.models import Request
from offramp.people import filing
from offramp.people.keyholders import Keyholder

# An empty line lies between the parts of a text; these come before one.
BEFORE, AFTER = "\n->\n", "\n+>\n"
KEPT_ON_DESKS = "reports (final 2).pdf"


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
    opened = read(by=by, document=_note(by, request))
    suggestions.propose(
        by=by, document=opened.document, proposal=_proposal(opened, words), reason=reason, on=on
    )


def take(by: Keyholder, request: Request, _text: str, on: date) -> None:
    """The first suggestion that waits."""
    waiting = suggestions.read(by=by, document=_note(by, request), waiting_only=True)
    answers.accept(by=by, suggestion=waiting[0].suggestion, on=on)


def comment(by: Keyholder, request: Request, text: str, on: date) -> None:
    """About a place, by its first words, or an answer where somebody said something already."""
    note = _note(by, request)
    said = comments.read(by=by, document=note)
    if said:
        comments.answer(by=by, comment=said[0].comment, text=text.strip(), on=on)
        return
    beginning, _, words = text.strip().partition("\n\n")
    path = _path(read(by=by, document=note), beginning)
    comments.put(by=by, document=note, path=path, text=words, on=on)


def bring_file(by: Keyholder, _request: Request, text: str, on: date) -> None:
    """A page that still says who made it; where nothing can be confined, none is taken, as on the pages."""
    try:
        cleaned = examination.examine(a_page(text.strip().splitlines()))
    except NotConfined:
        return
    files.begin(by=by, cleaned=filing.kept(KEPT_ON_DESKS, cleaned), title="Reports I wrote", on=on)


def a_page(lines: list[str]) -> bytes:
    """The smallest PDF that a reader takes."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 18 TL 72 720 Td {shown} ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Author (S. Fern) /Creator (Office of the county) >>",
    ]
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(f"{len(body):010} 00000 n \n")
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{''.join(places)}"
    ends = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return (body + table + ends).encode("latin-1")


def _note(by: Keyholder, request: Request) -> Document:
    return Document.objects.for_member(by.member).filter(desk=request.seeker_id).order_by("number")[0]


def _proposal(opened: Opened, words: str) -> Proposal:
    if AFTER in words:
        beginning, _, new = words.partition(AFTER)
        return Insertion(_path(opened, beginning), new)
    old, _, new = words.partition(BEFORE)
    return Change(_path(opened, old), old, new)


def _path(opened: Opened, beginning: str) -> str:
    return next(place.path for place in opened.places if place.text.startswith(beginning))
