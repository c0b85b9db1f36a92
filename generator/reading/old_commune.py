"""What is told of a folder whose code or name is of a commune of before July 2025: what it is now, what to rename."""

from __future__ import annotations

from collections.abc import Mapping

from generator.language.vietnamese import lowered, own_name, same_name, slug
from generator.model.commune import AdminUnit
from generator.model.former import SINCE, Former, former_parts, placed, today

_MOST = 8
"""Communes of today, or of before, that one message names."""
_ONLY_NEW = f"Chỉ giữ số liệu trong văn bản của xã mới: số của xã cũ, trước {SINCE}, không phải số của xã mới."


def of_old_code(code: str, units: Mapping[str, AdminUnit], former: Former) -> tuple[str, str] | None:
    """The message and the remedy for a code that is no longer one, also without the zeros before it."""
    unit = former.get(code) or former.get(code.zfill(5))
    if unit is None:
        return None
    more = f"; và {len(unit.now) - _MOST} nơi khác" if len(unit.now) > _MOST else ""
    there = f"{today(units, unit.now[:_MOST])}{more}"
    said = f"Mã “{code}” là mã cũ của {placed(former, unit)}; từ {SINCE} nơi này thuộc {there}."
    if len(unit.now) == 1:
        return said, f"{_rename(units[unit.now[0]])} {_ONLY_NEW}"
    ways = ", ".join(f"“{_folder(units[one])}”" for one in unit.now[:_MOST])
    return said, (
        f"Xem văn bản là của xã mới nào, đổi tên thư mục thành tên của xã ấy ({ways}), rồi ghi ma, ten, slug trong "
        f"xa.yml theo xã ấy. {_ONLY_NEW}"
    )


def of_old_name(unit: AdminUnit, name: str, units: Mapping[str, AdminUnit], former: Former) -> tuple[str, str] | None:
    """The message and the remedy for a name of before in the place of a commune's name of today."""
    if own := former_parts(former, unit.code, name):
        said = (
            f"“{name}” là tên cũ: {placed(former, own[0])} từ {SINCE} thuộc {today(units, own[0].now)}; mã "
            f"{unit.code} trong danh mục là “{unit.name}”."
        )
        return said, f"{_rename(unit)} {_ONLY_NEW}"
    found = [one for one in former.values() if len(one.code) == 5 and same_name(one.name, name)]
    if not 0 < len(found) <= _MOST:
        return None
    told = "; ".join(f"{placed(former, one)} nay thuộc {today(units, one.now)}" for one in found)
    said = f"Mã {unit.code} trong danh mục là “{unit.name}”, còn “{name}” là tên cũ: {told}."
    return said, (
        f"Nếu số liệu là của {lowered(unit.name)}: {lowered(_rename(unit))} Nếu là của nơi kia, ghi ma, ten, slug và "
        "tên thư mục theo xã mới của nơi ấy."
    )


def _folder(unit: AdminUnit) -> str:
    return f"{unit.code}-{slug(own_name(unit.name))}"


def _rename(unit: AdminUnit) -> str:
    """How a folder is given a commune of today."""
    return (
        f'Đổi tên thư mục thành “{_folder(unit)}”; trong xa.yml ghi ma: "{unit.code}", ten: "{unit.name}", '
        f"slug: {slug(own_name(unit.name))}."
    )
