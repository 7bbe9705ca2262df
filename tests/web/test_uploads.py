"""A file is refused before a byte of it is kept, or taken without a byte on any disk."""

import gc
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from offramp.files import examination
from offramp.files.answers import Cleaned
from tests.cast import a_seeker, two_organizers
from tests.files import pictures
from tests.web.files.sending import bring
from tests.web.signing_in import seeker_visit
from tests.web.visitors import from_our_page


@pytest.fixture
def folder(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where anything temporary would lie."""
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


def test_where_no_file_is_taken_a_large_one_leaves_nothing_in_the_temporary_folder(
    settings: Settings, folder: Path
) -> None:
    settings.ROOT_URLCONF = "tests.web.breaking"
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = None
    large = SimpleUploadedFile("résumé.pdf", b"%PDF" * 1_000_000)

    answer = from_our_page().post("/takes-text/7/", {"text": "with it", "file": large})

    assert answer.status_code == 400
    assert "We take no file here." in answer.content.decode()
    assert not list(folder.iterdir())


def test_a_large_file_that_is_taken_is_never_in_an_open_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_organizers()
    ada = seeker_visit(a_seeker())
    large = pictures.png() + os.urandom(4_000_000)  # far above what Django keeps in memory
    seen: list[set[str]] = []

    def while_it_is_examined(content: bytes) -> Cleaned:
        seen.append(set(open_files()))
        return examination_of(content)

    examination_of = examination.examine
    monkeypatch.setattr(examination, "examine", while_it_is_examined)
    before = set(open_files())

    assert bring(ada, large, name="a.png").status_code == 200

    (during,) = seen
    gc.collect()
    assert {path for path in (during | set(open_files())) - before if not is_of_database(path)} == set()
    assert not list(folder.rglob("*"))


def open_files() -> Iterator[str]:
    """Files of this process, also those without a name; pipes and sockets are none."""
    for number in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # the one that this list is read through
            target = str(number.readlink())
            if target.startswith("/") and not target.startswith(("/dev/", "/proc/")):
                yield target


def is_of_database(path: str) -> bool:
    return ".sqlite3" in path
