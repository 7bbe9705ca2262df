"""`offramp bounce`: mail that came back, from a mail server's pipe or out of a mailbox."""

import subprocess
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from offramp.subscribers import envelope
from offramp.subscribers.models import Mailing, Subscriber
from offramp.upkeep import bounce, command
from offramp.upkeep.refusal import Refused
from tests.letters.letters import a_public_letter
from tests.subscribers.returned import away, returned
from tests.subscribers.waiting import TODAY, a_subscriber
from tests.upkeep.console import OFFRAMP, surroundings
from tests.upkeep.mailbox import Mailbox, a_mailbox

ADDRESS = "bounces@letters.example.org"
EX_OK, EX_TEMPFAIL = 0, 75


@pytest.fixture
def came_back(db: None, settings: Any) -> bytes:
    """A report about a mail to Ada."""
    settings.BOUNCES = ADDRESS
    mailing = Mailing.objects.create(letter=a_public_letter(), asked_on=TODAY, begun_on=TODAY, total=1)
    return returned(envelope.returns_to(mailing, a_subscriber("ada")))


def test_a_pipe_brings_one_and_hears_that_it_was_taken(
    came_back: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mail").write_bytes(came_back)

    with (tmp_path / "mail").open() as pipe:
        monkeypatch.setattr("sys.stdin", pipe)
        status = command.main(["bounce"])

    assert status == EX_OK
    assert capsys.readouterr() == ("", "")  # a mail server would send on what is printed
    assert Subscriber.objects.get().bounces == 1


def piped(typed: bytes, environment: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [OFFRAMP, "bounce"], input=typed, env=environment, capture_output=True, check=False, timeout=60
    )


def test_what_is_no_report_is_taken_to_the_end_and_changes_nothing(tmp_path: Path) -> None:
    """Refused, it would be answered to somebody who never wrote to us; unread, the pipe would break."""
    environment = surroundings(tmp_path, OFFRAMP_BOUNCES=ADDRESS)

    done = piped(away(ADDRESS) + b"x" * 5_000_000, environment)

    assert (done.returncode, done.stdout, done.stderr) == (EX_OK, b"", b"")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "the database does not answer as it should"),
        ({"OFFRAMP_BOUNCES": None}, "OFFRAMP_BOUNCES is not set"),
        ({"OFFRAMP_BOUNCES": "far-too-long-a-name@example.org"}, "at most 15 signs"),
        ({"OFFRAMP_BOUNCES": "bounces@example.org\nBcc: x"}, "OFFRAMP_BOUNCES should look like"),
    ],
)
def test_in_trouble_the_mail_server_is_asked_to_come_again(
    tmp_path: Path, changed: dict[str, str | None], said: str
) -> None:
    token = f"bounces+{'a' * 48}@letters.example.org"
    with_a_right_mark = returned(_signed(tmp_path) if not changed else token)

    done = piped(with_a_right_mark, surroundings(tmp_path, **{"OFFRAMP_BOUNCES": ADDRESS, **changed}))

    assert done.returncode == EX_TEMPFAIL
    assert said in done.stderr.decode()


def _signed(folder: Path) -> str:
    """The sender on an envelope of this installation, whose database is still without tables."""
    script = (
        "import django, uuid; django.setup()\n"
        "from offramp.subscribers import envelope, models\n"
        "print(envelope.returns_to(models.Mailing(), models.Subscriber()))"
    )
    environment = surroundings(
        folder, OFFRAMP_BOUNCES=ADDRESS, DJANGO_SETTINGS_MODULE="offramp.config.settings"
    )
    python = Path(OFFRAMP).with_name("python")
    return subprocess.run(
        [python, "-c", script], env=environment, capture_output=True, text=True, check=True
    ).stdout.strip()


def emptied(box: Mailbox, settings: Any) -> int:
    settings.BOUNCES_MAILBOX = box.address()
    return bounce.run(Namespace(mailbox=True))


def test_a_mailbox_keeps_what_was_not_understood(
    came_back: bytes, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    with a_mailbox(away(ADDRESS), came_back, b"Hello?") as box:
        assert emptied(box, settings) == EX_OK

        assert box.mails == {1: away(ADDRESS), 3: b"Hello?"}
        assert Subscriber.objects.get().bounces == 1
        assert capsys.readouterr().out == "Reports taken: 1\nLeft in the mailbox, for somebody to read: 2\n"
        emptied(box, settings)
        assert capsys.readouterr().out == ""


def test_a_large_mail_is_fetched_as_far_as_it_is_read(came_back: bytes, settings: Any) -> None:
    with a_mailbox(came_back + b"x" * 3_000_000) as box:
        assert emptied(box, settings) == EX_OK

        assert box.mails == {}


@pytest.mark.parametrize(
    "address",
    [
        "",
        "bounces@letters.example.org",
        "imap://user:secret@mail.example.org/INBOX",
        "imaps://mail.example.org",
        "imaps://user:sec/ret@mail.example.org",
        "pop3://user:secret@mail.example.org",
    ],
)
def test_a_mailbox_that_is_none_is_said_without_its_password(address: str, settings: Any) -> None:
    settings.BOUNCES, settings.BOUNCES_MAILBOX = ADDRESS, address

    with pytest.raises(Refused) as refused:
        bounce.run(Namespace(mailbox=True))

    assert "OFFRAMP_BOUNCES_MAILBOX should look like imaps://" in str(refused.value)
    assert "secret" not in str(refused.value)


def test_a_mailbox_that_lets_nobody_in_is_said_without_its_words(settings: Any) -> None:
    settings.BOUNCES = ADDRESS
    with a_mailbox() as box:
        settings.BOUNCES_MAILBOX = box.address(typed="wrong")

        with pytest.raises(Refused, match="does not let us in") as refused:
            bounce.run(Namespace(mailbox=True))

    assert "for bounces" not in str(refused.value)
