"""`python -m offramp.upkeep` is the `offramp` command, where it is not on the path."""

import sys

from offramp.upkeep.command import main

sys.exit(main())
