"""A data folder as a dataset: catalogues typed, communes known, rows still text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from generator.language.quantities import show_number
from generator.model.catalogue import Catalogue
from generator.model.commune import Commune
from generator.model.dataset import Dataset
from generator.model.problem import Problem
from generator.model.record import Record
from generator.reading import unknown_files
from generator.reading.catalogue_files import DATA, catalogue_home, load_catalogue
from generator.reading.catalogue_files import FILES as CATALOGUE_FILES
from generator.reading.catalogue_files import FOLDER as CATALOGUES
from generator.reading.codes import as_meant
from generator.reading.commune_file import LINES, OWN_FILE, load_commune
from generator.reading.text_files import read_table, read_text, read_yaml
from generator.tables.all_tables import OF_A_COMMUNE

COMMUNE_FOLDER = "xa"
_MOST_LINES = 200_000


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
    if data.is_symlink():
        problems += unknown_files.unusable(data.parent, data, COMMUNE_FOLDER)
    for name in (COMMUNE_FOLDER, CATALOGUES):
        problems += unknown_files.unusable(data, data / name, name)
    if problems:
        return None, problems
    problems += unknown_files.misplaced(data, COMMUNE_FOLDER, CATALOGUES, CATALOGUE_FILES)
    catalogue, files = shared or load_catalogue(catalogue_home(data, fallback), problems)
    if catalogue is None:
        return None, problems
    communes: list[Commune] = []
    records: list[Record] = []
    for name in commune_folders(data):
        root = (instead or {}).get(name, data)
        if root is None or (only and name not in only):
            continue
        if faults := list(
            unknown_files.unusable(root, root / COMMUNE_FOLDER / name, f"{COMMUNE_FOLDER}/{name}/{OWN_FILE}")
        ):
            problems += faults
            continue
        commune = load_commune(root, root / COMMUNE_FOLDER / name, catalogue.units, problems)
        if commune is None:
            continue
        communes.append(commune)
        rows, count = _load_tables(root, root / COMMUNE_FOLDER / name, commune, catalogue, problems)
        records += rows
        files += count + 1
    return Dataset(catalogue, tuple(communes), tuple(records), files), problems


def commune_folders(data: Path) -> list[str]:
    """The names of the commune folders of a data folder, sorted."""
    folder = data / COMMUNE_FOLDER
    return sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def office_lines(data: Path) -> tuple[str, ...]:
    """The public lines of all offices of a data folder, whatever else is wrong with it."""
    read = (
        read_yaml(data, data / COMMUNE_FOLDER / name / OWN_FILE, [], as_text=True) for name in commune_folders(data)
    )
    listed = (fields.get(LINES) for fields in read if isinstance(fields, dict))
    return tuple(str(line) for lines in listed if isinstance(lines, list) for line in lines)


def _load_tables(
    data: Path, folder: Path, commune: Commune, catalogue: Catalogue, problems: list[Problem]
) -> tuple[list[Record], int]:
    known = {table.file: table for table in OF_A_COMMUNE}
    records: list[Record] = []
    count = 0
    for path in sorted(folder.iterdir()):
        if path.name in known and not path.is_dir():  # a link that leads nowhere is told too
            count += 1
            if faults := list(_too_long(data, path)):
                problems += faults
                continue
            table = known[path.name]
            rows = read_table(data, path, table, commune.code, problems)
            records += as_meant(rows, table, catalogue, problems)
    problems += unknown_files.strays(data, folder, [*known, OWN_FILE])
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
