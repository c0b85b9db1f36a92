"""The mapping of a table of many communes: what each of its columns means, for which period, from which document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.language.vietnamese import read_date
from generator.model.catalogue import Catalogue
from generator.model.choices import PERIOD_KINDS
from generator.model.problem import Problem, Refused
from generator.reading.entries import id_of, marked, no_other_fields, one_of, several, words
from generator.reading.folders import on_disk
from generator.reading.text_files import LINE, read_yaml
from generator.tables import nguon, tthc

ASK = "?"
"""What stands where a person must decide."""
SKIP, COMMUNE, DECLARED = "bo_qua", "xa", "dung_nhu_van_ban"
OF_ROWS = {
    COMMUNE: "mã hoặc tên xã", "linh_vuc": "lĩnh vực của hồ sơ", "ky": "kỳ của dòng ấy", "tu_ngay": "ngày đầu kỳ",
    "den_ngay": "ngày cuối kỳ", "chi_tieu": "chỉ tiêu của dòng ấy", "phan_to": "phân tổ của chỉ tiêu",
    "gia_tri": "giá trị của chỉ tiêu", "don_vi": "đơn vị tính", "ghi_chu": "ghi chú của dòng ấy",
    DECLARED: "“co” ở dòng mà văn bản in như vậy, dù các số không khớp", SKIP: "không đưa vào dữ liệu",
}  # fmt: skip
"""Meanings of columns that are no numbers of their own."""
COUNTS = {column.name: column for column in tthc.TABLE.columns if column.melts_to}
SOURCE = ("ma", "so_hieu", "ngay", "co_quan", "ten", "ngay_biet", "doc_o_dau")
_MUST = ("ma", "co_quan", "ten", "ngay_biet", "doc_o_dau")
_FIELDS = ("to", "tinh", "ky", "loai_ky", "tu_ngay", "den_ngay", "nguon", "cot", "tong_nhu_in", "ly_do")


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column by its heading; `means` is one of `OF_ROWS`, a count of `tthc.csv`, or an indicator, with a slash and
    its part behind; `unit` is that of its numbers where the heading tells it and the cells do not.
    """

    heading: str
    means: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class TableMap:
    """What a table means. `sheet` is '' for the one with most cells; `period` has the cells of a period, which columns
    of the table may say instead; `source` those of the document; `totals_as_printed` takes totals that do not close.
    """

    province: str
    columns: tuple[MappedColumn, ...]
    sheet: str = ""
    period: Mapping[str, str] = field(default_factory=dict)
    source: Mapping[str, str] = field(default_factory=dict)
    totals_as_printed: bool = False
    reason: str = ""


def read_mapping(path: Path, catalogue: Catalogue) -> TableMap:
    """The mapping that stands in a file. Raises Refused with the line, what is wrong and what to do."""
    problems: list[Problem] = []
    if not path.is_file():
        raise Refused(f"Không có tệp “{path}”. Chạy portal import với riêng tệp bảng để máy đề nghị một bản đồ cột.")
    read = read_yaml(on_disk(path.parent, str(path.parent)), path.name, problems)
    if problems:
        one = problems[0]
        raise Refused(f"“{path.name}”, dòng {one.line}: {one.message} {one.remedy}")
    if not isinstance(read, dict):
        raise Refused(f"“{path.name}” không phải bản đồ cột: cần các dòng “trường: giá trị”, như bản máy đề nghị.")
    line = 1
    try:
        no_other_fields(read, _FIELDS)
        columns = []
        for item in several(read, "cot"):
            if not isinstance(item, dict):
                raise ValueError("mỗi mục của cot phải có tieu_de và la")
            line = item[LINE]
            columns.append(_column(item, catalogue))
        line = read.get("nguon", {}).get(LINE, 1) if isinstance(read.get("nguon"), dict) else 1
        source = _source(read.get("nguon"))
        line = 1
        return TableMap(
            words(read, "tinh"), tuple(columns), str(read.get("to") or ""), _period(read), source,
            marked(read, "tong_nhu_in"), words(read, "ly_do") if read.get("ly_do") else "",
        )  # fmt: skip
    except ValueError as fault:
        raise Refused(f"“{path.name}”, mục ở dòng {line}: {fault}. Sửa mục ấy rồi chạy lại.") from None


