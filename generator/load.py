"""A data folder as a dataset: catalogues typed, communes known, rows still text."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from generator import schema
from generator.model import (
    AdminUnit,
    Catalogue,
    Commune,
    Dataset,
    Formula,
    Indicator,
    Problem,
    Record,
    Relation,
)
from generator.read import read_table, read_yaml
from generator.vietnamese import clean, slug

DATA = Path(__file__).resolve().parent.parent / "data"
"""The project's own data folder; its catalogues serve data folders that bring none."""
CATALOGUE_FOLDER = "danh-muc"
COMMUNE_FOLDER = "xa"
UNCONFIRMED = "chua-xac-dinh"
T = TypeVar("T")


def load(
    data: Path, fallback: Path = DATA, *, only: Collection[str] = (), instead: Mapping[str, Path | None] | None = None
) -> tuple[Dataset | None, list[Problem]]:
    """Read `data`; catalogues come from `fallback` where `data` has none.

    `only` names the commune folders to read (all if empty); `instead` gives, for a folder's name,
    another data folder to read it from, or None to leave it out. Returns the dataset (None when
    the catalogues cannot be read) and the problems of reading.
    """
    problems: list[Problem] = []
    if not (data / COMMUNE_FOLDER).is_dir():
        return None, [_missing_folder(data)]
    home = data if (data / CATALOGUE_FOLDER).is_dir() else fallback
    catalogue, files = _load_catalogue(home, problems)
    if catalogue is None:
        return None, problems
    communes: list[Commune] = []
    records: list[Record] = []
    for name in commune_folders(data):
        root = (instead or {}).get(name, data)
        if root is None or (only and name not in only):
            continue
        commune = _load_commune(root, root / COMMUNE_FOLDER / name, catalogue.units, problems)
        if commune is None:
            continue
        communes.append(commune)
        rows, count = _load_tables(root, root / COMMUNE_FOLDER / name, commune, problems)
        records += rows
        files += count + 1
    return Dataset(catalogue, tuple(communes), tuple(records), files), problems


def commune_folders(data: Path) -> list[str]:
    """The names of the commune folders of a data folder, sorted."""
    folder = data / COMMUNE_FOLDER
    return sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def _load_tables(data: Path, folder: Path, commune: Commune, problems: list[Problem]) -> tuple[list[Record], int]:
    known = {table.file: table for table in schema.TABLES}
    records: list[Record] = []
    count = 0
    for path in sorted(folder.iterdir()):
        if path.name in known:
            count += 1
            records += read_table(data, path, known[path.name], commune.code, problems)
        elif path.name != "xa.yml" and not path.name.startswith("."):
            problems.append(_unknown_file(data, path, known))
    return records, count


def _missing_folder(data: Path) -> Problem:
    return Problem(
        COMMUNE_FOLDER, 1, "", "thieu-thu-muc", "error",
        f"Thư mục dữ liệu “{data.name}” không có thư mục con “{COMMUNE_FOLDER}”.",
        f"Tạo thư mục “{COMMUNE_FOLDER}” và đặt vào đó mỗi xã một thư mục, ví dụ xa/19405-vinh-thuy.",
    )  # fmt: skip


def _unknown_file(data: Path, path: Path, known: Mapping[str, object]) -> Problem:
    near = difflib.get_close_matches(path.name, [*known, "xa.yml"], 1, 0.5)
    hint = f"Có phải ý là “{near[0]}”? Đổi tên tệp" if near else "Xóa tệp hoặc đổi tên"
    return Problem(
        path.relative_to(data).as_posix(), 1, "", "tep-la", "error",
        f"Tệp “{path.name}” không thuộc bộ bảng nào nên sẽ không được đọc.",
        f"{hint}; các tên hợp lệ: {', '.join(known)}.",
    )  # fmt: skip


def read_units(home: Path = DATA) -> list[AdminUnit]:
    """The official list of provinces and communes, in the order of their codes."""
    table = schema.ADMIN_UNITS
    rows = read_table(home, home / CATALOGUE_FOLDER / table.file, table, "", [])
    return [_unit(row) for row in rows]


