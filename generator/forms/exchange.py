"""The officers' Excel form: made from a commune's tables, and brought back into them, all or nothing."""

from __future__ import annotations

import codecs
import hashlib
import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.changes.changes import in_words
from generator.checking.repeats import told_once
from generator.commune.examine import Examined, Refused, examine, has_error, printable
from generator.forms.all_texts import private
from generator.forms.archive import NotAForm
from generator.forms.merge import merge
from generator.forms.own_process import LIMITS, Limits, apart
from generator.forms.problem_places import caused
from generator.forms.read_form import Page, read_form
from generator.forms.rows import about, filled
from generator.forms.sheets import lists, sheets
from generator.forms.words import CODE, NAME, NEWEST, STAMP
from generator.forms.write_form import write_form
from generator.language.disk_faults import why
from generator.language.vietnamese import clean, fold, in_print, read_date
from generator.model.commune import Commune
from generator.model.dataset import Dataset
from generator.model.grouping import grouped
from generator.model.problem import Problem
from generator.publishing.write import replace_together
from generator.reading.catalogue_files import FOLDER as CATALOGUES
from generator.reading.data_folder import COMMUNE_FOLDER, commune_folders, load
from generator.reading.decode import decode
from generator.tables.all_tables import TABLES

MOST_CHARACTERS = 32_767
"""What one cell of a spreadsheet holds; more would be cut off without a word."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a form: problems at their place in the form, what changes in words, the files that differ."""

    problems: tuple[Problem, ...]
    changes: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether an error kept the form out."""
        return has_error(self.problems)


def make_form(data: Path, code: str, path: Path | None = None) -> tuple[Path | None, list[Problem]]:
    """Write the form of one commune to `path`, by default `bieu-{code}-{slug}.xlsx` in the current folder.

    Returns where it stands, or None and the problems where the commune's files cannot be read. Raises
    `Refused` for an unknown code and where a file would be overwritten.
    """
    dataset, problems = load(data, only={_folder(data, code)})
    if dataset is None or has_error(problems):
        return None, sorted(problems)
    (commune,) = dataset.communes
    path = path or Path(f"bieu-{commune.code}-{commune.slug}.xlsx")
    if path.exists():
        raise Refused(f"Đã có tệp “{path}”. Đổi tên hoặc chuyển tệp ấy đi, hoặc chọn tên khác cho biểu mới.")
    if path.suffix.lower() != ".xlsx" or not path.parent.is_dir():
        raise Refused(f"“{path}” phải là tên một tệp .xlsx trong một thư mục đã có.")
    facts = [
        (CODE, commune.code), (NAME, commune.name), (NEWEST, _newest(dataset)), (STAMP, _stamp(data, commune)),
    ]  # fmt: skip
    title = f"Biểu số liệu của {commune.name}"
    if long := [row for row in dataset.records if max(map(len, row.cells.values()), default=0) > MOST_CHARACTERS]:
        raise Refused(
            f"{long[0].file}, dòng {long[0].line}: có ô dài hơn {MOST_CHARACTERS} ký tự, Excel không chứa nổi."
        )
    content = write_form(title, facts, sheets(dataset.records, dataset.catalogue), lists(dataset.catalogue))
    try:
        replace_together(path.parent, {path.name: content})
    except OSError as fault:
        raise Refused(f"Không ghi được tệp “{path}”: {why(fault)}.") from None
    return path, []


def _folder(data: Path, code: str) -> str:
    found = [name for name in commune_folders(data) if name.split("-", 1)[0] == code]
    if not found:
        raise Refused(f"Không có xã mã {code} trong thư mục dữ liệu.")
    return found[0]


def _newest(dataset: Dataset) -> str:
    """The newest document of the commune in words."""
    known = [(row["ngay_biet"], row) for row in dataset.records if row.table == "nguon"]
    if not known:
        return "chưa có văn bản nào"
    row = max(known, key=lambda pair: pair[0])[1]
    date = read_date(row["ngay_biet"])
    return f"{row['ten']}, số liệu đến {date:%d/%m/%Y}" if date else row["ten"]


def _stamp(data: Path, commune: Commune) -> str:
    """A short mark of the commune's tables as they are now."""
    made = hashlib.sha256()
    for table in TABLES:
        path = data / COMMUNE_FOLDER / commune.folder / table.file
        made.update(table.name.encode() + b"\0" + (path.read_bytes() if path.is_file() else b"") + b"\0")
    return made.hexdigest()[:12]


