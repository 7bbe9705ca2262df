"""Which languages an installation speaks follows from its files, and from nothing else."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.campaigns.conftest import TEACHERS
from tests.environment import ROOT

ASK = """
import django
django.setup()
from django.conf import settings
from django.test import Client
print([code for code, _ in settings.LANGUAGES])
for path in ("/qrt/now/", "/qps/now/", "/es/now/", "/xx/now/"):
    answer = Client(headers={"x-forwarded-proto": "https"}).get(path)
    print(answer.status_code, answer.content.decode().split("<")[2].split(">")[0])
"""


def told(folder: Path) -> list[str]:
    """What a program says that begins with this folder."""
    environment = os.environ | {"OFFRAMP_CAMPAIGN": str(folder), "DATABASE_URL": "sqlite:////nowhere/none"}
    command = [sys.executable, "-c", ASK]
    answer = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    return answer.stdout.splitlines()


def test_a_folder_brings_its_languages_along(folder: Path) -> None:
    assert told(folder) == [
        "['en', 'es', 'qps', 'qrt']",
        '200 html lang="qrt" dir="rtl"',
        '200 html lang="qps" dir="ltr"',
        '200 html lang="es" dir="ltr"',
        '404 html lang="en" dir="ltr"',
    ]


def test_a_language_without_its_files_is_not_served(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "campaign")
    shutil.rmtree(tmp_path / "campaign" / "locale" / "qrt")

    assert told(tmp_path / "campaign")[0] == "['en', 'es', 'qps']"


def test_a_campaign_that_speaks_english_alone_has_no_spanish_pages() -> None:
    assert told(TEACHERS)[0] == "['en']"
