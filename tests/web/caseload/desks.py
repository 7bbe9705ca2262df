"""Where what Ada shares stands on Bo's pages."""

from offramp.documents.models import Document
from offramp.pairing.models import Pairing

OLD = "I kept the ledger."  # the first of the two paragraphs of her note


def desk(pairing: Pairing) -> str:
    return f"/caseload/{pairing.pk}/desk/"


def at(pairing: Pairing, note: Document, page: str = "") -> str:
    return f"{desk(pairing)}{note.pk}/{page}"
