"""What an officer is told of a form that came, and what a province's clerk is told of many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generator.changes.changes import follows
from generator.forms.bring_in import Imported
from generator.forms.many_imports import Answer, ManyForms
from generator.forms.return_list import CAME, FAULTY, FILE, STATE, TAKEN, TODO, WAITING, ReturnList
from generator.forms.words import CODE, STAMP
from generator.language.vietnamese import slug
from generator.model.grouping import grouped
from generator.officer import problem_text
from generator.reading.province import Province

DETAILS = "Xem thêm:"
"""Opens what stands below the fold."""
MOST_FIRST = 3
"""Things to do that stand first; the others are told below."""
FEWEST_ALIKE = 3
"""Numbers of one period, one after the other, from which on the period is said once, above them."""
_ADDED = re.compile(r"Thêm: (?P<what>.+), (?P<period>[^,]+): (?P<value>.+)")


def answer(came: Imported, *, written: bool) -> str:
    """First whether anything is to be done, and what; then what changes. Below `DETAILS` stands what asks for nothing.

    `written` is whether it was written.
    """
    by_severity = grouped(came.problems, lambda problem: problem.severity)
    errors, warnings, notes = (by_severity.get(one, []) for one in ("error", "warning", "note"))
    doing, later = (errors, warnings) if errors else (warnings, [])
    lines = [_verdict_of(len(errors), len(warnings))]
    numbered = problem_text.numbered(doing)
    for told_of in numbered[:MOST_FIRST]:
        lines += told_of
    if len(doing) > MOST_FIRST:
        lines.append(f"Và {len(doing) - MOST_FIRST} chỗ nữa, kể ở cuối.")
    told = [line for line in came.changes if not follows(line)]
    if not came.broken and came.files:
        lines += ["Đã thay đổi:" if written else "Sẽ thay đổi (chưa ghi):"]
        lines += [f"  {line}" for line in by_period(told) or ("Chỉ cách viết trong tệp, không con số nào.",)]
    elif not came.broken:
        lines.append("Biểu không có gì khác số liệu hiện có; không ghi gì.")
    details = [line for told_of in numbered[MOST_FIRST:] for line in told_of]
    details += [line for one in (*later, *notes) for line in problem_text.to_do(one)]
    details += [line for line in came.changes if follows(line)]
    if came.files and not came.broken:
        details.append(f"Tệp {'đã ghi' if written else 'sẽ ghi'}: {', '.join(came.files)}")
    return "\n".join([*lines, *([DETAILS, *(f"  {line}" for line in details)] if details else [])])


def by_period(told: Sequence[str]) -> list[str]:
    """What changes, with the period of many added numbers said once.

    >>> by_period([f"Thêm: Số máy {what}, tháng 6/2026: 5 bộ" for what in ("in", "quét", "tính")])
    ['Thêm, tháng 6/2026:', '  Số máy in: 5 bộ', '  Số máy quét: 5 bộ', '  Số máy tính: 5 bộ']
    """
    made: list[str] = []
    for period, lines in groupby(told, lambda line: found["period"] if (found := _ADDED.fullmatch(line)) else ""):
        own = [*lines]
        added = [found for line in own if (found := _ADDED.fullmatch(line))]
        if period and len(own) >= FEWEST_ALIKE:
            made += [f"Thêm, {period}:", *(f"  {one['what']}: {one['value']}" for one in added)]
        else:
            made += own
    return made


def _verdict_of(errors: int, warnings: int) -> str:
    if errors:
        return f"Chưa ghi gì. Sửa {errors} chỗ rồi gửi lại:"
    return f"Nhận được. Nên xem lại {warnings} chỗ:" if warnings else "Nhận được, không có gì phải sửa."


def answer_files(many: ManyForms, province: Province, *, written: bool) -> dict[str, str]:
    """The answer to each form as a text to send back: named by the commune's folder, else by the form."""
    made: dict[str, str] = {}
    for one in many.answers:
        name = province.folders.get(one.code) or f"khong-ro-xa-{slug(one.file)[:80]}"
        text = f"{one.file}\n\n{answer(one.came, written=written)}\n"
        made[f"{name}.txt"] = f"{made[f'{name}.txt']}\n{text}" if f"{name}.txt" in made else text
    return made


