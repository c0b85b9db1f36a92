"""What a foreign form may take of the machine, and what a refusing system is told as."""

from __future__ import annotations

import errno
import re
import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from officer import CODE, changed, codes, packed, parts_of
from support import tree

from generator.cli import main
from generator.forms.archive import NotAForm
from generator.forms.exchange import import_form
from generator.forms.make_form import make_form
from generator.forms.own_process import LIMITS, Limits, apart
from generator.forms.read_form import read_form
from generator.language.disk_faults import why

pytestmark = [pytest.mark.slow, pytest.mark.own_process]

FOR_EVER = partial(re.fullmatch, "(a+)+b", "a" * 99)
"""Takes longer than anybody waits, whatever the machine; the path that is read is its flags, then."""


@pytest.mark.parametrize("limits", [Limits(memory=2**27), Limits(clock=0)])
def test_a_form_that_takes_too_much_is_refused(limits: Limits, form: Path, data: Path) -> None:
    """Too little memory or time for the reading: one sentence with what to do, and nothing is written."""
    came = import_form(form, data, write=True, limits=limits)
    assert codes(came) == {"bieu-khong-mo"}
    assert came.problems[0].message.startswith("Tệp cần quá nhiều bộ nhớ hoặc thời gian để đọc (hơn ")
    assert changed(data) == {}


def test_work_without_end_is_stopped() -> None:
    """The processor's time is counted where the clock would still wait."""
    with pytest.raises(NotAForm, match=r"\(hơn 2.000 MB hoặc 1 giây\)"):
        apart(FOR_EVER, 0, Limits(processor=1, clock=600))  # type: ignore[arg-type]


@pytest.mark.parametrize(("size", "fits"), [(2**27, True), (2**29, False)])
def test_memory_is_counted(size: int, *, fits: bool) -> None:
    """What fits is given back, what does not is told."""
    limits = Limits(memory=2**29)
    if fits:
        assert len(apart(bytes, size, limits)) == size  # type: ignore[arg-type]
    else:
        with pytest.raises(NotAForm, match="bộ nhớ"):
            apart(bytes, size, limits)  # type: ignore[arg-type]


def test_what_a_reader_raises_comes_back(tmp_path: Path) -> None:
    """A refusal keeps its sentence and remedy, a missing file its name; a reader that breaks down is told."""
    (tmp_path / "a.xlsx").write_bytes(b"x")
    with pytest.raises(NotAForm, match="không phải bảng tính") as refused:
        apart(read_form, tmp_path / "a.xlsx", LIMITS)
    assert "Save As" in refused.value.remedy
    with pytest.raises(FileNotFoundError) as missing:
        apart(read_form, tmp_path / "b.xlsx", LIMITS)
    assert missing.value.filename == str(tmp_path / "b.xlsx")
    with pytest.raises(NotAForm, match="dừng giữa chừng"):
        apart(int, "x", LIMITS)  # type: ignore[arg-type]


def test_a_form_holds_so_many_cells(form: Path) -> None:
    """As many as the limit are read, one more is refused with both numbers."""
    there = sum(len(page.cells) for page in read_form(form))
    assert read_form(form, there)
    with pytest.raises(NotAForm, match="ô có nội dung, trong khi nhiều nhất là"):
        read_form(form, there - 1)


def test_two_parts_of_one_name_are_refused(form: Path, data: Path, tmp_path: Path) -> None:
    """Which of them a spreadsheet shows is not known."""
    parts = parts_of(form)
    path = tmp_path / "hai.xlsx"
    content = packed(path, parts | {"xl/worksheets/sheetX.xml": parts["xl/worksheets/sheet2.xml"]})
    path.write_bytes(content.replace(b"sheetX.xml", b"sheet2.xml"))
    came = import_form(path, data, write=True)
    assert "trùng tên" in came.problems[0].message
    assert changed(data) == {}


@pytest.mark.parametrize("name", ["bieu\u202e.xlsx", "bieu\n2.xlsx", "bieu\udcff.xlsx"])
def test_a_form_of_an_odd_name_is_answered(
    name: str, form: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Written, read and refused under a name that no screen shows: what is said bears no such letter."""
    path = tmp_path / name
    assert main(["form", CODE, str(path), "--data", str(data)]) == 0
    assert main(["form", CODE, str(path), "--data", str(data)]) == 2
    assert main(["import", str(path), "--data", str(data)]) == 0
    path.write_bytes(form.read_bytes()[:500])
    assert main(["import", str(path), "--data", str(data)]) == 1
    said = "".join(capsys.readouterr())
    assert "�" in said or "\n" in name
    assert all(line.isprintable() for line in said.splitlines())
    said.encode()


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EMFILE, errno.EFBIG])
def test_the_system_is_quoted_in_vietnamese(code: int) -> None:
    """The usual causes have words of their own, others their code, whatever the system says."""
    assert not why(OSError(code, "No space")).startswith("mã lỗi")
    assert why(OSError(errno.EDOM, "Numerical argument")) == "mã lỗi EDOM của hệ thống"
    assert why(shutil.Error([("a.csv", "b.csv", "Permission denied")])) == "không chép được “a.csv”"


def test_a_form_is_written_wholly_or_not_at_all(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A disk that fills up while the form is written leaves no half of it."""
    plain = Path.write_bytes

    def full(path: Path, content: Any) -> int:
        plain(path, content[:100])
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    (tmp_path / "noi").mkdir()
    assert main(["form", CODE, str(tmp_path / "noi" / "bieu.xlsx"), "--data", str(data)]) == 2
    assert "đĩa đã đầy" in capsys.readouterr().err
    assert tree(tmp_path / "noi") == {}


def test_a_table_that_may_not_be_read_is_told_at_its_place(
    form: Path, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is named with what to do, for a form that is brought back and for one that is made."""
    plain = Path.read_bytes

    def closed(path: Path) -> bytes:
        if path.name == "tthc.csv":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return plain(path)

    monkeypatch.setattr(Path, "read_bytes", closed)
    told = import_form(form, data, write=True).problems
    assert [(p.code, p.file.rpartition("/")[2]) for p in told] == [("tep-khong-nhan", "tthc.csv")]
    path, problems = make_form(data, CODE, tmp_path / "moi.xlsx")
    assert path is None
    assert [p.code for p in problems] == ["tep-khong-nhan"]
