"""What a look at a text costs."""

import time
from collections.abc import Callable


def cost(look: Callable[[str], object], word: str, length: int) -> float:
    """Processor seconds for a text of so many characters made of one word, the better of two."""
    text = (word * (length // len(word) + 1))[:length]
    spent = []
    for _ in range(2):
        begun = time.process_time()
        look(text)
        spent.append(time.process_time() - begun)
    return min(spent)
