"""The published tables of a country as frames, and what is counted, ranked and grouped in them."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd
from pandas.api.types import union_categoricals

from generator.country.handed_over import WORD_COLUMNS
from generator.country.placed import Placed
from generator.country.published_tables import DIFFERENCES, SOURCES
from generator.language.value import State
from generator.model.figure import Kind
from generator.pieces.news import News

DAY = "datetime64[s]"
FIGURES: Mapping[str, str] = {
    "ma_so": "str", "ma_xa": "category", "chi_tieu": "category", "phan_to": "category", "ky_in": "category",
    "loai_ky": "category", "tu_ngay": DAY, "den_ngay": DAY, "so_sanh": "category", "gia_tri": "float64",
    "gia_tri_den": "float64", "don_vi": "category", "nhu_in": "str", "tu_so": "float64", "mau_so": "float64",
    "co_so": "category", "ngoai_tru": "category", "loai": "category", "tinh_trang": "category",
    "don_vi_bao_cao": "category", "nguon": "category", "vi_tri": "str", "ghi_chu": "str",
    "giai_doan": "category", "noi_dung": "str", "ma_cha": "category",
}  # fmt: skip
"""The published columns of figures and their types: what repeats is a category; a day is NaT, a number NaN, where there
is none.
"""
GIVEN_AWAY = (
    "ma_xa", "phan_to", "loai", "giai_doan", "loai_ky", "tu_ngay", "den_ngay", "so_sanh", "gia_tri", "gia_tri_den",
    "don_vi", "tinh_trang", "nguon",
)  # fmt: skip
"""What the file of an indicator tells of each figure."""
_LOOKED_AT = ("chi_tieu", *GIVEN_AWAY)
_AT_ONCE = 20_000
"""Rows whose texts are in memory before they are categories."""
_DOCUMENTS = {"ma_xa": "category", "nguon": "str", "ten": "str", "ngay_biet": DAY, "thay_the": "str"}
_NEWS = {"code": "category", **dict.fromkeys(News._fields, "str"), "day": DAY, "corrects": "bool", "figures": "int32"}
_PLACED = dict.fromkeys(Placed._fields, "category") | {
    "start": DAY, "end": DAY, "number": "float64", "part": "float64", "whole": "float64", "few": "bool",
    "aim": "float64", "newest": "bool", "value": "str", "anchor": "str", "change": "str",
}  # fmt: skip
_WORDED = dict(zip(WORD_COLUMNS, ("category", "str", "category", "category", "category", "int32"), strict=True))


@dataclass(frozen=True, slots=True)
class Frames:
    """The published tables: `figures` are the columns that pages look at, and how communes word them; `documents` and
    `differences` as published; `news` what communes hand over as new, the newest first, `placed` what they can be
    placed by (see `Placed`).
    """

    figures: pd.DataFrame
    documents: pd.DataFrame
    differences: pd.DataFrame
    news: pd.DataFrame
    placed: pd.DataFrame


def read(figures: Iterable[bytes], published: Path, worded: Path, news: Path, placed: Path) -> Frames:
    """The pieces of the table of all figures, the other tables in the folder of published ones, and the figures' words:
    row by row the same as the figures; what is new; what communes can be placed by.
    """
    told = _table(io.BufferedReader(_Pieces(figures)), {column: FIGURES[column] for column in _LOOKED_AT})
    words = _table(worded, _WORDED)
    assert len(told) == len(words)
    return Frames(
        pd.concat([told, words], axis="columns"),
        _table(published / SOURCES.file, _DOCUMENTS),
        _table(published / DIFFERENCES.file, {"ma_xa": "category"}),
        _table(news, _NEWS).sort_values("day", ascending=False, kind="stable"),
        _table(placed, _PLACED),
    )


class _Pieces(io.RawIOBase):
    """Pieces of bytes as one file: the country's table is read where its communes have it, without a copy."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._left = memoryview(b"")

    def readable(self) -> bool:
        """It is read and nothing else."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer as far as the piece goes; 0 at the end."""
        while not self._left:
            if (piece := next(self._pieces, None)) is None:
                return 0
            self._left = memoryview(piece)
        some = self._left[: len(buffer)]
        buffer[: len(some)] = some
        self._left = self._left[len(some) :]
        return len(some)


