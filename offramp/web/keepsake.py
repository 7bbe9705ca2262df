"""A file to take along: one page that opens anywhere, runs nothing, and says nothing by its name."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html

NAME = "notes.html"
# The file has no other sheet to ask; it stands on a disk, far from ours.
LOOK = format_html(
    "<style>{}</style>",
    "body{max-width:38rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 Georgia,serif}"
    "li{margin-bottom:1.5rem}.said{white-space:pre-wrap;overflow-wrap:anywhere}dt{font-weight:bold}",
)
# Opened in place it is a page without an origin: nothing in it runs, loads or sends.
SHUT = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def answer(request: HttpRequest, template: str, content: dict[str, Any]) -> HttpResponse:
    """The page, to be saved by the browser."""
    file = render(request, template, content | {"look": LOOK})
    file["Content-Disposition"] = f'attachment; filename="{NAME}"'
    file["Content-Security-Policy"] = SHUT
    return file
