"""Whoever comes to a proxy: with manners and without."""

import gzip
import http.client
import re
import socket
import ssl
from dataclasses import dataclass

from tests.browser.certificates import Certificate

# An address like no other here, so that it is found wherever it is written.
ADDRESS = "127.9.8.7"
FORM = "application/x-www-form-urlencoded"
# They belong to one connection, or to one moment.
PASSING = {"Connection", "Date", "Keep-Alive", "Transfer-Encoding"}
A_COOKIE = re.compile(r"__Host-form=\w+")


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str


@dataclass(frozen=True)
class Visitor:
    """`certificate` is None for the site itself, which hears from its proxy without TLS."""

    port: int
    certificate: Certificate | None = None

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        connection = self.connection()
        try:
            connection.request(method, path, body, {"Host": "localhost", **headers})
            return read(connection.getresponse())
        finally:
            connection.close()

    def connection(self) -> http.client.HTTPConnection:
        here = (ADDRESS, 0)
        if self.certificate is None:
            return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60, source_address=here)
        trust = ssl.create_default_context(cafile=self.certificate.path)
        return http.client.HTTPSConnection(
            "localhost", self.port, timeout=60, source_address=here, context=trust
        )

    def knock(self) -> socket.socket:
        """A connection on which nothing was said yet, not even a greeting of TLS."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=60, source_address=(ADDRESS, 0))

    def speak(self, said: bytes, *, name: str = "localhost") -> ssl.SSLSocket:
        trust = ssl.create_default_context()
        trust.check_hostname, trust.verify_mode = False, ssl.CERT_NONE
        connection = trust.wrap_socket(self.knock(), server_hostname=name)
        connection.sendall(said)
        return connection


def read(response: http.client.HTTPResponse) -> Answer:
    """Without what differs each time: a form that was drawn, and the filling of a compressed page."""
    named = {name.title(): value for name, value in response.getheaders()}
    headers = {name: value for name, value in named.items() if name not in PASSING}
    body = response.read()
    if headers.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
        del headers["Content-Length"]
    if "Set-Cookie" in headers:
        body = b""
        headers["Set-Cookie"] = A_COOKIE.sub("drawn", headers["Set-Cookie"])
        del headers["Content-Length"]
    return Answer(response.status, headers, body.decode())


def rest(connection: socket.socket) -> bytes:
    """All that still comes before the other side hangs up, be it rudely."""
    heard = b""
    try:
        while more := connection.recv(65536):
            heard += more
    except ConnectionError:
        pass
    finally:
        connection.close()
    return heard
