"""The comparison of a province as a table for programs: a row a question and commune, by question and name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.country.comparison import Compared, compared
from generator.country.country import Country
from generator.country.csv_text import rows_text
from generator.country.placing import by_name
from generator.country.question_pages import has_page

FILE = "so-sanh.csv"
"""Beside the page of a province."""
COLUMNS = (
    "cau_hoi", "ma_xa", "ten_xa", "loai_ky", "tu_ngay", "den_ngay", "tinh_tren", "gia_tri", "don_vi", "nhu_trang",
    "khoang_tu", "khoang_den", "muc_tieu", "vi_sao_khong_so",
)  # fmt: skip


def files(country: Country) -> Iterator[Mapping[str, str]]:
    """The table of each province that compares anything."""
    for slug, communes in sorted(country.by_province.items()):
        codes = [one.commune.code for one in communes]
        rows = [
            row
            for question in country.catalogue.headlines
            if has_page(country, question, slug)
            for row in _rows(country, compared(country.asked.get(question.id), question, codes), codes)
        ]
        if rows:
            yield {f"{slug}/{FILE}": rows_text(COLUMNS, rows)}


def _rows(country: Country, what: Compared, codes: Sequence[str]) -> Iterator[Sequence[object]]:
    common = what.common
    key: tuple[str, ...] = ("", "", "", "")
    if common:
        ends = (day.isoformat() if day else "" for day in (common.period.start, common.period.end))
        key = (str(common.period.kind), *ends, common.basis)
    for code in by_name(country, codes):
        name, mark = country.known[code].commune.name, what.marks.get(code)
        if mark is None:
            yield (what.question.id, code, name, "", "", "", "", "", what.question.unit, "", "", "", "",
                   what.left_out[code])  # fmt: skip
        else:
            numbers = ("" if n is None else round(n, 4) for n in (mark.low, mark.high, mark.aim))
            yield (what.question.id, code, name, *key, "" if mark.number is None else mark.number, what.question.unit,
                   mark.value, *numbers, "")  # fmt: skip
