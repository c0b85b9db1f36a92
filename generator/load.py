"""A data folder as a dataset: catalogues typed, communes known, rows still text."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from generator import schema, strays
from generator.catalogue import DATA, NOT_FIELDS, catalogue_home, load_catalogue, several, words
from generator.catalogue import FILES as CATALOGUE_FILES
from generator.catalogue import FOLDER as CATALOGUES
from generator.model import AdminUnit, Catalogue, Commune, Dataset, Problem, Record
from generator.quantities import show_number
from generator.read import read_table, read_text, read_yaml
from generator.vietnamese import own_name, same_name, slug

COMMUNE_FOLDER = "xa"
_MOST_LINES = 200_000
OWN_FILE = "xa.yml"
LINES = "duong_day"
"""The field of xa.yml for the telephone lines and mailboxes of the office, which may be public."""
UNCONFIRMED = "chua-xac-dinh"


def load(
    data: Path,
    fallback: Path = DATA,
    *,
    only: Collection[str] = (),
    instead: Mapping[str, Path | None] | None = None,
    shared: tuple[Catalogue, int] | None = None,
) -> tuple[Dataset | None, list[Problem]]:
    """Read `data`; catalogues come from `fallback` where `data` has none.

    `only` names the commune folders to read (all if empty); `instead` gives, for a folder's name,
    another data folder to read it from, or None to leave it out; `shared` are catalogues read before,
    and how many files they are. Returns the dataset (None when
    the catalogues cannot be read) and the problems of reading.
    """
    problems: list[Problem] = []
    if not (data / COMMUNE_FOLDER).is_dir():
        return None, [_missing_folder(data)]
    for name in (COMMUNE_FOLDER, CATALOGUES):
        problems += strays.linked(data, data / name, name)
    if problems:
        return None, problems
    problems += strays.misplaced(data, COMMUNE_FOLDER, CATALOGUES, CATALOGUE_FILES)
    catalogue, files = shared or load_catalogue(catalogue_home(data, fallback), problems)
    if catalogue is None:
        return None, problems
    communes: list[Commune] = []
    records: list[Record] = []
    for name in commune_folders(data):
        root = (instead or {}).get(name, data)
        if root is None or (only and name not in only):
            continue
        if links := list(strays.linked(root, root / COMMUNE_FOLDER / name, f"{COMMUNE_FOLDER}/{name}/{OWN_FILE}")):
            problems += links
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


def office_lines(data: Path) -> tuple[str, ...]:
    """The public lines of all offices of a data folder, whatever else is wrong with it."""
    read = (read_yaml(data, data / COMMUNE_FOLDER / name / OWN_FILE, []) for name in commune_folders(data))
    listed = (fields.get(LINES) for fields in read if isinstance(fields, dict))
    return tuple(str(line) for lines in listed if isinstance(lines, list) for line in lines)


def _load_tables(data: Path, folder: Path, commune: Commune, problems: list[Problem]) -> tuple[list[Record], int]:
    known = {table.file: table for table in schema.TABLES}
    records: list[Record] = []
    count = 0
    for path in sorted(folder.iterdir()):
        if path.name in known and not path.is_dir():  # a link that leads nowhere is told too
            count += 1
            if faults := list(_too_long(data, path)):
                problems += faults
                continue
            records += read_table(data, path, known[path.name], commune.code, problems)
    problems += strays.strays(data, folder, [*known, OWN_FILE])
    return records, count


def _too_long(data: Path, path: Path) -> Iterator[Problem]:
    """A table has a number of lines that can be checked and told; only large files are counted."""
    if path.is_symlink() or path.stat().st_size < _MOST_LINES:
        return
    lines = (read_text(data, path, []) or "").count("\n")
    if lines > _MOST_LINES:
        yield Problem(
            path.relative_to(data).as_posix(), _MOST_LINES + 1, "", "tep-khong-nhan", "error",
            f"Tệp có {show_number(lines)} dòng, trong khi nhiều nhất là {show_number(_MOST_LINES)}.",
            "Xóa các dòng thừa; bảng của một xã không dài đến thế.",
        )  # fmt: skip


def _missing_folder(data: Path) -> Problem:
    return Problem(
        COMMUNE_FOLDER, 1, "", "thieu-thu-muc", "error",
        f"Thư mục dữ liệu “{data.name}” không có thư mục con “{COMMUNE_FOLDER}”.",
        f"Tạo thư mục “{COMMUNE_FOLDER}” và đặt vào đó mỗi xã một thư mục, ví dụ xa/19405-vinh-thuy.",
    )  # fmt: skip


def _load_commune(data: Path, folder: Path, units: Mapping[str, AdminUnit], problems: list[Problem]) -> Commune | None:
    path = folder / OWN_FILE
    where = path.relative_to(data).as_posix()
    before = len(problems)
    read = read_yaml(data, path, problems)
    if len(problems) > before:
        return None
    try:
        if not isinstance(read, dict):
            raise ValueError(f"tệp {NOT_FIELDS}")
        code, name, own_slug = (words(read, field) for field in ("ma", "ten", "slug"))
        note = words(read, "ghi_chu", may_be_empty=True) if "ghi_chu" in read else ""
        candidates = tuple(words({"ung_vien": line}, "ung_vien") for line in several(read, "ung_vien"))
        lines = tuple(words({LINES: line}, LINES) for line in several(read, LINES))
        contact = _office(read) if "dau_moi" in read else ""
        if unknown := set(read) - {"ma", "ten", "slug", "ung_vien", "ghi_chu", "dau_moi", LINES}:
            raise ValueError(f"không có trường tên {', '.join(sorted(map(str, unknown)))}")
    except ValueError as fault:
        problems.append(
            Problem(where, 1, "", "xa-sai", "error",
                    f"Tệp xa.yml không dùng được: {fault}.",
                    f"Phải có ma, ten, slug; có thể thêm ung_vien, ghi_chu, dau_moi (tên cơ quan), {LINES}. "
                    'Ví dụ: ma: "19405" / ten: "Xã Vĩnh Thủy" / slug: vinh-thuy (mã đặt trong ngoặc kép).')
        )  # fmt: skip
        return None
    if found := _contradiction(where, folder.name, (code, name, own_slug), units):
        problems.append(found)
        return None
    unit = units.get(code)
    province = units[unit.province] if unit else None
    return Commune(
        code=code,
        name=name,
        slug=own_slug,
        folder=folder.name,
        province=province,
        province_slug=province_slug(province),
        candidates=candidates,
        note=note,
        lines=lines,
        contact=contact,
    )


def _office(read: Mapping[str, object]) -> str:
    """The office that is told of faults. Raises ValueError where a person or a number stands there."""
    named = words(read, "dau_moi")
    if re.search(r"(\d[ .-]?){7}|@|^(ông|bà|anh|chị|đồng chí|đ/c)\b", named, re.IGNORECASE):
        raise ValueError("trường dau_moi có tên người, số điện thoại hoặc thư riêng, chỉ được ghi tên cơ quan")
    return named


def _contradiction(
    where: str, folder: str, said: tuple[str, str, str], units: Mapping[str, AdminUnit]
) -> Problem | None:
    """What xa.yml says (code, name, slug) against the official list and the folder's name."""
    code, name, own_slug = said
    unit = units.get(code)
    if (unit is None or not unit.province) and not code.startswith("x"):
        near = difflib.get_close_matches(code, units, 1, 0.8)
        guess = f" Mã gần nhất: {near[0]} ({units[near[0]].name})." if near else ""
        return Problem(
            where, 1, "ma", "ma-xa-la", "error",
            f"Mã “{code}” không có trong danh mục đơn vị hành chính.{guess}",
            'Viết mã 5 chữ số trong ngoặc kép ("01981" giữ số 0 đầu); xã chưa xác định mã dùng x0001.',
        )  # fmt: skip
    if not re.fullmatch(r"\d{5}|x\d{4}", code) or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", own_slug):
        return Problem(
            where, 1, "", "xa-sai", "error", f"Mã “{code}” hoặc slug “{own_slug}” viết sai kiểu.",
            "Mã là 5 chữ số (hoặc x0001 khi chưa xác định); slug là chữ thường không dấu nối bằng gạch nối.",
        )  # fmt: skip
    if unit and not same_name(unit.name, name):
        return Problem(
            where, 1, "ten", "ten-xa-khac", "error",
            f"Mã {code} trong danh mục là “{unit.name}”, nhưng xa.yml ghi “{name}”.",
            f'Kiểm tra lại mã; nếu mã đúng, ghi ten: "{unit.name}" (đủ dấu như danh mục).',
        )  # fmt: skip
    if folder != f"{code}-{own_slug}":
        return Problem(
            where, 1, "slug", "ten-thu-muc", "error",
            f"Thư mục tên “{folder}” nhưng xa.yml nói {code}-{own_slug}.",
            f"Đổi tên thư mục thành “{code}-{own_slug}” hoặc sửa xa.yml.",
        )  # fmt: skip
    return None


def province_slug(province: AdminUnit | None) -> str:
    """`Tỉnh Quảng Trị` gives `quang-tri`; no province gives the address of the unconfirmed."""
    if province is None:
        return UNCONFIRMED
    return slug(own_name(province.name))
