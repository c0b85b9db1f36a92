"""The data folder: which folders of communes it has, and one commune's folder as rows of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.language.numbers import show_number
from generator.model.catalogue import Catalogue
from generator.model.commune import Commune
from generator.model.problem import Problem, Refused
from generator.model.record import Record
from generator.reading import unknown_files
from generator.reading.catalogue_files import FILES as CATALOGUE_FILES
from generator.reading.catalogue_files import FOLDER as CATALOGUES
from generator.reading.codes import as_meant
from generator.reading.commune_file import LINES, OWN_FILE, read_commune
from generator.reading.folders import Folder, on_disk
from generator.reading.known_rows import Known, known_rows, to_know
from generator.reading.province_file import OWN_FILE as PROVINCES_OWN_FILE
from generator.reading.province_file import read_province
from generator.reading.split import RawTable, split
from generator.reading.text_files import read_table, read_text, read_yaml
from generator.tables.all_tables import OF_A_COMMUNE, OF_A_PROVINCE
from generator.tables.table import Table

COMMUNE_FOLDER, PROVINCE_FOLDER = "xa", "tinh"
_MOST_LINES = 200_000
_OF_A_COMMUNE: Mapping[str, Table] = {table.file: table for table in OF_A_COMMUNE}
_OF_A_PROVINCE: Mapping[str, Table] = {table.file: table for table in OF_A_PROVINCE}


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a commune's folder: `commune` is None where its own file does not say which it is, and then
    nothing else was read. `raw` are its tables by file as they stand, without the rows that were known before: those
    are `known`. `files` is how many files were read, `tables` what of them may be known from now on.
    """

    commune: Commune | None
    records: tuple[Record, ...] = ()
    raw: Mapping[str, RawTable] | None = None
    files: int = 0
    tables: Mapping[str, Known] = field(default_factory=dict)
    known: tuple[Record, ...] = ()


def commune_folders(data: Path) -> list[str]:
    """The names of the commune folders of a data folder, sorted."""
    return _below(data / COMMUNE_FOLDER)


def folders_of(data: Path, codes: Sequence[str]) -> list[str]:
    """The folders of the communes of some codes, of all where none is given. Raises Refused for a code that is
    not there.
    """
    names = commune_folders(data)
    by_code = {name.split("-", 1)[0]: name for name in names}
    if unknown := sorted(set(codes) - set(by_code)):
        raise Refused(f"Không có xã mã {', '.join(unknown)} trong thư mục dữ liệu.")
    return sorted({by_code[code] for code in codes}) if codes else names


def province_folders(data: Path) -> list[str]:
    """The names of the provinces' folders of a data folder, sorted; none in most."""
    return _below(data / PROVINCE_FOLDER)


