"""The bytes in clear before every sealed thing, and their check."""

from offramp.sealed import VERSION
from offramp.sealed.bindings import Binding
from offramp.sealed.failures import Truncated, UnknownVersion, WrongKind

OBJECT = b"O"
ENVELOPE = b"E"
STREAM = b"S"


def head(form: bytes, binding: Binding) -> bytes:
    """Return version, form and kind, as they stand in clear."""
    return bytes([VERSION]) + form + binding.encode_kind()


def bound(form: bytes, binding: Binding) -> bytes:
    """Return what the cipher authenticates: the head and every part of the binding."""
    return bytes([VERSION]) + form + binding.encode()


def check(sealed: bytes, *, head: bytes) -> None:
    """Compare the beginning with the head that is due. Raises Truncated, UnknownVersion, WrongKind."""
    if not sealed:
        raise Truncated
    if sealed[0] != VERSION:
        raise UnknownVersion
    # The stored head is compared with the one due and never parsed, so no length in it can mislead us.
    if not head.startswith(sealed[: len(head)]):
        raise WrongKind


def body(sealed: bytes, *, after: bytes, lengths: frozenset[int]) -> bytes:
    """Return what follows the head. Raises Truncated, UnknownVersion, WrongKind."""
    check(sealed, head=after)
    if len(sealed) - len(after) not in lengths:
        raise Truncated
    return sealed[len(after) :]