def _load_commune(data: Path, folder: Path, units: Mapping[str, AdminUnit], problems: list[Problem]) -> Commune | None:
    path = folder / "xa.yml"
    where = path.relative_to(data).as_posix()
    read = read_yaml(data, path, problems)
    if read is None:
        return None
    keys = {"ma", "ten", "slug", "ung_vien", "ghi_chu"}
    if not isinstance(read, dict) or not {"ma", "ten", "slug"} <= set(read) <= keys:
        problems.append(
            Problem(where, 1, "", "xa-sai", "error",
                    "Tệp xa.yml phải có ma, ten, slug và chỉ có thể thêm ung_vien, ghi_chu.",
                    'Ví dụ: ma: "19405" / ten: "Xã Vĩnh Thủy" / slug: vinh-thuy (mã đặt trong ngoặc kép).')
        )  # fmt: skip
        return None
    code, name = str(read["ma"]), clean(str(read["ten"]))
    unit = units.get(code)
    if unit is None and not code.startswith("x"):
        near = difflib.get_close_matches(code, units, 1, 0.8)
        guess = f" Mã gần nhất: {near[0]} ({units[near[0]].name})." if near else ""
        problems.append(
            Problem(where, 1, "ma", "ma-xa-la", "error",
                    f"Mã “{code}” không có trong danh mục đơn vị hành chính.{guess}",
                    "Viết mã 5 chữ số trong ngoặc kép (\"01981\" giữ số 0 đầu); xã chưa xác định mã dùng x0001.")
        )  # fmt: skip
        return None
    if folder.name != f"{code}-{read['slug']}":
        problems.append(
            Problem(where, 1, "slug", "ten-thu-muc", "error",
                    f"Thư mục tên “{folder.name}” nhưng xa.yml nói {code}-{read['slug']}.",
                    f"Đổi tên thư mục thành “{code}-{read['slug']}” hoặc sửa xa.yml.")
        )  # fmt: skip
        return None
    province = units[unit.province] if unit else None
    return Commune(
        code=code,
        name=name,
        slug=str(read["slug"]),
        folder=folder.name,
        province=province,
        province_slug=province_slug(province),
        candidates=tuple(clean(str(line)) for line in read.get("ung_vien") or ()),
        note=clean(str(read.get("ghi_chu") or "")),
    )


def province_slug(province: AdminUnit | None) -> str:
    """`Tỉnh Quảng Trị` gives `quang-tri`; no province gives the address of the unconfirmed."""
    if province is None:
        return UNCONFIRMED
    return slug(province.name.removeprefix("Tỉnh ").removeprefix("Thành phố "))


def _load_catalogue(home: Path, problems: list[Problem]) -> tuple[Catalogue | None, int]:
    folder = home / CATALOGUE_FOLDER
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
    """The entries of a catalogue list, each typed by `make`; a faulty one becomes a problem."""
    where = path.relative_to(home).as_posix()
    seen: set[str] = set()
    for number, item in enumerate(read_yaml(home, path, problems) or (), 1):
        name = str(item.get("ma") or item.get("tu") or item.get("tong")) if isinstance(item, dict) else ""
        try:
            if "ma" in item and name in seen:
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


def _unit(row: Record) -> AdminUnit:
    return AdminUnit(row["ma"], row["ten"], row["loai"], row["ma_tinh"])


def _relation(item: Mapping[str, Any]) -> Relation:
    return Relation(item["loai"], item["tong"], tuple(item["phan"]), clean(item["loi"]))


def _term(item: Mapping[str, Any]) -> tuple[str, str, str]:
    return clean(item["tu"]), clean(item["day_du"]), clean(item["nghia"])


def _indicator(item: Mapping[str, Any]) -> Indicator:
    return Indicator(
        id=item["ma"],
        name=clean(item["ten"]),
        question=clean(item["cau_hoi"]),
        unit=item["don_vi"],
        decimals=int(item["so_le"]),
        better=item["tot_khi"],
        subject=item["chu_de"],
        base=clean(item.get("co_so") or ""),
        basis=clean(item["can_cu"]),
        formulas=tuple(Formula(f["ten"], f["tu"], f["mau"], f.get("khi", "")) for f in item.get("cong_thuc") or ()),
        breakdowns=dict(item.get("phan_to") or {}),
    )