def _below(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def commune_folder(data: Path, name: str) -> Folder:
    """A commune's folder as it is on the disk."""
    return on_disk(data / COMMUNE_FOLDER / name, f"{COMMUNE_FOLDER}/{name}")


def province_folder(data: Path, name: str) -> Folder:
    """A province's folder as it is on the disk."""
    return on_disk(data / PROVINCE_FOLDER / name, f"{PROVINCE_FOLDER}/{name}")


def blocked(data: Path) -> list[Problem]:
    """Why a data folder cannot be looked into; empty where it can."""
    if not (data / COMMUNE_FOLDER).is_dir():
        return [_missing_folder(data)]
    parts = [(data, COMMUNE_FOLDER), *((data / name, name) for name in (COMMUNE_FOLDER, PROVINCE_FOLDER, CATALOGUES))]
    return [
        fault for path, where in parts for fault in unknown_files.unusable(on_disk(path, path.name), path.name, where)
    ]


def misplaced(data: Path) -> Iterator[Problem]:
    """Files that lie where none is read."""
    yield from unknown_files.misplaced(data, COMMUNE_FOLDER, CATALOGUES, CATALOGUE_FILES)
    yield from unknown_files.beside_provinces(data, PROVINCE_FOLDER)


def read_folder(
    folder: Folder, catalogue: Catalogue, problems: list[Problem], known: Mapping[str, Known] | None = None
) -> Read:
    """Read the folder of a commune, or of a province, which has fewer tables; the problems of reading are added to
    `problems`. Of rows of a file that are `known` nothing is told again; without `known` nothing is kept to be known
    either.
    """
    of_province = folder.place.startswith(f"{PROVINCE_FOLDER}/")
    own_file, its_tables = (PROVINCES_OWN_FILE, _OF_A_PROVINCE) if of_province else (OWN_FILE, _OF_A_COMMUNE)
    if folder.closed:
        problems += unknown_files.unusable(folder, folder.place, f"{folder.place}/{own_file}")
        return Read(None)
    commune: Commune | None = (
        read_province(folder, catalogue.units, problems) if of_province
        else read_commune(folder, catalogue.units, catalogue.former, problems)
    )  # fmt: skip
    if commune is None:
        return Read(None)
    records, trusted = list[Record](), list[Record]()
    raw: dict[str, RawTable] = {}
    tables: dict[str, Known] = {}
    files = 1
    for name in folder.names:
        table = its_tables.get(name)
        if table is None and not name.endswith(".csv"):
            continue
        files += table is not None
        before = known.get(name) if known else None
        if before and folder.files.get(name) == before.content:
            tables[name], raw[name] = before, RawTable("", ",", ())
            records += before.records
            trusted += before.records
            continue
        text = read_text(folder, name, problems if table else [])
        if text is None:
            continue
        raw[name] = split(text, table)
        where = f"{folder.place}/{name}"
        if table and (fault := _too_long(where, text)):
            problems.append(fault)
        elif table:
            there, raw[name] = known_rows(raw[name], before) if before else ([], raw[name])
            rows = read_table(where, raw[name], table, commune.code, problems)
            own = sorted([*there, *as_meant(rows, table, catalogue, problems)], key=lambda row: row.line)
            if known is not None:
                tables[name] = to_know(raw[name], folder.files[name], own, before)
            records += own
            trusted += there
    problems += unknown_files.unknown(folder, [*its_tables, own_file])
    return Read(commune, tuple(records), raw, files, tables, tuple(trusted))


def office_lines(data: Path) -> tuple[str, ...]:
    """The public lines of all offices of a data folder, whatever else is wrong with it."""
    read = [
        *(read_yaml(commune_folder(data, name), OWN_FILE, [], as_text=True) for name in commune_folders(data)),
        *(read_yaml(province_folder(data, n), PROVINCES_OWN_FILE, [], as_text=True) for n in province_folders(data)),
    ]
    listed = (fields.get(LINES) for fields in read if isinstance(fields, dict))
    return tuple(str(line) for lines in listed if isinstance(lines, list) for line in lines)


def _too_long(where: str, text: str) -> Problem | None:
    """A table has a number of lines that can be checked and told."""
    lines = text.count("\n")
    if lines <= _MOST_LINES:
        return None
    return Problem(
        where, _MOST_LINES + 1, "", "tep-khong-nhan", "error",
        f"Tệp có {show_number(lines)} dòng, trong khi nhiều nhất là {show_number(_MOST_LINES)}.",
        "Xóa các dòng thừa; bảng của một xã không dài đến thế.",
    )  # fmt: skip


def _missing_folder(data: Path) -> Problem:
    return Problem(
        COMMUNE_FOLDER, 1, "", "thieu-thu-muc", "error",
        f"Thư mục dữ liệu “{data.name}” không có thư mục con “{COMMUNE_FOLDER}”.",
        f"Tạo thư mục “{COMMUNE_FOLDER}” và đặt vào đó mỗi xã một thư mục, ví dụ xa/19405-vinh-thuy.",
    )  # fmt: skip
