"""Somebody who visits the public address, with nothing in the browser yet; and the site asked at home."""

import http.client
import logging
import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from django.core.wsgi import get_wsgi_application

PATIENCE = 15  # seconds for one answer
PORTS = {"http": 80, "https": 443}
Headers = Mapping[str, str]
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: list[tuple[str, str]]  # names in small letters
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")

    @property
    def title(self) -> str:
        found = re.search(r"<title>(.*?)</title>", self.text, re.DOTALL)
        return found[1].strip() if found else ""

    def all(self, name: str) -> list[str]:
        return [value for known, value in self.headers if known == name]

    def first(self, name: str) -> str:
        return next(iter(self.all(name)), "")

    def field(self, name: str) -> str:
        """The value of a hidden field."""
        found = re.search(rf'name="{name}"[^>]*\bvalue="([^"]*)"', self.text)
        return found[1] if found else ""


class Visitor:
    def __init__(self, origin: str, *, trust: Path | None = None) -> None:
        parts = urlsplit(origin)
        self.origin, self.scheme, self.host = origin, parts.scheme, parts.hostname or ""
        self.port = parts.port or PORTS[parts.scheme]
        self.has_port = parts.port is not None
        self.trust = trust

    def ask(self, path: str, *, body: bytes | None = None, headers: Headers | None = None) -> Answer:
        """Get a page, or post a form to it, as a browser that came from one of ours. Raises OSError."""
        line = self.connection()
        try:
            line.request("GET" if body is None else "POST", path, body, self.sent(body, headers or {}))
            response = line.getresponse()
            heard = [(name.lower(), value) for name, value in response.getheaders()]
            return Answer(response.status, heard, response.read())
        finally:
            line.close()

    def ask_at_home(self, path: str, *, body: bytes | None = None, headers: Headers | None = None) -> Answer:
        """The same of our own site, in this process, with nothing in front of it."""
        sent = {"Host": self.name, **self.sent(body, headers or {})}
        if self.scheme == "https":
            sent["X-Forwarded-Proto"] = "https"
        begun: list[Any] = []

        def begin(status: str, headers: list[tuple[str, str]], _error: object = None, /) -> Any:
            begun[:] = int(status[:3]), [(name.lower(), value) for name, value in headers]

        logging.disable()  # what is refused here is refused on purpose, and nobody's trouble
        try:
            chunks: Any = get_wsgi_application()(environ(path, body, sent), begin)
            text = b"".join(chunks)
            chunks.close()
        finally:
            logging.disable(logging.NOTSET)
        status, heard = begun
        return Answer(status, heard, text)

    @property
    def name(self) -> str:
        """As it stands in the Host header."""
        return f"{self.host}:{self.port}" if self.has_port else self.host

    def connection(self) -> http.client.HTTPConnection:
        if self.scheme == "http":
            return http.client.HTTPConnection(self.host, self.port, timeout=PATIENCE)
        return http.client.HTTPSConnection(self.host, self.port, timeout=PATIENCE, context=self.context())

    def context(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        if self.trust:
            context.load_verify_locations(self.trust)
        return context

    def sent(self, body: bytes | None, headers: Headers) -> dict[str, str]:
        ours = {} if body is None else {**FORM, "Origin": self.origin, "Content-Length": str(len(body))}
        return {**ours, "Accept-Language": "en", **headers}


def environ(path: str, body: bytes | None, headers: dict[str, str]) -> dict[str, Any]:
    told = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()}
    for name in ("CONTENT_TYPE", "CONTENT_LENGTH"):
        told[name] = told.pop(f"HTTP_{name}", "")
    return {
        **told,
        "REQUEST_METHOD": "GET" if body is None else "POST",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "0",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(body or b""),
    }


def encoded(**fields: str) -> bytes:
    """A form, as a browser sends it."""
    return "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items()).encode()
