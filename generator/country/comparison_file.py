"""The comparison of a province as a table for programs: a row a question and commune, by question and name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.country.comparison import Compared, base_of
from generator.country.country import Country
from generator.country.csv_text import rows_text
from generator.country.placing import by_name
from generator.country.question_pages import has_page
from generator.language.vietnamese import lowered, slug

FILE = "so-sanh.csv"
"""Beside the page of a province."""
COLUMNS = (
    "cau_hoi", "do_gi", "tu_chi_tieu", "ma_xa", "ten_xa", "loai_ky", "tu_ngay", "den_ngay", "tinh_tren", "gia_tri",
    "don_vi", "nhu_trang", "khoang_tu", "khoang_den", "muc_tieu", "can_doc_them", "so_moi_hon", "vi_sao_khong_so",
)  # fmt: skip
"""`cau_hoi` is no indicator's code where something else is measured than its value: what a rate lacks. `do_gi` says
what it is, `tu_chi_tieu` of which indicator it is worked out.
"""


def files(country: Country) -> Iterator[Mapping[str, str]]:
    """The table of each province that compares anything."""
    for address, communes in sorted(country.by_province.items()):
        codes = [one.commune.code for one in communes]
        rows = [
            row
            for question in country.catalogue.headlines
            if has_page(country, question, address)
            for row in _rows(country, country.compared(question, codes), codes)
        ]
        if rows:
            yield {f"{address}/{FILE}": rows_text(COLUMNS, rows)}


def _rows(country: Country, what: Compared, codes: Sequence[str]) -> Iterator[Sequence[object]]:
    common, question = what.common, what.question
    asked = (slug(question.name).replace("-", "_") if question.turned else question.id, question.words,
             question.id if question.id in country.catalogue.indicators else "")  # fmt: skip
    key: tuple[str, ...] = ("", "", "", "")
    if common:
        ends = (day.isoformat() if day else "" for day in (common.period.start, common.period.end))
        key = (str(common.period.kind), *ends, base_of(common.basis))
    for code in by_name(country, codes):
        name, mark = country.known[code].commune.name, what.marks.get(code)
        if mark is None:
            yield (*asked, code, name, "", "", "", "", "", question.unit, "", "", "", "", "", "", what.left_out[code])
        else:
            numbers = ("" if n is None else round(n, 4) for n in (mark.low, mark.high, mark.aim))
            yield (*asked, code, name, *key, "" if mark.number is None else mark.number, question.unit, mark.value,
                   *numbers, lowered(mark.doubt), mark.newer, "")  # fmt: skip
