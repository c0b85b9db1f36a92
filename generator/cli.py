"""The command `portal`: reads arguments, calls one function, prints. The only module that prints.

Exit codes: 0 done (warnings allowed), 1 errors in the data or pages, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from rich.console import Console

from generator import build
from generator.changes import report
from generator.changes.compare import compare
from generator.forms import exchange
from generator.judging.examine import Refused, examine, examine_keeping
from generator.nouns import schema
from generator.nouns.vietnamese import show_date
from generator.officer import pushed, sample, start, tell
from generator.publishing import serve
from generator.publishing.site import ROOT, Settings, SiteError
from generator.reading import history
from generator.reading.load import office_lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        return code
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except SiteError as fault:
        print(f"Không dựng được trang; trang cũ giữ nguyên.\n{fault}", file=sys.stderr)
        return 1


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” không phải ngày dạng 2026-05-31") from None


def _folder(text: str) -> Path:
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"không có thư mục “{text}”")
    return path


def _place(text: str) -> Path:
    path = Path(text)
    if path.exists() and not path.is_dir():
        raise argparse.ArgumentTypeError(f"“{text}” là một tệp, cần một thư mục")
    return path


def _address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise argparse.ArgumentTypeError(f"“{text}” không phải địa chỉ bắt đầu bằng https://")
    return text.rstrip("/") + "/"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="portal", description="Trang số liệu công khai của xã.")
    commands = parser.add_subparsers(required=True, metavar="LỆNH")

    checking = commands.add_parser("check", help="kiểm tra thư mục dữ liệu")
    checking.add_argument("--data", type=_folder, default=ROOT / "data", help="thư mục dữ liệu")
    checking.add_argument("--format", choices=("text", "json", "github"), default="text", help="cách in")
    checking.set_defaults(run=_check)

    comparing = commands.add_parser("compare", help="xem thư mục dữ liệu khác bản cũ những gì")
    comparing.add_argument("old", type=_folder, metavar="BẢN_CŨ", help="thư mục dữ liệu cũ")
    comparing.add_argument("--data", type=_folder, default=ROOT / "data", help="thư mục dữ liệu mới")
    comparing.add_argument("--format", choices=("text", "markdown"), default="text", help="cách in")
    comparing.set_defaults(run=_compare)

    for name, run, words in (
        ("build", _build, "kiểm tra rồi dựng cả trang"),
        ("serve", _serve, "xem thử trên máy, tự dựng lại khi sửa"),
    ):
        command = commands.add_parser(name, help=words)
        command.add_argument("--data", type=_folder, default=ROOT / "data", help="thư mục dữ liệu")
        command.add_argument("--out", type=_place, default=ROOT / "site", help="thư mục đặt trang")
        command.add_argument("--only", nargs="+", default=[], metavar="MÃ", help="chỉ dựng các xã này")
        command.add_argument("--date", type=_date, help="ngày của trang (mặc định: ngày của bản git)")
        command.add_argument("--site-url", type=_address, help="địa chỉ công khai của trang")
        command.add_argument("--offline", action="store_true", help="trang mở được từ thư mục trên đĩa")
        command.add_argument(
            "--keep-last-good", action="store_true", help="xã có lỗi thì dựng từ bản đúng gần nhất trong git"
        )
        command.add_argument("--report", type=Path, metavar="TỆP", help="ghi các xã bị giữ lại vào tệp JSON này")
        command.add_argument("--jobs", type=int, default=1, metavar="N", help="số tiến trình vẽ biểu đồ")
        command.set_defaults(run=run)
        if name == "serve":
            command.add_argument("--port", type=int, default=8000, help="cổng")

    starting = commands.add_parser("new", help="tạo thư mục trống cho một xã")
    starting.add_argument("code", nargs="+", metavar="MÃ", help="mã xã, 5 chữ số")
    starting.add_argument("--data", type=_folder, default=ROOT / "data", help="thư mục dữ liệu")
    starting.set_defaults(run=_new)
    pushing = commands.add_parser("prepush", help="git tự gọi trước khi gửi: chặn thông tin cá nhân")
    pushing.add_argument("--data", type=_folder, default=ROOT / "data", help="thư mục dữ liệu")
    pushing.add_argument("remote", nargs="?", default="", metavar="NƠI_NHẬN", help="tên kho nhận, git cho biết")
    pushing.set_defaults(run=_prepush)

    making = commands.add_parser("sample", help="tạo dữ liệu giả để thử")
    making.add_argument("--communes", type=int, required=True, metavar="N", help="số xã, tối đa 3.321")
    making.add_argument("--months", type=int, required=True, metavar="M", help="số tháng số liệu")
    making.add_argument("--seed", type=int, default=0, metavar="S", help="hạt giống ngẫu nhiên")
    making.add_argument("dir", type=_place, metavar="DIR", help="thư mục sẽ tạo (phải chưa có)")
    making.set_defaults(run=_sample)

    form = commands.add_parser("form", help="tạo biểu Excel của một xã để điền")
    form.add_argument("code", metavar="MÃ", help="mã xã")
    form.add_argument("file", type=Path, nargs="?", metavar="TỆP.xlsx", help="tên tệp (mặc định: bieu-MÃ-tên.xlsx)")
    form.add_argument("--data", type=_folder, default=ROOT / "data", help="thư mục dữ liệu")
    form.set_defaults(run=_form)

    importing = commands.add_parser("import", help="đưa biểu Excel đã điền vào dữ liệu")
    importing.add_argument("file", type=Path, metavar="TỆP.xlsx", help="biểu đã điền")
    importing.add_argument("--data", type=_folder, default=ROOT / "data", help="thư mục dữ liệu")
    importing.add_argument("--dry-run", action="store_true", help="chỉ nói sẽ thay đổi gì, không ghi")
    importing.set_defaults(run=_import)
    return parser


# --- commands ---------------------------------------------------------------------------------


def _check(options: argparse.Namespace) -> int:
    examined = examine(options.data)
    said = {"text": tell.as_text, "json": tell.as_json, "github": tell.as_annotations}[options.format](examined)
    if said:
        print(said)
    return 1 if examined.broken else 0


def _compare(options: argparse.Namespace) -> int:
    compared = compare(options.old, options.data)
    print(report.as_markdown(compared) if options.format == "markdown" else report.as_text(compared))
    return 1 if compared.errors or compared.older else 0


def _prepush(options: argparse.Namespace) -> int:
    if sys.stdin.isatty():
        raise Refused("Lệnh này do git tự gọi khi gửi (git push). Bật bằng: make hook")
    try:
        updates = [line for line in sys.stdin.read().splitlines() if line.strip()]
        leaks = pushed.leaks(options.data, updates, options.remote, office_lines(options.data))
        if leaks:
            print(tell.as_refusal(leaks, history.head(options.data)))
    except history.NoHistory as fault:
        raise Refused(f"Chưa gửi: không đọc được lịch sử git để kiểm tra ({fault}).") from None
    return _check(argparse.Namespace(data=options.data, format="text")) or int(bool(leaks))


def _build(options: argparse.Namespace) -> int:
    return _build_once(options)


def _build_once(options: argparse.Namespace) -> int:
    console = Console(stderr=True, highlight=False)
    if options.keep_last_good:
        with tempfile.TemporaryDirectory() as work:
            examined = examine_keeping(options.data, options.only, Path(work))
    else:
        examined = examine(options.data, options.only)
    if examined.problems:
        print(tell.as_text(examined))
    for code, day in examined.held.items():
        print(f"Xã {code}: số liệu mới có lỗi, giữ bản ngày {show_date(day)}.")
    for folder in examined.dropped:
        print(f"Xã {folder}: chưa có bản nào không lỗi, tạm không đăng.")
    if examined.broken:
        print("Chưa dựng trang; trang cũ (nếu có) giữ nguyên.", file=sys.stderr)
        return 1
    if options.report:
        options.report.write_text(report.held_as_json(examined), encoding="utf-8")
    date = options.date or build.default_date(examined.figures)
    settings = Settings(date, options.site_url or "", options.offline)
    say = console.print if console.is_terminal else print
    changed = build.build(examined, options.out, settings, say, options.only, options.jobs)
    where = options.out / "index.html"
    print(f"{'Đã dựng trang' if changed else 'Không có gì thay đổi'}: mở {where}")
    return 0


def _serve(options: argparse.Namespace) -> int:
    folders = [options.data, ROOT / "site_src", ROOT / "overrides"]

    def rebuild() -> int:
        try:
            return _build_once(options)
        except (Refused, SiteError) as fault:
            print(fault, file=sys.stderr)
            return 1

    return serve.serve(options.out, folders, options.port, rebuild, print)


def _new(options: argparse.Namespace) -> int:
    folder = start.write_commune(options.data, " ".join(options.code))
    print(f"""Đã tạo thư mục {folder} với xa.yml và {len(schema.TABLES)} bảng trống. Bước tiếp theo:
  1. Mở xa.yml, đọc lại tên xã, ghi cơ quan đầu mối nếu không phải UBND.
  2. Mở nguon.csv, thêm một dòng cho mỗi văn bản sẽ lấy số.
  3. Điền các bảng khác từ dòng 3 trở đi; dòng bắt đầu bằng “# ” chỉ để hướng dẫn, giữ hay xóa đều được.
  4. Chạy: portal check. Máy chỉ từng chỗ cần sửa cho tới khi báo “Không có lỗi”.""")
    return 0


def _sample(options: argparse.Namespace) -> int:
    try:
        made = sample.write_sample(options.dir, options.communes, options.months, options.seed)
    except ValueError as refusal:
        raise Refused(*refusal.args) from None
    print(f"Đã tạo dữ liệu giả của {made} xã trong {options.dir}")
    return 0


def _form(options: argparse.Namespace) -> int:
    path, problems = exchange.make_form(options.data, options.code, options.file)
    for problem in problems:
        print(tell.paragraph(problem))
    print(f"Đã tạo biểu: {path}" if path else "Chưa tạo biểu: sửa các lỗi trên trước.")
    return 0 if path else 1


def _import(options: argparse.Namespace) -> int:
    came = exchange.import_form(options.file, options.data, write=not options.dry_run)
    for problem in came.problems:
        print(tell.paragraph(problem))
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
