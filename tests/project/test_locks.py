"""What is installed: the same bytes everywhere, and nothing on the way to publication but what builds the site."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from support import ROOT

SMALL, WHOLE = "requirements.lock", "requirements-dev.lock"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
BUILDS = {*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]}
TESTS_ONLY = set(PROJECT["project"]["optional-dependencies"]["dev"])


def name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def locked(file: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Package to version and hashes."""
    text = (ROOT / file).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return {
        name(line): (line.split("==")[1].split()[0], frozenset(re.findall(r"--hash=(sha256:[0-9a-f]{64})", line)))
        for line in lines
    }


@pytest.mark.parametrize("file", [SMALL, WHOLE])
def test_every_package_is_one_version_by_its_hashes(file: str) -> None:
    """From wherever it comes: no registry is named."""
    assert all(version and hashes for version, hashes in locked(file).values())
    text = (ROOT / file).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--(?:extra-)?index-url|--find-links|@ ", text)


def test_the_small_lock_holds_what_builds_and_no_more() -> None:
    """All of it at the versions that are tested, and nothing that only tests and lint need."""
    small, whole = locked(SMALL), locked(WHOLE)
    assert small.items() <= whole.items()
    assert set(map(name, BUILDS)) <= small.keys()
    assert set(map(name, TESTS_ONLY)) <= whole.keys() - small.keys()


def planned(target: str, folder: Path) -> str:
    """What make would do for a target in a fresh clone."""
    for file in ("Makefile", "pyproject.toml", SMALL, WHOLE):
        shutil.copy(ROOT / file, folder)
    return subprocess.run(["make", "-n", "-C", str(folder), target], capture_output=True, text=True, check=True).stdout


@pytest.mark.slow
@pytest.mark.parametrize("target", ["setup", "site", "serve", "check", "hook"])
def test_a_site_needs_the_small_lock_only(target: str, tmp_path: Path) -> None:
    """Officers and the workflow that publishes install no package of tests."""
    assert re.findall(r"--requirement ([\w.-]+)", planned(target, tmp_path)) == [SMALL]


@pytest.mark.slow
@pytest.mark.parametrize("target", ["test", "test-quick", "lint", "format", "golden", "chromium"])
def test_tests_add_the_whole_lock(target: str, tmp_path: Path) -> None:
    assert re.findall(r"--requirement ([\w.-]+)", planned(target, tmp_path)) == [SMALL, WHOLE]


PYTHON = """#!/bin/sh
# Stands for Python: notes what makes an environment or installs into it, and makes the environment's own Python.
if [ "$1" = -m ]; then
    echo "$*" >>installed.txt
    if [ "$2" = venv ]; then mkdir -p .venv/bin && cp "$0" .venv/bin/python; fi
    exit 0
fi
exec {real} "$@"
"""


@pytest.mark.slow
def test_two_that_set_up_at_once_take_turns(tmp_path: Path) -> None:
    """`make site` beside `make serve` in a fresh clone: the environment is made once, not under the other's feet."""
    planned("setup", tmp_path)
    (tmp_path / "python").write_text(PYTHON.format(real=sys.executable), encoding="utf-8")
    (tmp_path / "python").chmod(0o755)
    command = ["make", "-C", str(tmp_path), f"PYTHON={tmp_path / 'python'}", "setup-dev"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    assert [(process.communicate()[1], process.returncode) for process in running] == [(b"", 0)] * 3
    done = (tmp_path / "installed.txt").read_text(encoding="utf-8").splitlines()
    assert [line.split()[1] for line in done] == ["venv", "pip", "pip", "pip"]


@pytest.mark.parametrize("workflow", ["publish.yml", "forms.yml", "blank-form.yml"])
def test_the_way_to_publication_is_small(workflow: str) -> None:
    """It sets up what builds the site and asks make for nothing else."""
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / workflow).read_text(encoding="utf-8"))["jobs"]
    scripts = "\n".join(step.get("run", "") for job in jobs.values() for step in job["steps"])
    assert {words[-1] for words in re.findall(r"\b(make)\b(?: -C \w+)? (\w+)", scripts)} == {"setup"}
    assert "pip install" not in scripts
