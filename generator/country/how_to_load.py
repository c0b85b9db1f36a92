"""How the tables are loaded in common programs, in five lines each, to be copied from the page."""

from __future__ import annotations

from typing import NamedTuple

from generator.country import frame_of_indicators
from generator.country.country import Country
from generator.pieces.downloads import FOLDER


class Recipe(NamedTuple):
    """What is typed into a program, by its name; `id` is its anchor."""

    program: str
    id: str
    text: str


_DOUBLE_CLICK = "ở bảng trên, bấm tệp ở cột “Cho Excel”, lưu về rồi bấm đúp để mở."
_TOO_LONG = "số liệu của cả nước nhiều hơn số dòng Excel mở được; dùng sổ của từng xã, hoặc một chương trình dưới đây."


def excel(country: Country) -> tuple[str, ...]:
    """What one does in Excel, step by step."""
    return (
        "Một xã: mở trang Nguồn số liệu của xã, bấm “Sổ Excel”. Tờ Giải thích nói từng cột.",
        f"Toàn bộ: {_TOO_LONG if country.parts else _DOUBLE_CLICK}",
        "Tệp cho Excel dành cho máy cài kiểu Việt Nam: cột ngăn bằng dấu chấm phẩy, phần lẻ sau dấu phẩy.",
        "Mã như 01981 giữ số 0 ở đầu; ô hiện đúng chữ của văn bản, không tự đổi thành ngày hay số.",
        "Máy cài kiểu khác: mở sổ trống, chọn Dữ liệu, Từ văn bản/CSV, tệp CSV, mã UTF-8, dấu phẩy.",
    )


def recipes(country: Country) -> tuple[Recipe, ...]:
    """For Python, R and DuckDB: all figures, then those of one indicator. Where the site does not know its address they
    read files that were fetched.
    """
    of, base = frame_of_indicators.told_most(country.frames), f"{country.site_url}{FOLDER}" if country.site_url else ""
    if country.parts:
        return (
            Recipe("Python", "python", _PYTHON_PARTS.format(base=base, of=of)),
            Recipe("R", "r", _R_PARTS.format(base=base, of=of)),
            Recipe("DuckDB", "duckdb", _DUCKDB_PARTS.format(base=base, of=of)),
        )
    return (
        Recipe("Python", "python", _PYTHON.format(base=base, of=of)),
        Recipe("R", "r", _R.format(base=base, of=of)),
        Recipe("DuckDB", "duckdb", _DUCKDB.format(base=base, of=of)),
    )


_PYTHON = """\
import pandas as pd
dang, ngay = {{"ma_xa": str}}, ["tu_ngay", "den_ngay"]
so_lieu = pd.read_csv("{base}so-lieu.csv", dtype=dang, parse_dates=ngay, low_memory=False)
xa = pd.read_csv("{base}xa.csv", dtype=str)
print(so_lieu[so_lieu.chi_tieu == "{of}"].merge(xa, on="ma_xa")[["ten_xa", "ky_in", "den_ngay", "gia_tri"]])
"""
_PYTHON_PARTS = """\
import pandas as pd
tep = pd.read_csv("{base}so-lieu.csv").tep
cac_tinh = [pd.read_csv("{base}" + mot, dtype={{"ma_xa": str}}, low_memory=False) for mot in tep]
so_lieu = pd.concat(cac_tinh, ignore_index=True)
print(so_lieu[so_lieu.chi_tieu == "{of}"][["ma_xa", "ky_in", "den_ngay", "gia_tri"]])
"""
_R = """\
library(readr)
dang <- cols(gia_tri = "d", tu_ngay = "D", den_ngay = "D", .default = "c")
so_lieu <- read_csv("{base}so-lieu.csv", col_types = dang)
xa <- read_csv("{base}xa.csv", col_types = cols(.default = "c"))
print(merge(so_lieu[so_lieu$chi_tieu == "{of}", ], xa)[c("ten_xa", "ky_in", "den_ngay", "gia_tri")])
"""
_R_PARTS = """\
library(readr)
dang <- cols(gia_tri = "d", tu_ngay = "D", den_ngay = "D", .default = "c")
tep <- read_csv("{base}so-lieu.csv", col_types = cols(.default = "c"))$tep
so_lieu <- do.call(rbind, lapply(paste0("{base}", tep), read_csv, col_types = dang))
print(so_lieu[so_lieu$chi_tieu == "{of}", c("ma_xa", "ky_in", "den_ngay", "gia_tri")])
"""
_DUCKDB = """\
SELECT ten_xa, ky_in, den_ngay, gia_tri
FROM read_csv('{base}so-lieu.csv', types = {{'ma_xa': 'VARCHAR'}}, sample_size = -1)
JOIN read_csv('{base}xa.csv', all_varchar = true) USING (ma_xa)
WHERE chi_tieu = '{of}'
ORDER BY ten_xa, den_ngay;
"""
_DUCKDB_PARTS = """\
SET VARIABLE tep = (SELECT list('{base}' || tep) FROM read_csv('{base}so-lieu.csv'));
SELECT ma_xa, ky_in, den_ngay, gia_tri
FROM read_csv(getvariable('tep'), types = {{'ma_xa': 'VARCHAR'}}, sample_size = -1)
WHERE chi_tieu = '{of}'
ORDER BY ma_xa, den_ngay;
"""
