"""Which files were set aside before the parser was written: half of all, by chance, once, and never again.

The list stands in set-aside.txt and is what counts; `drawn` tells how it was made.
"""

import random
from pathlib import Path

LIST = Path(__file__).parent / "set-aside.txt"
SEED = 20261122


def drawn(personas: list[str], producers: list[str]) -> list[str]:
    """Return the names set aside: two producers and three personas whole, and others until it is half."""
    chance = random.Random(SEED)  # noqa: S311 - no secret
    whole = {*chance.sample(sorted(producers), 2), *chance.sample(sorted(personas), 3)}
    names = [f"{persona}/{producer}" for persona in sorted(personas) for producer in sorted(producers)]
    aside = [name for name in names if whole.intersection(name.split("/"))]
    others = [name for name in names if name not in aside]
    return sorted(aside + chance.sample(others, len(names) // 2 - len(aside)))


def aside() -> set[str]:
    """Return the names that are set aside."""
    return set(LIST.read_text().split())
