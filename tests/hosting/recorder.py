"""Stands where a site would, and keeps what a proxy sends it."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nHere."


class Recorder:
    def __init__(self, *, answers: bool) -> None:
        self.answers = answers
        self.heard: list[bytes] = []
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.upstream = f"127.0.0.1:{self.listening.getsockname()[1]}"

    def listen(self) -> None:
        while True:
            try:
                connection, _ = self.listening.accept()
            except OSError:  # it was closed
                return
            with connection:
                request = whole(connection)
                if request.startswith(b"GET /alive/"):
                    connection.sendall(ANSWER)
                    continue
                self.heard.append(request)
                if self.answers:
                    connection.sendall(ANSWER)

    def headers(self) -> dict[str, str]:
        """Of the one request that was heard."""
        (request,) = self.heard
        lines = request.partition(b"\r\n\r\n")[0].decode().splitlines()[1:]
        return {name.title(): value for name, _, value in (line.partition(": ") for line in lines)}


def whole(connection: socket.socket) -> bytes:
    """A request with as much of a body as it said."""
    request = b""
    while b"\r\n\r\n" not in request and (more := connection.recv(65536)):
        request += more
    head, _, body = request.partition(b"\r\n\r\n")
    said = [line for line in head.lower().splitlines() if line.startswith(b"content-length:")]
    length = int(said[0].partition(b":")[2]) if said else 0
    while len(body) < length and (more := connection.recv(65536)):
        body += more
    return head + b"\r\n\r\n" + body


@contextmanager
def recording(*, answers: bool = True) -> Iterator[Recorder]:
    recorder = Recorder(answers=answers)
    thread = Thread(target=recorder.listen)
    thread.start()
    try:
        yield recorder
    finally:
        recorder.listening.shutdown(socket.SHUT_RDWR)
        recorder.listening.close()
        thread.join()
