"""An empty database of its own for each server, on the engine that this run is for."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg


@dataclass(frozen=True)
class Database:
    url: str
    folder: Path  # where the engine keeps its files

    def stored(self) -> dict[str, bytes]:
        """Everything the engine keeps on disk, by file name, written out first."""
        if not self.url.startswith("sqlite"):
            with psycopg.connect(self.url, autocommit=True) as connection:
                connection.execute("CHECKPOINT")
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }


@contextmanager
def fresh(run_url: str, folder: Path) -> Iterator[Database]:
    """Yield an empty database: a file in the folder, or one more in the cluster of this run."""
    if run_url.startswith("sqlite"):
        folder.mkdir()
        yield Database(f"sqlite:///{folder}/offramp.sqlite3", folder)
        return
    name = f"browser_{secrets.token_hex(4)}"
    with psycopg.connect(run_url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        row = connection.execute("SHOW data_directory").fetchone()
        assert row
        yield Database(urlsplit(run_url)._replace(path=f"/{name}").geturl(), Path(row[0]))
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
