"""Every page asks the database whether the campaign ends, so every test of a page has one."""

import pytest


@pytest.fixture(autouse=True)
def database(db: None) -> None:
    pass
