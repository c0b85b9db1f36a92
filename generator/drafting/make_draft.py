"""`portal read`: a report becomes the officer's form with drafts in it, and a list of what was found."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.commune.examine import examine, has_error
from generator.commune.survey import shared_by_all
from generator.drafting.decide import Decided, State, decide
from generator.drafting.draft_list import HEADINGS, as_csv, rows
from generator.drafting.draft_rows import draft_rows, source_row
from generator.drafting.last_report import last_of
from generator.drafting.passages import passages
from generator.drafting.read_report import check_kind, read_report
from generator.drafting.when import own_period
from generator.drafting.word_archive import SMALLER
from generator.forms.archive import NotAForm
from generator.forms.make_form import form_of
from generator.forms.own_process import LIMITS, Limits, apart
from generator.language.disk_faults import why
from generator.model.figure import Kind
from generator.model.problem import Problem, Refused
from generator.publishing.write import replace_together
from generator.reading.data_folder import commune_folder, commune_folders, read_folder

_NO_NUMBER = "Mở tệp xem có đúng là báo cáo có số liệu không; số nằm trong ảnh thì máy không đọc được."


@dataclass(frozen=True, slots=True)
class Drafted:
    """What came of a report: where the form and the list stand, how many numbers each state has; or the problems of the
    commune's files that kept it from being made.
    """

    form: Path | None = None
    list: Path | None = None
    counts: tuple[tuple[State, int], ...] = ()
    problems: tuple[Problem, ...] = ()


def make_draft(report: Path, data: Path, code: str, form: Path | None = None, *, limits: Limits = LIMITS) -> Drafted:
    """Write the form with drafts, by default `ban-thao-{code}-{slug}.xlsx` in the current folder, and the list beside
    it. Nothing is written into the data folder.

    Raises `NotAForm` for a report that cannot be read or a code that no commune has, `Refused` where a file would be
    overwritten or would lie within the data.
    """
    check_kind(report)
    name = _folder_of(data, code)
    day = dt.date.today()
    shared, folder, problems = shared_by_all(data, day), commune_folder(data, name), list[Problem]()
    problems += shared.problems
    read = read_folder(folder, shared.catalogue, problems) if shared.catalogue else None
    if shared.catalogue is None or read is None or read.commune is None or has_error(problems):
        return Drafted(problems=tuple(sorted(problems)))
    commune = read.commune
    form = form or Path(f"ban-thao-{commune.code}-{commune.slug}.xlsx")
    list_ = form.with_suffix(".csv")
    _may_be_written((form, list_), data)
    figures = [one for one in examine(folder, shared.catalogue, day).figures if one.kind is Kind.REPORTED]
    found = passages(apart(read_report, report, limits, SMALLER))
    decided = decide(found, shared.catalogue, last_of(figures))
    if not decided:
        raise NotAForm("Không tìm thấy con số nào trong văn bản.", _NO_NUMBER)
    known = [row for row in read.records if row.table == "nguon"]
    source = source_row(found, report.stem, commune, own_period(found), known)
    kinds = {figure.topic.indicator: figure.period.kind.value for figure in figures}
    made = [source, *draft_rows(decided, source["nguon"], commune, kinds)]
    told = [HEADINGS, *rows(decided, shared.catalogue)]
    content = form_of(folder, shared.catalogue, day, made, told).content
    try:
        replace_together(form.parent, {form.name: content, list_.name: as_csv(decided, shared.catalogue)})
    except OSError as fault:
        raise Refused(f"Không ghi được tệp “{form}”: {why(fault)}.") from None
    return Drafted(form, list_, _counted(decided))


def _counted(decided: Sequence[Decided]) -> tuple[tuple[State, int], ...]:
    counts = Counter(one.state for one in decided)
    return tuple((state, counts[state]) for state in State)


def _folder_of(data: Path, code: str) -> str:
    found = [name for name in commune_folders(data) if name.split("-", 1)[0] == code]
    if not found:
        raise NotAForm(
            f"Không có xã mã {code} trong thư mục dữ liệu.",
            f"Xem lại mã, là những chữ đầu tên thư mục trong {data.name}/xa; xã chưa có thì tạo bằng portal new.",
        )
    return found[0]


def _may_be_written(files: Sequence[Path], data: Path) -> None:
    form = files[0]
    if form.suffix.lower() != ".xlsx" or not form.parent.is_dir():
        raise Refused(f"“{form}” phải là tên một tệp .xlsx trong một thư mục đã có.")
    if data.resolve() in form.resolve().parents:
        raise Refused(f"“{form}” nằm trong thư mục dữ liệu; chọn chỗ khác, bản thảo chưa phải số liệu.")
    for file in files:
        if file.exists():
            raise Refused(f"Đã có tệp “{file}”. Đổi tên hoặc chuyển tệp ấy đi, hoặc chọn tên khác bằng --out.")
