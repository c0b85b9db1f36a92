"""Filled forms that lie in a branch become data: `read` without any right to write, `request` and `answer` with it.

    python .github/steps/forms.py read PORTAL BRANCH OUT      runs `PORTAL import` on each form of the checkout BRANCH
    python .github/steps/forms.py request OUT                 the GraphQL request that commits the outcome, as JSON
    python .github/steps/forms.py answer OUT                  what to tell the officer, as Markdown

OUT gets `ket-qua.json` (`forms`, `failed`, `said`, `left`) and, where every form was read, the changed files
below `tep/`. `request` reads REPOSITORY, BRANCH and HEAD (the commit that was looked at) from the
environment. Needs nothing but Python and git.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from generator.changes.github import code
from generator.language.vietnamese import in_print

MARKER = "<!-- portal-bieu-mau -->"
MOST, LONGEST, HEAVIEST = 20, 55_000, 5_000_000
PATIENCE = 40
"""Seconds for one form: as many as `MOST` of them fit the time of the job."""
ODD_NAME = (
    "Tên tệp có ký tự không hiện ra được hoặc dấu xuống dòng nên biểu chưa được đọc.\n"
    "  Cách sửa: Đổi tên tệp, chỉ dùng chữ, số, dấu gạch nối, rồi tải lên lại và xóa tệp này khỏi nhánh."
)
TOO_SLOW = (
    f"Đọc biểu này quá {PATIENCE} giây nên máy đã dừng.\n"
    "  Cách sửa: Chép riêng các dòng số liệu sang một biểu mới tạo bằng lệnh portal form rồi gửi biểu mới."
)
DATA = re.compile(r"data/xa/(?:\d{5}|x\d{4})-[a-z0-9-]+/[a-z0-9-]+\.(?:csv|yml)")
COMMIT = """mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}"""


def _git(folder: Path, *arguments: str) -> list[str]:
    said = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=True).stdout
    return [part.decode("utf-8", "surrogateescape") for part in said.split(b"\0") if part]


def forms(branch: Path) -> list[str]:
    """Paths of the forms in a checkout: plain .xlsx files in git, those of the tests left aside."""
    listed = (entry.split("\t", 1) for entry in _git(branch, "ls-files", "-s", "-z"))
    found = [path for about, path in listed if about.startswith("100") and path.lower().endswith(".xlsx")]
    return [path for path in found if not path.startswith("tests/")]


def read(portal: str, branch: Path, out: Path) -> None:
    """Read every form into the data of the checkout; what changed goes to `out` unless a form failed."""
    every, failed, said = forms(branch), [], []
    found = every[:MOST]
    for path in found:
        sound, words = _read(portal, branch, path)
        failed += [] if sound else [in_print(path)]
        said.append(words)
    changed = (
        [] if failed else [entry[3:] for entry in _git(branch, "status", "--porcelain", "-z", "-uall", "--", "data")]
    )
    for path in changed:
        (out / "tep" / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(branch / path, out / "tep" / path)
    out.mkdir(parents=True, exist_ok=True)
    named = [*map(in_print, found)] if failed else found  # only what is read is named to git again
    outcome = {"forms": named, "failed": failed, "said": said, "left": len(every) - len(found)}
    (out / "ket-qua.json").write_text(json.dumps(outcome, ensure_ascii=False), encoding="utf-8")


def _read(portal: str, branch: Path, path: str) -> tuple[bool, str]:
    """Whether one form was taken, and what there is to say of it."""
    if "\ufffd" in in_print(path) or any(letter < " " for letter in path):
        return False, ODD_NAME
    command = [portal, "import", str((branch / path).resolve()), "--data", str(branch.resolve() / "data")]
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return False, TOO_SLOW
    return done.returncode == 0, (done.stdout + done.stderr).decode("utf-8", "replace").strip()


def _outcome(out: Path) -> dict[str, Any]:
    outcome: dict[str, Any] = json.loads((out / "ket-qua.json").read_text(encoding="utf-8"))
    return outcome


def request(out: Path, repository: str, branch: str, head: str) -> dict[str, Any]:
    """The commit: changed data files in, forms out. Raises ValueError on anything that is neither."""
    files = sorted(path for path in (out / "tep").rglob("*") if not path.is_dir())
    paths = [path.relative_to(out / "tep").as_posix() for path in files]
    taken = _outcome(out)["forms"]
    if bad := [path for path in paths if not DATA.fullmatch(path)] + [
        p for p in taken if not p.lower().endswith(".xlsx")
    ]:
        raise ValueError(f"not a data file or a form: {bad}")
    if any(path.is_symlink() or path.stat().st_size > HEAVIEST for path in files):
        raise ValueError("a file of the data is no plain file or too large")
    names = ", ".join(path.rpartition("/")[2] for path in taken)
    headline = f"Nhập số liệu từ biểu mẫu {names}" if paths else f"Bỏ biểu mẫu không có gì mới: {names}"
    change = {
        "branch": {"repositoryNameWithOwner": repository, "branchName": branch},
        "expectedHeadOid": head,  # refused if somebody has pushed meanwhile
        "message": {
            "headline": headline[:120],
            "body": "Máy đọc biểu mẫu, ghi vào các bảng trong data/ rồi bỏ tệp biểu mẫu khỏi nhánh.",
        },
        "fileChanges": {
            "additions": [
                {"path": path, "contents": base64.b64encode(file.read_bytes()).decode()}
                for path, file in zip(paths, files, strict=True)
            ],
            "deletions": [{"path": path} for path in taken],
        },
    }
    return {"query": COMMIT, "variables": {"input": change}}


def answer(out: Path) -> str:
    """What was read, or what is wrong in which form; the words of the data stand as code, which calls nobody."""
    outcome = _outcome(out)
    if outcome["failed"]:
        opening = (
            "## ❌ Chưa nhập được biểu mẫu\n\nChưa có gì được ghi vào số liệu. "
            "Sửa những chỗ dưới đây trong biểu mẫu rồi tải lên lại, đè lên tệp cũ."
        )
    else:
        opening = "## ✅ Đã nhập biểu mẫu\n\nSố liệu đã được ghi vào các bảng; tệp biểu mẫu được bỏ khỏi nhánh này."
    parts, room = [MARKER, opening], LONGEST
    for path, said in zip(outcome["forms"], outcome["said"], strict=True):
        lines = [line if line.isprintable() else in_print(line) for line in said.splitlines()]
        shown = _fitting(lines, room)
        room -= sum(len(line) + 5 for line in shown)
        more = [f"    … và {len(lines) - len(shown)} dòng nữa, xem ở lượt chạy."] if len(lines) > len(shown) else []
        parts.append("\n".join([f"**{code(path)}**", "", *(f"    {line}" for line in shown), *more]))
    if outcome["left"]:
        parts.append(f"Còn {outcome['left']} biểu mẫu chưa đọc: mỗi lần máy đọc {MOST} tệp; tải lên lại các tệp ấy.")
    return "\n\n".join(parts) + "\n"


def _fitting(lines: list[str], room: int) -> list[str]:
    """As many of the first lines as there is room for."""
    shown = []
    for line in lines:
        room -= len(line) + 5
        if room < 0:
            break
        shown.append(line)
    return shown


def main(what: str, *places: str) -> None:
    """Do what the command line asks for."""
    if what == "read":
        read(places[0], Path(places[1]), Path(places[2]))
    elif what == "request":
        asked = os.environ
        made = request(Path(places[0]), asked["REPOSITORY"], asked["BRANCH"], asked["HEAD"])
        sys.stdout.write(json.dumps(made))
    else:
        sys.stdout.write(answer(Path(places[0])))


if __name__ == "__main__":
    main(*sys.argv[1:])
