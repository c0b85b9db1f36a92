"""The command `portal`: reads arguments, calls one function, prints. The only module that prints.

Exit codes: 0 done (warnings allowed), 1 errors in the data or pages, 2 wrong usage or another build at work.
"""

from __future__ import annotations

import argparse
import datetime as dt
import errno
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from rich.console import Console

from generator import build
from generator.arguments import parser
from generator.changes import pr_comment
from generator.changes.compare import compare
from generator.commune.survey import survey, underway
from generator.forms import exchange, make_form
from generator.language.disk_faults import why
from generator.language.vietnamese import in_print
from generator.model.problem import Problem, Refused
from generator.officer import new_commune, problem_text, push_check, sample
from generator.officer.print_notices import print_notices
from generator.pieces.views import view_of
from generator.publishing import serve, site_key, switch
from generator.publishing.at_fault import AtFault
from generator.publishing.mkdocs_site import ROOT, Settings, SiteError
from generator.publishing.pdf import NotPrinted
from generator.reading import git
from generator.reading.data_folder import office_lines
from generator.tables.all_tables import TABLES


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    options = parser().parse_args(arguments)
    try:
        return _COMMANDS[options.command](options)
    except Refused as refusal:
        print(_shown(refusal), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu; trang và số liệu đã có giữ nguyên.", file=sys.stderr)
        return 130
    except OSError as fault:  # a full or read-only disk, a file that may not be read
        print(_shown(f"Không đọc hoặc không ghi được “{fault.filename or ''}”: {why(fault)}."), file=sys.stderr)
        return 2
    except NotPrinted as fault:
        print(f"Chưa in.\n{fault}", file=sys.stderr)
        return 1
    except SiteError as fault:
        print(f"Không dựng được trang; trang cũ giữ nguyên.\n{fault}", file=sys.stderr)
        return 1


def _shown(words: object) -> str:
    """Words that may name a file by odd letters, fit for any screen; lines stay lines."""
    return "\n".join(line if line.isprintable() else in_print(line) for line in str(words).split("\n"))


# --- commands ---------------------------------------------------------------------------------


def _check(options: argparse.Namespace) -> int:
    surveyed = survey(options.data, (), options.date)
    said = {"text": problem_text.as_text, "json": problem_text.as_json, "github": problem_text.as_annotations}[
        options.format
    ](surveyed)
    if said:
        print(said)
    return 1 if surveyed.broken else 0


def _compare(options: argparse.Namespace) -> int:
    compared = compare(options.old, options.data)
    print(pr_comment.as_markdown(compared) if options.format == "markdown" else pr_comment.as_text(compared))
    return 1 if compared.errors or compared.older else 0


def _prepush(options: argparse.Namespace) -> int:
    if sys.stdin.isatty():
        raise Refused("Lệnh này do git tự gọi khi gửi (git push). Bật bằng: make hook")
    try:
        updates = [line for line in sys.stdin.read().splitlines() if line.strip()]
        leaks = push_check.leaks(options.data, updates, options.remote, office_lines(options.data))
        if leaks:
            print(problem_text.as_refusal(leaks, git.head(options.data)))
    except git.NoHistory as fault:
        raise Refused(f"Chưa gửi: không đọc được lịch sử git để kiểm tra ({fault}).") from None
    return _check(argparse.Namespace(data=options.data, format="text", date=None)) or int(bool(leaks))


_OF_THE_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO}
"""Errors of a disk that is full, broken or not ours to write."""


def _build(options: argparse.Namespace) -> int:
    """Alone from the first look at the data on, so that no older state of them follows a newer one."""
    try:
        with switch.alone(options.out):
            return _build_alone(options)
    except OSError as fault:
        if fault.errno not in _OF_THE_DISK:
            raise
        raise SiteError(f"Không ghi được “{fault.filename or options.out}” ({why(fault)}).") from None


def _build_alone(options: argparse.Namespace, at_fault: Sequence[Problem] = ()) -> int:
    """`at_fault` are what the pages of single communes showed when they were built before."""
    console = Console(stderr=True, highlight=False)
    say = console.print if console.is_terminal else print
    kept = tuple(at_fault) if options.keep_last_good else None
    begun = underway(options.data, options.only, _day_of(options), kept)
    date = options.date or build.default_date(lambda: underway(options.data, options.only, _day_of(options)).outcomes)
    settings = Settings(date, options.site_url or "", options.offline)
    key = partial(site_key.key, options.data, begun.names, settings)
    before = site_key.told(build.workplace(options.out), options.out, key()) if kept is None else None
    if before is not None:  # older versions come from git, which no key knows
        _print(before)
        print(f"Không có gì thay đổi: mở {options.out / 'index.html'}")
        return 0
    try:
        made = build.build(begun, options.out, settings, say, options.only, options.jobs, key if kept is None else None)
    except build.Unsound as fault:
        _print(problem_text.of_build(fault.surveyed))
        print("Chưa dựng trang; trang cũ (nếu có) giữ nguyên.", file=sys.stderr)
        return 1
    except AtFault as fault:
        if not options.keep_last_good:
            print("\n".join(problem_text.paragraph(problem) for problem in fault.problems))
            raise
        print("Trang của một số xã không đăng được; dựng lại với bản trước của các xã ấy.", file=sys.stderr)
        return _build_alone(options, (*at_fault, *fault.problems))
    _print(problem_text.of_build(made))
    if options.report:
        options.report.write_text(pr_comment.held_as_json(made), encoding="utf-8")
    print(f"Đã dựng trang: mở {options.out / 'index.html'}")
    return 0


