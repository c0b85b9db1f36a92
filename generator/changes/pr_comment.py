"""A comparison told to an officer: on a terminal, or as the comment below a proposed change."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence

from generator.changes.changes import follows
from generator.changes.compare import Comparison
from generator.changes.github import FOLD, code, plain
from generator.commune.outcome import Survey
from generator.figures.due import silence
from generator.language.quotes import cut
from generator.language.vietnamese import office
from generator.model.grouping import grouped
from generator.model.problem import Problem

MARKER = "<!-- portal -->"
"""First line of the comment, unseen: by it the next run finds the comment that it must renew."""
LONGEST = 60_000
"""Letters of a comment; GitHub refuses more than 65,536."""
MOST_PROBLEMS, MOST_CHANGES, LONGEST_ITEM = 50, 100, 1_000
MOST_FIRST = 3
"""Things to do that stand before the fold."""

FIX = "Sửa xong, gửi lại: máy tự kiểm tra lần nữa và viết lại lời này."
PAGE = "Nếu nhận thay đổi này, trang sẽ khác"
SAME_PAGE = "Số liệu trên trang không đổi."
WANTED = "Kỳ tới cần có"


def verdict(comparison: Comparison) -> str:
    """The first line: whether there is something to mend."""
    older = f"; {len(comparison.older)} lỗi khác đã có từ trước" if comparison.older else ""
    if comparison.errors:
        return f"❌ Còn {comparison.errors} lỗi phải sửa{older}"
    asked = sum(problem.severity == "warning" for problem in comparison.problems)
    return f"✅ Nhận được, {f'nên xem lại {asked} chỗ' if asked else 'không có gì phải sửa'}{older}"


def _groups(comparison: Comparison) -> Iterator[tuple[str, Sequence[Problem]]]:
    """Problems under what they ask for."""
    by_severity = grouped(comparison.problems, lambda problem: problem.severity == "error")
    yield "Phải sửa", by_severity.get(True, ())
    yield "Nên xem lại", by_severity.get(False, ())
    yield "Lỗi đã có từ trước", comparison.older


def _place(problem: Problem) -> str:
    return f"Dòng {problem.line}" + (f", cột {problem.column}" if problem.column else "")


def _unclear(comparison: Comparison) -> str:
    names = ", ".join(comparison.unclear)
    return f"Chưa so được vì số liệu cũ hoặc mới còn lỗi: {names}." if names else ""


# --- as text ----------------------------------------------------------------------------------


def as_text(comparison: Comparison) -> str:
    """The whole report for a terminal; nothing is left out."""
    lines = [verdict(comparison)]
    for heading, problems in _groups(comparison):
        if problems:
            lines += ["", f"{heading} ({len(problems)}):"]
        for file, own in grouped(problems, lambda problem: problem.file).items():
            lines.append(f"  {file}")
            for problem in own:
                lines += [f"    {_place(problem)}: {problem.message}", f"      Cách sửa: {problem.remedy}"]
    if comparison.changes:
        lines += ["", f"{PAGE}:"]
    elif not comparison.unclear:
        lines += ["", SAME_PAGE]
    for heading, told in comparison.changes.items():
        lines += [f"  {heading}", *(f"    {line}" for line in told)] if heading else [f"  {line}" for line in told]
    lines += ["", _unclear(comparison)] if comparison.unclear else []
    for name, told in comparison.wanted.items():
        lines += ["", f"{WANTED} ({name}):", *(f"    {line}" for line in told)]
    return "\n".join(lines)


# --- as Markdown ------------------------------------------------------------------------------


def as_markdown(comparison: Comparison) -> str:
    """The comment: at most `LONGEST` letters; where a list is cut, it says how much is left out.

    First what is to be done, `MOST_FIRST` things at most, and what the site would say; what asks for nothing, and what
    there is no room for, is folded away below. Made of headings, lists, bold, code and folds only; no text of the data
    is anything but text in it.
    """
    errors = [problem for problem in comparison.problems if problem.severity == "error"]
    advised = [problem for problem in comparison.problems if problem.severity != "error"]
    parts, folded = [f"## {verdict(comparison)}"], []
    first, rest = errors[:MOST_FIRST], errors[MOST_FIRST:]
    if first:
        parts.append(f"### Phải sửa ({len(errors)})\n\n{_listed(first)}")
        parts += [f"Và {len(rest)} chỗ nữa, ở phần “Xem thêm”."] if rest else []
        parts.append(FIX)
    if rest:
        folded.append(f"### Phải sửa, tiếp ({len(rest)})\n\n{_listed(rest)}")
    asked = [problem for problem in advised if problem.severity == "warning"]
    if asked and not errors:
        parts.append(f"### Nên xem lại ({len(asked)})\n\n{_listed(asked[:MOST_FIRST])}")
        parts += [f"Và {len(asked) - MOST_FIRST} chỗ nữa, ở phần “Xem thêm”."] if len(asked) > MOST_FIRST else []
        advised = [*asked[MOST_FIRST:], *(problem for problem in advised if problem.severity == "note")]
    if advised:
        folded.append(f"### Nên xem lại ({len(advised)})\n\n{_listed(advised)}")
    if comparison.older:
        folded.append(f"### Lỗi đã có từ trước ({len(comparison.older)})\n\n{_listed(comparison.older)}")
    told, following = _parted(comparison)
    if told:
        parts.append(f"### {PAGE}\n\n{_changes(told)}")
    elif not following and not comparison.unclear:
        parts.append(SAME_PAGE)
    if following:
        folded.append(f"### Kéo theo\n\n{_changes(following)}")
    if comparison.unclear:
        parts.append(plain(_unclear(comparison)))
    for name, lines in comparison.wanted.items():
        parts.append(f"### {WANTED} ({plain(name)})\n\n" + "\n".join(f"- {plain(line)}" for line in lines))
    room = LONGEST - len(MARKER) - 2
    said = _bounded("\n\n".join(parts), room * 2 // 3 if folded else room)
    room -= len(said) + sum(map(len, FOLD)) + 6
    if folded:
        said = "\n\n".join([said, FOLD[0], _bounded("\n\n".join(folded), room), FOLD[1]])
    return "\n\n".join([MARKER, said]) + "\n"


def _parted(comparison: Comparison) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Lines of change by commune: those that were made, and those that only follow from them."""
    both: tuple[dict[str, list[str]], dict[str, list[str]]] = {}, {}
    for heading, lines in comparison.changes.items():
        for line in lines:
            both[follows(line)].setdefault(heading, []).append(line)
    return both


