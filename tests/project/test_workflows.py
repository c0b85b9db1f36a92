"""The workflows keep their promises: pinned, least rights, and nothing foreign beside a right to write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml
from support import ROOT

from generator import cli

FOLDER = ROOT / ".github" / "workflows"
NAMES = sorted(path.name for path in FOLDER.glob("*.yml"))
OURS = {None, "${{ github.event.repository.default_branch }}"}
"""Refs that fetch our own code; of a push to another branch, no ref is the foreign one."""


@cache
def workflow(name: str) -> dict[str, Any]:
    made: dict[str, Any] = yaml.load((FOLDER / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return made


def jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name in NAMES:
        for id, job in workflow(name)["jobs"].items():
            yield name, id, job


JOBS = [pytest.param(name, job, id=f"{name}-{id}") for name, id, job in jobs()]


def may_write(job: dict[str, Any]) -> bool:
    return "write" in job["permissions"].values()


@pytest.mark.parametrize("name", NAMES)
def test_an_action_is_one_version_for_good(name: str) -> None:
    """Every action is named by its commit, with its version beside it; one action has one version everywhere."""
    lines = [line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert all(re.search(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line) for line in lines)
    everywhere = re.findall(r"uses: (\S+)@(\S+)", "\n".join((FOLDER / n).read_text(encoding="utf-8") for n in NAMES))
    assert len({action for action, _ in everywhere}) == len(set(everywhere))


@pytest.mark.parametrize("name", NAMES)
def test_a_failed_command_within_a_pipe_is_a_failure(name: str) -> None:
    """Named so, the shell runs with pipefail: a listing that failed is not taken for an empty one."""
    assert workflow(name)["defaults"]["run"]["shell"] == "bash"


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_grants_nothing_by_default(name: str) -> None:
    """Rights are given job by job, two runs never write at once, and no run with rights executes a change's code."""
    made = workflow(name)
    assert made["permissions"] == {}
    assert made["concurrency"]["group"]
    assert "pull_request_target" not in made["on"]


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_a_job_ends_and_says_what_it_may(name: str, job: dict[str, Any]) -> None:
    """Every job has a time limit and its own rights; a change's code runs only where none of them is to write."""
    assert int(job["timeout-minutes"]) <= 45
    assert isinstance(job["permissions"], dict)
    if "pull_request" in workflow(name)["on"]:
        assert not may_write(job)


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_no_text_of_others_becomes_a_command(name: str, job: dict[str, Any]) -> None:
    """Scripts read names and texts from their environment; no expression is pasted into one."""
    assert all("${{" not in step.get("run", "") for step in job["steps"]), name


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_a_job_that_writes_fetches_only_our_code(name: str, job: dict[str, Any]) -> None:
    """A right to write and foreign files never meet; no checkout leaves its token behind."""
    checkouts = [step["with"] for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
    assert all(checkout["persist-credentials"] == "false" for checkout in checkouts)
    if not may_write(job):
        return
    refs = {checkout.get("ref") for checkout in checkouts}
    assert refs <= (OURS if workflow(name)["on"].get("push", {}).get("branches") == ["main"] else OURS - {None})
    assert not any("setup" in step.get("run", "") for step in job["steps"]), "packages are installed without rights"


def test_the_answer_follows_the_preview() -> None:
    """The workflow that comments waits for the one that looks, by its name, and forms ask for it by its file."""
    assert workflow("comment.yml")["on"]["workflow_run"]["workflows"] == [workflow("preview.yml")["name"]]
    steps = workflow("forms.yml")["jobs"]["write"]["steps"]
    assert any("gh workflow run preview.yml" in step.get("run", "") for step in steps)
    assert "workflow_dispatch" in workflow("preview.yml")["on"]


def test_pictures_are_checked_where_they_are_written() -> None:
    """The job that may write takes only what it has looked into itself, after it has fetched it; the comment shows only
    what that job names.
    """
    found = workflow("comment.yml")["jobs"]
    steps = found["pictures"]["steps"]
    fetched, checked, written = (
        next(at for at, step in enumerate(steps) if sign in f"{step.get('uses')} {step.get('run')}")
        for sign in ("actions/download-artifact@", "comment.py pictures", "git push")
    )
    assert fetched < checked < written
    names = f"steps.{steps[checked]['id']}.outputs.names"
    assert steps[written]["env"]["NAMES"] == f"${{{{ {names} }}}}"
    assert "$RUNNER_TEMP/anh" in steps[checked]["run"]
    assert found["pictures"]["outputs"]["names"] == f"${{{{ {names} }}}}"
    assert [id for id, job in found.items() if "name: anh" in str(job).replace("'", "")] == ["pictures"]
    (told,) = (step["env"]["PICTURES"] for step in found["comment"]["steps"] if "PICTURES" in step.get("env", {}))
    assert "needs.pictures.outputs.names" in told


def test_the_picture_branch_starts_nothing() -> None:
    """No workflow runs for a push of pictures, which comment.yml makes on the branch that all know."""
    (branch,) = (
        step["env"]["PICTURES"]
        for step in workflow("comment.yml")["jobs"]["pictures"]["steps"]
        if "PICTURES" in step.get("env", {})
    )
    for name in NAMES:
        push = workflow(name)["on"].get("push")
        assert not push or push.get("branches") == ["main"] or branch in push["branches-ignore"], name


def test_the_commands_that_workflows_run_exist(capsys: pytest.CaptureFixture[str]) -> None:
    """Every `portal …` of a workflow, with each of its options, is one that the command line knows."""
    scripts = "\n".join(step.get("run", "") for _, _, job in jobs() for step in job["steps"])
    found = re.findall(r"(?:/portal|-m generator) ([^\n>|)]*)", scripts)
    assert len(found) >= 4
    for command, *words in map(str.split, found):
        with pytest.raises(SystemExit):
            cli.main([command, "--help"])
        told = capsys.readouterr().out
        assert all(word in told for word in words if word.startswith("--")), (command, words)
