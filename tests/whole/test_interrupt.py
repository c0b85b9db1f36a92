"""A command that is stopped from outside ends in a sentence and the code that shells expect."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from support import CASES, ROOT, tree

from generator import cli
from generator.commands import check


def test_a_stopped_command_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 130 and one sentence, no traceback."""

    def stopped(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", stopped)
    assert cli.main(["check"]) == 130
    told = capsys.readouterr().err
    assert told == "Đã dừng theo yêu cầu; trang và số liệu đã có giữ nguyên.\n"


@pytest.mark.slow
def test_a_build_that_is_stopped_leaves_the_site(tmp_path: Path) -> None:
    """The site stands byte for byte, and nothing is left beside it but the lock."""
    data, out = CASES / "mot-xa", tmp_path / "site"
    command = [sys.executable, "-m", "generator", "build", "--data", str(data), "--out", str(out)]
    subprocess.run([*command, "--date", "2026-07-01"], cwd=ROOT, check=True, capture_output=True)
    before = tree(out)
    with subprocess.Popen([*command, "--date", "2026-07-02"], cwd=ROOT, stderr=subprocess.PIPE, text=True) as again:
        assert again.stderr
        again.stderr.readline()  # its first word: it is at work
        again.send_signal(signal.SIGINT)
        rest = again.stderr.read()
        code = again.wait()
    assert code in (130, 0)  # it may just have ended
    assert "Traceback" not in rest
    if code:
        assert tree(out) == before
