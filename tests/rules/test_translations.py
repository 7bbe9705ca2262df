"""Each room speaks each language, completely: makemessages finds nothing new; nothing is empty or fuzzy."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.environment import ROOT

ROOMS = sorted(folder.name for folder in (ROOT / "offramp").iterdir() if (folder / "__init__.py").exists())
LANGUAGES = sorted({path.name for path in (ROOT / "offramp").glob("*/locale/*")})


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package in which makemessages has gathered every room's strings afresh."""
    copy = tmp_path_factory.mktemp("gathered") / "offramp"
    shutil.copytree(ROOT / "offramp", copy, ignore=shutil.ignore_patterns("locale", "__pycache__"))
    for room in copy.iterdir():
        (room / "locale").mkdir(exist_ok=True) if room.is_dir() else None
    command = [sys.executable, "-m", "django", "makemessages", "--locale=es", "--keep-pot", "--verbosity=0"]
    subprocess.run(command, cwd=copy, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True)
    return copy


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_room_speaks_the_language(room: str, language: str, gathered: Path) -> None:
    strings = gathered / room / "locale" / "django.pot"
    translated = ROOT / "offramp" / room / "locale" / language / "LC_MESSAGES" / "django.po"
    if not strings.exists():
        assert not translated.exists(), "No string in this room is left to translate."
        return

    assert translated.exists(), f"{room} has strings, and no locale/{language}/LC_MESSAGES/django.po."
    merged = gettext(
        "msgmerge", "--quiet", "--no-fuzzy-matching", "--output-file=-", str(translated), str(strings)
    )
    assert gettext("msgattrib", "--untranslated", "--no-obsolete", typed=merged) == ""
    assert gettext("msgattrib", "--only-fuzzy", "--no-obsolete", typed=merged) == ""


def gettext(*command: str, typed: str = "") -> str:
    return subprocess.run(command, input=typed, stdout=subprocess.PIPE, text=True, check=True).stdout
