"""The officers' Excel form brought back into a commune's tables, all or nothing."""

from __future__ import annotations

import codecs
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.changes.changed_figures import Pair, step
from generator.changes.changed_figures import about as about_figure
from generator.changes.changes import Side, as_view, in_words
from generator.changes.unexplained import changed
from generator.checking.repeats import told_once
from generator.commune.examine import Examined, examine, has_error, printable
from generator.commune.survey import shared_by_all
from generator.forms.all_texts import private
from generator.forms.archive import NotAForm
from generator.forms.make_form import folder_of_code, stamp
from generator.forms.merge import Merged, merge
from generator.forms.own_process import LIMITS, Limits, apart
from generator.forms.problem_places import caused
from generator.forms.read_form import Page, read_form
from generator.forms.reasons import reason_of, with_reasons
from generator.forms.rows import Filled, about, filled
from generator.forms.words import CODE, NAME, REASON, STAMP, START
from generator.language.disk_faults import why
from generator.language.quotes import cut
from generator.language.vietnamese import clean, fold, in_print
from generator.model.catalogue import Catalogue
from generator.model.commune import Commune
from generator.model.grouping import grouped
from generator.model.problem import Problem, Refused
from generator.model.record import Record
from generator.publishing.write import replace_together
from generator.reading.data_folder import Read, commune_folder, commune_folders, read_folder
from generator.reading.decode import decode
from generator.reading.folders import Folder, with_files
from generator.tables import dinh_chinh


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
    shared, problems = shared_by_all(data, dt.date.today()), list[Problem]()
    folder = _without(commune_folder(data, folder_of_code(data, code)), form, data)
    read = read_folder(folder, shared.catalogue, problems) if shared.catalogue else Read(None)
    problems += shared.problems
    if shared.catalogue is None or read.commune is None or has_error(problems):
        return Imported(told_once(problems))
    told = [*_private(form, read.commune, limits), *_about_commune(form, pages, folder, read.commune)]
    tables = filled(form.name, pages, shared.catalogue, told)
    if has_error(told):
        return Imported(told_once(told))
    return _bring_in(_Came(form, data, folder, pages, read, tables, told), shared.catalogue, write=write)


class _Came(NamedTuple):
    """A form that can be read: whose folder it is for, what was read of that, what the form says."""

    form: Path
    data: Path
    folder: Folder
    pages: Sequence[Page]
    read: Read
    tables: Sequence[Filled]
    told: Sequence[Problem]


def _bring_in(came: _Came, catalogue: Catalogue, *, write: bool) -> Imported:
    form, folder, told = came.form, came.folder, list(came.told)
    merged = _merged(folder, came.read, came.tables, catalogue)
    new = {file: made.text.encode() for file, made in merged.items() if made.text != (_text(folder, file) or "")}
    if not new:
        return Imported(tuple(p for p in told if p.severity == "note"))
    before, after = (examine(one, catalogue, dt.date.today()) for one in (folder, with_files(folder, new)))
    said, file = reason_of(came.pages), dinh_chinh.TABLE.file
    # rows of before that lead to figures which go now are no fault of the form: they are led on with its reason
    shown = examine(_less(with_files(folder, new), file), catalogue, dt.date.today()) if after.stopped else after
    pairs = [] if before.stopped or shown.stopped else changed(Side(before, catalogue), Side(shown, catalogue))
    if pairs and said:
        new[file] = with_reasons(_text(folder, file), came.read.records, pairs, dt.date.today(), said).encode()
        after = examine(with_files(folder, new), catalogue, dt.date.today())
    elif pairs:
        told.append(_asked(form, pairs, before, shown, catalogue))
    there = {f"{folder.place}/{table.table.file}": (table, merged[table.table.file]) for table in came.tables}
    told += caused(after.problems, before.problems, there)
    if after.stopped:
        return Imported(told_once(told))
    lost = _lost(came.read.records, after.records)
    if lost and any(problem.code == "bieu-cu" for problem in told):
        message = f"Biểu này được tạo trước khi số liệu thay đổi, nên sẽ làm mất {lost} dòng đang có."
        remedy = "Lấy biểu mới rồi điền lại vào đó; muốn bỏ dòng nào thì xóa dòng ấy trong biểu mới."
        return Imported(told_once([*told, _whole(form, "bieu-cu-mat-dong", message, remedy)]))
    if write:
        replace_together(came.data / folder.place, new)
    changes = in_words(before, after, catalogue)
    return Imported(told_once(told), tuple(changes), tuple(f"{folder.place}/{file}" for file in new))


