"""What was drawn or counted a moment ago: in memory alone, a few of them, and gone after a minute."""

import hmac
import json
import time
from collections import OrderedDict
from secrets import token_bytes
from threading import Lock, Timer
from typing import Any, Generic, TypeVar

Drawn = TypeVar("Drawn")

KEPT_FOR = 60  # seconds: long enough for a browser to fetch the pictures of a page one by one
MOST_KEPT = 4  # pages have a few megabytes each


class Shortly(Generic[Drawn]):
    """Found again by what was drawn, which is not kept beside it."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self.most = most
        self.kept: OrderedDict[bytes, tuple[float, Drawn]] = OrderedDict()
        self.secret, self.lock = token_bytes(32), Lock()

    def key(self, *drawn: Any) -> bytes:
        return hmac.digest(self.secret, json.dumps(drawn).encode(), "sha256")

    def get(self, key: bytes) -> Drawn | None:
        with self.lock:
            since, drawn = self.kept.get(key, (0.0, None))
            return drawn if drawn is not None and since + KEPT_FOR > time.monotonic() else None

    def put(self, key: bytes, drawn: Drawn) -> None:
        with self.lock:
            is_first = not self.kept
            self.kept.pop(key, None)
            self.kept[key] = (time.monotonic(), drawn)
            if len(self.kept) > self.most:
                self.kept.popitem(last=False)
        if is_first:
            self._look_after(KEPT_FOR)

    def sweep(self) -> None:
        """Whether anybody comes again or not."""
        with self.lock:
            due = time.monotonic() - KEPT_FOR
            for key in [key for key, (since, _) in self.kept.items() if since <= due]:
                del self.kept[key]
            oldest = next(iter(self.kept.values()), None)
        if oldest:
            self._look_after(oldest[0] - due)

    def _look_after(self, seconds: float) -> None:
        timer = Timer(seconds, self.sweep)
        timer.daemon = True
        timer.start()
