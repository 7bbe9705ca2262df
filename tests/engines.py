"""A pytest plugin: the run on the second engine is for what asks the engine, not for everything once more.

A test asks it through the `db` fixture or mark; one that opens the engine of its run in another way says so
with `@pytest.mark.engine`. All others run once, on SQLite; so does a long one that needs a database and asks
its engine nothing that others do not: `@pytest.mark.once`.
"""

import os

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "once: needs the database, and asks its engine nothing of its own")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if os.environ["DATABASE_URL"].startswith("sqlite"):
        return
    left_out = [item for item in items if not asks_the_engine(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if asks_the_engine(item)]


def asks_the_engine(item: pytest.Item) -> bool:
    names = getattr(item, "fixturenames", ())
    return item.get_closest_marker("once") is None and (
        "db" in names
        or "transactional_db" in names
        or any(item.get_closest_marker(mark) is not None for mark in ("django_db", "engine"))
    )
