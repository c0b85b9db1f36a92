"""Problems in words: for a terminal, for programs, for the lines of a pull request."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence

from generator.commune.outcome import Survey
from generator.language.vietnamese import show_date
from generator.model.problem import Problem
from generator.officer.push_check import Leak

_SEVERITY = {"error": "LỖI", "warning": "CẢNH BÁO", "note": "GHI CHÚ"}


def as_text(surveyed: Survey) -> str:
    """One paragraph a problem, and a last line that sums up."""
    told = surveyed.told
    errors, warnings = (sum(p.severity == severity for p in told) for severity in ("error", "warning"))
    also = f", {warnings} cảnh báo nên xem lại" if warnings else ""
    read = f"đã đọc {surveyed.files} tệp"
    figures = f"{surveyed.figures_made} số liệu"
    whole = f"{errors} lỗi phải sửa{also}; {read}." if errors else f"Không có lỗi{also}; {read}, {figures}."
    return "\n".join([*map(paragraph, told), whole])


def of_build(surveyed: Survey) -> str:
    """What whoever builds a site is told of its data: problems if there are any, and what stands in for faulty ones."""
    lines = [as_text(surveyed)] if surveyed.problems else []
    for outcome in surveyed.outcomes if surveyed.keeping else ():
        if outcome.kept:
            code = outcome.folder.split("-", 1)[0]
            lines.append(f"Xã {code}: số liệu mới có lỗi, giữ bản ngày {show_date(outcome.kept)}.")
        elif outcome.shown is None:
            lines.append(f"Xã {outcome.folder}: chưa có bản nào không lỗi, tạm không đăng.")
    return "\n".join(lines)


def paragraph(problem: Problem) -> str:
    """A problem in three lines: where, what, what to do."""
    column = f", cột {problem.column}" if problem.column else ""
    place = f"{_SEVERITY[problem.severity]} {problem.file}, dòng {problem.line}{column} [{problem.code}]"
    return f"{place}\n  {problem.message}\n  Cách sửa: {problem.remedy}"


def numbered(problems: Sequence[Problem]) -> list[list[str]]:
    """Problems as things to do, the first being 1; a remedy that was told already is only pointed to."""
    first: dict[str, int] = {}
    made = []
    for number, problem in enumerate(problems, 1):
        before = first.setdefault(problem.remedy, number)
        remedy = problem.remedy if before == number else f"như chỗ {before}."
        made.append(to_do(dataclasses.replace(problem, remedy=remedy), number))
    return made


def to_do(problem: Problem, number: int = 0) -> list[str]:
    """A problem as something to do, in two lines: where and what, then how; its code last, to be looked up."""
    column = f", {problem.column}" if problem.column else ""
    place = f"{problem.file}, dòng {problem.line}{column}" if problem.line > 1 or column else problem.file
    opening = f"{number}. " if number else "- "
    return [f"{opening}{place}: {problem.message}", f"   Cách sửa: {problem.remedy} (mã: {problem.code})"]


def as_refusal(leaks: Sequence[Leak], head: str) -> str:
    """Why nothing was pushed and how to go on; `head` is the short id of the newest commit."""
    lines = [
        "Chưa gửi lên. Những thứ sau sẽ thành công khai,",
        "kể cả khi tệp đã sửa hoặc xóa ở lần ghi sau, vì lịch sử git giữ mọi bản:",
        *(f"  {leak.path}, lần ghi {leak.commit}: {leak.what}" for leak in leaks),
    ]
    if all(leak.commit.startswith(head) or head.startswith(leak.commit) for leak in leaks):
        lines.append("Cách sửa: xóa khỏi tệp, rồi chạy “git add -A”, “git commit --amend --no-edit” và gửi lại.")
    else:
        lines.append(
            "Cách sửa: những thứ này nằm ở lần ghi cũ hơn lần cuối, sửa tệp bây giờ là chưa đủ. Đừng gửi; "
            "nhờ người quản trị kho dữ liệu viết lại các lần ghi chưa gửi."
        )
    return "\n".join([*lines, "Số máy, hộp thư của cơ quan được công khai: kê vào mục duong_day của xa.yml."])


def as_json(surveyed: Survey) -> str:
    """The form of the public contract."""
    problems = [dataclasses.asdict(problem) for problem in surveyed.told]
    said = {"problems": problems, "files": surveyed.files, "figures": surveyed.figures_made}
    return json.dumps(said, ensure_ascii=False, indent=2)


def as_annotations(surveyed: Survey) -> str:
    """GitHub's workflow commands: each problem at its line."""
    return "\n".join(_annotation(problem) for problem in surveyed.told)


def _annotation(problem: Problem) -> str:
    level = {"error": "error", "warning": "warning", "note": "notice"}[problem.severity]
    place = f"file={_property(f'data/{problem.file}')},line={problem.line},title={_property(problem.code)}"
    text = f"{problem.message}\nCách sửa: {problem.remedy}"
    return f"::{level} {place}::" + text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return text.replace("%", "%25").replace(":", "%3A").replace(",", "%2C").replace("\n", "%0A")
