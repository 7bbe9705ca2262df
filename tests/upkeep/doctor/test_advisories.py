"""`offramp doctor --advisories`: which installed packages the file knows to be weak."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from offramp.upkeep.doctor.inside import advisories
from offramp.upkeep.doctor.looking import look
from tests.upkeep.doctor.findings import ADVICE, BROKEN, GOOD, the_one

DJANGO = advisories.installed()["django"]


def a_record(**changed: Any) -> dict[str, Any]:
    affected = {"package": {"ecosystem": "PyPI", "name": "Django"}, "versions": [DJANGO]} | changed
    return {"id": "PYSEC-2026-1", "summary": "Something can be read.", "affected": [affected]}


def packed(folder: Path, *records: dict[str, Any]) -> Path:
    """As OSV exports them."""
    path = folder / "all.zip"
    with zipfile.ZipFile(path, "w") as file:
        for number, record in enumerate(records):
            file.writestr(f"PYSEC-{number}.json", json.dumps(record))
    return path


def test_an_installed_version_that_is_known_to_be_weak_is_found(tmp_path: Path) -> None:
    finding = the_one(advisories.known(packed(tmp_path, a_record())))

    assert finding.level == BROKEN
    assert finding.what == f"django {DJANGO} has a known weakness, PYSEC-2026-1: Something can be read."


@pytest.mark.parametrize(
    "record",
    [
        a_record(versions=["0.1"]),
        a_record(package={"ecosystem": "npm", "name": "django"}),
        a_record(package={"ecosystem": "PyPI", "name": "not-installed-here"}),
        a_record() | {"withdrawn": "2026-11-01T00:00:00Z"},
        {"id": "PYSEC-2026-2"},
    ],
    ids=["another version", "another world", "another package", "withdrawn", "about nothing"],
)
def test_what_is_about_something_else_is_not_told(record: dict[str, Any], tmp_path: Path) -> None:
    assert the_one(advisories.known(packed(tmp_path, record))).level == GOOD


@pytest.mark.parametrize(
    ("events", "version", "is_weak"),
    [
        ([{"introduced": "0"}, {"fixed": "5.2.8"}], "5.2.7", True),
        ([{"introduced": "0"}, {"fixed": "5.2.8"}], "5.2.8", False),
        ([{"introduced": "0"}, {"fixed": "5.2.8"}], "5.2.10", False),
        ([{"introduced": "5.2"}, {"fixed": "5.2.8"}], "5.1.30", False),
        ([{"introduced": "5.2"}, {"fixed": "5.2.8"}], "5.2.0", True),
        ([{"introduced": "5.2"}, {"fixed": "5.2.8"}], "5.2rc1", False),
        ([{"introduced": "0"}, {"fixed": "5.2"}], "5.2b1", True),
        ([{"introduced": "1.0"}, {"last_affected": "2.0"}], "2.0", True),
        ([{"introduced": "1.0"}, {"last_affected": "2.0"}], "2.0.1", False),
        ([{"introduced": "1"}, {"fixed": "2"}, {"introduced": "3"}, {"fixed": "4"}], "2.5", False),
        ([{"introduced": "1"}, {"fixed": "2"}, {"introduced": "3"}, {"fixed": "4"}], "3.1", True),
        ([{"introduced": "0"}], "99", True),
    ],
)
def test_a_range_of_versions_is_read_as_it_is_meant(
    events: list[dict[str, str]],
    version: str,
    is_weak: bool,  # noqa: FBT001
) -> None:
    assert advisories.is_within(events, advisories.order(version)) == is_weak


def test_a_file_that_is_none_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    path.write_text("<html>Not found</html>")

    [finding] = look("packages.known", lambda: advisories.known(path))

    assert (finding.level, finding.check) == (ADVICE, "packages.known")