def _listed(problems: Sequence[Problem]) -> str:
    shown = problems[:MOST_PROBLEMS]
    parts = []
    for file, own in grouped(shown, lambda problem: problem.file).items():
        parts.append(f"**{code(file)}**\n\n" + "\n".join(_item(problem) for problem in own))
    if rest := len(problems) - len(shown):
        parts.append(f"… và {rest} điều nữa; bản kiểm tra đầy đủ nêu tất cả.")
    return "\n\n".join(parts)


def _item(problem: Problem) -> str:
    column = f", cột {code(problem.column)}" if problem.column else ""
    message, remedy = (plain(cut(text, LONGEST_ITEM)) for text in (problem.message, problem.remedy))
    return f"- Dòng {problem.line}{column}: {message}\n  **Cách sửa:** {remedy}"


def _changes(changes: Mapping[str, Sequence[str]]) -> str:
    parts, left = [], MOST_CHANGES
    for heading, told in changes.items():
        shown = told[: max(0, left)]
        left -= len(shown)
        title = [f"**{plain(heading)}**\n"] if heading else []
        more = [f"- … và {len(told) - len(shown)} thay đổi nữa."] if len(told) > len(shown) else []
        parts.append("\n".join([*title, *(f"- {plain(cut(line, LONGEST_ITEM))}" for line in shown), *more]))
    return "\n\n".join(parts)


def _bounded(text: str, longest: int) -> str:
    """A text cut between two lines, and told so."""
    if len(text) <= longest:
        return text
    lines = text.split("\n")
    kept = lines[:]
    while sum(map(len, kept)) + len(kept) > longest - 100:
        kept.pop()
    told = "\n".join(kept).rstrip()
    return f"{told}\n\n… và {len(lines) - len(kept)} dòng nữa; bản kiểm tra đầy đủ nêu tất cả."


# --- communes held back -----------------------------------------------------------------------


def as_report(surveyed: Survey, day: dt.date) -> str:
    """What a build has to tell the offices of communes, for programs.

    `{"held": [{"folder", "code", "name", "contact", "kept", "told"}], "silent": [{"folder", "code", "name", "contact",
    "newest", "months"}]}`. `held` are the communes that a build with `--keep-last-good` held back: `kept` is the day
    (ISO) of the version that the site shows, '' where it shows none; `told` the problems as Markdown. `silent` are
    those of which nothing newer than a day (`newest`, ISO) has come for `months`. `contact` is the office that is told.
    """
    assert surveyed.shared.catalogue
    held = []
    for outcome in surveyed.outcomes:
        if outcome.shown and not outcome.kept:
            continue
        code_ = outcome.folder.split("-", 1)[0]
        official = surveyed.shared.catalogue.units.get(code_)
        commune = outcome.shown.commune if outcome.shown else None
        name = commune.name if commune else official.name if official else outcome.folder
        errors = [problem for problem in outcome.problems if problem.severity == "error"]
        told = _bounded(_listed(errors), LONGEST - 1_000)
        contact = plain((commune and commune.contact) or office(name))
        who = {"folder": outcome.folder, "code": code_, "name": name, "contact": contact}
        held.append(who | {"kept": outcome.kept, "told": told})
    return json.dumps({"held": held, "silent": list(_silent(surveyed, day))}, ensure_ascii=False, indent=2)


def _silent(surveyed: Survey, day: dt.date) -> Iterator[dict[str, object]]:
    for one in surveyed.communes:
        if one.commune and one.commune.province and one.newest and (months := silence(one.newest, day)):
            contact = plain(one.commune.contact or office(one.commune.name))
            who = {"folder": one.folder, "code": one.commune.code, "name": one.commune.name, "contact": contact}
            yield who | {"newest": one.newest.isoformat(), "months": months}
