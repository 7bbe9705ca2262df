"""A proxy that ends TLS in front of a server and does to the answers what the test wants done."""

import http.client
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from tests.browser.certificates import Certificate
from tests.browser.servers import Server

Headers = list[tuple[str, str]]
Spoil = Callable[[Headers], Headers]
UNLIMITED = 10**9


@contextmanager
def before(server: Server, *, spoil: Spoil = list, most: int = UNLIMITED) -> Iterator[str]:
    """Yield the origin of the proxy; it refuses bodies longer than `most` with a page of its own."""
    trust = ssl.create_default_context(cafile=server.certificate.path)
    upstream = server.origin.removeprefix("https://")

    class Proxy(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            line = http.client.HTTPSConnection(upstream, context=trust, timeout=30)
            line.request(self.command, self.path, body or None, dict(self.headers))
            answer = line.getresponse()
            status, headers, text = answer.status, answer.getheaders(), answer.read()
            line.close()
            if len(body) > most:
                status, headers, text = 413, [("Content-Type", "text/html")], b"<title>413</title>"
            self.send_response_only(status)
            for name, value in spoil([one for one in headers if one[0].lower() != "content-length"]):
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        do_POST = do_GET  # noqa: N815 - named so by the class it is of

        def log_message(self, *_words: object) -> None:
            """Keep quiet."""

    with listening(Proxy, certificate=server.certificate) as port:
        yield f"https://localhost:{port}"


@contextmanager
def listening(
    answers: type[BaseHTTPRequestHandler], *, certificate: Certificate | None = None
) -> Iterator[int]:
    """Yield the port on which these answers are given, over TLS if there is a certificate."""
    web = ThreadingHTTPServer(("127.0.0.1", 0), answers)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate.path, certificate.key_path)
        web.socket = context.wrap_socket(web.socket, server_side=True)
    answering = Thread(target=web.serve_forever, daemon=True)
    answering.start()
    try:
        yield web.server_port
    finally:
        web.shutdown()
        web.server_close()
