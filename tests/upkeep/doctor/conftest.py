"""A real server over TLS, and the doctor who visits it."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from mailbox import Maildir
from pathlib import Path

import pytest

from tests.browser import certificates, databases, servers
from tests.browser.servers import Server

TWO_ORGANIZERS = """
import django
django.setup()
from django.utils import timezone
from tests.cast import two_organizers
two_organizers(today=timezone.now().date())
"""


@dataclass(frozen=True)
class Visit:
    """What the doctor said from outside."""

    status: int
    text: str

    @property
    def levels(self) -> dict[str, str]:
        """The worst of each check."""
        worst: dict[str, str] = {}
        for finding in json.loads(self.text)["findings"]:
            name, level = finding["check"], finding["level"]
            worst[name] = max(worst.get(name, ""), level, key=["", "good", "advice", "broken"].index)
        return worst

    def findings(self, check: str) -> list[dict[str, str]]:
        return [finding for finding in json.loads(self.text)["findings"] if finding["check"] == check]


@dataclass(frozen=True)
class Doctor:
    server: Server

    def visit(self, *words: str, origin: str = "", trusts: bool = True) -> Visit:
        trust = ["--trust", str(self.server.certificate.path)] if trusts else []
        environment = self.server.environment | {"OFFRAMP_ORIGIN": origin or self.server.origin}
        command = [str(servers.BIN / "offramp"), "doctor", "--json", "--outside", *trust, *words]
        told = Server.run(self.changed(environment), *command, check=False)
        assert told.stderr == ""
        return Visit(told.returncode, told.stdout)

    def changed(self, environment: dict[str, str]) -> Server:
        return Server(**{**vars(self.server), "environment": environment})


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Open for requests: two organizers hold the front desk's key."""
    folder = tmp_path_factory.mktemp("server")
    certificate = certificates.issue(folder)
    mail = Maildir(folder / "mail"), servers.free_port()
    with (
        databases.fresh(os.environ["DATABASE_URL"], folder / "database") as database,
        servers.running(folder, database=database, certificate=certificate, mail=mail) as server,
    ):
        server.run(str(Path(servers.BIN) / "python"), "-c", TWO_ORGANIZERS)
        yield server


@pytest.fixture
def doctor(server: Server) -> Doctor:
    return Doctor(server)
