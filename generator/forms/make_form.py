"""The officers' Excel form, made from a commune's tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.commune.examine import examine, has_error
from generator.commune.survey import shared_by_all
from generator.forms.coming_documents import usual_month
from generator.forms.month_questions import month_form
from generator.forms.next_period import NEXT_MONTH
from generator.forms.sheets import lists, sheets
from generator.forms.words import CODE, DRAFT_STEPS, DRAFTS, MONTH, NAME, NEWEST, REASON, STAMP, WANTED
from generator.forms.write_form import write_form
from generator.forms.write_month import write_month
from generator.language.content_mark import content_mark
from generator.language.disk_faults import why
from generator.language.vietnamese import read_date, slug
from generator.model.catalogue import Catalogue
from generator.model.commune import Commune
from generator.model.problem import Problem, Refused
from generator.model.record import Record
from generator.pieces.due_shown import wanted
from generator.publishing.write import replace_together
from generator.reading.data_folder import commune_folder, commune_folders, read_folder
from generator.reading.folders import Folder
from generator.tables.all_tables import TABLES

MOST_CHARACTERS = 32_767
"""What one cell of a spreadsheet holds; more would be cut off without a word."""


Make = Callable[[Folder, Catalogue, dt.date], "Form"]
"""What makes a form of a commune's folder on a day."""


def make_form(
    data: Path, code: str, path: Path | None = None, make: Make | None = None
) -> tuple[Path | None, list[Problem]]:
    """Write the form of one commune to `path`, by default its usual name in the current folder: the whole form, or what
    `make` makes.

    Returns where it stands, or None and the problems where the commune's files cannot be read. Raises
    `Refused` for an unknown code and where a file would be overwritten.
    """
    day = dt.date.today()
    shared, folder = shared_by_all(data, day), commune_folder(data, folder_of_code(data, code))
    if shared.catalogue is None or has_error(shared.problems):
        return None, sorted(shared.problems)
    made = (make or form_of)(folder, shared.catalogue, day)
    if made.commune is None:
        return None, sorted([*shared.problems, *made.problems])
    path = path or Path(made.file)
    if path.exists():
        raise Refused(f"Đã có tệp “{path}”. Đổi tên hoặc chuyển tệp ấy đi, hoặc chọn tên khác cho biểu mới.")
    if path.suffix.lower() != ".xlsx" or not path.parent.is_dir():
        raise Refused(f"“{path}” phải là tên một tệp .xlsx trong một thư mục đã có.")
    try:
        replace_together(path.parent, {path.name: made.content})
    except OSError as fault:
        raise Refused(f"Không ghi được tệp “{path}”: {why(fault)}.") from None
    return path, []


class Form(NamedTuple):
    """A form of a commune: its bytes and the mark of the tables that it was made from, with the month that it asks for:
    tables that nobody changed bear the same mark a month later. Without a commune only the problems, errors among
    them, that keep its files from being read.
    """

    commune: Commune | None
    content: bytes = b""
    stamp: str = ""
    problems: tuple[Problem, ...] = ()
    called: str = "bieu"

    @property
    def file(self) -> str:
        """Its name: `bieu-19405-vinh-thuy.xlsx`, of a month `bieu-thang-6-2026-19405-vinh-thuy.xlsx`."""
        assert self.commune
        return f"{self.called}-{self.commune.code}-{self.commune.slug}.xlsx"


def form_of(
    folder: Folder, catalogue: Catalogue, day: dt.date, drafts: Sequence[Record] = (),
    told: Sequence[Sequence[str]] = (),
) -> Form:  # fmt: skip
    """The form of a commune's folder as it is; `drafts` are rows below its own, and what is `told` of them. `day`
    decides which periods it says are due. The same folder, catalogue, day and drafts give the same bytes. Raises
    Refused for a cell that no spreadsheet holds.
    """
    problems: list[Problem] = []
    read = read_folder(folder, catalogue, problems)
    commune, records = read.commune, (*read.records, *drafts)
    if commune is None or has_error(problems):
        return Form(None, problems=tuple(sorted(problems)))
    facts = [
        (CODE, commune.code), (NAME, commune.name), (NEWEST, _newest(read.records)), (STAMP, stamp(folder)),
        (REASON, None), *(((DRAFTS, DRAFT_STEPS),) if drafts or told else ()),
        *((WANTED, line) for line in wanted(examine(folder, catalogue, day), catalogue, day)),
    ]  # fmt: skip
    if long := [row for row in records if max(map(len, row.cells.values()), default=0) > MOST_CHARACTERS]:
        raise Refused(
            f"{long[0].file}, dòng {long[0].line}: có ô dài hơn {MOST_CHARACTERS} ký tự, Excel không chứa nổi."
        )
    title = f"Biểu số liệu của {commune.name}"
    content = write_form(title, facts, sheets(records, catalogue), lists(catalogue, records), told)
    return Form(commune, content, stamp(folder))


def month_form_of(folder: Folder, catalogue: Catalogue, day: dt.date, month: dt.date = NEXT_MONTH) -> Form:
    """The form of one month: what the documents of last time gave, to be filled in again, and what is not over. The
    month is that of the day `month`, or the one after the newest that is there (or the last that is over on `day`).
    """
    problems: list[Problem] = []
    read = read_folder(folder, catalogue, problems)
    commune = read.commune
    if commune is None or has_error(problems):
        return Form(None, problems=tuple(sorted(problems)))
    if month == NEXT_MONTH:
        month = usual_month(read.records, day)
    made, mark = month_form(commune, read.records, catalogue, month), f"{stamp(folder)}-{month:%m-%Y}"
    content = write_month(
        f"{MONTH} {made.called.removeprefix('Tháng ')}, {commune.name}",
        made, ((REASON, None), (CODE, commune.code), (NAME, commune.name), (STAMP, mark)),
    )  # fmt: skip
    return Form(commune, content, mark, called=f"bieu-{slug(made.called)}")


def folder_of_code(data: Path, code: str) -> str:
    """The commune's folder by its code. Raises Refused where there is none."""
    found = [name for name in commune_folders(data) if name.split("-", 1)[0] == code]
    if not found:
        raise Refused(f"Không có xã mã {code} trong thư mục dữ liệu.")
    return found[0]


def _newest(records: Iterable[Record]) -> str:
    """The newest document of the commune in words."""
    known = [(row["ngay_biet"], row) for row in records if row.table == "nguon"]
    if not known:
        return "chưa có văn bản nào"
    row = max(known, key=lambda pair: pair[0])[1]
    date = read_date(row["ngay_biet"])
    return f"{row['ten']}, số liệu đến {date:%d/%m/%Y}" if date else row["ten"]


def stamp(folder: Folder) -> str:
    """A short mark of the commune's tables as they are now; a table that it does not have yet changes nothing."""
    there = (table for table in TABLES if table.file in folder.files)
    return content_mark(b"".join(b"\0".join((one.name.encode(), folder.files[one.file], b"")) for one in there), 12)
