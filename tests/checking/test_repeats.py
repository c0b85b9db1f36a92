"""One cause is told once: the words name how often and where, and hide no line."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import COMMUNE, lay_over, replace

from generator.checking.repeats import MOST_RANGES, ONE_A_COMMUNE, causes, told_once
from generator.commune.survey import survey
from generator.model.problem import Problem

PROBLEMS = st.lists(
    st.builds(
        Problem,
        st.sampled_from(["xa/1-a/tthc.csv", "xa/1-a/chi-tieu.csv", "xa/2-b/tthc.csv"]),
        st.integers(2, 40),
        st.sampled_from(["", "moi"]),
        st.sampled_from(["so-sai", *ONE_A_COMMUNE]),
        st.sampled_from(["error", "warning"]),
        st.sampled_from(["Sai.", "Thiếu."]),
        st.just("Sửa lại ô này."),
    ),
    max_size=60,
)


def lines(words: str) -> set[int]:
    """The lines that the end of a message names."""
    ends = [part.split("–") for part in re.findall(r"\d+(?:–\d+)?", words)]
    return {line for end in ends for line in range(int(end[0]), int(end[-1]) + 1)}


@given(PROBLEMS)
def test_grouping_loses_no_place(problems: list[Problem]) -> None:
    """Every (file, line) of a problem is in exactly one cause, in order, with one severity, code and remedy."""
    grouped = causes(problems)
    assert sorted(p for same in grouped for p in same) == sorted(set(problems))
    assert all(same == sorted(same) for same in grouped)
    for told, same in zip(told_once(problems), grouped, strict=True):
        assert {(p.column, p.code, p.severity, p.remedy) for p in same} == {
            (told.column, told.code, told.severity, told.remedy)
        }
        assert (told.file, told.line) == (same[0].file, same[0].line)
    assert list(told_once(problems)) == sorted(told_once(problems))


@given(st.sets(st.integers(2, 400), min_size=2, max_size=60))
def test_the_words_name_the_lines(numbers: set[int]) -> None:
    """The count is that of the other lines; the ranges are all of them, or the first of them and '…'."""
    (told,) = told_once(Problem("xa/1-a/tthc.csv", n, "moi", "so-sai", "error", "Sai.", "Sửa.") for n in numbers)
    count, named = re.fullmatch(r"Sai\. Cùng lỗi này ở (\d+) dòng nữa: (.*)\.", told.message, re.DOTALL).groups()  # type: ignore[union-attr]
    others = sorted(numbers)[1:]
    assert int(count) == len(others)
    assert sorted(lines(named)) == (others if "…" not in named else others[: len(lines(named))])
    assert ("…" in named) == (
        len(re.findall(r"\d+(?:–\d+)?", named)) == MOST_RANGES and len(lines(named)) < len(others)
    )


def test_one_unknown_document_in_many_rows_is_one_message(tmp_path: Path) -> None:
    """A document that nobody registered is told once a table, with the lines that name it."""
    data = lay_over("co-so", tmp_path)
    replace(data / COMMUNE / "ngan-sach.csv", ",bc-5,", ",bc-7,")
    (told,) = survey(data).told
    assert (told.code, told.line) == ("nguon-la", 2)
    assert "Cùng lỗi này ở 2 dòng nữa: 3–4." in told.message


def test_a_wrong_day_of_a_document_is_told_once_for_the_commune(tmp_path: Path) -> None:
    """Many figures later than their document, in several tables, are one mistake in nguon.csv."""
    data = lay_over("co-so", tmp_path)
    replace(data / COMMUNE / "nguon.csv", "2026-05-31,Không", "2026-05-01,Không")
    (told,) = survey(data).told
    assert told.code == "ky-sau-van-ban"
    assert told.message.endswith("Cùng lỗi này ở 2 dòng nữa: 3; tệp tthc.csv dòng 2.")


def codes(data: Path) -> list[str]:
    return [problem.code for problem in survey(data).told]


def rewritten(path: Path, line: int, **cells: str) -> None:
    """Cells of one row of a table replaced."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[line - 2] |= cells
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.parametrize(
    ("code", "file", "old", "new"),
    [
        ("lech-cot", "ngan-sach.csv", "Năm 2026,2026-01-01,2026-12-31,tong,,", "Năm 2026,2026-01-01,2026-12-31,tong,"),
        ("o-trong-bat-buoc", "chi-tieu.csv", "ty_le_dung_han,,5 tháng", ",,5 tháng"),
        ("lua-chon-la", "muc-tieu.csv", ">=,98%", "vượt,trên 98%"),
    ],
)
def test_what_follows_from_a_fault_is_not_told(code: str, file: str, old: str, new: str, tmp_path: Path) -> None:
    """A lost parent line, an indicator left blank, a comparison of no list: no second message comes from them."""
    data = lay_over("co-so", tmp_path)
    replace(data / COMMUNE / file, old, new)
    assert codes(data) == [code]


def test_without_a_list_of_documents_that_is_the_fault(tmp_path: Path) -> None:
    """Where no document is registered, rows are not blamed for naming one."""
    data = lay_over("co-so", tmp_path)
    (data / COMMUNE / "nguon.csv").unlink()
    assert codes(data) == ["thieu-nguon"]


def test_empty_ids_are_not_also_the_same_id(tmp_path: Path) -> None:
    """Two rows without an id lack an id; they do not share one."""
    data = lay_over("co-so", tmp_path)
    for line in (2, 3):
        rewritten(data / COMMUNE / "nguon.csv", line, nguon="")
    assert {"o-trong-bat-buoc"} == {code for code in codes(data) if code != "nguon-la"}


def test_a_row_typed_twice_is_compared_once(tmp_path: Path) -> None:
    """A copy with another number is told as a copy, not also as a sum that does not agree."""
    data = lay_over("co-so", tmp_path)
    path = data / COMMUNE / "tthc.csv"
    row = path.read_text(encoding="utf-8").splitlines()[1]
    path.write_text(path.read_text(encoding="utf-8") + row.replace("420", "520") + "\n", encoding="utf-8")
    assert codes(data) == ["so-lieu-lap"]


def test_columns_that_a_header_lacks_are_told_together(tmp_path: Path) -> None:
    """A header without its columns is one message that names them all."""
    data = lay_over("co-so", tmp_path)
    replace(data / COMMUNE / "muc-tieu.csv", "noi_dung,nguon,vi_tri", "nhu_in,don_vi,moi")
    (told,) = survey(data).told
    assert told.code == "thieu-cot"
    assert all(name in told.message for name in ("Thiếu 3 cột", "“noi_dung”", "“nguon”", "“vi_tri”"))
