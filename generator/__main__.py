"""`python -m generator` is the same as the command `portal`."""

import sys

from generator.cli import main

sys.exit(main())
