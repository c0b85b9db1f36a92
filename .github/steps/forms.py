"""Filled forms that lie in a branch become data: `read` without any right to write, `request` and `answer` with it.

    python .github/steps/forms.py read PORTAL BRANCH OUT      runs `PORTAL import` on each form of the checkout BRANCH
    python .github/steps/forms.py requests OUT TO             the GraphQL requests that commit the outcome, a file each
    python .github/steps/forms.py answer OUT                  what to tell the officer, as Markdown

Any number of forms: one that is faulty stays in the branch and holds back no other. OUT gets `ket-qua.json` (`forms`,
`failed`, `said`, `left`: those that there was no time for) and the changed files below `tep/`. `requests` reads
REPOSITORY and BRANCH from the environment and writes `TO/001.json` and so on, none too heavy, a commune whole in one;
the forms that were taken go out with the last. Who sends them puts the commit that the branch stands at into each.
Needs nothing but Python and git.
"""

from __future__ import annotations

import base64
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from generator.changes.github import FOLD, code
from generator.language.vietnamese import in_print

MARKER = "<!-- portal-bieu-mau -->"
LONGEST, HEAVIEST, LOAD = 55_000, 5_000_000, 8_000_000
"""Letters of an answer; bytes of a file, and of the files of one commit: what GitHub takes without trouble."""
DETAILS = "Xem thêm:"
"""The line of an answer below which stands what asks for nothing."""
LINES = 40
"""Lines that an answer shows of one form, as long as others wait to be told."""
PATIENCE, TIME = 40, 2_000
"""Seconds for one form, and for all of them: what is left then is read by the next run, which the workflow asks for."""
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
    """Read every form into the data of the checkout; what those that pass have changed goes to `out`."""
    every, failed, said = forms(branch), [], []
    end = time.monotonic() + TIME
    for path in every:
        if time.monotonic() > end:
            break
        sound, words = _read(portal, branch, path)
        failed += [] if sound else [path]
        said.append(words)
    for path in [entry[3:] for entry in _git(branch, "status", "--porcelain", "-z", "-uall", "--", "data")]:
        (out / "tep" / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(branch / path, out / "tep" / path)
    out.mkdir(parents=True, exist_ok=True)
    named = [in_print(path) if path in failed else path for path in every]  # only what is taken is named to git again
    outcome = {
        "forms": named[: len(said)], "failed": [*map(in_print, failed)], "said": said, "left": len(every) - len(said)
    }  # fmt: skip
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


def requests(out: Path, repository: str, branch: str) -> list[dict[str, Any]]:
    """The commits: changed data files in, forms out. Raises ValueError on anything that is neither."""
    files = sorted(path for path in (out / "tep").rglob("*") if not path.is_dir())
    paths = [path.relative_to(out / "tep").as_posix() for path in files]
    outcome = _outcome(out)
    taken = [path for path in outcome["forms"] if path not in outcome["failed"]]
    if bad := [path for path in paths if not DATA.fullmatch(path)] + [
        p for p in taken if not p.lower().endswith(".xlsx")
    ]:
        raise ValueError(f"not a data file or a form: {bad}")
    if any(path.is_symlink() or path.stat().st_size > HEAVIEST for path in files):
        raise ValueError("a file of the data is no plain file or too large")
    loads = _loads(dict(zip(paths, files, strict=True))) or ([{}] if taken else [])
    names = ", ".join(path.rpartition("/")[2] for path in taken)
    headline = f"Nhập số liệu từ biểu mẫu {names}" if paths else f"Bỏ biểu mẫu không có gì mới: {names}"
    return [
        _request(repository, branch, headline, load, taken if at == len(loads) else [])
        for at, load in enumerate(loads, 1)
    ]


def _loads(files: dict[str, Path]) -> list[dict[str, Path]]:
    """The files in loads that a commit can carry; the tables of a commune stay together."""
    made: list[dict[str, Path]] = []
    heavy = 0
    for _, group in itertools.groupby(files.items(), lambda pair: pair[0].rpartition("/")[0]):
        own = dict(group)
        weight = sum(path.stat().st_size for path in own.values())
        if not made or heavy + weight > LOAD:
            made.append({})
            heavy = 0
        made[-1] |= own
        heavy += weight
    return made


def _request(repository: str, branch: str, headline: str, files: dict[str, Path], gone: list[str]) -> dict[str, Any]:
    change = {
        "branch": {"repositoryNameWithOwner": repository, "branchName": branch},
        "expectedHeadOid": "",  # whoever sends it writes the commit there; refused if somebody has pushed meanwhile
        "message": {
            "headline": headline if len(headline) <= 120 else f"{headline[:119]}…",
            "body": "Máy đọc biểu mẫu, ghi vào các bảng trong data/ rồi bỏ tệp biểu mẫu khỏi nhánh.",
        },
        "fileChanges": {
            "additions": [
                {"path": path, "contents": base64.b64encode(file.read_bytes()).decode()} for path, file in files.items()
            ],
            "deletions": [{"path": path} for path in gone],
        },
    }
    return {"query": COMMIT, "variables": {"input": change}}


def answer(out: Path) -> str:
    """What was read, or what is wrong in which form, those first; the words of the data stand as code, which calls
    nobody.
    """
    outcome = _outcome(out)
    failed, taken = len(outcome["failed"]), len(outcome["forms"]) - len(outcome["failed"])
    if failed and taken:
        opening = (
            f"## ⚠️ Đã nhập {taken} biểu mẫu, còn {failed} biểu phải sửa\n\nSố liệu của các biểu nhập được đã được ghi "
            "vào các bảng; các biểu còn lại nằm yên trong nhánh. Sửa những chỗ dưới đây rồi tải biểu lên lại, đè lên "
            "tệp cũ."
        )
    elif failed:
        opening = (
            "## ❌ Chưa nhập được biểu mẫu\n\nChưa có gì được ghi vào số liệu. "
            "Sửa những chỗ dưới đây trong biểu mẫu rồi tải lên lại, đè lên tệp cũ."
        )
    else:
        opening = "## ✅ Đã nhập biểu mẫu\n\nSố liệu đã được ghi vào các bảng; tệp biểu mẫu được bỏ khỏi nhánh này."
    parts, room = [MARKER, opening], LONGEST
    told = sorted(zip(outcome["forms"], outcome["said"], strict=True), key=lambda one: one[0] not in outcome["failed"])
    for at, (path, said) in enumerate(told):
        lines = [line if line.isprintable() else in_print(line) for line in said.splitlines()]
        shown = _fitting(lines if len(told) == 1 else lines[:LINES], room - len(path) - 60)
        room -= sum(len(line) + 5 for line in shown) + len(path) + 60
        if room < 0:
            parts.append(f"… và {len(told) - at} biểu mẫu nữa, xem ở lượt chạy.")
            break
        more = [f"    … và {len(lines) - len(shown)} dòng nữa, xem ở lượt chạy."] if len(lines) > len(shown) else []
        at_fold = shown.index(DETAILS) if DETAILS in shown else len(shown)
        parts.append("\n".join([f"**{code(path)}**", "", *(f"    {line}" for line in shown[:at_fold]), *more]))
        if rest := shown[at_fold + 1 :]:
            parts.append("\n".join([FOLD[0], "", *(f"    {line}" for line in rest), "", FOLD[1]]))
    if outcome["left"]:
        parts.append(f"Còn {outcome['left']} biểu mẫu chưa kịp đọc; máy đọc tiếp ở lượt sau.")
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
    elif what == "requests":
        folder = Path(places[1])
        folder.mkdir()
        made = requests(Path(places[0]), os.environ["REPOSITORY"], os.environ["BRANCH"])
        for number, request in enumerate(made, 1):
            (folder / f"{number:03}.json").write_text(json.dumps(request), encoding="utf-8")
    else:
        sys.stdout.write(answer(Path(places[0])))


if __name__ == "__main__":
    main(*sys.argv[1:])
