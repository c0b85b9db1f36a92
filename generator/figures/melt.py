"""Checked rows become typed frames: figures (one row a figure) and targets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import pandas as pd

from generator.checking.of_rows import quantity, unit_of
from generator.language.places import where
from generator.language.quantities import MONEY, Quantity
from generator.model import choices
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.figure import BUDGET, Figure
from generator.model.problem import Problem
from generator.model.record import Record
from generator.tables.all_tables import BY_NAME

COLUMNS = Figure._fields
PUBLISHED = COLUMNS[: COLUMNS.index("ghi_chu") + 1]
"""Columns of the published `so-lieu.csv`, in order: the public contract."""

_NUMBERS = ("gia_tri", "gia_tri_den", "tu_so", "mau_so")
_WHOLE = ("so_le", "dong")
_EMPTY: dict[str, Any] = {column: None if column in _NUMBERS else 0 if column in _WHOLE else "" for column in COLUMNS}


def frame(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """Figures as a frame with the fields of `Figure` as columns; numbers float64 (NaN: no value),
    dates ISO text ('' = not stated), everything else text.
    """
    given = list(rows)
    made = pd.DataFrame({column: [row.get(column, empty) for row in given] for column, empty in _EMPTY.items()})
    kinds = {column: "float64" if column in _NUMBERS else "int64" if column in _WHOLE else "str" for column in COLUMNS}
    return made.astype(kinds)


def rows(figures: pd.DataFrame) -> list[Figure]:
    """The rows of a frame of figures, typed."""
    return list(map(Figure, *(figures[column].tolist() for column in COLUMNS)))


def figure_id(row: dict[str, Any]) -> str:
    """Readable and stable: commune, indicator, breakdown, period, kind and source."""
    period = f"{row['tu_ngay'].replace('-', '')}-{row['den_ngay'].replace('-', '')}-{row['loai_ky']}"
    parts = (row["ma_xa"], row["chi_tieu"], row["phan_to"] or "tong", period, row["loai"], row["nguon"])
    return ".".join(parts)


def figures(dataset: Dataset) -> pd.DataFrame:
    """Every reported, needed, allocated figure and every target of all communes, as one frame."""
    documents = _documents(dataset.records)
    return frame(
        row | documents.get((record.commune, record["nguon"]), {})
        for record in dataset.records
        for row in _melt(record, dataset.catalogue)
    )


def _documents(records: Iterable[Record]) -> dict[tuple[str, str], dict[str, str]]:
    """What a figure knows of its document, by commune and id."""
    sources = [record for record in records if record.table == "nguon"]
    replaced = {(row.commune, row["thay_the"]): row["nguon"] for row in sources if row["thay_the"]}
    return {
        (row.commune, row["nguon"]): {
            "ngay_biet": row["ngay_biet"],
            "ngay_nguon": row["ngay"] or row["ngay_biet"],
            "thay_boi": replaced.get((row.commune, row["nguon"]), ""),
        }
        for row in sources
    }


def _melt(record: Record, catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    if record.table == "chi-tieu":
        yield _long(record, catalogue)
    elif record.table == "ngan-sach":
        yield _budget_line(record, catalogue)
    elif record.table == "muc-tieu":
        yield _target(record, catalogue)
    elif record.table in ("tthc", "bdhvs", "to-cong-nghe-so"):
        yield from _wide(record, catalogue)


def _base(record: Record) -> dict[str, Any]:
    return {
        "ma_xa": record.commune,
        "phan_to": record["phan_to"],
        "ky_in": record["ky"],
        "loai_ky": record["loai_ky"],
        "tu_ngay": record["tu_ngay"],
        "den_ngay": record["den_ngay"],
        "loai": "bao_cao",
        "nguon": record["nguon"],
        "vi_tri": record["vi_tri"],
        "ghi_chu": record["ghi_chu"],
        "in_sai": record["dung_nhu_van_ban"],
        "don_vi_bao_cao": record["don_vi_bao_cao"],
        "ngoai_tru": record["ngoai_tru"],
        "tep": record.file,
        "dong": record.line,
    }


def _value(text: str, unit: str) -> dict[str, Any]:
    read = quantity(text, unit)
    numbers = {
        "gia_tri": read.value,
        "gia_tri_den": read.value_to,
        "tu_so": read.numerator,
        "mau_so": read.denominator,
    }
    return {
        **{name: None if number is None else float(number) for name, number in numbers.items()},
        "so_sanh": read.comparison,
        "so_le": _places(read, text) if unit == MONEY else read.decimals,
        "tinh_trang": read.state,
        "nhu_in": text,
    }


def _places(read: Quantity, text: str) -> int:
    """The place, counted in đồng, of the last digit that is printed of an amount: −5 for 275,4 triệu đồng."""
    digits = re.search(r"[0-9][0-9.,]*", text)
    if not read.value or not digits:
        return 0
    number = Decimal(digits[0].rstrip(".,").replace(".", "").replace(",", "."))
    return read.decimals - int((read.value / number).log10())


def _named(row: dict[str, Any]) -> dict[str, Any]:
    """A figure with its id, and of the places that its row names those where its own number stands."""
    printed = (row["nhu_in"],) if row["tinh_trang"] == "co" else ()
    return {**row, "ma_so": figure_id(row), "vi_tri": where(row["vi_tri"], printed, row["don_vi"])}


def _wide(record: Record, catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    """A form melts; a blank count is a figure that is missing only for the groups of the bdhvs form that are owed by
    national plan. Elsewhere a blank is 'not printed'.
    """
    table = BY_NAME[record.table]
    owed = record["nhom"] in choices.GROUPS
    for column in table.columns:
        if not column.melts_to or not (record[column.name] or owed):
            continue
        indicator = catalogue.indicators[column.melts_to]
        breakdown, unit = record["linh_vuc"] or record["nhom"], indicator.unit
        if column.melts_to == "buoi_tuyen_truyen" and record["don_vi_buoi"]:
            breakdown, unit = record["don_vi_buoi"], choices.SESSION_UNITS[record["don_vi_buoi"]]
        yield _named(
            _base(record)
            | _value(record[column.name], unit_of(record, column, catalogue))
            | {
                "chi_tieu": indicator.id,
                "phan_to": breakdown,
                "don_vi": unit,
                "gom_ky_truoc": record["gom_ky_truoc"],
                "noi_dung": record["noi_dung"],
            }
        )


def _long(record: Record, catalogue: Catalogue) -> dict[str, Any]:
    indicator = catalogue.indicators[record["chi_tieu"]]
    column = BY_NAME["chi-tieu"].column("gia_tri")
    row = _base(record) | _value(record["gia_tri"], unit_of(record, column, catalogue))
    row |= {
        "chi_tieu": indicator.id,
        "don_vi": indicator.unit,
        "co_so": record["co_so"] or ("không nêu" if indicator.base else ""),
        "loai": record["loai"] or "bao_cao",
        "nhan_dinh": record["nhan_dinh"],
    }
    if record["nhu_in"]:
        row["nhu_in"] = record["nhu_in"]
    return _named(row)


def _budget_line(record: Record, catalogue: Catalogue) -> dict[str, Any]:
    indicator = catalogue.indicators[BUDGET]
    row = _base(record) | _value(record["so_tien"], indicator.unit)
    row |= {
        "chi_tieu": indicator.id,
        "phan_to": record["ma_dong"],
        "don_vi": indicator.unit,
        "loai_ky": "trong_ky",
        "loai": choices.STAGE_TO_KIND[record["giai_doan"]],
        "noi_dung": record["noi_dung"],
        "ma_cha": record["ma_cha"],
        "du_dong_con": record["du_dong_con"],
    }
    if record["nhu_in"]:
        row["nhu_in"] = record["nhu_in"]
    return _named(row)


def _target(record: Record, catalogue: Catalogue) -> dict[str, Any]:
    indicator = catalogue.indicators[record["chi_tieu"]]
    row = _base(record) | _value(record["gia_tri"], indicator.unit)
    row |= {
        "chi_tieu": indicator.id,
        "don_vi": indicator.unit,
        "ky_in": record["giai_doan"],
        "loai_ky": "trong_ky",
        "loai": "muc_tieu",
        "so_sanh": record["so_sanh"] or row["so_sanh"],
        "co_so": record["moi"] and f"mỗi {record['moi']}",
        "noi_dung": record["noi_dung"],
        "lap_lai": record["lap_lai"],
        "nhu_in": record["nhu_in"] or record["gia_tri"],
    }
    if not record["gia_tri"]:
        row["tinh_trang"] = "khong_luong_hoa"
    if record["gia_tri_den"]:
        upper = quantity(record["gia_tri_den"], indicator.unit)
        row["gia_tri_den"] = None if upper.value is None else float(upper.value)
        row["so_le"] = max(row["so_le"], upper.decimals)
    return _named(row) | {"ma_so": f"{record.commune}.{record['ma']}"}


def repeated(all_figures: pd.DataFrame) -> list[Problem]:
    """A figure whose id an earlier row has taken: the same thing twice from one document."""
    again = all_figures[all_figures.duplicated("ma_so", keep="first")]
    first = all_figures.drop_duplicates("ma_so").set_index("ma_so").dong
    return [
        Problem(
            row.tep, row.dong, "chi_tieu" if row.tep.endswith("/chi-tieu.csv") else "", "so-lieu-lap", "error",
            f"Dòng này lặp số liệu của dòng {first[row.ma_so]}: cùng chỉ tiêu, phân tổ, kỳ và văn bản.",
            "Nếu là một số liệu: giữ một dòng, xóa dòng kia (ghi cả hai vị trí, ngăn bằng “ | ”). Nếu là hai số liệu: "
            "ghi cho khác nhau ở cột phân tổ (phan_to, linh_vuc) hoặc ngày của kỳ (tu_ngay, den_ngay).",
        )
        for row in rows(again)
    ]  # fmt: skip
