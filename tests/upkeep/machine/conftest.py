"""A folder in the place of a whole machine, and a systemd that starts what it is given, and nothing more."""

import os
import pwd
import shlex
import shutil
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from offramp.upkeep.machine.installation import Installation
from tests.browser.servers import free_port
from tests.upkeep.console import offramp, surroundings

# Writes down how it was called. “start” does what systemd would with the web unit's command, where a test
# says “really”; elsewhere something smaller answers on the same port.
SYSTEMCTL = """\
#!/bin/sh
cd {root}
echo "$*" >>calls
case "$1" in
    is-active) exec grep -qsxF "$2" active ;;
    start | restart) ;;
    *) exit 0 ;;
esac
case "$*" in *offramp.service*) ;; *) exit 0 ;; esac
[ "$1" = start ] && grep -qsxF offramp.service active && exit 0
[ -s pid ] && kill "$(cat pid)"
command=$(sed -n 's/^ExecStart=//p' etc/systemd/system/offramp.service)
port=${{command#*--port }}
[ -e really ] || command="{python} -m http.server --bind 127.0.0.1 --directory {root}/run ${{port%% *}}"
env -i PATH="$PATH" OFFRAMP_SETTINGS={root}/etc/offramp/offramp.env setsid $command >>log 2>&1 &
echo $! >pid
echo offramp.service >>active
"""


@dataclass(frozen=True)
class Machine:
    root: Path
    port: int

    def installation(self, **wanted: Any) -> Installation:
        usual: dict[str, Any] = {"port": self.port, "workers": 1, "venv": Path(sys.prefix), "user": myself()}
        return Installation(root=self.root, **(usual | wanted))

    def file(self, path: str) -> Path:
        return self.root / path.removeprefix("/")

    def calls(self) -> list[str]:
        """How systemctl was called since the last look, without the questions."""
        file = self.root / "calls"
        lines = file.read_text().splitlines() if file.exists() else []
        file.unlink(missing_ok=True)
        return [line for line in lines if not line.startswith("is-active")]

    def files(self) -> dict[str, str]:
        """What lies in its folders of settings."""
        etc = self.root / "etc"
        return {str(path.relative_to(etc)): path.read_text() for path in etc.rglob("*") if path.is_file()}


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as `offramp init` leaves it; copied, since making one takes seconds."""
    folder = tmp_path_factory.mktemp("prepared")
    made = offramp("init", environment=surroundings(folder))
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture
def machine(tmp_path: Path, prepared: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    """Booted by systemd, with Debian's Caddy that runs already, and all that `offramp init` leaves."""
    root = tmp_path / "machine"
    for folder in ("run/systemd/system", "etc/caddy", "etc/offramp", "etc/systemd/system", "bin"):
        (root / folder).mkdir(parents=True)
    (root / "active").write_text("caddy.service\nnginx.service\n")
    shutil.copy("/etc/caddy/Caddyfile", root / "etc/caddy")
    (root / "bin/systemctl").write_text(SYSTEMCTL.format(root=shlex.quote(str(root)), python=sys.executable))
    (root / "bin/systemctl").chmod(0o755)
    monkeypatch.setenv("PATH", f"{root}/bin:{os.environ['PATH']}")
    write_settings(root / "etc/offramp/offramp.env", shutil.copytree(prepared, root / "var/lib/offramp"))
    yield Machine(root, free_port())
    if (root / "pid").exists():
        os.killpg(int((root / "pid").read_text()), signal.SIGKILL)


def write_settings(file: Path, folder: Path) -> None:
    secret = "for the machine of these tests alone, and long enough for all that looks at it"
    told = surroundings(folder, OFFRAMP_ORIGIN=settings.ORIGIN, OFFRAMP_SECRET_KEY=secret)
    lines = [
        f"{name}='{value}'\n" for name, value in told.items() if name not in ("PATH", "OFFRAMP_SETTINGS")
    ]
    file.write_text("".join(lines))


def myself() -> str:
    return pwd.getpwuid(os.geteuid()).pw_name
