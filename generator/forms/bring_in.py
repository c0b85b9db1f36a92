"""Tables that came from outside brought into a commune's folder: checked as they will stand, all of them or nothing."""

from __future__ import annotations

import codecs
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from generator.changes.changed_figures import Pair, step
from generator.changes.changed_figures import about as about_figure
from generator.changes.changes import Side, as_view, in_words
from generator.changes.unexplained import changed
from generator.checking.repeats import told_once
from generator.commune.examine import Examined, examine, has_error
from generator.forms.merge import Merged, merge
from generator.forms.office_lines import with_lines
from generator.forms.problem_places import caused
from generator.forms.reasons import with_reasons
from generator.forms.rows import Filled
from generator.forms.words import REASON, START
from generator.language.quotes import cut
from generator.model.catalogue import Catalogue
from generator.model.grouping import grouped
from generator.model.problem import Problem
from generator.model.record import Record
from generator.reading.commune_file import OWN_FILE
from generator.reading.data_folder import Read
from generator.reading.decode import decode
from generator.reading.folders import Folder, with_files
from generator.tables import dinh_chinh


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a form: problems at their place in the form, what changes in words, the files that differ.

    `code` and `stamp` are the commune's code and the mark of its tables as the form says them, '' where it does not;
    `folder` is the commune's folder below the data, `new` the bytes of its files that differ, by name.
    """

    problems: tuple[Problem, ...]
    changes: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    code: str = field(default="", compare=False)
    stamp: str = field(default="", compare=False)
    folder: str = field(default="", compare=False)
    new: Mapping[str, bytes] = field(default_factory=dict, compare=False)

    @property
    def broken(self) -> bool:
        """Whether an error kept the form out."""
        return has_error(self.problems)


class Came(NamedTuple):
    """What came for a commune and can be read: from a file of which name, whose folder it is for, the reason given for
    what it corrects, what was read of the folder, the tables as they came, what is told already, lines of the `office`
    that become public. `what` is it called,
    and `why_where` says where a reason is written.
    """

    name: str
    folder: Folder
    reason: str
    read: Read
    tables: Sequence[Filled]
    told: Sequence[Problem]
    what: str = "Biểu"
    why_where: str = f"Ghi lý do vào ô bên phải “{REASON}” ở tờ “{START}” rồi nạp lại biểu"
    office: Sequence[str] = ()


def bring_in(came: Came, catalogue: Catalogue) -> Imported:
    """What becomes of a commune's folder: all that came, or nothing where an error stands in its way."""
    folder, told = came.folder, list(came.told)
    merged = _merged(folder, came.read, came.tables, catalogue)
    new = {file: made.text.encode() for file, made in merged.items() if made.text != (text_of(folder, file) or "")}
    if came.office:
        new[OWN_FILE] = with_lines(text_of(folder, OWN_FILE) or "", came.office).encode()
    if not new:
        return Imported(tuple(p for p in told if p.severity == "note"))
    before, after = (examine(one, catalogue, dt.date.today()) for one in (folder, with_files(folder, new)))
    said, file = came.reason, dinh_chinh.TABLE.file
    # rows of before that lead to figures which go now are no fault of the form: they are led on with its reason
    shown = examine(_less(with_files(folder, new), file), catalogue, dt.date.today()) if after.stopped else after
    pairs = [] if before.stopped or shown.stopped else changed(Side(before, catalogue), Side(shown, catalogue))
    if pairs and said:
        new[file] = with_reasons(text_of(folder, file), came.read.records, pairs, dt.date.today(), said).encode()
        after = examine(with_files(folder, new), catalogue, dt.date.today())
    elif pairs:
        told.append(_asked(came, pairs, before, shown, catalogue))
    there = {f"{folder.place}/{table.table.file}": (table, merged[table.table.file]) for table in came.tables}
    told += caused(after.problems, before.problems, there)
    if after.stopped:
        return Imported(told_once(told))
    lost = _lost(came.read.records, after.records)
    if lost and any(problem.code == "bieu-cu" for problem in told):
        message = f"Biểu này được tạo trước khi số liệu thay đổi, nên sẽ làm mất {lost} dòng đang có."
        remedy = "Lấy biểu mới rồi điền lại vào đó; muốn bỏ dòng nào thì xóa dòng ấy trong biểu mới."
        return Imported(told_once([*told, whole(came.name, "bieu-cu-mat-dong", message, remedy)]))
    changes = in_words(before, after, catalogue)
    files = tuple(f"{folder.place}/{file}" for file in new)
    return Imported(told_once(told), tuple(changes), files, folder=folder.place, new=new)


def _asked(came: Came, pairs: Sequence[Pair], before: Examined, after: Examined, catalogue: Catalogue) -> Problem:
    """Why published figures change or go is asked once for the whole form."""
    old, new = (as_view(Side(side, catalogue)) for side in (before, after))
    named = [
        f"{about_figure(new, pair.new)} ({step(pair.old, pair.new)})"
        if pair.old and pair.new and pair.old.id == pair.new.id
        else f"{about_figure(old, pair.old)} (bỏ)"
        for pair in pairs
        if pair.old
    ]
    message = f"{came.what} sửa hoặc bỏ {len(pairs)} số đã đăng mà không nói vì sao: {cut('; '.join(named))}."
    remedy = f"{came.why_where}; máy chép lý do ấy vào {dinh_chinh.TABLE.file}, trang đăng lý do."
    return replace(whole(came.name, "thieu-ly-do", message, remedy), severity="warning")


def _less(folder: Folder, file: str) -> Folder:
    return replace(folder, files={name: content for name, content in folder.files.items() if name != file})


def _merged(folder: Folder, read: Read, tables: Sequence[Filled], catalogue: Catalogue) -> dict[str, Merged]:
    """The commune's tables by file, each with what the form says."""
    rows = grouped(read.records, lambda row: row.table)
    return {
        table.table.file: merge(text_of(folder, table.table.file), table, catalogue, rows.get(table.table.name, ()))
        for table in tables
    }


def _lost(before: Iterable[Record], after: Iterable[Record]) -> int:
    """How many rows of the data have no row of their kind, document and period in what a form makes of them."""

    def kinds(rows: Iterable[Record]) -> Counter[tuple[str, ...]]:
        names = ("nguon", "ma", "ma_dong", "chi_tieu", "phan_to", "linh_vuc", "nhom", "ky", "den_ngay", "so_hieu")
        return Counter((row.table, *(row[name] for name in names)) for row in rows)

    return (kinds(before) - kinds(after)).total()


def whole(name: str, code: str, message: str, remedy: str) -> Problem:
    """An error of a file as a whole."""
    return Problem(name, 1, "", code, "error", message, remedy)


def text_of(folder: Folder, file: str) -> str | None:
    """The text of a file with its line ends, and with the mark of byte order where it bears one."""
    content = folder.files.get(file)
    if content is None:
        return None
    marked = content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return "\ufeff" * marked + decode(content)
