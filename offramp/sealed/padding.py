"""Padding to size buckets, inside the encryption, so that a length tells little."""

from offramp.sealed.failures import Altered

# Factor four while texts are small and room is cheap, factor two where files are large.
BUCKETS = (
    *(1 << n for n in (8, 10, 12, 14, 16)),  # 256 B to 64 KiB
    *(1 << n for n in range(17, 25)),  # 128 KiB to 16 MiB
)
_MARK = b"\x80"


def pad(plain: bytes) -> bytes:
    """Fill up to the next bucket. Raises ValueError for more than 16 MiB less one byte."""
    return (plain + _MARK).ljust(_bucket(len(plain)), b"\0")


def unpad(padded: bytes) -> bytes:
    """Take the padding off. Raises Altered if it is not exactly what `pad` gives."""
    plain, mark, zeros = padded.rpartition(_MARK)
    # Only zeros after the mark, and the smallest bucket: one text has one padded form.
    if not mark or zeros.strip(b"\0") or _bucket(len(plain)) != len(padded):
        raise Altered
    return plain


def _bucket(length: int) -> int:
    for size in BUCKETS:
        if length < size:
            return size
    raise ValueError("longer than the largest bucket")
