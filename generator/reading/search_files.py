"""The two lists of what people look for in their own words: places that help, and words with one meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.language.vietnamese import plain_words, read_date
from generator.model.catalogue import Place
from generator.model.problem import Problem
from generator.reading.entries import entries, id_of, no_other_fields, several, words
from generator.reading.folders import Folder
from generator.reading.text_files import LINE

PLACES, WORDINGS = "noi-giup.yml", "cach-goi.yml"
_OF_A_PLACE = (
    "ma", "ten", "viec", "nguon", "ngay", "ngay_in", "doc_o_dau", "trang_mang", "duong_day", "ai_giup",
    "ten_thuong_goi",
)  # fmt: skip
_ADDRESS = re.compile(r"https://[A-Za-z0-9.-]+\.[a-z]{2,}(?:/[\w./%#?=&-]*)?", re.ASCII)


class Sought(NamedTuple):
    """Places that help; words with one meaning, group by group; words that nobody looks for. None where a folder does
    not bring the list.
    """

    places: tuple[Place, ...] | None = None
    wordings: tuple[tuple[str, ...], ...] | None = None
    idle: tuple[str, ...] = ()


def read_sought(folder: Folder, problems: list[Problem]) -> Sought:
    """The lists of a folder of catalogues."""
    places = tuple(entries(folder, PLACES, _place, problems)) if PLACES in folder.names else None
    if WORDINGS not in folder.names:
        return Sought(places)
    groups = tuple(entries(folder, WORDINGS, _wording, problems))
    alike = tuple(phrases for phrases, idle in groups if not idle)
    return Sought(places, alike, tuple(word for phrases, idle in groups if idle for word in phrases))


def either(own: Sought, usual: Sought) -> Sought:
    """The lists of a folder, and the usual one for each that it does not bring."""
    places = usual.places if own.places is None else own.places
    return Sought(places, *((usual if own.wordings is None else own)[1:]))


def phrase(item: object, field: str) -> str:
    """Words by which people look for something. Raises ValueError where there is no letter to look for."""
    text = words({field: item}, field)
    if not plain_words(text):
        raise ValueError(f"“{text}” trong {field} không có chữ nào để tìm")
    return text


def _place(item: Mapping[str, Any]) -> Place:
    no_other_fields(item, _OF_A_PLACE)
    day = words(item, "ngay")
    web, read_at = (words(item, field) if field in item else "" for field in ("trang_mang", "doc_o_dau"))
    if not (read := read_date(day)):
        raise ValueError(f'trường ngay “{day}” không phải một ngày; viết như "18/05/2026", trong ngoặc kép')
    for field, address in (("trang_mang", web), ("doc_o_dau", read_at)):
        if address and not _ADDRESS.fullmatch(address):
            raise ValueError(f"trường {field} “{address}” không phải một địa chỉ bắt đầu bằng https://")
    if item.get("ai_giup", "co") != "co":
        raise ValueError("trường ai_giup chỉ ghi co, hoặc bỏ cả dòng")
    return Place(
        id=id_of(words(item, "ma")),
        name=words(item, "ten"),
        does=words(item, "viec"),
        origin=words(item, "nguon"),
        day=read.isoformat(),
        web=web,
        lines=tuple(words({"duong_day": one}, "duong_day") for one in several(item, "duong_day")),
        helps="ai_giup" in item,
        everyday=tuple(phrase(one, "ten_thuong_goi") for one in several(item, "ten_thuong_goi")),
        read_at=read_at,
        dated=words(item, "ngay_in") if "ngay_in" in item else "",
    )


def _wording(item: Mapping[str, Any]) -> tuple[tuple[str, ...], bool]:
    """The phrases of a group, and whether nobody looks for them."""
    id_of(words(item, "ma"))
    fields = [field for field in item if field not in ("ma", LINE)]
    if fields not in (["cung_y"], ["bo_qua"]):
        raise ValueError("mỗi mục có mã và đúng một trong hai trường cung_y, bo_qua")
    (field,) = fields
    phrases = tuple(phrase(one, field) for one in several(item, field))
    if field == "cung_y" and len(phrases) < 2:
        raise ValueError("trường cung_y là danh sách từ hai lời trở lên")
    if field == "bo_qua" and (long := [one for one in phrases if len(plain_words(one)) > 1]):
        raise ValueError(f"“{long[0]}” trong bo_qua phải là một tiếng")
    return phrases, field == "bo_qua"
