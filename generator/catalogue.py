"""The shared catalogues (`danh-muc/`), read and typed; a faulty entry becomes a problem."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from generator import schema
from generator.model import AdminUnit, Catalogue, Formula, Indicator, Problem, Record, Relation
from generator.read import read_table, read_yaml
from generator.vietnamese import clean

DATA = Path(__file__).resolve().parent.parent / "data"
"""The project's own data folder; its catalogues serve data folders that bring none."""
FOLDER = "danh-muc"
RELATION_KINDS = frozenset({"tong", "chong", "tong_phan_to", "hai_co_so"})
T = TypeVar("T")


def read_units(home: Path = DATA) -> list[AdminUnit]:
    """The official list of provinces and communes, in the order of their codes."""
    table = schema.ADMIN_UNITS
    return [_unit(row) for row in read_table(home, home / FOLDER / table.file, table, "", [])]


def load_catalogue(home: Path, problems: list[Problem]) -> tuple[Catalogue | None, int]:
    """The catalogues of a data folder and how many files they are; None where one is faulty."""
    folder = home / FOLDER
    before = len(problems)
    indicators = list(_entries(home, folder / "chi-tieu.yml", _indicator, problems))
    relations = tuple(_entries(home, folder / "quan-he.yml", _relation, problems))
    glossary = tuple(_entries(home, folder / "thuat-ngu.yml", _term, problems))
    tables = {
        table.name: list(read_table(home, folder / table.file, table, "", problems))
        for table in (schema.ADMIN_UNITS, schema.NATIONAL_TARGETS)
    }
    if len(problems) > before:
        return None, 0
    units = {row["ma"]: _unit(row) for row in tables[schema.ADMIN_UNITS.name]}
    national = tuple(tables[schema.NATIONAL_TARGETS.name])
    by_id = {indicator.id: indicator for indicator in indicators}
    return Catalogue(by_id, relations, units, glossary, national), 3 + len(tables)


def _entries(home: Path, path: Path, make: Callable[[Mapping[str, Any]], T], problems: list[Problem]) -> Iterator[T]:
    """The entries of a catalogue list, each typed by `make`."""
    where = path.relative_to(home).as_posix()
    before = len(problems)
    read = read_yaml(home, path, problems)
    if not isinstance(read, list) and len(problems) == before:
        problems.append(_bad_entry(where, 0, path.stem, "tệp phải là một danh sách các mục"))
    seen: set[str] = set()
    for number, item in enumerate(read if isinstance(read, list) else (), 1):
        name = str(item.get("ma") or item.get("tu") or item.get("tong")) if isinstance(item, dict) else str(item)
        try:
            if isinstance(item, dict) and "ma" in item and name in seen:
                raise ValueError(f"mã “{name}” dùng hai lần")
            seen.add(name)
            yield make(item)
        except KeyError as missing:
            problems.append(_bad_entry(where, number, name, f"thiếu trường {missing}"))
        except (TypeError, ValueError, AttributeError) as fault:
            problems.append(_bad_entry(where, number, name, str(fault)))


def _bad_entry(where: str, number: int, name: str, fault: str) -> Problem:
    return Problem(
        where, 1, name, "danh-muc-sai", "error",
        f"Mục thứ {number} (“{name}”) của danh mục không dùng được: {fault}.",
        f"Tìm “{name}” trong tệp và đối chiếu với một mục đúng ở gần đó.",
    )  # fmt: skip


def words(item: Mapping[str, Any], field: str, *, may_be_empty: bool = False) -> str:
    """A field that must be text. Raises KeyError where it is missing, ValueError where it is not text."""
    value = item[field]
    if not isinstance(value, str) or not (value.strip() or may_be_empty):
        raise ValueError(f"trường {field} phải là chữ, không để trống (mã số đặt trong ngoặc kép)")
    return clean(value)


def _unit(row: Record) -> AdminUnit:
    return AdminUnit(row["ma"], row["ten"], row["loai"], row["ma_tinh"])


def _relation(item: Mapping[str, Any]) -> Relation:
    kind, parts = words(item, "loai"), item["phan"]
    if kind not in RELATION_KINDS:
        raise ValueError(f"loai “{kind}” không có; chọn một trong {', '.join(sorted(RELATION_KINDS))}")
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise ValueError("trường phan phải là danh sách mã chỉ tiêu")
    return Relation(kind, words(item, "tong"), tuple(parts), words(item, "loi"))


def _term(item: Mapping[str, Any]) -> tuple[str, str, str]:
    return words(item, "tu"), words(item, "day_du"), words(item, "nghia")


def _formula(item: Mapping[str, Any]) -> Formula:
    condition = words(item, "khi") if "khi" in item else ""
    return Formula(words(item, "ten"), words(item, "tu"), words(item, "mau"), condition)


def _indicator(item: Mapping[str, Any]) -> Indicator:
    breakdowns = item.get("phan_to") or {}
    return Indicator(
        id=words(item, "ma"),
        name=words(item, "ten"),
        question=words(item, "cau_hoi"),
        unit=words(item, "don_vi", may_be_empty=True),
        decimals=int(item["so_le"]),
        better=words(item, "tot_khi"),
        subject=words(item, "chu_de"),
        base=words(item, "co_so", may_be_empty=True) if "co_so" in item else "",
        basis=words(item, "can_cu"),
        formulas=tuple(_formula(formula) for formula in item.get("cong_thuc") or ()),
        breakdowns={str(id): words(breakdowns, id) for id in breakdowns},
    )
