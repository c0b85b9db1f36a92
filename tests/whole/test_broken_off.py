"""A build that is broken off at any of its writes: the site stands whole, and the next build is right."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import broken_off
import pytest
from support import COMMUNE, ROOT, lay_over, replace, tree

from generator.cli import main
from generator.standing import workplace

pytestmark = pytest.mark.slow

TIMES = int(os.environ.get("BREAKS", "3"))
"""How many writes of a build are tried, spread over all: `make breaks` tries many more."""
OTHERWISE = (("400,,,bc-5", "401,,,bc-5"), ("401,,,bc-5", "400,,,bc-5"))
"""The figure in which the two states of the data differ."""


class Scene(NamedTuple):
    """Data, their site, the whole site of each state of the data, how many writes lead from one to the other."""

    data: Path
    out: Path
    whole: tuple[dict[str, bytes], dict[str, bytes]]
    writes: int


def build(data: Path, out: Path, last: int, how: str) -> subprocess.CompletedProcess[str]:
    """`portal build`, broken off at the write `last`."""
    arguments = ["build", "--data", str(data), "--out", str(out), "--date", "2026-07-01", "--quiet", "--jobs", "1"]
    return subprocess.run(
        [sys.executable, broken_off.__file__, str(last), how, *arguments],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def files(out: Path) -> dict[str, bytes]:
    """The site without what says from what the edition is."""
    return {name: content for name, content in tree(out).items() if name != "manifest.json"}


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    folder = tmp_path_factory.mktemp("broken")
    data, out, other = lay_over("co-so", folder), folder / "site", folder / "other"
    assert build(data, out, sys.maxsize, "killed").returncode == 0
    first = files(out)
    replace(data / COMMUNE / "chi-tieu.csv", *OTHERWISE[0])
    assert build(data, other, sys.maxsize, "killed").returncode == 0
    done = build(data, out, sys.maxsize, "killed")
    assert files(out) == files(other) != first
    yield Scene(data, out, (first, files(other)), int(done.stderr.split()[-1]))
    for one in (out, other):
        shutil.rmtree(workplace(one))


@pytest.mark.parametrize("how", ["killed", "full"])
def test_wherever_it_is_broken_off_the_site_stands(how: str, scene: Scene) -> None:
    """Killed at a write, or the disk full from then on: what is published is the old site or the new one, to the byte;
    a full disk is told in one sentence. What was left behind harms no later build.
    """
    data, out, whole, writes = scene
    stands = whole.index(files(out))
    spread = [1 + writes * number // TIMES for number in range(TIMES)]
    for last in [*spread, *(writes - back for back in range(3))]:
        wanted = 1 - stands
        replace(data / COMMUNE / "chi-tieu.csv", *OTHERWISE[stands])
        done = build(data, out, last, how)
        assert "Traceback" not in done.stderr, (last, done.stderr)
        assert done.returncode in ((0, broken_off.KILLED) if how == "killed" else (0, 1, 2))
        if how == "full" and done.returncode:
            assert "đĩa" in done.stderr, done.stderr
        now = files(out)
        assert now in ([whole[wanted]] if done.returncode == 0 else [whole[stands], whole[wanted]]), last
        assert main(["verify", str(out)]) == 0
        if now == whole[stands]:  # back to the state that is published
            replace(data / COMMUNE / "chi-tieu.csv", *OTHERWISE[wanted])
        stands = whole.index(now)
    replace(data / COMMUNE / "chi-tieu.csv", *OTHERWISE[stands])
    assert build(data, out, sys.maxsize, how).returncode == 0
    assert files(out) == whole[1 - stands]
    assert [path.name for path in out.parent.iterdir() if path.name not in ("data", "other")] == [out.name]
