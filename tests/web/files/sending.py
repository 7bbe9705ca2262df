"""Sending files as a browser does, and finding the addresses that a page gives."""

import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.web.signing_in import Answer, send, words

BRING = "/place/desk/files/"
TALK = "/place/messages/"
PLACE = "/place/"
NAME = "Ada Lovelace's résumé.pdf"
DRAFT = re.compile(r'name="draft" value="([^"]+)"')


def chosen(content: bytes, *, name: str = NAME) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/octet-stream")


def bring(client: Client, content: bytes, *, name: str = NAME, text: str = "", draft: str = "") -> Answer:
    """A file for the desk, with the draft of a fresh form unless there is one."""
    draft = draft or DRAFT.findall(words(client.get(BRING)))[0]
    return send(client, BRING, {"file": chosen(content, name=name), "text": text, "draft": draft})


def enclose(client: Client, content: bytes, *, text: str = "My résumé.", name: str = NAME) -> Answer:
    """With a message to one's adviser."""
    return send(client, TALK, {"file": chosen(content, name=name), "text": text}, form_at=PLACE)


def addresses(answer: Any, pattern: str) -> list[str]:
    """Those on a page that look so, each once, in their order."""
    return list(dict.fromkeys(re.findall(rf'(?:src|href)="({pattern})"', words(answer))))
