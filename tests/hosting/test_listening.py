"""The socket that outlives the server, and the answer that needs no thread."""

import asyncio
import http.client
import socket
import subprocess
from threading import Event
from typing import Any

import pytest

from offramp.config import asgi
from offramp.config.threads import thread
from tests.browser.servers import free_port
from tests.hosting import hosts
from tests.hosting.hosts import Host
from tests.upkeep.console import OFFRAMP


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Host:
    return hosts.on_this_machine(tmp_path_factory.mktemp("host"), OFFRAMP_ORIGIN="https://localhost")


def test_who_comes_while_it_starts_again_waits_and_is_answered(host: Host) -> None:
    with hosts.standing(host):
        host.end()
        early = http.client.HTTPConnection(host.address, host.port, timeout=60)
        early.request("POST", "/leave/", b"", {"Host": "localhost", "Origin": "https://localhost"})
        host.start()
        answer = early.getresponse()
        early.close()

    assert answer.status == 200


def test_who_comes_when_it_was_stopped_for_good_is_turned_away(host: Host) -> None:
    with hosts.standing(host):
        host.stop()
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((host.address, host.port)).close()


def test_it_moves_when_it_is_told_to_listen_elsewhere(host: Host) -> None:
    before = host.port
    with hosts.standing(host):
        host.end()
        host.port = free_port()
        host.start(gives_back=True)
        assert host.answers()
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((host.address, before)).close()


def test_a_port_that_somebody_else_has_is_said_in_one_sentence(host: Host) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [OFFRAMP, "serve", f"--port={port}"]
        answer = subprocess.run(
            command, env=host.environment, capture_output=True, text=True, check=False, timeout=30
        )

    assert answer.returncode == 1
    sentence = f"offramp: nobody can listen on 127.0.0.1:{port}: Address already in use."
    assert answer.stderr.splitlines()[-1] == sentence


def test_whether_it_is_there_is_answered_while_the_thread_is_busy() -> None:
    async def nothing_comes() -> dict[str, Any]:
        raise AssertionError

    busy = Event()
    thread.submit(busy.wait, 30)
    try:
        asked = {"PATH_INFO": asgi.ALIVE, "REQUEST_METHOD": "GET"}
        status, _, text = asyncio.run(asgi.answer(asked, nothing_comes))
    finally:
        busy.set()

    assert (status, text) == (200, b"Here.\n")
