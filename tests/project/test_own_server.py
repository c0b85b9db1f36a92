"""A province's own server: real git, pushes taken and refused, a folder that is switched; and GitLab's one file."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from shlex import split
from typing import Any, NamedTuple

import pytest
import yaml
from guide import fenced
from repositories import commit, git
from support import COMMUNE, ROOT, lay_over, tree

from generator import cli

SERVER = ROOT / ".ci" / "server"


class Place(NamedTuple):
    """A server: its repository, its program, its checkout, the web server's folder; and an officer's data."""

    repository: Path
    program: Path
    checkout: Path
    out: Path
    answers: Path
    data: Path

    @property
    def answer(self) -> str:
        """The newest answer."""
        return (self.answers / "moi-nhat.txt").read_text(encoding="utf-8")

    def received(self, branch: str = "main") -> str:
        """The commit that a branch of the server's repository is at; '' where it has none."""
        return git(self.repository, "for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}")

    def push(self, *references: str) -> tuple[bool, str]:
        """Whether a push is taken, and what is said."""
        command = ["git", "-C", str(self.data), "push", "origin", *(references or ("HEAD:main",))]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.returncode == 0, re.sub(r"^remote: ?|\s+$", "", done.stdout + done.stderr, flags=re.MULTILINE)

    def publish(self) -> tuple[int, str]:
        """What the timer does."""
        command = [str(self.program / ".ci" / "server" / "publish"), str(self.checkout)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    def replace_program(self, words: str) -> None:
        """`portal` of the server, as a shell script."""
        portal = self.program / ".venv" / "bin" / "portal"
        portal.parent.mkdir(parents=True, exist_ok=True)
        portal.write_text(f"#!/bin/sh\n{words}\n", encoding="utf-8")
        portal.chmod(0o755)


PORTAL = f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m generator "$@"'
FAILS = f'if [ "$1" = build ]; then echo "Đĩa đầy."; exit 1; fi\n{PORTAL}'
IS_CALLED = "echo gọi >&2; exit 9"


def settle(folder: Path, *, hooks: bool) -> Place:
    """Set a server up with the commands of the guide, and an officer's clone with the first data in it: over ssh, where
    `git-shell` stands for the server, or in a shared folder.
    """
    blocks = fenced("may-chu", "sh")
    (own,), (shared,) = ([block for block in blocks if sign in block] for sign in ("make setup", "/mnt/chung"))
    if not hooks:
        own = shared + "".join(line for line in own.splitlines(keepends=True) if "kho.git" not in line)
    for line in own.replace("/srv/so-lieu", str(folder)).replace("/mnt/chung", str(folder)).splitlines():
        if line.startswith("git ") and "chuong-trinh.example" not in line and "--global" not in line:
            git(folder, *split(line)[1:])
    place = Place(*(folder / name for name in ("kho.git", "chuong-trinh", "ban-dung", "web/trang", "tra-loi", "may")))
    shutil.copytree(SERVER, place.program / ".ci" / "server")
    place.replace_program(PORTAL)
    git(place.checkout, "config", "portal.answers", str(place.answers))
    git(place.checkout, "config", "portal.mail", f"cat >>'{folder}/thu.txt'")
    data = lay_over("co-so", place.data)
    git(place.data, "init", "--quiet", "--initial-branch=main")
    git(place.data, "remote", "add", "origin", f"so-lieu:{place.repository}" if hooks else str(place.repository))
    ssh = folder / "ssh"
    ssh.write_text('#!/bin/sh\nwhile [ $# -gt 1 ]; do shift; done\nexec git-shell -c "$1"\n', encoding="utf-8")
    ssh.chmod(0o755)
    git(place.data, "config", "core.sshCommand", str(ssh))
    git(place.data, "config", "ssh.variant", "ssh")
    commit(data, "2026-07-01", "Số liệu đầu tiên")
    return place._replace(data=data)


def broken(place: Place) -> str:
    """An error in a new commit; the name of its file."""
    with (place.data / COMMUNE / "tthc.csv").open("a", encoding="utf-8") as file:
        file.write("ô,thừa\n")
    commit(place.data, "2026-07-02", "Sửa nhầm")
    return f"{COMMUNE}/tthc.csv"


@pytest.mark.slow
def test_a_push_is_looked_at_and_published(tmp_path: Path) -> None:
    """A good push is taken, built and told; a faulty one is refused in words, and the site stands as it was."""
    place = settle(tmp_path, hooks=True)
    taken, said = place.push()
    assert taken, said
    assert "Nhận được" in said
    assert "Trang đã thay." in said
    assert place.received() == git(place.data, "rev-parse", "HEAD")
    assert (place.out / "index.html").is_file()
    assert place.answer == (tmp_path / "thu.txt").read_text(encoding="utf-8")
    stood, held = tree(place.out), place.received()

    file = broken(place)
    taken, said = place.push()
    assert not taken
    assert "Máy chủ chưa nhận “refs/heads/main”" in said
    assert file in said
    assert "Cách sửa:" in said
    assert (place.received(), tree(place.out)) == (held, stood)
    taken, said = place.push("HEAD:refs/heads/nhap")
    assert taken, said
    assert "vẫn được nhận" in said
    assert (place.received(), tree(place.out)) == (held, stood)

    git(place.data, "reset", "--quiet", "--hard", "HEAD~1")
    commit(place.data, "2026-07-03", "Ghi chú", ("chi-tieu.csv", "Mục 3", "Mục 3 Hỏi 0912 345 678"))
    commit(place.data, "2026-07-03", "Bỏ ghi chú", ("chi-tieu.csv", " Hỏi 0912 345 678", ""))
    for branch in ("main", "refs/heads/khac"):
        taken, said = place.push(f"HEAD:{branch}")
        assert not taken
        assert "0912•••678" in said
        assert "345" not in said
    assert place.received("khac") == ""

    git(place.data, "reset", "--quiet", "--hard", "HEAD~2")
    assert not place.push(":main")[0]  # history is kept
    commit(place.data, "2026-07-04", "Sửa số trang", ("chi-tieu.csv", "Mục 3", "Mục 3 trang 2"))
    place.replace_program(FAILS)
    taken, said = place.push()
    assert taken
    assert "trang cũ giữ nguyên. Máy nói:\nĐĩa đầy." in said
    assert tree(place.out) == stood
    place.replace_program(PORTAL)
    assert place.publish()[0] == 0  # what failed is tried again
    assert tree(place.out) != stood
    assert place.answer.endswith("bản đúng gần nhất của xã ấy.\n")
    place.replace_program(IS_CALLED)
    assert place.publish() == (0, "")  # and then there is nothing to do


@pytest.mark.slow
def test_a_shared_folder_is_looked_at_by_a_timer(tmp_path: Path) -> None:
    """Without a hook everything is taken; a commune with an error keeps its last good version, and is told."""
    place = settle(tmp_path, hooks=False)
    assert place.push()[0]
    assert place.publish()[0] == 0
    before = {path: content for path, content in tree(place.out).items() if path.endswith("so-lieu.csv")}
    file = broken(place)
    assert place.push()[0]
    code, said = place.publish()
    assert code == 0
    assert said == place.answer
    assert said.startswith(f"Lần ghi {git(place.data, 'rev-parse', '--short', 'HEAD')}, ngày 02/07/2026.\n\n❌ Còn")
    assert file in said
    assert {path: content for path, content in tree(place.out).items() if path in before} == before
    assert len(list(place.answers.glob("2026-*.txt"))) == 2


@pytest.mark.slow
def test_what_is_pushed_is_never_run(tmp_path: Path) -> None:
    """Programs, hooks and links in a push are files like others: none is started, none leads out of the folder."""
    place = settle(tmp_path, hooks=True)
    top, mark = place.data.parent, tmp_path / "da-chay"
    for name in (".ci/server/publish", ".ci/server/pre-receive", ".venv/bin/portal", "generator/__main__.py", "git"):
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(f"#!/bin/sh\ntouch '{mark}'\n", encoding="utf-8")
        (top / name).chmod(0o755)
    (place.data / COMMUNE / "ngan-sach.csv").unlink(missing_ok=True)
    (place.data / COMMUNE / "ngan-sach.csv").symlink_to("/etc/passwd")
    git(top, "add", "--all")
    commit(place.data, "2026-07-02", "Thử")
    taken, said = place.push()
    assert not taken
    assert "root:" not in said
    git(top, "rm", "--quiet", "--force", f"data/{COMMUNE}/ngan-sach.csv")
    commit(place.data, "2026-07-03", "Bỏ liên kết")
    place.replace_program(FAILS)
    assert place.push()[0]
    assert not mark.exists()


@pytest.mark.slow
def test_an_error_that_stood_before_holds_nobody_back(tmp_path: Path) -> None:
    """It came in another way, as with a new rule of the program; the next push is not refused for it."""
    place = settle(tmp_path, hooks=True)
    place.replace_program(FAILS)
    broken(place)
    git(
        place.data,
        "push",
        "--quiet",
        "--receive-pack=git -c core.hooksPath=. receive-pack",
        str(place.repository),
        "main",
    )
    commit(place.data, "2026-07-03", "Trang", ("chi-tieu.csv", "Mục 3", "Mục 3 trang 2"))
    taken, said = place.push()
    assert taken, said
    assert "1 lỗi khác đã có từ trước" in said


def test_a_server_that_is_not_ready_takes_nothing(tmp_path: Path) -> None:
    """No check, no push; no place for the site, no build."""
    place = settle(tmp_path, hooks=True)
    (place.program / ".venv" / "bin" / "portal").unlink()
    taken, said = place.push()
    assert not taken
    assert "chưa cài bộ kiểm tra" in said
    git(place.checkout, "config", "--unset", "portal.out")
    code, said = place.publish()
    assert code == 2
    assert "config portal.out" in said


# --- GitLab -----------------------------------------------------------------------------------


def gitlab() -> dict[str, Any]:
    made: dict[str, Any] = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    return made


def test_gitlab_checks_a_change_and_publishes_the_default_branch() -> None:
    """Each job has its stage, its occasion and its end; GitLab Pages takes the site, one publication at a time."""
    made = gitlab()
    jobs = {name: job for name, job in made.items() if isinstance(job, dict) and "script" in job}
    assert [job["stage"] for job in jobs.values()] == made["stages"]
    assert all(job["timeout"] for job in jobs.values())
    (change,), (default,) = (job["rules"] for job in jobs.values())
    assert "merge_request_event" in change["if"]
    assert "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" in default["if"]
    pages = jobs["pages"]
    assert pages["artifacts"]["paths"] == ["public"]
    assert pages["script"][-1] == "cp -RL site public"
    assert pages["resource_group"]
    assert pages["interruptible"] is False
    kept = next(cache["paths"] for cache in pages["cache"] if "da-dung.tar" in cache["paths"])
    assert f"tar --posix -cf {kept[0]} build site" in pages["script"]
    assert str(made["variables"]["GIT_DEPTH"]) == "0"


def test_the_commands_that_gitlab_and_the_server_run_exist(capsys: pytest.CaptureFixture[str]) -> None:
    """`make` has the target, `portal` the command and its options."""
    jobs = [job for job in gitlab().values() if isinstance(job, dict) and "script" in job]
    scripts = [line for job in jobs for line in job["script"]]
    assert all(isinstance(line, str) for line in scripts)
    scripts += [path.read_text("utf-8").replace("\\\n", " ") for path in SERVER.iterdir() if path.suffix == ""]
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert {name for line in scripts for name in re.findall(r"^make ([a-z-]+)", line)} == {"setup"} <= targets
    found = [command for line in scripts for command in re.findall(r"/portal\"? ([a-z]+ [^\n>|]*)", line)]
    assert {command.split()[0] for command in found} == {"build", "compare", "prepush"}
    for command in found:
        with pytest.raises(SystemExit):
            cli.main([command.split()[0], "--help"])
        told = capsys.readouterr().out
        assert all(option in told for option in re.findall(r"--[a-z-]+", re.sub(r"\$\([^)]*\)", "", command))), command
