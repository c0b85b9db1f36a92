"""The steps of a build, told by the modules that were at work: `sampled/sitecustomize.py` writes them down."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

STEPS: Mapping[str, tuple[str, ...]] = {
    "checks of the site": ("publishing/guard", "publishing/faults", "publishing/at_fault", "publishing/pictures"),
    "finish": ("publishing/finish",),
    "publish": ("publishing/edition", "publishing/switch", "publishing/site_key"),
    "history": ("past/",),
    "charts": ("charts/",),
    "examine": ("reading/", "checking/", "comparing/", "commune/"),
    "compose": ("pages/", "subjects/", "pieces/", "figures/", "notice/", "loudspeaker/", "country/",
                "publishing/render", "publishing/contents", "publishing/docs_dir", "publishing/write"),
    "MkDocs": ("publishing/mkdocs_site", "publishing/mkdocs_hook", "publishing/runs"),
    "the rest of publishing": ("publishing/",),
}  # fmt: skip
"""A step, and what is on the stack while it runs; the first one that fits."""
REST = "start, other"


def step(program: str, chain: str) -> str:
    """The step that a program is at, by the modules on its stack."""
    if program == "mkdocs":
        return "MkDocs"
    modules = chain.split()
    fitting = (name for name, own in STEPS.items() if any(module.startswith(own) for module in modules))
    return next(fitting, REST)


def by_step(samples: Iterable[str], cpu: float) -> dict[str, float]:
    """Seconds of the processor by step, the largest first, of the samples of all processes, JSON each; what no process
    saw of `cpu`, as the start of Python and other programs, is among the rest.
    """
    spent: dict[str, float] = defaultdict(float)
    for sample in map(json.loads, samples):
        for chain, seconds in sample["spent"].items():
            spent[step(sample["program"], chain)] += seconds
    spent[REST] += max(0.0, cpu - sum(spent.values()))
    return dict(sorted(spent.items(), key=lambda one: -one[1]))


def read(folder: Path) -> list[str]:
    """The samples of all processes of a build."""
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.json"))]
