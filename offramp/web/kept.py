"""A text that was sent after the visit had ended: kept over the sign-in, shown again, sent by hand."""

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.urls import Resolver404, resolve

from offramp.threads.actions import LONGEST_TEXT


def keep(session: SessionBase, *, text: str, path: str) -> str | None:
    """Keep a text, and say where to go on; None when there is none, or the path is not ours."""
    if not text or not _is_ours(path):
        return None
    session["kept"] = text[: 2 * LONGEST_TEXT]
    return path


def take(request: HttpRequest) -> str:
    """The kept text for the form on this page; from now on it is the page that keeps it."""
    return str(request.session.pop("kept", ""))


def _is_ours(path: str) -> bool:
    if not path.startswith("/") or path.startswith("//"):
        return False
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
