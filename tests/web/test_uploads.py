"""A file is refused before a byte of it is kept, whatever the settings count."""

import tempfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from tests.web.visitors import from_our_page


def test_a_large_file_leaves_nothing_in_the_temporary_folder(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.ROOT_URLCONF = "tests.web.breaking"
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = None
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    large = SimpleUploadedFile("résumé.pdf", b"%PDF" * 1_000_000)

    answer = from_our_page().post("/takes-text/7/", {"text": "with it", "file": large})

    assert answer.status_code == 400
    assert "We cannot take files yet." in answer.content.decode()
    assert not list(tmp_path.iterdir())
