"""A résumé, without the name of whoever it is of."""

from offramp.documents.kinds.kind import Kind
from offramp.paper import contents

# Forty jobs with ten bullets each, and the evidence for each.
MOST_PLACES = 4_000

RESUME = Kind(
    name="resume",
    schema=contents.schema(),
    blank=contents.blank(),
    patterns=contents.patterns(),
    most_places=MOST_PLACES,
)
