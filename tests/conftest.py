"""What all tests share: the cast, where the database lies, and how patient the property tests are."""

from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.utils import translation
from whitenoise.base import WhiteNoise  # type: ignore[import-untyped]

from offramp.web import pace
from tests import kept_rows
from tests.cast import Person, a_seeker, an_adviser, two_organizers

# A machine shared with a browser is slow at odd moments; that is no finding about the code.
hypothesis.settings.register_profile("offramp", deadline=None)
hypothesis.settings.load_profile("offramp")

# A file stays with one process: the long ones go first, or the run ends with one that works alone.
LONG = [
    Path(__file__).parent / name
    for name in ("browser", "upkeep", "hosting", "upgrades", "web/desk/test_absurd.py", "web/test_matrix.py")
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """pytest-django puts what asks no database last, and that is just what starts other processes."""
    items.sort(key=lambda item: not any(item.path.is_relative_to(path) for path in LONG))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Give SQLite a file: in memory there is no WAL, and threads would share one connection."""
    database = settings.DATABASES["default"]
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "tests.sqlite3")


@pytest.fixture(scope="session", autouse=True)
def static_files_found_once() -> Iterator[None]:
    """Each client builds the site anew, and that looks at every static file, which no test changes."""
    look, found = WhiteNoise.update_files_dictionary, {}

    def look_once(site: WhiteNoise, root: str, prefix: str) -> None:
        if (root, prefix) not in found:
            look(site, root, prefix)
            found[root, prefix] = dict(site.files)
        site.files.update(found[root, prefix])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoise, "update_files_dictionary", look_once)
        yield


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A page asked for in Spanish leaves its language behind, for whichever test comes next."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def nobody_yet() -> None:
    """The same people come into every test, and have done nothing yet."""
    kept_rows.begin_empty()
    pace.BUCKETS.levels.clear()


@pytest.fixture
def di_and_ed(db: None) -> tuple[Person, Person]:
    return two_organizers()


@pytest.fixture
def di(di_and_ed: tuple[Person, Person]) -> Person:
    return di_and_ed[0]


@pytest.fixture
def ed(di_and_ed: tuple[Person, Person]) -> Person:
    return di_and_ed[1]


@pytest.fixture
def bo(di_and_ed: tuple[Person, Person]) -> Person:
    return an_adviser("Bo")


@pytest.fixture
def cy(di_and_ed: tuple[Person, Person]) -> Person:
    return an_adviser("Cy")


@pytest.fixture
def ada(di_and_ed: tuple[Person, Person]) -> Person:
    return a_seeker("I am drowning in this place.")
