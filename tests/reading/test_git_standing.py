"""Where files stand in git: at which commit, and whether they differ from it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from generator.reading.git import standing


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=may", "-c", "user.email=may@may.invalid", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", "-C", str(folder), *who, *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_where_files_stand(tmp_path: Path) -> None:
    """Nowhere outside of git, before the first commit, and where git keeps none of them; a file that is changed, new or
    gone is told where it is asked for, not elsewhere, and not what git ignores.
    """
    data = tmp_path / "data"
    data.mkdir()
    (data / "a.csv").write_text("1", encoding="utf-8")
    assert standing(data) is None
    git(tmp_path, "init", "--quiet")
    assert standing(data) is None
    (tmp_path / "code.py").touch()
    (tmp_path / ".gitignore").write_text("*.pyc\nbuilt/\n", encoding="utf-8")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "a")
    head = git(tmp_path, "rev-parse", "HEAD")
    assert standing(data) == standing(tmp_path, "code.py", "data") == (head, False)
    (tmp_path / "built").mkdir()
    (tmp_path / "built" / "a.csv").touch()
    (tmp_path / "code.pyc").touch()
    assert standing(tmp_path / "built") is None
    assert standing(tmp_path) == (head, False)
    (data / "b.csv").touch()
    assert (standing(data), standing(tmp_path, "code.py")) == ((head, True), (head, False))
    (data / "b.csv").unlink()
    (data / "a.csv").unlink()
    assert standing(data) == (head, True)
