"""granian, on a socket that outlives it: while we start again people wait in it, and nobody is turned away.

systemd keeps the socket for us (FileDescriptorStoreMax=1) and gives it to whoever comes after us. A socket
unit would keep it too, but would start us for a visitor while we are stopped to change the database.
"""

import os
import socket
import sys
from typing import Any

from granian import cli, net
from granian.server import mp

FIRST_KEPT = 3  # the number of the first file that systemd hands over
BACKLOG = 1024
# What its workers take a socket from; the types it ships do not say how one is made.
HOLDER: Any = vars(net)["SocketHolder"]


class LastingServer(mp.MPServer):
    """All workers take connections from one socket, which is ours to bring."""

    def _init_shared_socket(self) -> None:
        try:
            listening = kept(self.bind_addr, self.bind_port) or opened(self.bind_addr, self.bind_port)
        except OSError as trouble:
            reason = os.strerror(trouble.errno or 0)
            sys.exit(f"offramp: nobody can listen on {self._bind_addr_fmt}: {reason}.")
        tell_systemd("FDSTORE=1\nFDNAME=listening", listening)
        holder = HOLDER(listening.fileno(), uds=False, backlog=BACKLOG)
        vars(self).update(_ssp=None, _sso=listening, _sfd=listening.fileno(), _shd=holder)


def kept(address: str, port: int) -> socket.socket | None:
    """What systemd kept, if it is where we are to listen now."""
    if os.environ.get("LISTEN_PID") != str(os.getpid()) or os.environ.get("LISTEN_FDS") != "1":
        return None
    listening = socket.socket(fileno=FIRST_KEPT)
    if listening.getsockname()[:2] == place(address, port)[1]:
        return ready(listening)
    listening.close()
    tell_systemd("FDSTOREREMOVE=1\nFDNAME=listening")
    return None


def opened(address: str, port: int) -> socket.socket:
    family, name = place(address, port)
    return ready(socket.create_server(name, family=family, backlog=BACKLOG))


def place(address: str, port: int) -> tuple[socket.AddressFamily, tuple[str, int]]:
    """An address as the system writes it, whoever wrote it."""
    family, _, _, _, name = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
    return family, (str(name[0]), port)


def ready(listening: socket.socket) -> socket.socket:
    listening.settimeout(0)
    listening.set_inheritable(True)
    return listening


def tell_systemd(sentence: str, *sockets: socket.socket) -> None:
    address = os.environ.get("NOTIFY_SOCKET")
    if address is None:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.connect(f"\0{address[1:]}" if address.startswith("@") else address)
        socket.send_fds(line, [sentence.encode()], [one.fileno() for one in sockets])


if __name__ == "__main__":
    vars(cli)["Server"] = LastingServer
    cli.entrypoint()  # type: ignore[no-untyped-call]
