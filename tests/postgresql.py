"""A PostgreSQL for one command: `python -m tests.postgresql COMMAND …` runs it with DATABASE_URL set.

The cluster lies in a temporary folder, listens on a Unix socket only, and is gone afterwards. With `--each=3`
before the command there are three, and DATABASE_URLS names them all.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import quote

DEBIAN = Path("/usr/lib/postgresql")
# PostgreSQL refuses to be run by root.
OWNER = "postgres" if os.geteuid() == 0 else None


@contextmanager
def cluster() -> Iterator[str]:
    """Start a fresh cluster, yield the DATABASE_URL of an empty database in it, stop and delete it again."""
    folder = Path(tempfile.mkdtemp(prefix="offramp-postgresql-"))
    try:
        if OWNER:
            shutil.chown(folder, OWNER, OWNER)
        store = f"--pgdata={folder}/data"
        run(folder, "initdb", store, "--username=postgres", "--auth=trust", "--locale=C.UTF-8", "--no-sync")
        # It does not outlive its command: no disk is waited for.
        settings = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        run(folder, "pg_ctl", store, "--wait", f"--log={folder}/log", f"--options={settings}", "start")
        try:
            run(folder, "createdb", f"--host={folder}", "--username=postgres", "offramp")
            yield f"postgres://postgres@{quote(str(folder), safe='')}/offramp"
        finally:
            run(folder, "pg_ctl", store, "--wait", "--mode=immediate", "stop")
    finally:
        shutil.rmtree(folder)


def run(folder: Path, program: str, *arguments: str) -> None:
    answer = subprocess.run(
        [find(program), *arguments],
        user=OWNER,
        group=OWNER,
        extra_groups=[] if OWNER else None,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    if answer.returncode != 0:
        log = folder / "log"
        raise SystemExit(f"{program} failed.\n{log.read_text() if log.exists() else ''}")


def find(program: str) -> str:
    """The newest version that Debian keeps, or whatever is on the path elsewhere."""
    versions = sorted(DEBIAN.glob(f"*/bin/{program}"), key=lambda path: float(path.parts[-3]))
    if versions:
        return str(versions[-1])
    return shutil.which(program) or sys.exit(f"{program} of PostgreSQL was not found.")


def main() -> int:
    # Being told to end must still stop the cluster.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    words, count = sys.argv[1:], 1
    if words[0].startswith("--each="):
        count = int(words.pop(0).removeprefix("--each="))
    with ExitStack() as stack:
        urls = [stack.enter_context(cluster()) for _ in range(count)]
        told = {"DATABASE_URL": urls[0], "DATABASE_URLS": " ".join(urls)}
        return subprocess.run(words, env=os.environ | told, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