# --- bringing it back -------------------------------------------------------------------------


def import_form(form: Path, data: Path, *, write: bool, limits: Limits = LIMITS) -> Imported:
    """Read a filled-in form, check what the data would become, and write it if nothing is wrong.

    With an error, or without `write`, no file is touched. A form that changes nothing changes no byte.
    """
    try:
        came = _imported(form, data, limits, write=write)
    except NotAForm as fault:
        came = Imported((_whole(form, "bieu-khong-mo", fault.message, fault.remedy),))
    except OSError as fault:
        raise Refused(f"Không đọc hoặc không ghi được “{fault.filename or form}”: {why(fault)}.") from None

    return Imported(tuple(map(printable, came.problems)), tuple(map(in_print, came.changes)), came.files)


def _imported(form: Path, data: Path, limits: Limits, *, write: bool) -> Imported:
    pages = apart(read_form, form, limits)
    code, problem = _code(form, pages, data)
    if problem:
        return Imported((problem,))
    dataset, problems = load(data, only={_folder(data, code)})
    problems = [p for p in problems if (data / p.file).resolve() != form.resolve()]  # a form may lie beside the tables
    if dataset is None or has_error(problems):
        return Imported(told_once(problems))
    return _bring_in(form, pages, data, dataset, limits, write=write)


def _bring_in(
    form: Path, pages: Sequence[Page], data: Path, dataset: Dataset, limits: Limits, *, write: bool
) -> Imported:
    (commune,) = dataset.communes
    told = [*_private(form, commune, limits), *_about_commune(form, pages, data, commune)]
    tables = filled(form.name, pages, dataset.catalogue, told)
    if has_error(told):
        return Imported(told_once(told))
    home = data / COMMUNE_FOLDER / commune.folder
    before = {table.table.file: _text(home / table.table.file) for table in tables}
    rows = grouped(dataset.records, lambda row: row.table)
    merged = {
        table.table.file: merge(before[table.table.file], table, dataset.catalogue, rows.get(table.table.name, ()))
        for table in tables
    }
    new = {file: made.text.encode() for file, made in merged.items() if made.text != (before[file] or "")}
    if not new:
        return Imported(tuple(p for p in told if p.severity == "note"))
    with tempfile.TemporaryDirectory() as work:
        after = examine(_copy(data, commune.folder, new, Path(work), form))
    place = f"{COMMUNE_FOLDER}/{commune.folder}"
    there = {f"{place}/{table.table.file}": (table, merged[table.table.file]) for table in tables}
    old = examine(data, [commune.code])
    told += caused(after.problems, old.problems, there)
    if after.broken:
        return Imported(told_once(told))
    lost = _lost(dataset, after)
    if lost and any(problem.code == "bieu-cu" for problem in told):
        message = f"Biểu này được tạo trước khi số liệu thay đổi, nên sẽ làm mất {lost} dòng đang có."
        remedy = "Lấy biểu mới rồi điền lại vào đó; muốn bỏ dòng nào thì xóa dòng ấy trong biểu mới."
        return Imported(told_once([*told, _whole(form, "bieu-cu-mat-dong", message, remedy)]))
    if write:
        replace_together(home, new)
    return Imported(told_once(told), tuple(in_words(old, after)), tuple(f"{place}/{file}" for file in new))


def _lost(before: Dataset, after: Examined) -> int:
    """How many rows of the data have no row of their kind, document and period in what a form makes of them."""

    def kinds(dataset: Dataset | None) -> Counter[tuple[str, ...]]:
        names = ("nguon", "ma", "ma_dong", "chi_tieu", "phan_to", "linh_vuc", "nhom", "ky", "den_ngay", "so_hieu")
        rows = dataset.records if dataset else ()
        return Counter((row.table, *(row[name] for name in names)) for row in rows)

    return (kinds(before) - kinds(after.dataset)).total()


