"""The list of what is due again and again: `han-bao-cao.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.language.vietnamese import read_date
from generator.model.choices import STAGES
from generator.model.duty import Duty, Rhythm
from generator.model.problem import Problem
from generator.reading.entries import entries, id_of, marked, no_other_fields, one_of, several, words
from generator.reading.folders import Folder
from generator.reading.text_files import LINE

DUTIES = "han-bao-cao.yml"
_FIELDS = (
    "ma", "ten", "chu_de", "nhip", "can_cu", "han", "loai_ngay", "han_loi", "tu_dau_ky", "nhip_cua_trang", "chi_tieu",
    "hieu_luc", "giai_doan", "tinh",
)  # fmt: skip
MOST_DAYS = 366
"""Days after a period: what comes later is no report of it."""


def read_duties(folder: Folder, problems: list[Problem]) -> tuple[Duty, ...] | None:
    """What is due by a folder of catalogues; None where it does not bring the list."""
    return tuple(entries(folder, DUTIES, _duty, problems)) if DUTIES in folder.names else None


def _duty(item: Mapping[str, Any]) -> Duty:
    no_other_fields(item, _FIELDS)
    rhythm = one_of(item, "nhip", (*Rhythm,))
    stage = one_of(item, "giai_doan", STAGES) if "giai_doan" in item else ""
    if ("han" in item) == ("han_loi" in item):
        raise ValueError("phải có đúng một trong hai trường han (số ngày sau kỳ) và han_loi (hạn bằng lời)")
    if "han" in item and (type(item["han"]) is not int or not 0 <= item["han"] <= MOST_DAYS):
        raise ValueError(f"trường han phải là một số nguyên từ 0 đến {MOST_DAYS}")
    if item.get("loai_ngay", "lam_viec") != "lam_viec":
        raise ValueError("trường loai_ngay chỉ ghi lam_viec (ngày làm việc), hoặc bỏ cả dòng (ngày thường)")
    in_force = read_date(words(item, "hieu_luc")) if "hieu_luc" in item else None
    if "hieu_luc" in item and in_force is None:
        raise ValueError(f'trường hieu_luc “{item["hieu_luc"]}” không phải một ngày; viết như "01/01/2026"')
    return Duty(
        id=id_of(words(item, "ma")),
        name=words(item, "ten"),
        subject=words(item, "chu_de"),
        rhythm=Rhythm(rhythm),
        rule=words(item, "can_cu"),
        days=item.get("han"),
        working="loai_ngay" in item,
        until=words(item, "han_loi") if "han_loi" in item else "",
        from_start=marked(item, "tu_dau_ky"),
        ours=marked(item, "nhip_cua_trang"),
        indicators=tuple(words({"chi_tieu": id}, "chi_tieu") for id in several(item, "chi_tieu")),
        stage=stage,
        provinces=tuple(words({"tinh": code}, "tinh") for code in several(item, "tinh")),
        in_force=in_force,
        line=item[LINE],
    )
