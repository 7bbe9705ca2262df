"""What a document shows of a picture: the rest would leave with it, so it is cut off for good."""

import math
from dataclasses import dataclass

# Of a picture that does not say how fine it is.
_DOTS_PER_INCH = 96.0


@dataclass(frozen=True)
class Crop:
    """How much is not shown on each side: as a part of the picture, or in inches."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    is_in_inches: bool = False

    def __bool__(self) -> bool:
        return max(self.left, self.top, self.right, self.bottom) > 0

    def box(self, size: tuple[int, int], dots: tuple[float, float] | None) -> tuple[int, int, int, int]:
        """Return the pixels that are shown, one at least; `dots` to an inch as the picture says it."""
        across, down = _fineness(dots) if self.is_in_inches else size
        left, right = _shown(self.left * across, self.right * across, size[0])
        top, bottom = _shown(self.top * down, self.bottom * down, size[1])
        return left, top, right, bottom


UNCROPPED = Crop()


def _fineness(said: tuple[float, float] | None) -> tuple[float, float]:
    across, down = said or (0.0, 0.0)
    return across or _DOTS_PER_INCH, down or _DOTS_PER_INCH


def _shown(before: float, after: float, length: int) -> tuple[int, int]:
    start = min(math.ceil(max(0.0, before) - 0.01), length - 1)
    end = max(math.floor(length - max(0.0, after) + 0.01), start + 1)
    return start, min(end, length)