def _column(item: Mapping[str, Any], catalogue: Catalogue) -> MappedColumn:
    no_other_fields(item, ("tieu_de", "la", "don_vi"))
    heading, means = words(item, "tieu_de"), words(item, "la")
    if means == ASK:
        raise ValueError(f"chưa quyết cột “{heading}” là gì: thay dấu ? bằng mã, hoặc {SKIP} để bỏ qua cột ấy")
    indicator, _, part = means.partition("/")
    known = catalogue.indicators.get(indicator)
    if means not in OF_ROWS and means not in COUNTS and known is None:
        known_means = ", ".join([*OF_ROWS, *COUNTS])
        raise ValueError(f"cột “{heading}”: không có “{means}”. Dùng một trong {known_means}, hoặc mã một chỉ tiêu")
    if part and known and part not in known.breakdowns:
        raise ValueError(f"cột “{heading}”: chỉ tiêu {indicator} không có phân tổ “{part}”")
    return MappedColumn(heading, means, words(item, "don_vi") if item.get("don_vi") else "")


def _period(read: Mapping[str, Any]) -> dict[str, str]:
    made = {"ky": words(read, "ky") if read.get("ky") else ""}
    made["loai_ky"] = one_of(read, "loai_ky", PERIOD_KINDS)
    for name in ("tu_ngay", "den_ngay"):
        text = str(read.get(name) or "")
        if text and read_date(text) is None:
            raise ValueError(f"trường {name} “{text}” không phải ngày; viết như 2026-06-30")
        made[name] = date.isoformat() if (date := read_date(text)) else ""
    if ASK in made.values():
        raise ValueError("chưa ghi kỳ: thay dấu ? ở ky, tu_ngay, den_ngay")
    return made


def _source(item: Any) -> dict[str, str]:
    if not isinstance(item, dict):
        raise ValueError("thiếu mục nguon: văn bản mà bảng này là của nó")
    no_other_fields(item, SOURCE)
    made = {name: words(item, name) if name in _MUST else str(item.get(name) or "") for name in SOURCE}
    if asked := [name for name, text in made.items() if text == ASK]:
        raise ValueError(f"mục nguon: thay dấu ? ở {', '.join(asked)}")
    id_of(made["ma"])
    for name in ("ngay", "ngay_biet"):
        if made[name] and read_date(made[name]) is None:
            raise ValueError(f"nguon, {name} “{made[name]}” không phải ngày; viết như 2026-06-30")
    return made


def as_yaml(mapping: TableMap) -> str:
    """The mapping as its file, with what each part is for."""

    def quoted(text: str) -> str:
        return json.dumps(text, ensure_ascii=False)

    lines = [
        "# Bản đồ cột: mỗi cột của bảng là gì. Máy đề nghị, người đọc lại; chỗ nào có dấu ? thì phải quyết.",
        "# Giữ tệp này cho kỳ sau: chỉ sửa kỳ và văn bản nguồn.",
        f"to: {quoted(mapping.sheet)}",
        f"tinh: {quoted(mapping.province or ASK)}",
        "# Kỳ như in, loại kỳ (thoi_diem, trong_ky, luy_ke), ngày đầu, ngày cuối.",
        *(f"{name}: {quoted(mapping.period.get(name, ''))}" for name in ("ky", "loai_ky", "tu_ngay", "den_ngay")),
        f"# Văn bản nguồn: được ghi vào {nguon.TABLE.file} của từng xã. so_hieu, ngay được để trống.",
        "nguon:",
        *(f"  {name}: {quoted(mapping.source.get(name, ''))}" for name in SOURCE),
        "# Cột: la là một mã ở cuối tệp, mã một chỉ tiêu (trang Các chỉ tiêu), hoặc bo_qua. don_vi: đơn vị ở tiêu đề.",
        "cot:",
    ]
    for column in mapping.columns:
        lines += [f"  - tieu_de: {quoted(column.heading)}", f"    la: {quoted(column.means)}"]
        lines += [f"    don_vi: {quoted(column.unit)}"] if column.unit else []
    lines += ["# Các mã:", *(f"#   {means}: {said}" for means, said in OF_ROWS.items())]
    lines += [f"#   {name}: {column.heading} ({tthc.TABLE.title})" for name, column in COUNTS.items()]
    return "\n".join(lines) + "\n"


def in_words(column: MappedColumn, catalogue: Catalogue) -> str:
    """What a column is taken for, in a sentence."""
    indicator, _, part = column.means.partition("/")
    if column.means == ASK:
        said = "CHƯA RÕ: cần người quyết"
    elif column.means in OF_ROWS:
        said = OF_ROWS[column.means]
    elif column.means in COUNTS:
        said = f"{COUNTS[column.means].heading} ({tthc.TABLE.title})"
    else:
        known = catalogue.indicators[indicator]
        said = known.name + (f", {known.part(part)}" if part else "")
    return f"“{column.heading}”: {said}" + (f", tính bằng {column.unit}" if column.unit else "")
