"""Which page of many somebody asked for."""

from django.http import HttpRequest

# Beyond it is no page; and no number that a database would stumble over.
LAST = 100_000


def asked(request: HttpRequest) -> int:
    """The first, if what stands in the address is no page's number."""
    typed = request.GET.get("page", "")
    is_number = typed.isascii() and typed.isdigit() and len(typed) <= len(str(LAST))
    return min(max(int(typed), 1), LAST) if is_number else 1
