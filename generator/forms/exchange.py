"""The officers' Excel form brought back into a commune's tables, all or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.checking.repeats import told_once
from generator.commune.examine import has_error, printable
from generator.commune.survey import shared_by_all
from generator.forms.all_texts import private
from generator.forms.archive import NotAForm
from generator.forms.bring_in import Came, Imported, bring_in, whole
from generator.forms.cells import as_typed
from generator.forms.form_facts import about, month_pages
from generator.forms.headings import sheet_place
from generator.forms.make_form import folder_of_code, stamp
from generator.forms.month_problems import in_month
from generator.forms.month_rows import labels_of, month_rows
from generator.forms.office_lines import public_lines
from generator.forms.own_process import LIMITS, Limits, apart
from generator.forms.read_form import Page, Raw, read_form
from generator.forms.reasons import reason_of
from generator.forms.rows import Filled, filled
from generator.forms.words import CODE, MONTH, NAME, STAMP, START
from generator.language.disk_faults import why
from generator.language.vietnamese import clean, fold, in_print
from generator.model.commune import Commune
from generator.model.problem import Problem, Refused
from generator.publishing.write import replace_together
from generator.reading.data_folder import Read, commune_folder, commune_folders, read_folder
from generator.reading.folders import Folder


def import_form(form: Path, data: Path, *, write: bool, limits: Limits = LIMITS) -> Imported:
    """Read a filled-in form, check what the data would become, and write it if nothing is wrong.

    With an error, or without `write`, no file is touched. A form that changes nothing changes no byte.
    """
    came = look_at(form, data, limits)
    if write:
        write_in(came, data)
    return came


def look_at(form: Path, data: Path, limits: Limits = LIMITS) -> Imported:
    """What a filled-in form would become; nothing is written."""
    try:
        came = _imported(form, data, limits)
    except NotAForm as fault:
        came = Imported((whole(form.name, "bieu-khong-mo", fault.message, fault.remedy),))
    except OSError as fault:
        raise Refused(f"Không đọc hoặc không ghi được “{fault.filename or form}”: {why(fault)}.") from None
    return replace(came, problems=tuple(map(printable, came.problems)), changes=tuple(map(in_print, came.changes)))


def write_in(came: Imported, data: Path) -> None:
    """Write what a form that was looked at brings: all its files, or none of them."""
    if came.broken or not came.new:
        return
    try:
        replace_together(data / came.folder, came.new)
    except OSError as fault:
        raise Refused(f"Không đọc hoặc không ghi được “{fault.filename or came.folder}”: {why(fault)}.") from None


def _imported(form: Path, data: Path, limits: Limits) -> Imported:
    pages = apart(read_form, form, limits)
    code, problem = _code(form, pages, data)
    if problem:
        return Imported((problem,))
    of_month, office = month_pages(pages), list[str]()
    page = of_month[0] if of_month else None
    known = partial(_of_commune, code, about(pages), labels_of(page) if page else {})
    shared, problems = shared_by_all(data, dt.date.today()), list[Problem]()
    folder = _without(commune_folder(data, folder_of_code(data, code)), form, data)
    read = read_folder(folder, shared.catalogue, problems) if shared.catalogue else Read(None)
    problems += shared.problems
    if shared.catalogue is None or read.commune is None or has_error(problems):
        return known(Imported(told_once(problems)))
    told = _about_commune(form, pages, folder, read.commune)
    if page:
        told = [problem for problem in told if problem.code != "bieu-cu"]  # it only adds, whatever came meanwhile
        month = month_rows(form.name, of_month, shared.catalogue, read.records, told)
        if month is None:
            return known(Imported(told_once(told)))
        tables: Sequence[Filled] = month.tables
        office = public_lines(sheet_place(form.name, page.name), month.office_lines, read.commune.lines, told)
    else:
        tables = filled(form.name, pages, shared.catalogue, told)
    told = [*_private(form, (*read.commune.lines, *office), limits), *told]
    if has_error(told):
        return known(Imported(told_once(told)))
    came = Came(form.name, folder, reason_of(pages), read, tables, told, office=office)
    if page:
        came = came._replace(why_where=came.why_where.replace(START, MONTH))
    return known(bring_in(came, shared.catalogue))


def _of_commune(code: str, said: Mapping[str, Raw], labels: Mapping[int, str], came: Imported) -> Imported:
    """What came, with the commune that the form names and, of a month's form, in the words of its lines."""
    mark = clean(str(said[STAMP].value)) if STAMP in said else ""
    return replace(came, code=code, stamp=mark, problems=tuple(in_month(one, labels) for one in came.problems))


