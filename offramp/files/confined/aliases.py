"""Neutral names for those that somebody made up: the same one wherever the old one stood."""


class Aliases:
    """Gives names in the order in which it is asked."""

    def __init__(self, start: str) -> None:
        self._start = start
        self._given: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Return what a name is called from now on."""
        return self._given.setdefault(name, f"{self._start}{len(self._given) + 1}")

    def __contains__(self, name: str) -> bool:
        return name in self._given
