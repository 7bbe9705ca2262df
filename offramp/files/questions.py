"""What the child is asked about a file, and where it runs: the words it is started with."""

CLEAN = "clean"
LINES = "lines"

CONFINED = "confined"
UNCONFINED = "unconfined"
