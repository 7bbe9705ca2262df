"""Plays the part of systemd that keeps a listening socket while its service starts again."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# A shell puts the socket where systemd would, and says for whom it is.
HAND_OVER = ("bash", "-c", 'LISTEN_FDS=1 LISTEN_PID=$$ exec "$@" 3<&"$KEPT"-', "bash")


class Keeper:
    def __init__(self, folder: Path) -> None:
        self.address = folder / "notify"
        self.kept: socket.socket | None = None

    def command(self, command: list[str]) -> list[str]:
        """How the service is started: with what is kept, if anything is."""
        return [*HAND_OVER, *command] if self.kept else command

    def settings(self) -> dict[str, str]:
        kept = {"KEPT": str(self.kept.fileno())} if self.kept else {}
        return {"NOTIFY_SOCKET": str(self.address), **kept}

    @contextmanager
    def listening(self, *, gives_back: bool) -> Iterator[None]:
        """Keep what a service sends that starts meanwhile."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.bind(str(self.address))
            line.settimeout(20)
            yield
            if gives_back:
                assert line.recv(1000) == b"FDSTOREREMOVE=1\nFDNAME=listening"
            sentence, files, _, _ = socket.recv_fds(line, 1000, 1)
            assert sentence == b"FDSTORE=1\nFDNAME=listening"
        self.address.unlink()
        self.forget()
        self.kept = socket.socket(fileno=files[0])

    def forget(self) -> None:
        """As when the service is stopped for good."""
        if self.kept:
            self.kept.close()
        self.kept = None
