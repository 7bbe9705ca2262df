"""A text that was sent after the visit had ended: kept over the sign-in, shown again, sent by hand."""

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.urls import Resolver404, resolve

from offramp.threads.actions import LONGEST_TEXT
from offramp.web import fields
from offramp.web.fields import Fields


def keep(session: SessionBase, *, text: str, path: str, reason: str = "") -> str | None:
    """Keep a text, with the reason that was given for it, and say where to go on.

    None when there is no text, or the path is not ours.
    """
    if not text or not _is_ours(path):
        return None
    # A browser sends a line break as two characters, and counts it as one.
    text, reason = (words.replace("\r\n", "\n") for words in (text, reason))
    reasons = {"reason": reason[:LONGEST_TEXT]} if reason else {}
    session["kept"] = {"text": text[: 2 * LONGEST_TEXT], "path": path} | reasons
    return path


def keep_fields(session: SessionBase, *, form: Fields, path: str) -> str | None:
    """The same for a form of several fields; never more than one form can send."""
    if not form or not _is_ours(path):
        return None
    session["kept"] = {"text": "", "fields": form, "path": path}
    return path


def take_fields(request: HttpRequest) -> Fields:
    """The fields kept for the form of this page, without what their names begin with."""
    kept = request.session.get("kept", {"path": ""})
    if kept["path"] != request.path or "fields" not in kept:
        return {}
    taken: Fields = request.session.pop("kept")["fields"]
    return {name.removeprefix(fields.BEGINNING): value for name, value in taken.items()}


def take(request: HttpRequest, *, within: str = "") -> str:
    """The text kept for a form of this page, or of the pages within an address; now the page keeps it.

    A text for one person never turns up in the form to another.
    """
    return take_both(request, within=within)[0]


def take_both(request: HttpRequest, *, within: str = "") -> tuple[str, str]:
    """The text, and the reason that was given for it."""
    kept = request.session.get("kept", {"text": "", "path": ""})
    if not kept["path"].startswith(within or request.path):
        return "", ""
    taken = request.session.pop("kept")
    return taken["text"] or fields.in_one(taken.get("fields", {})), str(taken.get("reason", ""))


def waits(request: HttpRequest, *, within: str) -> bool:
    """Whether a text is kept for one of the pages within an address."""
    path: str = request.session.get("kept", {"path": ""})["path"]
    return path.startswith(within)


def _is_ours(path: str) -> bool:
    if not path.startswith("/") or path.startswith("//"):
        return False
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
