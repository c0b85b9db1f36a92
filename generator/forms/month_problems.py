"""A problem said in the words of a month's form: lines stand there for columns, and for some of them only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from generator.forms.problem_places import DECLARE_IN_A_COLUMN
from generator.forms.words import AS_PRINTED, MONTH, MONTH_HEADINGS, SENTENCE
from generator.model.problem import Problem
from generator.tables import chi_tieu, ngan_sach, nguon, shared_columns, tien_do

_ANSWER = MONTH_HEADINGS[1]
_OTHER_CELLS = (SENTENCE, MONTH_HEADINGS[4])
"""What else a line has that is filled in."""
_WHOLE = "của biểu đầy đủ"
_DECLARE = f"ghi thêm “{AS_PRINTED}” sau con số ở cột “{_ANSWER}”, ví dụ “1.500 {AS_PRINTED}”"
_CALLED = {
    shared_columns.KY.heading: nguon.TABLE.column("ky").heading,
    tien_do.TABLE.column("noi_dung").heading: SENTENCE,
    **{f"cột “{table.column(name).heading}”": f"cột “{_ANSWER}”"
       for table, name in ((chi_tieu.TABLE, "gia_tri"), (ngan_sach.TABLE, "so_tien"), (tien_do.TABLE, "trang_thai"))},
}  # fmt: skip
"""Headings of tables as the month's form says them."""
_REMEDIES = {
    "biet-sau-ngay-ky": "Sửa dòng “Ngày ban hành” hoặc dòng “Đến ngày” cho đúng văn bản: ngày ký không thể trước ngày "
    "chốt số.",
    "nguon-lap": "Sửa dòng “Số hiệu” hoặc dòng “Ngày ban hành” cho đúng từng văn bản. Văn bản đã gửi từ trước thì để "
    "trống phần này, muốn thêm số của nó thì dùng biểu đầy đủ.",
}
"""What is to be done in a month's form where a table asks for something that it does not have."""


def in_month(problem: Problem, labels: Mapping[int, str]) -> Problem:
    """The same problem for who fills in a month's form, whose lines are called `labels`, by their row.

    A column is a line of the form, or the one for answers where the line names a number itself; one that the form does
    not ask for is to be found in the whole form.
    """
    if not problem.file.endswith(f"“{MONTH}”"):
        return problem
    lines = {*labels.values()}
    remedy = _REMEDIES.get(problem.code, problem.remedy)
    return replace(
        problem,
        column=own if (own := _called(problem.column)) in _OTHER_CELLS else labels.get(problem.line, problem.column),
        message=_words(problem.message, lines),
        remedy=_words(re.sub(rf"tờ “(?!{MONTH})[^”]+”", lambda found: f"{found[0]} {_WHOLE}", remedy), lines),
    )


def _words(text: str, lines: set[str]) -> str:
    text = _called(text.replace(DECLARE_IN_A_COLUMN, _DECLARE))
    text = re.sub(r"(Ô “[^”]+”) \(cột “[^”]+”\)", r"\1", text)
    text = re.sub(r"cột “([^”]+)”(?:(?:, | hoặc | và )cột “[^”]+”)*", lambda found: _columns(found[0], lines), text)
    return re.sub(rf"({_WHOLE}[^.]*?) {_WHOLE}", r"\1", text)


def _called(text: str) -> str:
    for heading, words in _CALLED.items():
        text = text.replace(heading, words)
    return text


def _columns(said: str, lines: set[str]) -> str:
    """Columns that a text names one after the other, where the form has them."""
    names = re.findall(r"“([^”]+)”", said)
    if all(name in lines for name in names):
        return said.replace("cột “", "dòng “")
    if all(name in (*MONTH_HEADINGS, SENTENCE) for name in names):
        return said
    return f"{said} {_WHOLE}"