def marked(listed: ReturnList, many: ManyForms) -> ReturnList:
    """The list with what came: a form counts where it bears the mark that stands in the list for its commune."""
    for one in many.answers:
        if one.code and one.came.stamp == listed.row(one.code).get(STAMP):
            state = FAULTY if one.came.broken else TAKEN
            if state == FAULTY and listed.row(one.code).get(STATE) == TAKEN:
                continue  # what was taken stays taken
            listed = listed.with_row(one.code, **{STATE: state, CAME: one.file, TODO: _first_fault(one)})
    return listed


def report(many: ManyForms, province: Province, listed: ReturnList | None) -> Iterator[str]:
    """How many came; what is to be mended; what was taken; who has not sent theirs: by the list, or this time where
    there is none.
    """
    names = {unit.code: unit.name for unit in province.communes}
    faulty = [one for one in many.answers if one.came.broken]
    taken = [one for one in many.answers if not one.came.broken]
    yield f"{len(many.answers)} biểu: {len(taken)} nhận được, {len(faulty)} còn lỗi nên giữ lại."
    for (name, fault), alike in grouped(faulty, lambda one: (names.get(one.code, ""), _first_fault(one))).items():
        yield f"CÒN LỖI: {name or 'Không rõ xã'} ({', '.join(one.file for one in alike)}). {fault}"
    if taken:
        yield f"Nhận được: {', '.join(_taken(one, names, listed) for one in taken)}."
    if listed:
        yield from _odd(many, names, listed)
    if many.alike:
        yield f"Giống hệt một biểu khác nên chỉ đọc một lần: {', '.join(many.alike)}."
    if many.others:
        yield f"Không phải bảng tính nên không đọc: {', '.join(many.others)}."
    if listed:
        if waiting := listed.of(WAITING):
            yield f"{len(waiting)} xã chưa gửi lại biểu của đợt này: {', '.join(waiting)}."
        told = {names.get(one.code) for one in faulty}
        if broken := [name for name in listed.of(FAULTY) if name not in told]:
            yield f"{len(broken)} xã còn lỗi từ lần nạp trước: {', '.join(broken)}."
        return
    came = {one.code for one in many.answers}
    if silent := [names[code] for code in province.folders if code not in came]:
        yield f"{len(silent)} xã không có biểu trong lần này: {', '.join(silent)}."


def _taken(one: Answer, names: Mapping[str, str], listed: ReturnList | None) -> str:
    """A commune whose form was taken; its file where that is not the one that was sent to it."""
    told = f"{len(one.came.changes)} thay đổi" if one.came.files else "không có gì mới"
    known = listed.row(one.code).get(FILE) if listed else None
    return f"{names[one.code]} ({told})" if one.file == known else f"{names[one.code]} ({one.file}: {told})"


def _odd(many: ManyForms, names: Mapping[str, str], listed: ReturnList) -> Iterator[str]:
    """Forms that bear another round's mark, and those in a file that was sent to another commune."""
    owners = {row[FILE]: row.get(CODE, "") for row in listed.rows if row.get(FILE)}
    for one in many.answers:
        name = names.get(one.code, "")
        if name and one.came.stamp != listed.row(one.code).get(STAMP, ""):
            taken = "" if one.came.broken else " số không lỗi vẫn được ghi,"
            yield f"{one.file}: đây không phải biểu của đợt này:{taken} không tính là {name} đã gửi."
        owner = owners.get(one.file.rpartition("/")[2])
        if name and owner and owner != one.code:
            yield (
                f"{one.file}: tên tệp là biểu của {names.get(owner, owner)}, bên trong là biểu của {name} nên số được "
                f"tính cho {name}. Hỏi lại hai nơi ấy; nếu là số của {names.get(owner, owner)} thì phải điền lại."
            )


def _first_fault(one: Answer) -> str:
    errors = [problem for problem in one.came.problems if problem.severity == "error"]
    if not errors:
        return ""
    more = f" (và {len(errors) - 1} lỗi nữa)" if len(errors) > 1 else ""
    return f"Dòng {errors[0].line}: {errors[0].message}{more}" if errors[0].line > 1 else f"{errors[0].message}{more}"
