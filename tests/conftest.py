"""What all tests share: where the database lies, and how patient the property tests are."""

import hypothesis
import pytest
from django.conf import settings

# A machine shared with a browser is slow at odd moments; that is no finding about the code.
hypothesis.settings.register_profile("offramp", deadline=None)
hypothesis.settings.load_profile("offramp")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Give SQLite a file: in memory there is no WAL, and threads would share one connection."""
    database = settings.DATABASES["default"]
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "tests.sqlite3")
