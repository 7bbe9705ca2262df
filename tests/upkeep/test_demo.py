"""`offramp demo`: an invented campaign that only this machine sees, with new codes each time."""

import http.client
import json
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from offramp import campaigns
from offramp.documents import comments, desks, files, versions
from offramp.documents.deeds import What
from offramp.notices.models import Outgoing
from offramp.pairing import conversation, handovers, intake
from offramp.pairing.models import Offer, Pairing, Request
from offramp.paper import care, missing
from offramp.people import sign_in
from offramp.people.keyholders import Keyholder
from offramp.people.models import Member
from offramp.people.second_factor import Number
from offramp.replies.models import Reply
from offramp.sealed.codes import Code
from offramp.signatures.models import Signature
from offramp.threads.actions import LONGEST_TEXT, Said
from offramp.upkeep import letters
from offramp.upkeep.demo import mark, readers, stage, story
from offramp.upkeep.demo.notebook import Note
from offramp.web.desk.resume import previews
from tests.browser.servers import free_port
from tests.kept_rows import kept
from tests.upkeep.console import OFFRAMP, offramp, surroundings

NOW = timezone.now()
TOLD = story.read()
OWN = {"DATABASE_URL": None, "OFFRAMP_SECRET_KEY": None, "OFFRAMP_CAMPAIGN": None, "OFFRAMP_ORIGIN": None}


@pytest.fixture
def notes(db: None) -> dict[str, Note]:
    """The story, played; what everybody wrote down."""
    return {note.name: note for note in played()}


@kept
def played() -> list[Note]:
    return stage.play(TOLD, now=NOW)


def test_readers_replied_to_the_first_letter_and_signed_it(notes: dict[str, Note]) -> None:
    letters.bring_new()
    readers.play(organizer=Member.objects.get(name="Di"), now=NOW)

    replies = list(Reply.objects.order_by("at"))
    assert [reply.standing for reply in replies] == [*["shown"] * 4, *["waiting"] * 3]
    assert [reply.to.name for reply in replies if reply.to] == ["H."]
    assert [reply.marks for reply in replies if reply.marks] == [["links"], ["doxxing"]]
    assert {one.name for one in Signature.objects.named()} == {"Rosa Ibarra", "Rev. Tom Kessler"}
    assert [one.name for one in Signature.objects.held()] == ["June"]
    assert Signature.objects.for_readers().count() == 4
    assert not Outgoing.objects.exists()


def seeker(note: Note) -> tuple[Keyholder, Request]:
    keyholder = sign_in.seeker(Code.read(note.code))
    return keyholder, Request.objects.get(seeker=keyholder.member)


def said_to(note: Note) -> list[Said]:
    keyholder, request = seeker(note)
    return conversation.read_as_seeker(by=keyholder, request=request)


def test_all_staff_come_in_through_the_same_door_as_everywhere(notes: dict[str, Note]) -> None:
    staff = [note for note in notes.values() if note.secret]

    for note in staff:
        digits, _ = note.number(at=NOW)
        keyholder = sign_in.staff(Code.read(note.code), proof=Number(digits), at=NOW)
        assert (keyholder.member.name, keyholder.member.role) == (note.name, note.shows)

    assert [note.name for note in staff] == ["Di", "Ed", "Bo", "Inés", "Walt"]
    assert intake.state() == intake.Intake.OPEN


def test_every_seeker_comes_in_and_is_where_the_list_says(notes: dict[str, Note]) -> None:
    standing = {
        name: (
            request.is_read,
            request.is_closed,
            request.is_confirmed,
            request.offers.live().exists(),
            list(request.pairings.values_list("adviser__name", "ending")),
        )
        for name, note in notes.items()
        if not note.secret
        for _, request in [seeker(note)]
    }

    assert standing == {
        "Quiet Harbor": (True, False, True, False, [("Walt", Pairing.Ending.LEFT)]),
        "Steady Fern": (True, False, True, False, [("Bo", "")]),
        "Late Orchard": (True, False, True, False, [("Walt", "")]),
        "Río de abril": (True, False, True, False, [("Inés", "")]),
        "Amber Lake": (True, True, True, False, []),
        "Copper Kettle": (True, False, True, False, []),
        "Plain Pebble": (True, False, True, True, []),
        "Morning Reed": (True, False, True, False, []),
        "Faro de julio": (False, False, True, False, []),
        "Mild Almond": (False, False, False, False, []),
    }
    assert Offer.objects.live().get().is_live(on=NOW.date())


