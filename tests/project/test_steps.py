"""The steps of the workflows: what they believe of foreign files, and what they ask of GitHub."""

from __future__ import annotations

import base64
import datetime as dt
import importlib.util
import json
import re
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from support import CASES, COMMUNE, ROOT, lay_over, names, replace

from generator.changes import pr_comment
from generator.commune.survey import survey, survey_keeping

STEPS = ROOT / ".github" / "steps"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"step_{name}", STEPS / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


comment, forms, issues, pictures = map(load, ("comment", "forms", "issues", "pictures"))


# --- pictures ---------------------------------------------------------------------------------


def page(site: Path, address: str, text: str, nav: str = "") -> None:
    (site / address).mkdir(parents=True, exist_ok=True)
    html = f"<html><body><nav>{nav}</nav><article><h1>Xã</h1><p>{text}</p></article></body></html>"
    (site / address / "index.html").write_text(html, encoding="utf-8")


def test_pages_that_read_otherwise_are_found(tmp_path: Path) -> None:
    """Pages of communes whose article differs or is new; not what stands around it, nor other pages."""
    old, new = tmp_path / "old", tmp_path / "new"
    for at in ("tinh/xa-a-00001/", "tinh/xa-b-00002/", "tinh/xa-b-00002/ngan-sach/", "chi-tieu/x/", ""):
        page(old, at, "1")
        page(new, at, "1", nav="mới")
    page(new, "tinh/xa-b-00002/ngan-sach/", "2")
    page(new, "tinh/xa-c-x0003/", "3")
    page(new, "chi-tieu/x/", "2")
    assert pictures.changed(old, new) == ["tinh/xa-b-00002/ngan-sach/", "tinh/xa-c-x0003/"]
    assert pictures.first_new(*(site / "tinh/xa-b-00002/ngan-sach/index.html" for site in (old, new))) == "2"


def test_communes_take_turns() -> None:
    """No commune with many pages crowds out another; subjects come before first pages and sources."""
    one = [f"tinh/xa-a-00001/{below}" for below in ("", "ngan-sach/", "nguon-so-lieu/", "nguon-so-lieu/b/", "tthc/")]
    two = ["tinh/xa-b-00002/", "tinh/xa-b-00002/ngan-sach/"]
    chosen = pictures.chosen([*one, *two])
    assert len(chosen) == pictures.MOST
    assert chosen[:4] == [one[1], two[1], one[4], two[0]]
    assert pictures.chosen([]) == []


# --- comment ----------------------------------------------------------------------------------


def png(width: int = 360, height: int = 1400) -> bytes:
    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", header) + part(b"IDAT", zlib.compress(b"")) + part(b"IEND", b"")


FALSE_PICTURES: dict[str, bytes] = {
    "1-svg.png": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "1-wide.png": png(width=5000),
    "1-heavy.png": png() + bytes(400_000),
    "1-tail.png": png() + b"<script>",
    "1-empty.png": b"",
    "a.png": png(),
    "1-Ten Xa.png": png(),
    "1-..png": png(),
    "1-x.svg": png(),
    '1-"onerror=x.png': png(),
}


@pytest.mark.parametrize("name", FALSE_PICTURES)
def test_what_is_no_picture_is_left_out(name: str, tmp_path: Path) -> None:
    """Only small PNG files of a plain name are shown."""
    (tmp_path / name).write_bytes(FALSE_PICTURES[name])
    (tmp_path / "2-xa.png").write_bytes(png())
    (tmp_path / "3-link.png").symlink_to(tmp_path / "2-xa.png")
    (tmp_path / "4-folder.png").mkdir()
    assert comment.sound_pictures(tmp_path) == ["2-xa.png"]


def test_a_few_pictures_are_shown(tmp_path: Path) -> None:
    """Not more than the bound; none where the run left none."""
    for number in range(1, 10):
        (tmp_path / f"{number}-xa.png").write_bytes(png())
    assert comment.sound_pictures(tmp_path) == [f"{number}-xa.png" for number in range(1, comment.MOST + 1)]
    assert comment.sound_pictures(tmp_path / "none") == []


