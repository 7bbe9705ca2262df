"""A text that was sent after the visit had ended: kept over the sign-in, shown again, sent by hand."""

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.urls import Resolver404, resolve

from offramp.threads.actions import LONGEST_TEXT


def keep(session: SessionBase, *, text: str, path: str) -> str | None:
    """Keep a text, and say where to go on; None when there is none, or the path is not ours."""
    if not text or not _is_ours(path):
        return None
    session["kept"] = {"text": text[: 2 * LONGEST_TEXT], "path": path}
    return path


def take(request: HttpRequest, *, within: str = "") -> str:
    """The text kept for a form of this page, or of the pages within an address; now the page keeps it.

    A text for one person never turns up in the form to another.
    """
    kept = request.session.get("kept", {"text": "", "path": ""})
    if not kept["path"].startswith(within or request.path):
        return ""
    return str(request.session.pop("kept")["text"])


def _is_ours(path: str) -> bool:
    if not path.startswith("/") or path.startswith("//"):
        return False
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