def test_conversations_happened_over_weeks_and_in_order(notes: dict[str, Note]) -> None:
    said = said_to(notes["Steady Fern"])

    days = [one.day for one in said]
    assert days == sorted(days)
    assert days[0] == (NOW - timedelta(days=38)).date()
    assert [one.name for one in said if one.author == "adviser"] == ["Bo"] * 4
    assert said[-1].author == "seeker"
    assert said_to(notes["Río de abril"])[-1].author == "adviser"


def test_a_summary_waits_for_the_seekers_word(notes: dict[str, Note]) -> None:
    keyholder, request = seeker(notes["Late Orchard"])
    handover = handovers.waiting(request=request)

    assert handover is not None
    assert handovers.read(by=keyholder, handover=handover).startswith("Analyst, twelve years")


def test_a_desk_shows_what_waits_what_was_said_and_a_cleaned_file(notes: dict[str, Note]) -> None:
    keyholder, request = seeker(notes["Steady Fern"])
    by_kind = {one.kind: one for one in desks.read(by=keyholder)}
    file, note, resume = (by_kind.pop(kind) for kind in ("file", "note", "resume"))

    assert (note.title, note.suggestions, note.comments) == ("What I can do", 2, 0)
    assert (resume.title, resume.suggestions, resume.comments) == ("For the county", 2, 1)
    assert [one.title for one in by_kind.values()] == ["To the county"]
    assert [one.document.reader.name for one in (note, resume, *by_kind.values()) if one.document.reader] == [
        "Bo"
    ] * 3
    for paper in (note, resume):
        assert [deed.what for deed in versions.history(by=keyholder, document=paper.document)] == [
            What.ACCEPTED,
            What.SHARED,
            What.BEGUN,
        ]
    (remark,) = comments.read(by=keyholder, document=note.document)
    assert (remark.author, [one.is_by_owner for one in remark.answers]) == ("Bo", [True])
    (filed,) = files.listed(versions.read(by=keyholder, document=file.document))
    assert filed.removed == ("author", "program")
    assert b"Fern" not in files.read_body(document=file.document, filed=filed)
    said = conversation.read_as_seeker(by=keyholder, request=request)
    assert [one.name for message in said for one in message.files] == ["posting.pdf"]


@pytest.mark.parametrize("kind", ["resume", "letter"])
def test_its_papers_can_leave_as_they_lie_there_and_lack_nothing(notes: dict[str, Note], kind: str) -> None:
    keyholder, _ = seeker(notes["Steady Fern"])
    (listed,) = (one for one in desks.read(by=keyholder) if one.kind == kind)
    opened = versions.read(by=keyholder, document=listed.document)

    rules = campaigns.current().care_rules
    assert [mark.text for place in opened.places for mark in care.marks(place.text, rules)] == []
    if kind == "resume":
        assert list(missing.find(opened.content, today=NOW.date())) == []
    assert previews.lay_out(kind, opened.content, today=NOW.date()).count == 1


def test_nothing_in_it_is_due_to_burn(notes: dict[str, Note]) -> None:
    assert not Request.objects.filter(burns_on__lte=NOW.date() + timedelta(days=30)).exists()


def test_every_choice_is_one_of_the_campaign() -> None:
    campaign = campaigns.current()
    kinds = {"help": "help", "work": "work", "years": "years", "region": "region", "languages": "language"}
    kinds |= {"wishes": "wish", "red_lines": "red-line", "skills": "skill", "facts": "fact"}
    chosen = [
        (kinds[name], one)
        for told in (*(seeker.asked for seeker in TOLD.seekers), *(vars(one.about) for one in TOLD.advisers))
        for name, value in told.items()
        if name in kinds
        for one in ([value] if isinstance(value, str) else value)
        if one
    ]

    assert len(chosen) > 50
    assert [choice for choice in chosen if not campaign.is_known(*choice)] == []


def test_every_text_fits_the_form() -> None:
    texts = [text for told in TOLD.seekers for text in (told.text, *(step.text for step in told.steps))]

    assert max(len(text) for text in texts) < LONGEST_TEXT
    assert [told.nickname for told in TOLD.seekers if not told.text.strip()] == []


# From here on as a person runs it: a process of its own, in a folder of its own.


@pytest.fixture
def origin() -> str:
    return f"http://localhost:{free_port()}"


def shown(folder: Path, origin: str) -> str:
    """What is printed until it serves; then it is ended."""
    environment = surroundings(folder, **OWN | {"OFFRAMP_ORIGIN": origin})
    command = [OFFRAMP, "demo"]
    with subprocess.Popen(command, env=environment, cwd=folder, stdout=subprocess.PIPE, text=True) as showing:
        lines = list(until_it_serves(showing))
        wait_for(origin)
        showing.send_signal(signal.SIGINT)
        showing.wait(timeout=20)
    return "".join(lines)


