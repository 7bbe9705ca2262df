"""Debian's Caddy and nginx in processes of their own, told what `offramp service` tells them."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from offramp.upkeep.machine import proxies
from tests.browser.certificates import Certificate
from tests.browser.servers import free_port
from tests.environment import ROOT

DEBIANS_NGINX = Path("/etc/nginx/nginx.conf")
WHAT_NGINX_PUTS_ASIDE = ("client_body", "proxy", "fastcgi", "scgi", "uwsgi")
CADDY = ("caddy", "run", "--adapter=caddyfile", "--config=Caddyfile.told")
KNOCK = (sys.executable, "-m", "tests.hosting.knocking")
NGINX = ("nginx", "-g", "daemon off;", "-c")
Change = Callable[[str], str]


def as_it_is(text: str) -> str:
    return text


@dataclass(frozen=True)
class Proxy:
    """A running one; all that it may write lies in its folder."""

    name: str
    port: int
    folder: Path
    pid: int = 0

    def stored(self) -> dict[str, bytes]:
        """What lies in its folder now: what it said and put aside, not what it was told."""
        files = [path for path in self.folder.rglob("*") if path.is_file() and path.suffix != ".told"]
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in files}


Start = Callable[..., AbstractContextManager[Proxy]]


@contextmanager
def caddy(
    folder: Path,
    *,
    port: int,
    upstreams: Sequence[str],
    certificate: Certificate,
    change: Change = as_it_is,
    inside: Sequence[str] = (),
) -> Iterator[Proxy]:
    """`inside` is a command that leads into a namespace."""
    folder.mkdir(exist_ok=True)
    told = proxies.caddyfile(
        origin=origin(port),
        upstreams=upstreams,
        tls=f"{certificate.path} {certificate.key_path}",
    )
    (folder / "Caddyfile.told").write_text(change(told))
    with running(Proxy("caddy", port, folder), [*inside, *CADDY]) as proxy:
        wait_for(port, inside)
        yield proxy


@contextmanager
def nginx(
    folder: Path,
    *,
    port: int,
    upstreams: Sequence[str],
    certificate: Certificate,
    change: Change = as_it_is,
    inside: Sequence[str] = (),
) -> Iterator[Proxy]:
    """`inside` is a command that leads into a namespace."""
    folder.mkdir(exist_ok=True)
    told = proxies.nginx_site(
        origin=origin(port),
        upstreams=upstreams,
        certificate=str(certificate.path),
        key=str(certificate.key_path),
    )
    write_main_file(folder)
    (folder / "site.told").write_text(change(told if inside else without_port_80(told)))
    with running(Proxy("nginx", port, folder), [*inside, *NGINX, str(folder / "nginx.told")]) as proxy:
        wait_for(port, inside)
        yield proxy


BOTH: dict[str, Start] = {"caddy": caddy, "nginx": nginx}


def write_main_file(folder: Path) -> None:
    """Debian's own, with every place that nginx writes to moved into the folder."""
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in WHAT_NGINX_PUTS_ASIDE)
    changes = {
        "user www-data;": "user root;" if os.geteuid() == 0 else "",
        "/var/log/nginx/": f"{folder}/",
        "/run/nginx.pid": f"{folder}/pid.told",
        "include /etc/nginx/conf.d/*.conf;": temporary,
        "/etc/nginx/sites-enabled/*": f"{folder}/site.told",
    }
    text = DEBIANS_NGINX.read_text()
    for theirs, ours in changes.items():
        assert theirs in text, f"Debian's nginx.conf no longer says {theirs!r}."
        text = text.replace(theirs, ours)
    (folder / "nginx.told").write_text(text)


@contextmanager
def running(proxy: Proxy, command: Sequence[str]) -> Iterator[Proxy]:
    """Start it in its folder, which is its home and its temporary one too; stop it at the end."""
    homes = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "TMPDIR")
    surroundings = {"PATH": f"{os.environ['PATH']}:/usr/sbin"} | {home: str(proxy.folder) for home in homes}
    with (proxy.folder / "said").open("ab") as said:
        started = subprocess.Popen(command, cwd=proxy.folder, env=surroundings, stdout=said, stderr=said)
    try:
        yield replace(proxy, pid=started.pid)
    finally:
        started.terminate()
        started.wait(timeout=20)


def origin(port: int) -> str:
    return "https://localhost" if port == 443 else f"https://localhost:{port}"


def without_port_80(site: str) -> str:
    """On a machine that several share, it belongs to nobody."""
    return site.replace("listen 80", f"listen 127.0.0.1:{free_port()}").replace("listen [::]:80", "# 80")


def wait_for(port: int, inside: Sequence[str]) -> None:
    answer = subprocess.run([*inside, *KNOCK, "localhost", str(port)], cwd=ROOT, check=False)
    assert answer.returncode == 0, f"Nobody listens on port {port}."