def body(folder: Path, shown: tuple[str, ...] = (), *, fork: bool = False) -> str:
    made: str = comment.body(
        folder, list(shown), "https://git.example/o/r/blob/anh/3", "https://git.example/run", fork=fork
    )
    return made


@pytest.mark.parametrize("case", names("doi-chieu-"))
def test_our_own_words_are_posted_as_they_are(case: str, tmp_path: Path) -> None:
    """The comment opens with the marker by which it is found again, then says what `portal compare` said."""
    said = (CASES / case / "mong-doi.md").read_text(encoding="utf-8")
    (tmp_path / "nhan-xet.md").write_text(said, encoding="utf-8")
    assert comment.MARKER == pr_comment.MARKER
    assert body(tmp_path).startswith(said.strip())


def test_foreign_words_are_made_harmless(tmp_path: Path) -> None:
    """A run may hand over what it likes: no tag, picture, link or mention of it stands, and it cannot be too long."""
    evil = "<!-- portal -->\n@ubnd <img src=x> ![a](https://b.example) &#64;ubnd [bấm](https://b.example)\n" * 3000
    (tmp_path / "nhan-xet.md").write_text(evil, encoding="utf-8")
    made = body(tmp_path, ("1-xa.png",), fork=True)
    assert len(made) < 65_536
    assert made.count("<") == 2  # the marker and our picture
    assert not re.search(r"@\w|&#64;\w|\]\(https://b", made)


def test_a_run_that_broke_down_is_said(tmp_path: Path) -> None:
    """Without words, with bytes that are no text, or with a link to another file, there is still an answer."""
    assert comment.NOTHING in body(tmp_path)
    (tmp_path / "nhan-xet.md").symlink_to(ROOT / "README.md")
    assert comment.NOTHING in body(tmp_path)
    (tmp_path / "nhan-xet.md").unlink()
    (tmp_path / "nhan-xet.md").write_bytes(b"\xff\xfe\x00")
    assert body(tmp_path).startswith(comment.MARKER)


def test_the_step_runs_without_any_package(tmp_path: Path) -> None:
    """The job with rights sets up nothing: plain Python is enough."""
    (tmp_path / "1-xa.png").write_bytes(png())
    command = [sys.executable, "-I", "-S", str(STEPS / "comment.py")]
    shown = subprocess.run([*command, "pictures", str(tmp_path)], capture_output=True, text=True, check=True).stdout
    assert json.loads(shown) == ["1-xa.png"]
    env = {"PICTURES": shown, "ADDRESS": "https://git.example/anh/3", "RUN": "https://git.example/run", "FORK": "false"}
    made = subprocess.run([*command, "body", str(tmp_path)], capture_output=True, text=True, check=True, env=env).stdout
    assert 'src="https://git.example/anh/3/1-xa.png?raw=true"' in made


# --- forms ------------------------------------------------------------------------------------

PORTAL = """#!/bin/sh
# Stands for `portal import FORM --data DATA`: a form that holds "hong" is refused.
if grep -q hong "$2"; then echo "tờ “Kinh phí”, dòng 7: @sai"; exit 1; fi
echo "a,b" >>"$4/xa/15910-hoang-son/tthc.csv"
echo "Thêm: a"
"""
TABLE = "data/xa/15910-hoang-son/tthc.csv"


@pytest.fixture
def branch(tmp_path: Path) -> Path:
    """A checkout with data, and a stand-in for the command."""
    (tmp_path / "portal").write_text(PORTAL, encoding="utf-8")
    (tmp_path / "portal").chmod(0o755)
    folder = tmp_path / "nhanh"
    (folder / TABLE).parent.mkdir(parents=True)
    (folder / TABLE).write_text("ky\n", encoding="utf-8")
    return folder


