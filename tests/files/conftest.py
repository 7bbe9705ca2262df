"""What the tests of files share."""

from pathlib import Path

import pytest

from offramp.files import examination
from offramp.files.answers import Cleaned
from offramp.files.kinds import Kind
from tests.files import planted


@pytest.fixture(scope="session")
def ordinary() -> dict[Kind, bytes]:
    """One file of each kind, full of canaries."""
    return {kind: make() for kind, make in planted.ORDINARY.items()}


@pytest.fixture(scope="session")
def cleaned(ordinary: dict[Kind, bytes]) -> dict[Kind, Cleaned]:
    """The same files after cleaning."""
    return {kind: examination.examine(content) for kind, content in ordinary.items()}


@pytest.fixture(scope="session")
def kept(cleaned: dict[Kind, Cleaned], tmp_path_factory: pytest.TempPathFactory) -> dict[Kind, Path]:
    """The cleaned files on a disk, for programs that read only from there."""
    folder = tmp_path_factory.mktemp("cleaned")
    for kind, each in cleaned.items():
        (folder / f"file{kind.ending}").write_bytes(each.content)
    return {kind: folder / f"file{kind.ending}" for kind in cleaned}