def until_it_serves(showing: "subprocess.Popen[str]") -> Iterator[str]:
    assert showing.stdout
    for line in showing.stdout:
        yield line
        if line.startswith("Serving "):
            return


def wait_for(origin: str) -> None:
    for _ in range(200):
        connection = http.client.HTTPConnection(origin.removeprefix("http://"), timeout=20)
        try:
            connection.request("HEAD", "/robots.txt")
            connection.getresponse().close()
        except OSError:
            time.sleep(0.1)
        else:
            return
        finally:
            connection.close()
    raise AssertionError("The demonstration is not served.")


@dataclass(frozen=True)
class Shown:
    folder: Path
    origin: str
    printed: str


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """Run once, and ended."""
    folder, origin = tmp_path_factory.mktemp("first"), f"http://localhost:{free_port()}"
    return Shown(folder, origin, shown(folder, origin))


def test_it_prints_what_one_needs_and_keeps_it_to_its_owner(first: Shown) -> None:
    printed, origin, kept_in = first.printed, first.origin, first.folder / "demo"

    notebook = kept_in / "secrets.json"
    notes = [Note(**kept) for kept in json.loads(notebook.read_text())]
    assert [note.name for note in notes if note.code not in printed or note.shows not in printed] == []
    assert f"{origin}/staff/" in printed
    assert stat.S_IMODE(notebook.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept_in.stat().st_mode) == 0o700
    assert mark.is_on(kept_in / "offramp.sqlite3")


def test_the_number_of_one_person_is_told_later(first: Shown) -> None:
    folder = first.folder
    answer = offramp("demo-number", "inés", environment=surroundings(folder, **OWN), folder=folder)

    digits, _, rest = answer.stdout.partition(", good for ")
    assert len(digits) == 6
    assert digits.isdecimal()
    assert 0 < int(rest.split()[0]) <= 30
    nobody = offramp("demo-number", "Ada", environment=surroundings(folder, **OWN), folder=folder)
    assert nobody.stderr == (
        "offramp: nobody on the staff has that name. There are Di, Ed, Bo, Inés, Walt.\n"
    )


def test_every_run_begins_anew(first: Shown, tmp_path: Path, origin: str) -> None:
    home = shutil.copytree(first.folder / "demo", tmp_path / "demo")
    before = codes_in(home)

    shown(tmp_path, origin)

    after = codes_in(home)
    assert before & after == set()
    with sqlite3.connect(home / "offramp.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM people_member").fetchall() == [(len(after),)]


def codes_in(home: Path) -> set[str]:
    return {note["code"] for note in json.loads((home / "secrets.json").read_text())}


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"DATABASE_URL": "sqlite:///mine.sqlite3"}, "DATABASE_URL is set; "),
        ({"OFFRAMP_ORIGIN": "https://help.example.org"}, "OFFRAMP_ORIGIN is not http://localhost; "),
        ({"OFFRAMP_ORIGIN": "https://localhost:8000"}, "OFFRAMP_ORIGIN is not http://localhost; "),
    ],
)
def test_it_stays_away_from_a_real_installation(
    changed: dict[str, str | None], sentence: str, tmp_path: Path
) -> None:
    answer = offramp("demo", environment=surroundings(tmp_path, **OWN | changed), folder=tmp_path)

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(f"offramp: {sentence}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\0" + bytes(200)])
def test_it_leaves_a_database_alone_that_it_did_not_make(content: bytes, tmp_path: Path, origin: str) -> None:
    database = tmp_path / "demo" / "offramp.sqlite3"
    database.parent.mkdir()
    database.write_bytes(content)

    environment = surroundings(tmp_path, **OWN | {"OFFRAMP_ORIGIN": origin})
    answer = offramp("demo", environment=environment, folder=tmp_path)

    assert (answer.returncode, answer.stdout) == (2, "")
    assert (
        answer.stderr
        == "offramp: demo/offramp.sqlite3 was not made by a demonstration; move it away first.\n"
    )
    assert database.read_bytes() == content


def test_it_does_not_fight_for_a_port(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        environment = surroundings(tmp_path, **OWN | {"OFFRAMP_ORIGIN": f"http://localhost:{port}"})

        answer = offramp("demo", environment=environment, folder=tmp_path)

    assert (answer.returncode, list(tmp_path.iterdir())) == (2, [])
    assert answer.stderr.startswith(f"offramp: something else answers on port {port}; ")


@pytest.mark.django_db
def test_a_real_database_carries_no_mark() -> None:
    assert not mark.stands()
    assert not Member.objects.exists()
