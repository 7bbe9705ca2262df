"""Why sealed bytes were not opened. None says more than its name: what failed inside would help a forger."""


class NotOpened(Exception):
    """The bytes were refused; nothing of their content was returned."""


class Truncated(NotOpened):
    """The length is none that sealing gives."""


class UnknownVersion(NotOpened):
    """The first byte names a version this code does not know."""


class WrongKind(NotOpened):
    """An object where an envelope is due, or the reverse, or one of another kind."""


class Altered(NotOpened):
    """The bytes, the key, the binding or the padding is not the one that was sealed."""
