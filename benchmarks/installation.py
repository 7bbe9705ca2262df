"""A fresh, populated installation behind what stands for the proxy that ends TLS, or over TLS itself."""

import http.client
import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.certificates import Certificate
from tests.browser.servers import free_port
from tests.environment import ROOT

OFFRAMP = str(Path(sys.executable).parent / "offramp")


@dataclass(frozen=True)
class Seeker:
    code: str


@dataclass(frozen=True)
class Adviser:
    code: str
    secret: str
    pairing: str


@dataclass(frozen=True)
class Installation:
    origin: str
    port: int
    pid: int  # of granian's first process, the parent of its workers
    seekers: tuple[Seeker, ...]
    advisers: tuple[Adviser, ...]


@contextmanager
def running(
    database_url: str, *, workers: int, clients: int, certificate: Certificate | None = None
) -> Iterator[Installation]:
    port = free_port()
    environment = settings(database_url, port)
    command = [sys.executable, "-m", "benchmarks.population", str(clients)]
    populated = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    people = json.loads(populated.stdout)
    command = [OFFRAMP, "serve", f"--port={port}", f"--workers={workers}"]
    if certificate:
        command += [f"--certificate={certificate.path}", f"--key={certificate.key_path}"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as serving:
        try:
            wait_for(port)
            yield Installation(
                origin=environment["OFFRAMP_ORIGIN"],
                port=port,
                pid=serving.pid,
                seekers=tuple(Seeker(**one) for one in people["seekers"]),
                advisers=tuple(Adviser(**one) for one in people["advisers"]),
            )
        finally:
            serving.terminate()


def settings(database_url: str, port: int) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "offramp.config.settings",
        "OFFRAMP_ORIGIN": f"https://localhost:{port}",
        "OFFRAMP_SECRET_KEY": secrets.token_urlsafe(48),
        "OFFRAMP_CAMPAIGN": str(ROOT / "campaigns" / "immigration-enforcement"),
        "DATABASE_URL": database_url,
    }


def wait_for(port: int) -> None:
    """Until a worker takes a connection and answers, in whatever way."""
    for _ in range(300):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", "/robots.txt", headers={"Host": f"localhost:{port}"})
            connection.getresponse().read()
        except http.client.HTTPException:
            return  # it speaks TLS
        except ConnectionError as refused:
            if isinstance(refused, ConnectionResetError):
                return
            time.sleep(0.1)
        else:
            return
        finally:
            connection.close()
    raise SystemExit("The server did not start.")


@contextmanager
def on_sqlite() -> Iterator[str]:
    """An empty database in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="offramp-bench-") as folder:
        yield f"sqlite:///{folder}/offramp.sqlite3"