def _whole(form: Path, code: str, message: str, remedy: str) -> Problem:
    return Problem(form.name, 1, "", code, "error", message, remedy)


def _text(path: Path) -> str | None:
    """The text of a file with its line ends, and with the mark of byte order where it bears one."""
    if not path.is_file():
        return None
    content = path.read_bytes()
    marked = content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return "\ufeff" * marked + decode(content)


def _code(form: Path, pages: Sequence[Page], data: Path) -> tuple[str, Problem | None]:
    """The commune's code that the form's first sheet gives."""
    codes = [name.split("-", 1)[0] for name in commune_folders(data)]
    raw = about(pages).get(CODE)
    said = "" if raw is None else clean(str(raw.value))
    if said in codes:
        return said, None
    if said.isdecimal() and said.zfill(5) in codes:
        message = f"Mã xã ghi “{said}”, đã mất số 0 ở đầu."
        remedy = f"Ở tờ “Bắt đầu”, gõ lại mã với dấu nháy đơn ở trước: '{said.zfill(5)}."
    elif said:
        message = f"Mã xã “{said}” không có trong thư mục dữ liệu."
        remedy = f"Ghi lại mã ở tờ “Bắt đầu”. Các mã đang có: {', '.join(codes[:20])}{'…' if len(codes) > 20 else ''}."
    else:
        message = "Không thấy mã xã: biểu không có tờ “Bắt đầu” với ô “Mã xã”, hoặc ô ấy trống."
        remedy = "Dùng biểu do lệnh portal form tạo ra, hoặc chép lại tờ “Bắt đầu” từ biểu ấy."
    return "", _whole(form, "bieu-khac-xa", message, remedy)


def _about_commune(form: Path, pages: Sequence[Page], data: Path, commune: Commune) -> list[Problem]:
    """The form is this commune's, and was made from the data as they are."""
    said = about(pages)
    name = clean(str(said[NAME].value)) if NAME in said else ""
    if name and fold(name) != fold(commune.name):
        return [
            _whole(form, "bieu-khac-xa", f"Biểu ghi “{name}” nhưng mã {commune.code} là của {commune.name}.",
                   "Ghi lại cho đúng mã hoặc tên xã ở tờ “Bắt đầu”.")
        ]  # fmt: skip
    if STAMP in said and clean(str(said[STAMP].value)) != _stamp(data, commune):
        message = f"Số liệu của {commune.name} đã thay đổi sau khi biểu này được tạo."
        remedy = "Xem kỹ những thay đổi kể dưới đây; nếu có số mới bị thay bằng số cũ thì tạo biểu mới và điền lại."
        return [replace(_whole(form, "bieu-cu", message, remedy), severity="warning")]
    return []


def _private(form: Path, commune: Commune, limits: Limits) -> list[Problem]:
    """Personal data anywhere in the form, also where no sheet shows it: whoever has the file can find it."""
    return [
        _whole(form, "thong-tin-ca-nhan", f"Trong biểu ({place}) có {kind} “{shown}”.",
               "Xóa khỏi chỗ ấy rồi lưu lại; xem cả tờ ẩn, ghi chú của ô và Tệp (File) → Thông tin (Info). "
               "Nếu là số máy hoặc hộp thư của cơ quan, được phép công khai: thêm vào mục duong_day của tệp xa.yml.")
        for place, kind, shown in apart(partial(private, lines=commune.lines), form, limits)
    ]  # fmt: skip


def _copy(data: Path, folder: str, new: Mapping[str, bytes], work: Path, form: Path) -> Path:
    """A data folder of this commune alone, with the new files and without the form, should it lie there."""
    if (data / CATALOGUES).is_dir():
        shutil.copytree(data / CATALOGUES, work / CATALOGUES)
    home = data / COMMUNE_FOLDER / folder
    beside = [form.name] if form.resolve().parent == home.resolve() else []
    shutil.copytree(home, work / COMMUNE_FOLDER / folder, ignore=lambda *_: beside)
    for name, content in new.items():
        (work / COMMUNE_FOLDER / folder / name).write_bytes(content)
    return work
