"""A browser without a screen: keeps its cookies, follows nothing by itself, knows how long it waited."""

import http.client
import re
import time
from dataclasses import dataclass
from itertools import count
from urllib.parse import urlencode, urlsplit

from benchmarks.installation import Installation

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
PLACES = count()


class WentWrong(Exception):
    """An answer that the journey did not lead to; a figure for it would be a figure for something else."""


@dataclass(frozen=True)
class Answer:
    status: int
    location: str
    body: str


class Visitor:
    """Speaks as the proxy that ends TLS would, for a client from a corner of the network of its own."""

    def __init__(self, installation: Installation) -> None:
        self.installation = installation
        self.connection = http.client.HTTPConnection("127.0.0.1", installation.port, timeout=60)
        self.cookies: dict[str, str] = {}
        self.token = ""
        self.waited = 0.0
        place = next(PLACES)
        self.headers = {
            "Host": installation.origin.removeprefix("https://"),
            "X-Forwarded-Proto": "https",
            "X-Forwarded-For": f"10.{place // 256 % 256}.{place % 256}.7",
            "Accept-Encoding": "gzip",
            "Accept-Language": "en",
        }

    def get(self, path: str, *, ends_at: str | None = None) -> Answer:
        return self._ask("GET", path, "", 200 if ends_at is None else 302, ends_at)

    def post(self, path: str, *, ends_at: str, **fields: str) -> Answer:
        form = urlencode({"csrfmiddlewaretoken": self.token, **fields})
        return self._ask("POST", path, form, 302, ends_at)

    def leave(self) -> None:
        self.connection.close()

    def _ask(self, method: str, path: str, form: str, status: int, ends_at: str | None) -> Answer:
        # Python's cookie jars would keep Secure cookies to themselves on this side of the proxy.
        headers = self.headers | {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        }
        if method == "POST":
            headers |= {"Content-Type": "application/x-www-form-urlencoded"}
            headers |= {"Origin": self.installation.origin}
        began = time.perf_counter()
        self.connection.request(method, path, form or None, headers)
        response = self.connection.getresponse()
        body = response.read()
        self.waited += time.perf_counter() - began
        return self._read(response, body, f"{method} {path}", status, ends_at)

    def _read(
        self, response: http.client.HTTPResponse, body: bytes, asked: str, status: int, ends_at: str | None
    ) -> Answer:
        location = urlsplit(response.getheader("Location") or "").path
        if response.status != status or (ends_at is not None and not location.startswith(ends_at)):
            raise WentWrong(f"{asked}: {response.status} {location}\n{body.decode(errors='replace')[:3000]}")
        for header in response.headers.get_all("Set-Cookie") or []:
            name, _, value = header.partition(";")[0].partition("=")
            self.cookies[name] = value
        text = body.decode()
        found = TOKEN.search(text)
        self.token = found[1] if found else self.token
        return Answer(response.status, location, text)
