"""The figures of one indicator in all communes, as JSON beside its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.country import frame, frame_of_indicators
from generator.country.by_province import packed
from generator.country.country import Country
from generator.country.indicator_pages import FILE, PATH, used
from generator.country.json_series import POINT, compact, in_series

PACKED = f"{FILE}.gz"
"""Where the table of all figures is divided, the file of an indicator says that it stands here."""


def files(country: Country) -> Iterator[Mapping[str, str | Iterator[bytes]]]:
    """The files of each indicator in use."""
    communes = {one.commune.code: one.commune for one in country.communes}
    indicators = {one.id: one for one in used(country)}
    for id, rows in frame_of_indicators.given_away(country.frames, list(indicators)):
        one, place = indicators[id], f"{PATH}{id}/"
        head: dict[str, Any] = {
            "chi_tieu": {"ma": id, "ten": one.name, "cau_hoi": one.question, "don_vi": one.unit or None},
            "giay_phep": country.operator.licence.address,
        }
        told = {str(row[0]): communes[row[0]] for row in rows}
        names = {c: {"ten": own.name, "tinh": own.province.name if own.province else None} for c, own in told.items()}
        whole = compact(head | {"xa": names, "cot": POINT, "chuoi": in_series(frame.GIVEN_AWAY, rows)})
        if country.parts:
            yield {f"{place}{FILE}": compact(head | {"tep": PACKED}), f"{place}{PACKED}": packed([whole.encode()])}
        else:
            yield {f"{place}{FILE}": whole}
