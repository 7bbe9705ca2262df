"""The exchange with the child: a file in, an answer out, over two pipes, with a limit of bytes and time."""

import contextlib
import os
import selectors
import signal
import subprocess
from time import monotonic

from offramp.files.refusals import TookTooLong

_CHUNK = 65_536


class TooMuchSaid(Exception):
    """The child said more than any honest answer has."""


def exchange(command: list[str], content: bytes, *, most: int, seconds: float) -> tuple[bytes, int]:
    """Return the answer of a child and how it ended; it is dead then. Raises TookTooLong, TooMuchSaid."""
    child = subprocess.Popen(  # noqa: S603 - the command is our own; only bytes on a pipe are a stranger's
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # A parser's complaint may quote the file; nobody shall find that in a log.
        stderr=subprocess.DEVNULL,
        env={},
        cwd="/",
        start_new_session=True,
    )
    deadline = monotonic() + seconds
    try:
        answer = _converse(child, content, most=most, deadline=deadline)
        return answer, child.wait(max(0.1, deadline - monotonic()))
    except subprocess.TimeoutExpired:
        raise TookTooLong from None
    finally:
        _end(child)


def _converse(child: subprocess.Popen[bytes], content: bytes, *, most: int, deadline: float) -> bytes:
    assert child.stdin is not None  # noqa: S101 - for the type checker: both are pipes
    assert child.stdout is not None  # noqa: S101
    unsent, answer = memoryview(content), bytearray()
    with selectors.DefaultSelector() as ready:
        for pipe, event in ((child.stdin, selectors.EVENT_WRITE), (child.stdout, selectors.EVENT_READ)):
            os.set_blocking(pipe.fileno(), False)
            ready.register(pipe, event)
        while True:
            pipes = {key.fileobj for key, _ in ready.select(max(0.0, deadline - monotonic()))}
            if not pipes:
                raise TookTooLong
            if child.stdin in pipes:
                unsent = _sent(child.stdin.fileno(), unsent)
                if not unsent:
                    ready.unregister(child.stdin)
                    child.stdin.close()
            if child.stdout in pipes:
                said = os.read(child.stdout.fileno(), _CHUNK)
                answer += said
                if len(answer) > most:
                    raise TooMuchSaid
                if not said:
                    return bytes(answer)


def _sent(pipe: int, unsent: memoryview) -> memoryview:
    try:
        return unsent[os.write(pipe, unsent[:_CHUNK]) :]
    except BrokenPipeError:
        # It died or has heard enough; what it said, if anything, tells which.
        return unsent[:0]


def _end(child: subprocess.Popen[bytes]) -> None:
    # Also what the child may have started: its namespace of processes dies with the one we kill.
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe:
            with contextlib.suppress(BrokenPipeError):
                pipe.close()
