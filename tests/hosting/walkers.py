"""Seekers on their way through a proxy, many at a time: `python -m tests.hosting.walkers` prints how it went.

In a process of its own, for it may have to run inside a namespace. It ends by itself, or when told on stdin.
"""

import html
import http.client
import json
import select
import ssl
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from threading import Event
from urllib.parse import urlsplit

from benchmarks.installation import Installation
from benchmarks.journeys import MESSAGE, WORD, CompleteRequest, found
from benchmarks.texts import TEXT
from benchmarks.visitor import Answer, Visitor, WentWrong

LONGEST = 60.0  # seconds
MESSAGES = 6


@dataclass
class Walked:
    """What happened to all of them."""

    requests: int = 0
    messages: int = 0
    trouble: list[str] = field(default_factory=list)


class ThroughProxy(Visitor):
    """Claims nothing about itself, and remembers the last page of each address."""

    def __init__(self, installation: Installation, trust: ssl.SSLContext | None) -> None:
        super().__init__(installation)
        place = ("localhost", installation.port)
        self.connection = (
            http.client.HTTPSConnection(*place, context=trust, timeout=60)
            if trust
            else http.client.HTTPConnection(*place, timeout=60)  # Tor does not need TLS
        )
        self.headers = {"Host": urlsplit(installation.origin).netloc, "Accept-Language": "en"}
        self.pages: dict[str, str] = {}

    def get(self, path: str, *, ends_at: str | None = None) -> Answer:
        answer = super().get(path, ends_at=ends_at)
        self.pages[path] = answer.body
        return answer


class Seeker:
    """Writes to us, adds to it, comes back from another device, and counts."""

    def __init__(self, installation: Installation, trust: ssl.SSLContext | None) -> None:
        self.installation, self.trust = installation, trust
        self.texts = [TEXT]

    def walk(self) -> None:
        """Raises WentWrong, OSError and what http.client raises."""
        journey, visitor = CompleteRequest(self.installation), ThroughProxy(self.installation, self.trust)
        journey.visitor = visitor
        journey.open()
        time.sleep(journey.reading)
        journey.finish()
        code = " ".join(found(WORD, visitor.pages["/code/"]))
        visitor.get("/place/")
        for number in range(1, MESSAGES + 1):
            self.texts.append(f"{number}. One more thing came to my mind.")
            visitor.post("/place/messages/", ends_at="/place/", text=self.texts[-1])
            self.count(visitor)
        visitor.leave()
        self.come_back(code)

    def come_back(self, code: str) -> None:
        visitor = ThroughProxy(self.installation, self.trust)
        visitor.get("/return/")
        visitor.post("/return/", ends_at="/place/", code=code)
        self.count(visitor)
        visitor.leave()

    def count(self, visitor: Visitor) -> None:
        """That each text stands there once."""
        page = html.unescape(visitor.get("/place/").body)
        shown = len(found(MESSAGE, page))
        lost = [text for text in self.texts if text.partition("\n")[0] not in page]
        if lost or shown != len(self.texts):
            raise WentWrong(f"{shown} messages instead of {len(self.texts)}, and these are lost: {lost}")


def walk_until(stop: Event, installation: Installation, trust: ssl.SSLContext) -> Walked:
    walked = Walked()
    until = time.monotonic() + LONGEST
    while not stop.is_set() and time.monotonic() < until:
        seeker = Seeker(installation, trust)
        try:
            seeker.walk()
        except (WentWrong, OSError, http.client.HTTPException) as trouble:
            walked.trouble.append(repr(trouble)[:2000])
        walked.requests += 1
        walked.messages += len(seeker.texts)
    return walked


def main(origin: str, authority: str, walkers: int) -> None:
    installation = Installation(origin, urlsplit(origin).port or 443, 0, (), ())
    trust, stop = ssl.create_default_context(cafile=authority), Event()
    with ThreadPoolExecutor(walkers) as people:
        walks = [people.submit(walk_until, stop, installation, trust) for _ in range(walkers)]
        select.select([sys.stdin], [], [], LONGEST)
        stop.set()
    together = Walked()
    for walk in walks:
        walked = walk.result()
        together.requests += walked.requests
        together.messages += walked.messages
        together.trouble += walked.trouble
    json.dump(asdict(together), sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