def _table(path: Path | io.BufferedReader, columns: Mapping[str, str]) -> pd.DataFrame:
    """Some columns of a CSV file; texts stay texts, an empty one too."""
    read = {name: "str" if kind == "category" else kind for name, kind in columns.items() if kind != DAY}
    made = {name: kind for name, kind in columns.items() if kind in ("category", DAY)}
    with pd.read_csv(
        path, usecols=list(columns), dtype=read, keep_default_na=False, chunksize=_AT_ONCE,
        parse_dates=[name for name, kind in columns.items() if kind == DAY], date_format="%Y-%m-%d",
        na_values={name: [""] for name, kind in columns.items() if kind in (DAY, "float64")},
    ) as parts:  # fmt: skip
        tables = [part.astype(made) for part in parts]
    for name in (name for name, kind in columns.items() if kind == "category"):
        for table, whole in zip(tables, _same([table[name] for table in tables]), strict=True):
            table[name] = whole
    return pd.concat(tables, ignore_index=True)


def _same(parts: Sequence[pd.Series]) -> Iterator[pd.Series]:
    """The parts of a column with the categories of them all, so that together they are categories still."""
    names = union_categoricals(list(parts), sort_categories=True).categories
    return (part.cat.set_categories(names) for part in parts)


# --- counts -----------------------------------------------------------------------------------


def copied(frames: Frames) -> dict[str, int]:
    """How many values were copied from documents, by commune."""
    figures = frames.figures
    return _count(figures.ma_xa[(figures.loai != Kind.COMPUTED) & (figures.tinh_trang == State.GIVEN)])


def differing(frames: Frames) -> dict[str, int]:
    """How many places do not agree, by commune."""
    return _count(frames.differences.ma_xa)


def _count(communes: pd.Series) -> dict[str, int]:
    return {str(code): int(count) for code, count in communes.value_counts().items()}


# --- days -------------------------------------------------------------------------------------


def newest_documents(frames: Frames, most: int) -> list[tuple[str, str]]:
    """The documents that know the newest, as commune and id."""
    newest = frames.documents.sort_values(["ngay_biet", "nguon"], ascending=False, kind="stable").head(most)
    return list(zip(newest.ma_xa.tolist(), newest.nguon.tolist(), strict=True))


def titles(frames: Frames) -> dict[tuple[str, str], str]:
    """The titles of documents as printed, by commune and id."""
    there = frames.documents
    return dict(zip(zip(there.ma_xa.tolist(), there.nguon.tolist(), strict=True), there.ten.tolist(), strict=True))


def of_document(frames: Frames, commune: str, document: str) -> Frames:
    """The same tables, of the figures those of one document alone."""
    figures = frames.figures
    own = figures[(figures.ma_xa == commune) & (figures.nguon == document)]
    return replace(frames, figures=own)


def newest_day(frames: Frames) -> dt.date | None:
    """The last day that a measured figure tells of, by a document that no other replaces; None where none gives one."""
    figures, documents = frames.figures, frames.documents
    measured = figures[(figures.loai == Kind.REPORTED) & (figures.tinh_trang == State.GIVEN)]
    replaced = pd.MultiIndex.from_frame(documents.loc[documents.thay_the != "", ["ma_xa", "thay_the"]])
    if len(replaced):
        measured = measured[~pd.MultiIndex.from_frame(measured[["ma_xa", "nguon"]]).isin(replaced)]
    last = measured.den_ngay.max()
    return None if pd.isna(last) else last.date()


def newest_known(frames: Frames) -> dt.date | None:
    """The last day that any document can know of; None where there is no document."""
    last = frames.documents.ngay_biet.max()
    return None if pd.isna(last) else last.date()


def measures(frames: Frames) -> bool:
    """Whether any figure is reported."""
    return bool((frames.figures.loai == Kind.REPORTED).any())
