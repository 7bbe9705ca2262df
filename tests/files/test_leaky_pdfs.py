"""Nothing that a PDF tells in a corner survives, and its owner is told what was there."""

import pytest

from offramp.files import examination
from tests.files.canaries import CANARY, KEPT
from tests.files.leaky_pdfs import LEAKY, Leaky
from tests.files.unfolded import everything


@pytest.mark.parametrize("leaky", LEAKY.values(), ids=LEAKY)
def test_a_leak_is_closed_and_told_of(leaky: Leaky) -> None:
    content = leaky.make()
    assert CANARY.encode() in everything(content).lower()

    cleaned = examination.examine(content)

    assert CANARY.encode() not in everything(cleaned.content).lower()
    assert [page.text for page in cleaned.pages] == [KEPT]
    assert {removal.trace.name for removal in cleaned.removals} - {"DOCUMENT_IDS"} == set(leaky.told.split())
