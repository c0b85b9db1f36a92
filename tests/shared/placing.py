"""What communes hand over to be placed by, made up for tests, and the country of such communes."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd
from officer import catalogue

from generator.country import frame
from generator.country.country import Country
from generator.country.csv_text import rows_text
from generator.country.frame import Frames
from generator.country.handed_over import NEWS, NEWS_COLUMNS, PLACED, PLACED_COLUMNS, WORD_COLUMNS, WORDED
from generator.country.placed import Placed
from generator.country.published_tables import DIFFERENCES, FIGURES, SOURCES
from generator.country.summary import Summary
from generator.model.commune import AdminUnit, Commune

HEADLINES, DUTIES = catalogue().headlines, catalogue().duties
LATE_OF = HEADLINES[0].id
PROVINCE = AdminUnit("44", "Tỉnh Thử", "tinh", "")
DAY = dt.date(2026, 11, 22)
BASIS = "%; hồ sơ đã giải quyết"


def value(commune: str, number: float, **about: object) -> Placed:
    """A value of a commune: of October 2026 and 1,000 dossiers, where nothing else is said."""
    end = str(about.get("end", "2026-10-31"))
    usual = Placed(
        LATE_OF, commune, "so", "trong_ky", "tháng", f"{end[:8]}01", end, BASIS, "", f"{number:g}", f"{number:g}",
        "1000",
        value=f"{number:g} trong 1.000", period=f"tháng {int(end[5:7])}/{end[:4]}", page="thu-tuc-hanh-chinh/",
        anchor=f"s-{commune}", newest=1,
    )  # fmt: skip
    return usual._replace(**about)  # type: ignore[arg-type]


def frames(rows: Iterable[Placed], figures: Sequence[Sequence[object]] = ()) -> Frames:
    """The tables of a country: what its communes can be placed by; of figures commune, indicator and last day."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for table in (SOURCES, DIFFERENCES):
            (folder / table.file).parent.mkdir(parents=True, exist_ok=True)
            (folder / table.file).write_text(rows_text(table.columns, ()))
        told = [dict(zip(("ma_xa", "chi_tieu", "den_ngay"), one, strict=True)) for one in figures]
        more = {"loai": "bao_cao", "tinh_trang": "co", "loai_ky": "trong_ky"}
        lines = rows_text(FIGURES.columns, ([(more | one).get(c, "") for c in FIGURES.columns] for one in told))
        words = (("a/", f"s-{one[0]}", "", "1", "kỳ", number) for number, one in enumerate(figures))
        (folder / WORDED).write_text(rows_text(WORD_COLUMNS, words))
        (folder / NEWS).write_text(rows_text(NEWS_COLUMNS, ()))
        (folder / PLACED).write_text(rows_text(PLACED_COLUMNS, rows))
        return frame.read([lines.encode()], folder, *(folder / one for one in (WORDED, NEWS, PLACED)))


def of_question(rows: Iterable[Placed]) -> pd.DataFrame:
    """The same as what is told of one question."""
    return frames(rows).placed


def summary(code: str, name: str, province: AdminUnit | None = PROVINCE) -> Summary:
    """A commune in a few lines."""
    slug = "tinh-thu" if province else "chua-xac-dinh"
    return Summary(Commune(code, name, f"xa-{code}", f"{code}-xa", province, slug), False, 0, 0, {})


def codes(count: int) -> list[str]:
    """So many codes of communes of the official list, so that they have centres."""
    every = (unit.code for unit in catalogue().units.values() if unit.province)
    return [code for code, _ in zip(every, range(count), strict=False)]


def country(rows: Sequence[Placed], communes: Sequence[Summary], figures: Sequence[Sequence[object]] = ()) -> Country:
    """The country of some communes."""
    return Country(communes, frames(rows, figures), catalogue(), DAY)


def of_many(values: Sequence[float], **about: object) -> Country:
    """The country of as many communes as there are values, whose names begin with the last letters where their codes
    begin with the first numbers.
    """
    own = codes(len(values))
    rows = [value(code, number, **about) for code, number in zip(own, values, strict=True)]
    names = [f"Xã {chr(90 - place // 26)}{chr(90 - place % 26)}" for place in range(len(own))]
    figures = [(code, LATE_OF, "2026-10-31") for code in own]
    return country(rows, [summary(code, name) for code, name in zip(own, names, strict=True)], figures)
