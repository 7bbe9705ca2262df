"""The guard of tests/environment.py: tests stay on this machine."""

import smtplib
import socket
import urllib.request

import pytest

from tests.environment import OutsideWorld


@pytest.mark.parametrize("host", ["example.org", "192.0.2.1", "2001:db8::1"])
def test_no_test_reaches_another_machine(host: str) -> None:
    with pytest.raises(OutsideWorld):
        socket.create_connection((host, 443), timeout=1)


def test_libraries_do_not_get_around_the_guard() -> None:
    with pytest.raises(OutsideWorld):
        urllib.request.urlopen("https://example.org/", timeout=1)
    with pytest.raises(OutsideWorld):
        smtplib.SMTP("192.0.2.1", timeout=1)


def test_this_machine_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        socket.create_connection(("localhost", port), timeout=1).close()
