"""A backup holds a few rows in memory at a time: files on a desk are large, and there are many."""

import tracemalloc

import pytest
from django.utils import timezone

from offramp.documents import files
from offramp.people.models.sealed_file import Cleaned
from offramp.upkeep.backup import gathering
from offramp.upkeep.backup.contents import Counts
from tests.cast import TODAY, a_seeker, two_organizers

MB = 1_000_000
FEW = gathering.ROWS_AT_ONCE


@pytest.mark.django_db
def test_however_many_large_files_there_are_a_few_are_held_at_once() -> None:
    two_organizers()
    ada = a_seeker()
    for _ in range(4 * FEW):
        cleaned = Cleaned(name="a.pdf", media="application/pdf", body=bytes(MB))
        files.begin(by=ada.keyholder, cleaned=cleaned, title="", on=TODAY)

    # Those that are read at once, the one that is written, and the ones before that are let go just now.
    assert peak_of_a_backup() < 2 * FEW * MB


def peak_of_a_backup() -> int:
    """The most bytes that were held while every item was made and let go."""
    head = gathering.header(day=timezone.now().date())
    counts = Counts(dict.fromkeys(head.tables, 0))
    tracemalloc.start()
    for _ in gathering.items(head, counts):
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak
