"""Letting the browser drop what it kept of a visit."""

from django.http import HttpResponse

FORGET = '"cache", "cookies", "storage"'


def forget(answer: HttpResponse) -> HttpResponse:
    """Pages behind the Back button included. Call when the session is flushed."""
    answer["Clear-Site-Data"] = FORGET
    return answer
