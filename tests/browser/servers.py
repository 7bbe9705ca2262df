"""`offramp serve` in a process of its own: over TLS, or behind a proxy that ends it."""

import http.client
import os
import secrets
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from mailbox import Maildir
from pathlib import Path
from subprocess import CompletedProcess

from tests.browser.certificates import Certificate
from tests.browser.databases import Database
from tests.environment import ROOT

BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Server:
    """What a test may know of a running installation."""

    origin: str
    database: Database
    certificate: Certificate
    environment: dict[str, str]
    mail: Maildir  # what was really sent, by SMTP
    log: Path  # all that the server wrote to stdout and stderr
    temp: Path  # the temporary folder of the server and of the commands
    proxy: Path  # all that a proxy in front of it may write

    def offramp(self, *arguments: str, typed: str = "", check: bool = True) -> CompletedProcess[str]:
        """Run the `offramp` command as its host would; what it says is in `.stdout` and `.stderr`."""
        return self.run(str(BIN / "offramp"), *arguments, typed=typed, check=check)

    def run(self, *command: str, typed: str = "", check: bool = True) -> CompletedProcess[str]:
        answer = subprocess.run(
            command, env=self.environment, input=typed, capture_output=True, text=True, check=False
        )
        assert not check or answer.returncode == 0, answer.stdout + answer.stderr
        return answer


# Given its folder, the port it answers on, the hosts behind it and a certificate.
Proxy = Callable[..., AbstractContextManager[object]]


@contextmanager
def running(
    folder: Path,
    *,
    database: Database,
    certificate: Certificate,
    mail: tuple[Maildir, int],
    proxy: Proxy | None = None,
) -> Iterator[Server]:
    """Prepare the database, start the server, wait until it answers; stop it at the end."""
    port = free_port()
    server = Server(
        origin=f"https://localhost:{port}",
        database=database,
        certificate=certificate,
        environment=environment(port=port, database=database, mail_port=mail[1], temp=folder / "temp"),
        mail=mail[0],
        log=folder / "log",
        temp=folder / "temp",
        proxy=folder / "proxy",
    )
    server.temp.mkdir()
    prepare(server)
    if proxy is None:
        with serving(server, port, *certificate.options()):
            yield server
        return
    behind = free_port()
    before = proxy(server.proxy, port=port, upstreams=[f"127.0.0.1:{behind}"], certificate=certificate)
    with before, serving(server, behind):
        yield server


def prepare(server: Server) -> None:
    """Migrate its database; an SQLite file that was migrated a moment ago is as good."""
    place = server.database.url.removeprefix("sqlite:///")
    if place == server.database.url:
        migrate(server.environment)
    else:
        Path(place).write_bytes(migrated())


@cache
def migrated() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/offramp.sqlite3", Path(folder))
        migrate(environment(port=443, database=database, mail_port=25, temp=Path(folder)))
        return (Path(folder) / "offramp.sqlite3").read_bytes()


def migrate(environment: dict[str, str]) -> None:
    subprocess.run([sys.executable, "-m", "django", "migrate", "--verbosity=0"], env=environment, check=True)


@contextmanager
def serving(server: Server, port: int, *options: str) -> Iterator[None]:
    with server.log.open("wb") as log:
        started = subprocess.Popen(
            [str(BIN / "offramp"), "serve", "--port", str(port), *options],
            env=server.environment,
            stdout=log,
            stderr=log,
        )
    try:
        wait_for(server, started)
        yield
    finally:
        started.terminate()
        started.wait(timeout=20)


def environment(*, port: int, database: Database, mail_port: int, temp: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "TMPDIR": str(temp),
        "OFFRAMP_SETTINGS": "",
        "DJANGO_SETTINGS_MODULE": "offramp.config.settings",
        "DATABASE_URL": database.url,
        "OFFRAMP_ORIGIN": f"https://localhost:{port}",
        "OFFRAMP_SECRET_KEY": secrets.token_urlsafe(48),
        "OFFRAMP_CAMPAIGN": os.environ["OFFRAMP_CAMPAIGN"],
        "OFFRAMP_MAIL": f"smtp://localhost:{mail_port}",
    }


def wait_for(server: Server, started: subprocess.Popen[bytes]) -> None:
    trust = ssl.create_default_context(cafile=server.certificate.path)
    host = server.origin.removeprefix("https://")
    until = time.monotonic() + 30
    while time.monotonic() < until and started.poll() is None:
        connection = http.client.HTTPSConnection(host, context=trust, timeout=30)
        try:
            connection.request("HEAD", "/")
            if connection.getresponse().status == 200:  # a proxy answers before the site is there
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise AssertionError(f"The server did not start.\n{server.log.read_text()}")


def free_port() -> int:
    """One below those that Linux gives to outgoing connections: no browser beside us takes it meanwhile."""
    while True:
        port = 10_000 + secrets.randbelow(20_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