def _asked(form: Path, pairs: Sequence[Pair], before: Examined, after: Examined, catalogue: Catalogue) -> Problem:
    """Why published figures change or go is asked once for the whole form."""
    old, new = (as_view(Side(side, catalogue)) for side in (before, after))
    named = [
        f"{about_figure(new, pair.new)} ({step(pair.old, pair.new)})"
        if pair.old and pair.new and pair.old.id == pair.new.id
        else f"{about_figure(old, pair.old)} (bỏ)"
        for pair in pairs
        if pair.old
    ]
    message = f"Biểu sửa hoặc bỏ {len(pairs)} số đã đăng mà không nói vì sao: {cut('; '.join(named))}."
    remedy = (
        f"Ghi lý do vào ô bên phải “{REASON}” ở tờ “{START}” rồi nạp lại biểu; máy chép lý do ấy vào "
        f"{dinh_chinh.TABLE.file}, trang đăng lý do."
    )
    return replace(_whole(form, "thieu-ly-do", message, remedy), severity="warning")


def _without(folder: Folder, form: Path, data: Path) -> Folder:
    """A commune's folder without the form, which may lie beside the tables."""
    if form.resolve().parent != (data / folder.place).resolve():
        return folder
    return replace(folder, unread={name: why for name, why in folder.unread.items() if name != form.name})


def _less(folder: Folder, file: str) -> Folder:
    return replace(folder, files={name: content for name, content in folder.files.items() if name != file})


def _merged(folder: Folder, read: Read, tables: Sequence[Filled], catalogue: Catalogue) -> dict[str, Merged]:
    """The commune's tables by file, each with what the form says."""
    rows = grouped(read.records, lambda row: row.table)
    return {
        table.table.file: merge(_text(folder, table.table.file), table, catalogue, rows.get(table.table.name, ()))
        for table in tables
    }


def _lost(before: Iterable[Record], after: Iterable[Record]) -> int:
    """How many rows of the data have no row of their kind, document and period in what a form makes of them."""

    def kinds(rows: Iterable[Record]) -> Counter[tuple[str, ...]]:
        names = ("nguon", "ma", "ma_dong", "chi_tieu", "phan_to", "linh_vuc", "nhom", "ky", "den_ngay", "so_hieu")
        return Counter((row.table, *(row[name] for name in names)) for row in rows)

    return (kinds(before) - kinds(after)).total()


def _whole(form: Path, code: str, message: str, remedy: str) -> Problem:
    return Problem(form.name, 1, "", code, "error", message, remedy)


def _text(folder: Folder, file: str) -> str | None:
    """The text of a file with its line ends, and with the mark of byte order where it bears one."""
    content = folder.files.get(file)
    if content is None:
        return None
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


def _about_commune(form: Path, pages: Sequence[Page], folder: Folder, commune: Commune) -> list[Problem]:
    """The form is this commune's, and was made from the data as they are."""
    said = about(pages)
    name = clean(str(said[NAME].value)) if NAME in said else ""
    if name and fold(name) != fold(commune.name):
        return [
            _whole(form, "bieu-khac-xa", f"Biểu ghi “{name}” nhưng mã {commune.code} là của {commune.name}.",
                   "Ghi lại cho đúng mã hoặc tên xã ở tờ “Bắt đầu”.")
        ]  # fmt: skip
    if STAMP in said and clean(str(said[STAMP].value)) != stamp(folder):
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