def read(branch: Path, **files: str) -> Path:
    """Put forms into git and read them; the folder of the outcome."""
    for name, content in files.items():
        path = branch / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    git = ["git", "-C", str(branch), "-c", "user.name=Thử", "-c", "user.email=thu@xa.example"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        subprocess.run([*git, *arguments], check=True)
    forms.read(str(branch.parent / "portal"), branch, branch.parent / "ra")
    return branch.parent / "ra"


ODD = "bieu-mau/-x $(id) 'tháng 6'.xlsx"


def asked_for(out: Path) -> list[dict[str, Any]]:
    return [one["variables"]["input"] for one in forms.requests(out, "o/r", "thang-6")]


def test_forms_become_one_commit(branch: Path) -> None:
    """Changed tables go in, the forms go out; odd names and test files harm nothing."""
    out = read(branch, **{ODD: "x", "tests/forms/a.xlsx": "x"})
    (asked,) = asked_for(out)
    assert asked["branch"] == {"repositoryNameWithOwner": "o/r", "branchName": "thang-6"}
    assert asked["expectedHeadOid"] == ""  # the workflow knows it
    (added,) = asked["fileChanges"]["additions"]
    assert (added["path"], base64.b64decode(added["contents"]).decode()) == (TABLE, "ky\na,b\n")
    assert asked["fileChanges"]["deletions"] == [{"path": ODD}]
    assert forms.answer(out).startswith(f"{forms.MARKER}\n\n## ✅")


def test_a_refused_form_alone_changes_nothing(branch: Path) -> None:
    """The answer quotes the words as code, which calls nobody."""
    out = read(branch, **{"b.xlsx": "hong"})
    assert not (out / "tep").exists()
    assert asked_for(out) == []
    said = forms.answer(out)
    assert "## ❌" in said
    assert "\n    tờ “Kinh phí”, dòng 7: @sai" in said


def test_a_refused_form_holds_back_no_other(branch: Path) -> None:
    """A hundred pass and one does not: these are committed and go out, it stays in the branch and is told first."""
    out = read(branch, **{f"bieu-{number:03}.xlsx": "hong" if number == 50 else "x" for number in range(101)})
    outcome = json.loads((out / "ket-qua.json").read_text(encoding="utf-8"))
    assert (outcome["failed"], outcome["left"], len(outcome["forms"])) == (["bieu-050.xlsx"], 0, 101)
    (asked,) = asked_for(out)
    gone = {one["path"] for one in asked["fileChanges"]["deletions"]}
    assert gone == {f"bieu-{number:03}.xlsx" for number in range(101) if number != 50}
    (added,) = asked["fileChanges"]["additions"]
    assert base64.b64decode(added["contents"]).decode() == "ky\n" + "a,b\n" * 100
    said = forms.answer(out)
    assert "Đã nhập 100 biểu mẫu, còn 1 biểu phải sửa" in said
    assert said.index("bieu-050.xlsx") < said.index("bieu-000.xlsx")


def test_commits_are_no_heavier_than_they_may(branch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables of a commune are in one commit; the forms go out with the last."""
    out = read(branch, **{"a.xlsx": "x"})
    for folder in ("00001-a", "00002-b", "00003-c"):
        (out / "tep" / "data" / "xa" / folder).mkdir(parents=True)
        for name in ("nguon.csv", "tthc.csv"):
            (out / "tep" / "data" / "xa" / folder / name).write_text("x" * 40, encoding="utf-8")
    monkeypatch.setattr(forms, "LOAD", 170)
    asked = [
        ([one["path"].split("/")[2] for one in commit["fileChanges"]["additions"]], commit["fileChanges"]["deletions"])
        for commit in asked_for(out)
    ]
    assert asked == [
        (["00001-a"] * 2 + ["00002-b"] * 2, []),
        (["00003-c"] * 2 + ["15910-hoang-son"], [{"path": "a.xlsx"}]),
    ]


def test_no_form_is_no_commit(branch: Path) -> None:
    """A push that removed a form, or only linked to a file, leaves nothing to read."""
    (branch / "b.xlsx").symlink_to("/etc/hostname")
    outcome = json.loads((read(branch) / "ket-qua.json").read_text(encoding="utf-8"))
    assert outcome["forms"] == []


@pytest.mark.parametrize(
    "path", [".github/workflows/check.yml", "data/xa/../x.csv", "data/danh-muc/chi-tieu.yml", "a.csv"]
)
def test_only_data_is_committed(path: str, branch: Path) -> None:
    """The job with rights commits tables of communes and nothing else, whatever it is handed."""
    out = read(branch, **{"a.xlsx": "x"})
    (out / "tep" / path).parent.mkdir(parents=True, exist_ok=True)
    (out / "tep" / path).write_text("x", encoding="utf-8")
    with pytest.raises(ValueError, match="not a data file"):
        forms.requests(out, "o/r", "b")


@pytest.mark.parametrize("name", ["bieu\u202e.xlsx", "bieu\n.xlsx", "bieu\udcff.xlsx", "bi\u200beu.xlsx"])
def test_a_form_of_an_odd_name_is_answered(name: str, branch: Path) -> None:
    """Marks of direction, line ends, bytes of another coding: told in a sentence that bears no such letter."""
    out = read(branch, **{name: "x"})
    outcome = json.loads((out / "ket-qua.json").read_text(encoding="utf-8"))
    assert (outcome["forms"], outcome["said"]) == (outcome["failed"], [forms.ODD_NAME])
    said = forms.answer(out)
    assert "Đổi tên tệp" in said
    assert all(line.isprintable() for line in said.splitlines())
    said.encode()


def test_a_form_with_unbreakable_blanks_in_its_name_is_read(branch: Path) -> None:
    """Blanks as word processors write them are no odd letters; the name is given to git as it is."""
    out = read(branch, **{"bieu\u00a0mau.xlsx": "x"})
    outcome = json.loads((out / "ket-qua.json").read_text(encoding="utf-8"))
    assert (outcome["forms"], outcome["failed"]) == (["bieu\u00a0mau.xlsx"], [])


def test_a_form_that_takes_too_long_is_answered(branch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader is stopped, and the officer is told what to do."""
    monkeypatch.setattr(forms, "PATIENCE", 0)
    said = forms.answer(read(branch, **{"a.xlsx": "x"}))
    assert "nên máy đã dừng" in said
    assert "Chưa có gì được ghi" in said


def test_what_there_is_no_time_for_is_left(branch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stays in the branch for the next run, and is counted."""
    monkeypatch.setattr(forms, "TIME", -1)
    out = read(branch, **{"a.xlsx": "x", "b.xlsx": "x"})
    outcome = json.loads((out / "ket-qua.json").read_text(encoding="utf-8"))
    assert (outcome["forms"], outcome["left"]) == ([], 2)
    assert asked_for(out) == []
    assert "Còn 2 biểu mẫu chưa kịp đọc" in forms.answer(out)


@pytest.mark.parametrize(("number", "lines"), [(1, 9000), (22, 9000), (2000, 3)])
def test_a_long_answer_is_cut_and_says_so(number: int, lines: int, branch: Path) -> None:
    """An answer fits a comment and says how much is left out, be it of a form or of forms."""
    out = branch.parent / "ra"
    out.mkdir()
    outcome = {
        "forms": [f"{at}.xlsx" for at in range(number)],
        "failed": [],
        "said": ["dòng\n" * lines] * number,
        "left": 0,
    }
    (out / "ket-qua.json").write_text(json.dumps(outcome), encoding="utf-8")
    said = forms.answer(out)
    assert 10_000 < len(said) < 65_536 or number == 22
    assert len(said) < 65_536
    assert ("dòng nữa, xem ở lượt chạy." in said) == (lines > 100)
    assert ("biểu mẫu nữa, xem ở lượt chạy." in said) == (number > 100)


# --- issues -----------------------------------------------------------------------------------

WHO = {"folder": "15910-hoang-son", "code": "15910", "name": "Xã Hoằng Sơn", "contact": "Văn phòng xã"}
HELD = WHO | {"kept": "2026-05-31", "told": "- Dòng 2"}
SILENT = WHO | {"newest": "2026-06-15", "months": 5}


def listed(number: int, commune: dict[str, Any], **other: Any) -> dict[str, Any]:
    made = issues.silent_issue(commune) if "months" in commune else issues.held_issue(commune)
    return {"number": number, "user": {"login": issues.AUTHOR}, **made, **other}


def test_a_commune_held_back_gets_one_issue() -> None:
    """Opened once, left alone while nothing changes, edited when it does, closed when the commune is sound."""
    (opened,) = issues.requests([HELD], [], [])
    assert (opened["method"], opened["path"]) == ("POST", "issues")
    assert opened["body"]["title"] == "Xã 15910: số liệu mới có lỗi, trang giữ bản ngày 31/05/2026"
    assert list(issues.requests([HELD], [], [listed(7, HELD)])) == []
    (edited,) = issues.requests([HELD | {"kept": ""}], [], [listed(7, HELD)])
    assert (edited["method"], edited["path"]) == ("PATCH", "issues/7")
    assert edited["body"]["title"].endswith("trang chưa đăng được bản nào")
    assert list(issues.requests([], [], [listed(7, HELD)], published=False)) == []
    said, closed = issues.requests([], [], [listed(7, HELD)])
    assert said["path"] == "issues/7/comments"
    assert closed == {"method": "PATCH", "path": "issues/7", "body": {"state": "closed"}}


def test_a_silent_commune_gets_an_issue_of_its_own() -> None:
    """It names the office and the newest day, is renewed as months pass, and closed when new figures came."""
    (opened,) = issues.requests([], [SILENT], [])
    assert opened["body"]["title"] == "Xã 15910: đã 5 tháng chưa có số mới"
    assert "đến ngày 15/06/2026" in opened["body"]["body"]
    assert "Đầu mối: Văn phòng xã." in opened["body"]["body"]
    (edited,) = issues.requests([], [SILENT | {"months": 6}], [listed(7, SILENT)])
    assert (edited["method"], edited["path"]) == ("PATCH", "issues/7")
    said, closed = issues.requests([], [], [listed(7, SILENT)])
    assert said["body"] == {"body": "Xã đã có số mới."}
    assert closed["body"] == {"state": "closed"}


def test_both_issues_of_a_commune_live_side_by_side() -> None:
    there = [listed(7, HELD), listed(8, SILENT)]
    assert list(issues.requests([HELD], [SILENT], there)) == []
    assert [asked["path"] for asked in issues.requests([HELD], [], there)] == ["issues/8/comments", "issues/8"]


def test_issues_of_others_are_left_alone() -> None:
    """Neither a person's issue with the same words nor a pull request is touched."""
    others = [listed(1, HELD, user={"login": "ai-do"}), listed(2, HELD, pull_request={}), listed(3, HELD, body=None)]
    assert [asked["path"] for asked in issues.requests([HELD], [], others)] == ["issues"]
    assert list(issues.requests([], [], others)) == []


def test_the_report_of_a_build_feeds_the_issues(tmp_path: Path) -> None:
    """What `portal build --report` writes of a commune that never passed is what the issue needs."""
    data = lay_over("co-so", tmp_path)
    replace(data / COMMUNE / "chi-tieu.csv", "99%", "99.00%")
    report = json.loads(pr_comment.as_report(survey_keeping(data), dt.date(2026, 12, 1)))
    (held,) = report["held"]
    assert report["silent"] == []
    assert {part: held[part] for part in ("folder", "code", "kept")} == {
        "folder": "15910-hoang-son", "code": "15910", "kept": "",
    }  # fmt: skip
    assert "`gia_tri`" in issues.held_issue(held)["body"]
    assert "Đầu mối: UBND xã Hoằng Sơn." in issues.held_issue(held)["body"]


@pytest.mark.parametrize(("day", "months"), [("2026-07-30", 0), ("2026-07-31", 2), ("2026-11-30", 5)])
def test_the_report_of_a_build_tells_of_silence(tmp_path: Path, day: str, months: int) -> None:
    """From two whole months on without a newer figure, with the office of the commune's own file."""
    data = lay_over("co-so", tmp_path)
    report = json.loads(pr_comment.as_report(survey(data), dt.date.fromisoformat(day)))
    assert [(one["newest"], one["months"]) for one in report["silent"]] == ([("2026-05-31", months)] if months else [])
