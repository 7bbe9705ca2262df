"""Django's session machinery over our own store: the row is useless without the cookie."""

import json
import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.contrib.sessions.backends.base import SessionBase, UpdateError
from django.utils import timezone

from offramp.people.models import Session
from offramp.sealed import objects
from offramp.sealed.bindings import Binding
from offramp.sealed.derive import derive
from offramp.sealed.failures import NotOpened

IDLE = timedelta(minutes=15)
LONGEST = timedelta(hours=2)
GRAIN = 300  # seconds; finer times would be a diary


class SessionStore(SessionBase):
    """Holds sign-in state, a pending code and one kept text, sealed under a key from the cookie."""

    _is_stored = False
    _as_stored: str | None = None
    _ends_at: datetime | None = None

    def end_after(self, longest: timedelta) -> None:
        """From now on this session lives no longer than that, whatever happens in it."""
        self._ends_at = _grain(timezone.now() + longest)
        self._as_stored = None
        self.modified = True

    def whose(self) -> bytes:
        """The same in all visits of one person; empty where nobody is signed in. It prolongs no visit."""
        _, content = self._found(timezone.now())
        member = json.loads(content).get("member", "")
        return sha256(member.encode()).digest() if member else b""

    def load(self) -> dict[str, Any]:
        now = timezone.now()
        row, content = self._found(now)
        if row is None:
            self._session_key = None
            return {}
        self._is_stored, self._as_stored, self._ends_at = True, content, row.ends_at
        if row.idle_until < _grain(now + IDLE):
            self._rows().update(idle_until=_grain(now + IDLE))
        return dict(json.loads(content))

    def save(self, must_create: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - Django's signature
        if self.session_key is None:
            self.create()
        content = json.dumps(dict(self.items()), separators=(",", ":"), sort_keys=True)
        if content == self._as_stored:
            return
        now = timezone.now()
        values = {
            "sealed": objects.seal(content.encode(), key=self._content_key(), binding=self._binding()),
            "idle_until": _grain(now + IDLE),
            "ends_at": self._ends_at or _grain(now + LONGEST),
        }
        if self._is_stored:
            # Signed out in another tab meanwhile: to write would bring a dead session back.
            if not self._rows().update(**values):
                raise UpdateError
        else:
            # No look whether the row is there: 256 random bits were drawn for this one.
            Session(pk=self._digest(), **values).save(force_insert=True)
        self._is_stored, self._as_stored = True, content

    def create(self) -> None:
        """A key for a session that is not written yet: 256 random bits need no look whether they are free."""
        content = dict(self.items())
        self._session_key = secrets.token_urlsafe(32)
        self._session_cache: dict[str, Any] = content
        self._is_stored, self._as_stored = False, None
        self.modified = True

    def exists(self, session_key: str) -> bool:
        return Session.objects.filter(pk=sha256(session_key.encode()).digest()).exists()

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key:
            Session.objects.filter(pk=sha256(key.encode()).digest()).delete()

    def flush(self) -> None:
        super().flush()
        self._as_stored = self._ends_at = None

    @classmethod
    def clear_expired(cls) -> None:
        now = timezone.now()
        Session.objects.filter(idle_until__lte=now).delete()
        Session.objects.filter(ends_at__lte=now).delete()

    def _found(self, now: datetime) -> tuple[Session | None, str]:
        """The visit that goes on, opened; nothing of one that is over, or that this cookie does not open."""
        rows = self._rows().filter(idle_until__gt=now, ends_at__gt=now)
        row = rows.first() if self.session_key else None
        try:
            return (row, self._open(bytes(row.sealed))) if row else (None, "{}")
        except NotOpened:
            return None, "{}"

    def _rows(self) -> Any:
        return Session.objects.filter(pk=self._digest())

    def _digest(self) -> bytes:
        return sha256((self.session_key or "").encode()).digest()

    def _content_key(self) -> bytes:
        return derive((self.session_key or "").encode(), "session content")

    def _binding(self) -> Binding:
        return Binding("session", (self._digest(),))

    def _open(self, sealed: bytes) -> str:
        return objects.open(sealed, key=self._content_key(), binding=self._binding()).decode()


def _grain(moment: datetime) -> datetime:
    """The next full five minutes."""
    seconds = int(moment.timestamp())
    return datetime.fromtimestamp(-(-seconds // GRAIN) * GRAIN, tz=moment.tzinfo)
