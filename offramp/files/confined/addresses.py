"""Where a link may lead: to a page, a mailbox or a telephone; never to a file, a share or a program."""

_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_LONGEST = 2_000


def is_plain(address: str) -> bool:
    """Tell whether a link may stay as it is."""
    return (
        address.lower().startswith(_SCHEMES)
        and len(address) <= _LONGEST
        and address.isprintable()
        and " " not in address
    )