def _print(text: str) -> None:
    if text:
        print(text)


def _day_of(options: argparse.Namespace) -> dt.date:
    """The day of the check: today, or the day of the site where that is later. A site made for an earlier day may
    still hold what has happened since.
    """
    return max(dt.date.today(), options.date or dt.date.min)


def _serve(options: argparse.Namespace) -> int:
    folders = [options.data, ROOT / "site_src", ROOT / "overrides"]

    def rebuild() -> int:
        try:
            return _build(options)
        except switch.Busy:
            raise
        except (Refused, SiteError) as fault:
            print(fault, file=sys.stderr)
            return 1

    return serve.serve(options.out, folders, options.port, rebuild, print)


def _new(options: argparse.Namespace) -> int:
    folder = new_commune.write_commune(options.data, " ".join(options.code))
    print(f"""Đã tạo thư mục {folder} với xa.yml và {len(TABLES)} bảng trống. Bước tiếp theo:
  1. Mở xa.yml, đọc lại tên xã, ghi cơ quan đầu mối nếu không phải UBND.
  2. Mở nguon.csv, thêm một dòng cho mỗi văn bản sẽ lấy số.
  3. Điền các bảng khác từ dòng 3 trở đi; dòng bắt đầu bằng “# ” chỉ để hướng dẫn, giữ hay xóa đều được.
  4. Chạy: portal check. Máy chỉ từng chỗ cần sửa cho tới khi báo “Không có lỗi”.""")
    return 0


def _sample(options: argparse.Namespace) -> int:
    try:
        made = sample.write_sample(options.dir, options.communes, options.months, options.seed, faults=options.faults)
    except ValueError as refusal:
        raise Refused(*refusal.args) from None
    print(f"Đã tạo dữ liệu giả của {made} xã trong {options.dir}")
    return 0


def _form(options: argparse.Namespace) -> int:
    path, problems = make_form.make_form(options.data, options.code, options.file)
    for problem in problems:
        print(problem_text.paragraph(problem))
    print(_shown(f"Đã tạo biểu: {path}") if path else "Chưa tạo biểu: sửa các lỗi trên trước.")
    return 0 if path else 1


def _import(options: argparse.Namespace) -> int:
    came = exchange.import_form(options.file, options.data, write=not options.dry_run)
    for problem in came.problems:
        print(problem_text.paragraph(problem))
    if came.broken:
        errors = sum(problem.severity == "error" for problem in came.problems)
        print(f"Chưa ghi gì: {errors} lỗi phải sửa rồi gửi lại.")
        return 1
    if not came.files:
        print("Biểu không có gì khác số liệu hiện có; không ghi gì.")
        return 0
    print("Sẽ thay đổi (chưa ghi):" if options.dry_run else "Đã thay đổi:")
    print("\n".join(f"  {line}" for line in came.changes or ("Chỉ cách viết trong tệp, không con số nào.",)))
    print(f"Tệp {'sẽ ghi' if options.dry_run else 'đã ghi'}: {', '.join(came.files)}")
    return 0


def _notice(options: argparse.Namespace) -> int:
    surveyed = survey(options.data, [options.code])
    if surveyed.broken:
        print(problem_text.as_text(surveyed))
        print("Chưa in: sửa các lỗi trên trước.", file=sys.stderr)
        return 1
    date = options.date or build.default_date(lambda: surveyed.outcomes)
    view = view_of(surveyed, date, options.site_url or "")
    path, pages = print_notices(view, options.subject, options.out)
    print(f"Đã in {pages} tờ niêm yết: {path}")
    if not options.site_url:
        print("Tờ chưa có mã QR vì chưa biết địa chỉ của trang: thêm --site-url https://… rồi in lại.")
    return 0


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "check": _check, "compare": _compare, "build": _build, "serve": _serve, "new": _new, "prepush": _prepush,
    "sample": _sample, "form": _form, "import": _import, "notice": _notice,
}  # fmt: skip
