"""`offramp init` as somebody types it: asked again where it is wrong, and nothing made before the end."""

import os
import re
import shutil
import signal
import stat
import subprocess
import time
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from offramp.upkeep import settings_file
from tests.browser.servers import free_port
from tests.environment import ROOT
from tests.upkeep.console import OFFRAMP

ANSWERS = {
    "origin": "https://help.example.org",
    "onion": "",
    "database": "",
    "mail": "",
    "campaign": "",
    "contact": "desk@example.org",
    "go ahead": "",
    "both sheets are written": "",
}
FLAGS = ("--yes", "--origin=https://help.example.org", "--contact=desk@example.org")
LINK = re.compile(r"https://help\.example\.org/staff/link/[\w-]{43}/")
WORDS = re.compile(r"^ {4}((?:[a-z-]+ ){7}[a-z-]+)$", re.MULTILINE)


def typing(**changed: str) -> str:
    """The lines of somebody who answers everything; an answer may be several lines."""
    return "\n".join((ANSWERS | changed).values()) + "\n"


def init(home: Path, *words: str, typed: str = "", **environment: str) -> CompletedProcess[str]:
    return subprocess.run(
        [OFFRAMP, "init", f"--folder={home}", *words],
        env={"PATH": os.environ["PATH"], **environment},
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def stored(home: Path) -> dict[str, bytes]:
    """All that a second time must not change; the engine's own side files come and go."""
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in sorted(home.rglob("*"))
        if path.is_file() and not path.name.endswith(("-wal", "-shm"))
    }


def edit(home: Path) -> None:
    texts = home / "campaign" / "texts.toml"
    texts.write_text(texts.read_text() + "# Our own words.\n")


def test_somebody_who_answers_everything_has_an_installation(tmp_path: Path) -> None:
    home = tmp_path / "home"

    answer = init(home, typed=typing())

    assert (answer.returncode, answer.stderr) == (0, "")
    assert len(set(LINK.findall(answer.stdout))) == len(WORDS.findall(answer.stdout)) + 1 == 2
    told = settings_file.read(home / "offramp.env")
    assert len(told.pop("OFFRAMP_SECRET_KEY")) >= 50
    assert told == {
        "OFFRAMP_ORIGIN": "https://help.example.org",
        "OFFRAMP_CAMPAIGN": f"{home}/campaign",
        "DATABASE_URL": f"sqlite:///{home}/offramp.sqlite3",
        "OFFRAMP_BACKUPS": f"{home}/backups",
    }
    assert 'contact = "desk@example.org"' in (home / "campaign" / "campaign.toml").read_text()
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in home.iterdir()}
    assert modes == {"offramp.env": 0o600, "offramp.sqlite3": 0o600, "backups": 0o700, "campaign": 0o755}
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert answer.stdout.endswith(f"    export OFFRAMP_SETTINGS={home}/offramp.env\n    offramp serve\n\n")


def test_a_wrong_answer_is_answered_and_asked_for_again(tmp_path: Path) -> None:
    home, port = tmp_path / "home", free_port()
    broken = tmp_path / "ours"
    broken.mkdir()
    (broken / "campaign.toml").write_text("languages = [\n")

    answer = init(
        home,
        typed=typing(
            origin="help.example.org/start\nhttp://help.example.org\n\nhttps://help.example.org",
            onion="abc.onion\n",
            database=f"mysql://x\npostgres://ada:hunter2@localhost:{port}/x\n",
            mail=f"localhost:{port}\nada\nhunter2\nno\n",
            campaign=f"{tmp_path}/nothing\n{broken}\n",
            contact="\nhello\nhello@another-road.example\ndesk@example.org",
        ),
    )

    assert (answer.returncode, answer.stderr) == (0, "")
    told = [line.strip() for line in answer.stdout.splitlines()]
    for sentence in (
        "“help.example.org/start” does not begin with https://. Did you mean https://help.example.org?",
        "“http://help.example.org” would send everything in the open. Did you mean https://help.example.org?",
        "This needs an answer. Ctrl-C stops, and nothing is made.",
        "“abc.onion” is no onion address",
        "Only PostgreSQL, or a file on this machine",
        "This database does not let us in",
        f"The mail server localhost does not answer on port {port}.",
        "Keep it all the same, and see to it later?",
        "nothing: expected a campaign's folder, found none.",
        "ours/campaign.toml, line 1: expected TOML",
        "“hello” is no e-mail address",
        "“hello@another-road.example” reaches nobody",
    ):
        assert any(sentence in line for line in told), sentence
    assert "hunter2" not in answer.stdout
    assert settings_file.read(home / "offramp.env")["DATABASE_URL"].startswith("sqlite")


def test_an_answer_can_be_changed_before_anything_is_made(tmp_path: Path) -> None:
    lines = typing(**{"go ahead": "nine\n6\nteam@example.org\n1\nhttps://other.example.org\n"})

    answer = init(tmp_path / "home", typed=lines)

    assert answer.returncode == 0
    assert (
        settings_file.read(tmp_path / "home" / "offramp.env")["OFFRAMP_ORIGIN"] == "https://other.example.org"
    )
    assert "team@example.org" in (tmp_path / "home" / "campaign" / "campaign.toml").read_text()


