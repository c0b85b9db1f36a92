"""The site that stands at a place: where it was prepared, what the next one comes from, whether that would be the same.

Nothing here reads a table or loads what makes pages: a build that has nothing to do ends here.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from generator.past.past import Past
from generator.publishing import site_key, switch
from generator.publishing.edition import Origin, Previous
from generator.publishing.mkdocs_site import ROOT, Settings
from generator.reading import git

NOWHERE = Origin()
"""Where neither data nor code are in git, and no edition is before."""


def origin_of(data: Path, before: Previous | None = None) -> Origin:
    """What an edition of a data folder comes from, after the one before."""
    return Origin(git.standing(data), git.standing(ROOT, *site_key.DECIDE), before)


def workplace(out: Path) -> Path:
    """Where the files of one output are prepared: `build/` for the usual `site/`."""
    out = switch.place(out)
    if out == switch.place(ROOT / "site"):
        return ROOT / "build"
    return ROOT / "build" / "other" / hashlib.sha256(str(out).encode()).hexdigest()[:12]


def day_of_head() -> dt.date | None:
    """The day of the commit that our code stands on; None without git."""
    day = git.committed_day(ROOT)
    return dt.date.fromisoformat(day) if day else None


def key_of(past: Past, names: Sequence[str], settings: Settings, data: Path, origin: Origin) -> Callable[[], str]:
    """What gives the key of the site of some communes' folders, whose `past` is known, as they are when it is asked."""
    return partial(site_key.key, data, names, settings, past.mark(names), edition=origin.mark)


def told(out: Path, key: str) -> str | None:
    """What the authors of the site at `out` were told when it was made; None where it is not that of a key."""
    return site_key.told(workplace(out), out, key)
