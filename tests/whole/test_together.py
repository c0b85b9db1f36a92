"""Many builds at once, in processes of their own: the site always stands, and is one whole build."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import COMMUNE, ROOT, lay_over, replace, tree

from generator.cli import main
from generator.publishing import switch
from generator.standing import workplace

pytestmark = pytest.mark.slow

PAGE = "thanh-hoa/hoang-son-15910/index.html"
AT_ONCE = 4


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two states of the same data, which differ in a figure."""
    one, other = (lay_over("co-so", tmp_path_factory.mktemp("data")) for _ in range(2))
    replace(other / COMMUNE / "chi-tieu.csv", "400,,,bc-5", "401,,,bc-5")
    return one, other


@pytest.fixture
def out(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "site"
    shutil.rmtree(workplace(tmp_path / "site"), ignore_errors=True)


def start(command: str, data: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    """`portal` in a process of its own, whose files are its owner's alone."""
    arguments = [command, "--data", str(data), "--out", str(out), "--date", "2026-07-01", *more]
    return subprocess.Popen(
        [sys.executable, "-u", "-m", "generator", *arguments],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, umask=0o077,
    )  # fmt: skip


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Exit code and all that was said."""
    said = "".join(process.communicate())
    return process.returncode, said


def until(process: subprocess.Popen[str], words: str) -> str:
    """Read what a process says up to the line that holds some words."""
    assert process.stdout is not None
    return next(line for line in process.stdout if words in line)


def alone(data: Path, out: Path) -> dict[str, bytes]:
    code, said = ended(start("build", data, out))
    assert code == 0, said
    return tree(out)


def test_builds_at_once_leave_one_whole_site(data: tuple[Path, Path], out: Path) -> None:
    """Of builds that begin together each ends well or says that another is at work; the site is never gone, never a
    mixture, open to all readers, and what the next build believes of it is true.
    """
    whole = [alone(one, out) for one in data]
    assert whole[0] != whole[1]
    finished, missed = threading.Event(), []

    def look() -> None:
        while not finished.wait(0.01):
            if not any((out / PAGE).read_bytes() == site[PAGE] for site in whole):
                missed.append(PAGE)

    reader = threading.Thread(target=look)
    reader.start()
    try:
        for _ in range(2):
            outcomes = [ended(process) for process in [start("build", data[n % 2], out) for n in range(AT_ONCE)]]
            assert {code for code, _ in outcomes} <= {0, 2}
            assert any(code == 0 for code, _ in outcomes)
            for code, said in outcomes:
                assert ("Đang có một lượt dựng khác" in said) == (code == 2), said
            assert tree(out) in whole
            assert main(["verify", str(out)]) == 0
            assert [path.name for path in out.parent.iterdir()] == ["site"]
    finally:
        finished.set()
        reader.join()
    assert missed == []
    assert alone(data[0], out) == whole[0]
    code, said = ended(start("build", data[0], out))
    assert (code, "Không có gì thay đổi" in said) == (0, True)
    assert {path.stat().st_mode & 0o777 for path in out.rglob("*")} == {0o755, 0o644}


def test_a_killed_build_blocks_nobody(data: tuple[Path, Path], out: Path) -> None:
    """Killed while MkDocs works for it: the old site stands, and the next build is not kept from publishing."""
    before = alone(data[0], out)
    killed = start("build", data[1], out)
    until(killed, "Dựng trang web")
    os.kill(killed.pid, signal.SIGKILL)
    assert ended(killed)[0] == -signal.SIGKILL
    assert tree(out) == before
    assert main(["verify", str(out)]) == 0
    assert alone(data[1], out) != before
    assert main(["verify", str(out)]) == 0
    assert not (out.parent / ".site.khoa").exists()


def test_a_preview_beside_a_build(data: tuple[Path, Path], out: Path) -> None:
    """`portal serve` waits for the build that is at work, says so, and then shows its own."""
    with switch.alone(out):
        preview = start("serve", data[0], out, "--port", "0")
        assert "sẽ tự dựng lại" in until(preview, "Đang có một lượt dựng khác")
    address = until(preview, "http://").split()[1]
    with urllib.request.urlopen(address + PAGE) as page:  # noqa: S310 (our own address)
        assert page.read() == (out / PAGE).read_bytes()
    preview.send_signal(signal.SIGINT)
    assert ended(preview)[0] == 0