def _without(folder: Folder, form: Path, data: Path) -> Folder:
    """A commune's folder without the form, which may lie beside the tables."""
    if form.resolve().parent != (data / folder.place).resolve():
        return folder
    return replace(folder, unread={name: why for name, why in folder.unread.items() if name != form.name})


def _code(form: Path, pages: Sequence[Page], data: Path) -> tuple[str, Problem | None]:
    """The commune's code that the form's first sheet gives."""
    codes = [name.split("-", 1)[0] for name in commune_folders(data)]
    raw, of_month = about(pages).get(CODE), month_pages(pages)
    said = "" if raw is None else as_typed(clean(str(raw.value)))
    sheet = of_month[0].name if of_month else START
    if said in codes:
        return said, None
    if said.isdecimal() and said.zfill(5) in codes:
        message = f"Mã xã ghi “{said}”, đã mất số 0 ở đầu."
        remedy = f"Ở tờ “{sheet}”, gõ lại mã với dấu nháy đơn ở trước: '{said.zfill(5)}."
    elif said:
        message = f"Mã xã “{said}” không có trong thư mục dữ liệu."
        remedy = f"Ghi lại mã ở tờ “{sheet}”. Các mã đang có: {', '.join(codes[:20])}{'…' if len(codes) > 20 else ''}."
    elif of_month:
        message = f"Không thấy mã xã: ở tờ “{sheet}” không có dòng “{CODE}”, hoặc ô bên phải trống."
        remedy = f"Ghi lại “{CODE}” ở cột đầu và mã ở ô bên phải, hoặc lấy biểu tháng mới rồi chép các số sang."
    else:
        message = f"Không thấy mã xã: biểu không có tờ “{sheet}” với ô “Mã xã”, hoặc ô ấy trống."
        remedy = f"Dùng biểu do lệnh portal form tạo ra, hoặc chép lại ô “Mã xã” cùng mã bên phải vào tờ “{sheet}”."
    return "", whole(form.name, "bieu-khac-xa", message, remedy)


def _about_commune(form: Path, pages: Sequence[Page], folder: Folder, commune: Commune) -> list[Problem]:
    """The form is this commune's, and was made from the data as they are."""
    said, of_month = about(pages), month_pages(pages)
    sheet = of_month[0].name if of_month else START
    name = clean(str(said[NAME].value)) if NAME in said else ""
    if name and fold(name) != fold(commune.name):
        return [
            whole(form.name, "bieu-khac-xa", f"Biểu ghi “{name}” nhưng mã {commune.code} là của {commune.name}.",
                   f"Ghi lại cho đúng mã hoặc tên xã ở tờ “{sheet}”.")
        ]  # fmt: skip
    if STAMP in said and clean(str(said[STAMP].value)) != stamp(folder):
        message = f"Số liệu của {commune.name} đã thay đổi sau khi biểu này được tạo."
        remedy = "Xem kỹ những thay đổi kể dưới đây; nếu có số mới bị thay bằng số cũ thì tạo biểu mới và điền lại."
        return [replace(whole(form.name, "bieu-cu", message, remedy), severity="warning")]
    return []


def _private(form: Path, lines: Sequence[str], limits: Limits) -> list[Problem]:
    """Personal data anywhere in the form, also where no sheet shows it: whoever has the file can find it."""
    return [
        whole(form.name, "thong-tin-ca-nhan", f"Trong biểu ({place}) có {kind} “{shown}”.",
               "Xóa khỏi chỗ ấy rồi lưu lại; xem cả tờ ẩn, ghi chú của ô và Tệp (File) → Thông tin (Info). "
               "Nếu là số máy bàn, tổng đài hoặc hộp thư của cơ quan, được phép công khai: ghi ở dòng “Đường dây cơ "
               "quan” của biểu tháng, hoặc nhờ người phụ trách thêm vào mục duong_day của tệp xa.yml.")
        for place, kind, shown in apart(partial(private, lines=tuple(lines)), form, limits)
    ]  # fmt: skip
