"""`portal verify`: is a site, a part of it or a downloaded file what was published."""

from __future__ import annotations

import argparse
import sys

from generator.language.vietnamese import lines_in_print
from generator.model.edition import Damaged
from generator.officer.verified import in_words
from generator.publishing.copies import NotReached
from generator.publishing.verify import verified


def run(options: argparse.Namespace) -> int:
    """Print what matches and what does not; 1 where anything differs or could not be looked at, 2 where there is
    nothing to hold it against.
    """
    try:
        found = verified(options.place, options.manifest or "")
    except Damaged as fault:
        print(lines_in_print(f"Không khớp: manifest.json bị hỏng ({fault})."))
        return 1
    except NotReached as fault:
        place = options.manifest or options.place
        print(lines_in_print(f"Không đọc được “{place}”: {fault}."), file=sys.stderr)
        return 2
    print(in_words(found))
    return 0 if found.matches else 1
