"""How much of everything is taken, made and waited for, on both sides of the confinement."""

MIB = 1024 * 1024

LARGEST_FILE = 10 * MIB
# The largest object that is sealed holds one byte less than 16 MiB.
LARGEST_CLEANED = 15 * MIB

MOST_PAGES = 200
PAGES_AS_PICTURES = 20
# Among the words of a document that is shown as text.
PICTURES_INSIDE = 20
# Letter and A4 at 144 dpi are just below: read without zooming, and small print with it.
LONGEST_SIDE = 1700
LARGEST_PICTURE = 2 * MIB
LONGEST_TEXT = 500_000

# A phone's largest photograph has 50 million pixels; decoded, twice, it still fits the memory below.
MOST_PIXELS = 50_000_000
MOST_PARTS = 2_000
LARGEST_PART = 16 * MIB
LARGEST_INFLATED = 64 * MIB

# Runs of letters in one manner: a page set in justified columns has some two hundred.
MOST_RUNS = 60_000
LONGEST_RUN = 20_000

MOST_REMOVALS = 100
LONGEST_FOUND = 200

MEMORY = 1024 * MIB
CPU_SECONDS = 15
# Eight files at once on two cores still get their seconds.
SECONDS = 60
