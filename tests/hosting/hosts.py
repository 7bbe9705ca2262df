"""`offramp serve` as it stands behind a proxy: without TLS, on this machine or inside a namespace."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from tests.browser.servers import free_port
from tests.environment import ROOT
from tests.hosting.behind import KNOCK
from tests.hosting.keeping import Keeper
from tests.upkeep.console import OFFRAMP, surroundings


class Host:
    """`inside` is a command that leads into a namespace."""

    def __init__(
        self, environment: dict[str, str], folder: Path, *, place: tuple[str, int], inside: Sequence[str] = ()
    ) -> None:
        self.environment, self.inside = environment, inside
        self.address, self.port = place
        self.log, self.keeper = folder / "log", Keeper(folder)
        self.serving: subprocess.Popen[bytes] | None = None

    @property
    def upstream(self) -> str:
        return f"{self.address}:{self.port}"

    def start(self, *, gives_back: bool = False) -> None:
        """Be back when it listens; `gives_back` when what was kept is of no use to it."""
        command = [OFFRAMP, "serve", f"--host={self.address}", f"--port={self.port}"]
        with self.log.open("ab") as log, self.keeper.listening(gives_back=gives_back):
            self.serving = subprocess.Popen(
                [*self.inside, *self.keeper.command(command)],
                env=self.environment | self.keeper.settings(),
                pass_fds=[self.keeper.kept.fileno()] if self.keeper.kept else [],
                stdout=log,
                stderr=log,
            )

    def answers(self) -> bool:
        """Whether it does within half a minute."""
        knock = [*self.inside, *KNOCK, self.address, str(self.port), "/alive/"]
        return subprocess.run(knock, cwd=ROOT, check=False).returncode == 0

    def end(self) -> None:
        """Be back when it is gone; what it listened on is kept."""
        assert self.serving
        self.serving.terminate()
        assert self.serving.wait(timeout=30) == 0, self.log.read_text()
        self.serving = None

    def restart(self) -> None:
        """As `systemctl restart` does."""
        self.end()
        self.start()

    def stop(self) -> None:
        """As `systemctl stop` does."""
        self.end()
        self.keeper.forget()


@contextmanager
def standing(*hosts: Host) -> Iterator[None]:
    try:
        for host in hosts:
            host.start()
            assert host.answers(), host.log.read_text()
        yield
    finally:
        for host in hosts:
            if host.serving:
                host.end()
            host.keeper.forget()


def on_this_machine(folder: Path, **settings: str) -> Host:
    """With a database in the folder that takes requests: two organizers hold the front desk's key."""
    (folder / "offramp.sqlite3").write_bytes(taking_requests())
    environment = surroundings(folder, PYTHONPATH=str(ROOT), **settings)
    return Host(environment, folder, place=("127.0.0.1", free_port()))


@cache
def taking_requests() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        populate(surroundings(Path(folder), PYTHONPATH=str(ROOT)))
        return (Path(folder) / "offramp.sqlite3").read_bytes()


def populate(environment: dict[str, str]) -> None:
    more = {"DJANGO_SETTINGS_MODULE": "offramp.config.settings"}
    command = [sys.executable, "-m", "benchmarks.population", "0"]
    subprocess.run(command, env=environment | more, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
