"""Which commune a word may mean that is no code of one: a slip, a name, a name or code of before July 2025."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.language.vietnamese import fold, opened, own_name
from generator.model.commune import AdminUnit
from generator.model.former import SINCE, Former, FormerUnit, bare, called, is_the_same, placed

_MOST_OFFERED = 8
"""Communes, or units of before, that are named."""


def not_a_commune(asked: str, units: Mapping[str, AdminUnit], former: Former) -> str:
    """Why a word is no commune's code, and which codes may be meant."""
    if asked in units:
        return f"“{asked}” là mã của {units[asked].name}; cần mã 5 chữ số của một xã, phường hoặc đặc khu."
    communes = {code: unit for code, unit in units.items() if unit.province}
    said = f"Không có xã, phường, đặc khu nào mang mã “{asked}”."
    before = _before(asked, units, former)
    near, sure = _codes_meant(asked, communes)
    if near and (sure or not before):
        said += " Có phải ý là một trong các mã sau? Chạy lại lệnh với mã ấy.\n" + "\n".join(_offered(near, units))
    if not before and not near:
        before = _nearly_before(asked, former)
    if before:
        said += f"\nNơi có trước {SINCE}, nay là; chạy lại lệnh với một mã ngày nay:\n" + "\n".join(
            _told(before, units, former)
        )
    return said if near or before else f"{said} Tìm mã trong danh-muc/don-vi-hanh-chinh.csv."


def _offered(codes: Sequence[str], units: Mapping[str, AdminUnit]) -> Iterator[str]:
    yield from (_line(code, units) for code in codes[:_MOST_OFFERED])
    if len(codes) > _MOST_OFFERED:
        yield f"  … và {len(codes) - _MOST_OFFERED} nơi khác"


def _line(code: str, units: Mapping[str, AdminUnit]) -> str:
    return f"  {code}  {units[code].name}, {units[units[code].province].name}"


def _told(before: Sequence[FormerUnit], units: Mapping[str, AdminUnit], former: Former) -> Iterator[str]:
    """Units of before, each with all of today's communes in which it lies; of a province only how many these are."""
    for one in before[:_MOST_OFFERED]:
        yield f" {placed(former, one)}:"
        if one.within:
            yield from (_line(code, units) for code in one.now)
        else:
            yield f"  {len(one.now)} xã, phường, đặc khu; gõ tên huyện cũ hoặc xã cũ."
    if len(before) > _MOST_OFFERED:
        yield f" … và {len(before) - _MOST_OFFERED} nơi khác cùng tên; gõ thêm huyện, tỉnh sau dấu phẩy."


def _before(asked: str, units: Mapping[str, AdminUnit], former: Former) -> list[FormerUnit]:
    """What a code or a name told before July 2025; words behind commas say where it was. A name is left out that
    today's list answers.
    """
    if asked.isdecimal():
        return [former[code] for code in dict.fromkeys((asked, asked.zfill(5))) if code in former]
    name, *where = (part.strip() for part in asked.split(","))
    found = [one for one in called(former, name) if not is_the_same(one, units)]
    return [one for one in found if all(fold(part) in fold(placed(former, one)) for part in where)]


def _nearly_before(asked: str, former: Former) -> list[FormerUnit]:
    names = {fold(bare(one.name)) for one in former.values()}
    near = difflib.get_close_matches(fold(bare(opened(asked))), names, 3, 0.8)
    return [one for name in near for one in called(former, name)]


def _codes_meant(asked: str, communes: Mapping[str, AdminUnit]) -> tuple[list[str], bool]:
    """Today's codes that are meant, and whether just this was asked."""
    if asked.isdecimal():
        return _codes_near(asked.zfill(5), communes), asked.zfill(5) in communes
    return _codes_named(asked, communes)


def _codes_near(code: str, communes: Iterable[str]) -> list[str]:
    """The code with its zero again, else the nearest with at most two other digits: a slip or a swap."""
    if code in communes:
        return [code]
    slips = {known: sum(a != b for a, b in zip(code, known, strict=False)) for known in communes}
    near = [known for known in slips if slips[known] <= 2 and len(code) == len(known)]
    return sorted(near, key=lambda known: (slips[known], abs(int(known) - int(code))))[:4]


def _codes_named(asked: str, communes: Mapping[str, AdminUnit]) -> tuple[list[str], bool]:
    """Codes of the communes of a name, marks or not: of just this name (that is sure), else with it, else near it."""
    names = {code: fold(unit.name) for code, unit in communes.items()}
    word = fold(asked)
    own = {code: fold(own_name(unit.name)) for code, unit in communes.items()}
    exact = [code for code in communes if word in (names[code], own[code])]
    within = [code for code in communes if len(word) > 2 and word in names[code]]
    near = difflib.get_close_matches(word, set(own.values()), 4, 0.75)
    return exact or within or [code for code in communes if own[code] in near], bool(exact)