def test_a_mail_server_that_does_not_answer_yet_may_be_kept(tmp_path: Path) -> None:
    port = free_port()

    answer = init(tmp_path / "home", typed=typing(mail=f"localhost:{port}\nada\np@ss\nyes\nada@example.org"))

    assert answer.returncode == 0
    told = settings_file.read(tmp_path / "home" / "offramp.env")
    assert told["OFFRAMP_MAIL"] == f"smtp+tls://ada:p%40ss@localhost:{port}"
    assert told["OFFRAMP_MAIL_FROM"] == "ada@example.org"
    assert "p%40ss" not in answer.stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "--origin is missing, and it has no usual answer. Nothing was made."),
        (("--origin=help.example.org",), "--origin: “help.example.org” does not begin with https://."),
        (("--origin=https://a.example",), "--contact is missing, and it has no usual answer."),
        (("--origin=https://a.example", "--contact=x"), "--contact: “x” is no e-mail address"),
        (("--origin=https://a.example", "--database=nonsense"), "--database: this is no address"),
        (("--origin=https://a.example", "--mail=nonsense"), "--mail: this is no mail server"),
        (("--origin=https://a.example", "--campaign=nothing"), "--campaign: "),
        (("--origin=https://a.example", "--onion=x"), "--onion: “x” is no onion address"),
    ],
)
def test_with_flags_a_wrong_answer_ends_it_and_nothing_is_made(
    words: tuple[str, ...], sentence: str, tmp_path: Path
) -> None:
    answer = init(tmp_path / "home", "--yes", *words)

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(f"offramp: {sentence}")
    assert answer.stderr.endswith("Nothing was made.\n")
    assert answer.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_who_leaves_in_the_middle_has_made_nothing(tmp_path: Path) -> None:
    answer = init(tmp_path / "home", typed="https://help.example.org\n\n\n")

    assert (answer.returncode, answer.stderr) == (
        2,
        "offramp: the answers ended too early. Nothing was made.\n",
    )
    assert list(tmp_path.iterdir()) == []


def cut_off(home: Path, lines: str, after: str) -> str:
    """Ctrl-C as soon as something is said; what was complained of."""
    command = [OFFRAMP, "init", f"--folder={home}"]
    with subprocess.Popen(
        command,
        env={"PATH": os.environ["PATH"], "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdin
        assert running.stdout
        assert running.stderr
        running.stdin.write(lines)
        running.stdin.flush()
        said = ""
        while after not in said:
            said += running.stdout.read(1)
        time.sleep(0.1)
        running.send_signal(signal.SIGINT)
        running.wait(timeout=60)
        return running.stderr.read()


def test_ctrl_c_while_it_asks_leaves_nothing(tmp_path: Path) -> None:
    told = cut_off(tmp_path / "home", "https://help.example.org\n", "onion address")

    assert told == "offramp: stopped. Nothing was made.\n"
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_afterwards_is_made_good_by_the_next_time(tmp_path: Path) -> None:
    home = tmp_path / "home"
    lines = typing().removesuffix("\n")

    told = cut_off(home, lines, "both sheets are written")
    answer = init(home)

    assert told == "\nofframp: stopped.\n"
    assert (answer.returncode, answer.stderr) == (0, "")
    assert len(set(LINK.findall(answer.stdout))) == 2
    assert WORDS.findall(answer.stdout) == []  # they were shown once, and that was before


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once, with a text that was edited since; beside it lies a copy."""
    home = tmp_path_factory.mktemp("prepared") / "home"
    init(home, *FLAGS)
    edit(home)
    shutil.copytree(home, home.with_name("copy"))
    return home


@pytest.fixture
def home(prepared: Path) -> Path:
    """As it was made: its settings name this folder, so it is here for each."""
    shutil.rmtree(prepared)
    return Path(shutil.copytree(prepared.with_name("copy"), prepared))


def test_a_second_time_says_what_is_there_and_changes_nothing(home: Path) -> None:
    before = stored(home)

    answer = init(home, "--origin=https://other.example.org")

    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.startswith(f"{home}/offramp.env is there already, and is left as it is.")
    assert f"--origin changes nothing any more: open {home}/offramp.env" in answer.stdout
    assert "The first two links were made before, so none is made now." in answer.stdout
    assert (LINK.findall(answer.stdout), WORDS.findall(answer.stdout)) == ([], [])
    assert stored(home) == before


@pytest.mark.parametrize("lost", ["offramp.env", "offramp.sqlite3", "backups/key.pub"])
def test_only_what_is_missing_is_made(lost: str, home: Path) -> None:
    """As it is after a failure in the middle; what was made before is kept, with what was edited."""
    before = stored(home)
    (home / lost).unlink()

    answer = init(home, *FLAGS)

    assert (answer.returncode, answer.stderr) == (0, "")
    after = stored(home)
    assert {name for name in before if after[name] != before[name]} == {lost}
    assert len(WORDS.findall(answer.stdout)) == (1 if lost == "backups/key.pub" else 0)
    assert len(set(LINK.findall(answer.stdout))) == (2 if lost == "offramp.sqlite3" else 0)


def test_a_campaign_of_ones_own_is_copied_whole(tmp_path: Path) -> None:
    ours = ROOT / "tests" / "campaigns" / "teachers"

    answer = init(tmp_path / "home", *FLAGS, f"--campaign={ours}")

    assert answer.returncode == 0, answer.stderr
    copied = tmp_path / "home" / "campaign"
    names = {path.relative_to(ours) for path in ours.rglob("*")}
    assert {path.relative_to(copied) for path in copied.rglob("*")} == names
    assert 'contact = "desk@example.org"' in (copied / "campaign.toml").read_text()


def test_settings_in_the_shell_would_win_so_they_are_said(tmp_path: Path) -> None:
    answer = init(tmp_path / "home", DATABASE_URL="sqlite:////srv/another.sqlite3")

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(
        "offramp: DATABASE_URL is set in this shell and would win over your answers."
    )
    assert list(tmp_path.iterdir()) == []
