"""Reading a data folder: every cell as text, with file and line. Nothing is given meaning here.

The only module that opens data files and the only one that imports yaml.
"""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

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
from generator.vietnamese import clean, slug

DATA = Path(__file__).resolve().parent.parent / "data"
"""The project's own data folder; its catalogues serve data folders that bring none."""
CATALOGUE_FOLDER = "danh-muc"
COMMUNE_FOLDER = "xa"
UNCONFIRMED = "chua-xac-dinh"
_MOST_BYTES = 20_000_000


def load(data: Path, fallback: Path) -> tuple[Dataset | None, list[Problem]]:
    """Read `data`; catalogues come from `fallback` where `data` has none.

    Returns the dataset (None when the catalogues cannot be read) and the problems of reading.
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
    for folder in sorted(path for path in (data / COMMUNE_FOLDER).iterdir() if path.is_dir()):
        commune = _load_commune(data, folder, catalogue.units, problems)
        if commune is None:
            continue
        files += 1
        communes.append(commune)
        known = {table.file: table for table in schema.TABLES}
        for path in sorted(folder.iterdir()):
            if path.suffix == ".csv" and path.name in known:
                files += 1
                records += _read_table(data, path, known[path.name], commune.code, problems)
            elif path.name != "xa.yml" and not path.name.startswith("."):
                problems.append(_unknown_file(data, path, known))
    return Dataset(catalogue, tuple(communes), tuple(records), files), problems


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
    rows = _read_table(home, home / CATALOGUE_FOLDER / table.file, table, "", [])
    return [AdminUnit(row["ma"], row["ten"], row["loai"], row["ma_tinh"]) for row in rows]


# --- tables -----------------------------------------------------------------------------------


def _read_text(data: Path, path: Path, problems: list[Problem]) -> str | None:
    where = path.relative_to(data).as_posix()
    if path.is_symlink() or path.stat().st_size > _MOST_BYTES:
        problems.append(
            Problem(where, 1, "", "tep-khong-nhan", "error",
                    "Tệp là một liên kết hoặc lớn hơn 20 MB.",
                    "Thay bằng một tệp thường chứa bảng số liệu.")
        )  # fmt: skip
        return None
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        problems.append(
            Problem(where, line, "", "sai-bang-ma", "error",
                    "Tệp không phải văn bản Unicode UTF-8 nên chữ tiếng Việt không đọc được.",
                    "Trong Excel chọn Lưu thành (Save As) → “CSV UTF-8 (Comma delimited)” rồi gửi lại.")
        )  # fmt: skip
        return None


def _read_table(
    data: Path, path: Path, table: schema.Table, commune: str, problems: list[Problem]
) -> Iterator[Record]:
    where = path.relative_to(data).as_posix()
    text = _read_text(data, path, problems)
    if text is None:
        return
    if not text.strip():
        problems.append(_header_problem(where, "", "thieu-cot", f"Tệp {path.name} trống.", table))
        return
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [clean(name) for name in next(reader)]
        if not _header_is_good(where, header, table, problems):
            return
        before = reader.line_num
        for row in reader:
            line, before = before + 1, reader.line_num
            cells = [clean(cell) for cell in row]
            if not any(cells):
                continue
            if len(cells) != len(header):
                problems.append(_ragged(where, line, len(cells), len(header)))
                continue
            yield Record(table.name, commune, where, line, dict(zip(header, cells, strict=True)))
    except csv.Error as error:
        problems.append(
            Problem(where, reader.line_num, "", "csv-hong", "error",
                    f"Dòng này không tách được thành các ô ({error}).",
                    "Kiểm tra dấu ngoặc kép: ô có dấu phẩy phải nằm trong một cặp \"…\".")
        )  # fmt: skip


def _ragged(where: str, line: int, found: int, expected: int) -> Problem:
    return Problem(
        where, line, "", "lech-cot", "error",
        f"Dòng có {found} ô, trong khi tiêu đề có {expected} cột.",
        "Thêm hoặc bớt dấu phẩy cho đủ cột; ô chứa dấu phẩy (ví dụ 99,89%) phải đặt trong \"…\".",
    )  # fmt: skip


def _header_problem(where: str, column: str, code: str, message: str, table: schema.Table) -> Problem:
    names = ",".join(column.name for column in table.columns)
    return Problem(where, 1, column, code, "error", message, f"Dòng 1 phải là: {names}")


def _header_is_good(
    where: str, header: Sequence[str], table: schema.Table, problems: list[Problem]
) -> bool:
    """Every required column is there, none is unknown, none twice."""
    known = [column.name for column in table.columns]
    faults: list[Problem] = []
    for name in header:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1, 0.6)
            guess = f" Có phải ý là “{near[0]}”?" if near else ""
            faults.append(
                _header_problem(where, name, "cot-la", f"Không có cột tên “{name}”.{guess}", table)
            )
        elif header.count(name) > 1:
            faults.append(_header_problem(where, name, "cot-lap", f"Cột “{name}” có hai lần.", table))
    for column in table.columns:
        if column.required and column.name not in header:
            message = f"Thiếu cột “{column.name}” ({column.heading})."
            faults.append(_header_problem(where, column.name, "thieu-cot", message, table))
    problems += faults
    return not faults


# --- yaml -------------------------------------------------------------------------------------


def _read_yaml(data: Path, path: Path, problems: list[Problem]) -> Any:
    where = path.relative_to(data).as_posix()
    if not path.is_file():
        problems.append(
            Problem(where, 1, "", "thieu-tep", "error", f"Thiếu tệp “{path.name}”.",
                    "Chép tệp mẫu từ một xã khác rồi sửa nội dung.")
        )  # fmt: skip
        return None
    text = _read_text(data, path, problems)
    if text is None:
        return None
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problems.append(
            Problem(where, mark.line + 1 if mark else 1, "", "yaml-hong", "error",
                    "Tệp không đúng cách viết YAML ở gần dòng này.",
                    "Kiểm tra khoảng trắng đầu dòng và dấu hai chấm; đặt lời có dấu : trong ngoặc kép.")
        )  # fmt: skip
        return None


def _load_commune(
    data: Path, folder: Path, units: Mapping[str, AdminUnit], problems: list[Problem]
) -> Commune | None:
    path = folder / "xa.yml"
    where = path.relative_to(data).as_posix()
    read = _read_yaml(data, path, problems)
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
    raw = {
        name: _read_yaml(home, folder / f"{name}.yml", problems)
        for name in ("chi-tieu", "quan-he", "thuat-ngu")
    }
    tables = {
        table.name: list(_read_table(home, folder / table.file, table, "", problems))
        for table in (schema.ADMIN_UNITS, schema.NATIONAL_TARGETS)
    }
    if len(problems) > before:
        return None, 0
    units = {
        row["ma"]: AdminUnit(row["ma"], row["ten"], row["loai"], row["ma_tinh"])
        for row in tables[schema.ADMIN_UNITS.name]
    }
    try:
        indicators = {item["ma"]: _indicator(item) for item in raw["chi-tieu"]}
        relations = tuple(
            Relation(item["loai"], item["tong"], tuple(item["phan"]), item["loi"])
            for item in raw["quan-he"]
        )
        glossary = tuple((item["tu"], item["day_du"], item["nghia"]) for item in raw["thuat-ngu"])
    except (KeyError, TypeError) as error:
        problems.append(
            Problem(f"{CATALOGUE_FOLDER}/chi-tieu.yml", 1, str(error), "danh-muc-sai", "error",
                    f"Một mục của danh mục thiếu hoặc sai trường {error}.",
                    "Đối chiếu với một mục đúng ở ngay trên trong cùng tệp.")
        )  # fmt: skip
        return None, 0
    national = tuple(tables[schema.NATIONAL_TARGETS.name])
    return Catalogue(indicators, relations, units, glossary, national), len(raw) + len(tables)


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
        formulas=tuple(
            Formula(f["ten"], f["tu"], f["mau"], f.get("khi", "")) for f in item.get("cong_thuc") or ()
        ),
        breakdowns=dict(item.get("phan_to") or {}),
    )
