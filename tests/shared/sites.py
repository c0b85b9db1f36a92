"""Built sites that many tests look at: each is built once a run, by whichever worker asks for it first."""

from __future__ import annotations

import datetime as dt
import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

from support import CASES, ROOT

from generator.build import build
from generator.commune.survey import underway
from generator.past.past import past
from generator.publishing.mkdocs_site import Settings
from generator.standing import origin_of, workplace

ADDRESS = "https://xa.example/so-lieu/"
"""Where a site with a public address says that it is."""


class Source(NamedTuple):
    """What a site is built from."""

    data: Path
    settings: Settings


Name = Literal["real", "real, public", "real, on disk", "made-up", "made-up, public"]
Sites = Callable[[Name], Path]
"""The fixture `sites`: where the site of a name is."""
_DAY, _EARLIER = dt.date(2026, 11, 22), dt.date(2026, 7, 1)
SITES: dict[Name, Source] = {
    "real": Source(ROOT / "data", Settings(_DAY)),
    "real, public": Source(ROOT / "data", Settings(_DAY, ADDRESS)),
    "real, on disk": Source(ROOT / "data", Settings(_DAY, ADDRESS, offline=True)),
    "made-up": Source(CASES / "mot-xa", Settings(_EARLIER)),
    "made-up, public": Source(CASES / "mot-xa", Settings(_EARLIER, ADDRESS)),
}


def site_of(run: Path, name: Name) -> Path:
    """The folder of a site below `run`, the folder that all workers of a run share; nobody changes what is in it."""
    out, lock = run / "sites" / name / "site", run / "sites" / f"{name}.lock"
    lock.parent.mkdir(exist_ok=True)
    with lock.open("a+", encoding="utf-8") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        held.seek(0)
        if not held.read():
            data, settings = SITES[name]
            build(underway(data), out, settings, tell=lambda *_: None, past=past(data), origin=origin_of(data))
            shutil.rmtree(workplace(out))
            held.write("built")
    return out
