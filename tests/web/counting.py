"""How many queries a page costs."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def queries(visit: Client, page: str) -> int:
    """Asked twice: the row of a visit is written anew whenever another five minutes begin."""
    return min(_queries(visit, page) for _ in range(2))


def _queries(visit: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert visit.get(page).status_code == 200
    return len(caught)
