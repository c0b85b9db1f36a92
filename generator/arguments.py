"""What may be typed after `portal`: subcommands, their options, and what each option must look like."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from generator.forms.next_period import NEXT_MONTH
from generator.publishing import copies
from generator.publishing.edition import NONE
from generator.publishing.mkdocs_site import ROOT


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


def _standing(text: str) -> str:
    """A site, a part of one or a file of one: an address on the web, or what is there on the disk."""
    if copies.is_address(text):
        _address(text)
    elif not Path(text).exists():
        raise argparse.ArgumentTypeError(f"không có “{text}”; địa chỉ trên mạng thì ghi cả https://")
    return text


def _month(text: str) -> dt.date:
    found = re.fullmatch(r"(0?[1-9]|1[0-2])/(20\d\d)", text)
    if not found:
        raise argparse.ArgumentTypeError(f"“{text}” không phải tháng viết như 06/2026")
    return dt.date(int(found[2]), int(found[1]), 1)


def _previous(text: str) -> str:
    return text if text == NONE else _standing(text)


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise argparse.ArgumentTypeError(f"“{text}” không phải địa chỉ bắt đầu bằng https://")
    return text.rstrip("/") + "/"


def parser() -> argparse.ArgumentParser:
    """The whole command; `command` of what it reads is the name of the subcommand."""
    made = argparse.ArgumentParser(prog="portal", description="Trang số liệu công khai của xã.")
    commands = made.add_subparsers(required=True, dest="command", metavar="LỆNH")

    checking = commands.add_parser("check", help="kiểm tra thư mục dữ liệu")
    checking.add_argument("--format", choices=("text", "json", "github"), default="text", help="cách in")

    comparing = commands.add_parser("compare", help="xem thư mục dữ liệu khác bản cũ những gì")
    comparing.add_argument("old", type=_folder, metavar="BẢN_CŨ", help="thư mục dữ liệu cũ")
    comparing.add_argument("--format", choices=("text", "markdown"), default="text", help="cách in")
    for command in (checking, comparing):
        command.add_argument("--data", type=_folder, default=ROOT / "data", help="thư mục dữ liệu")
        command.add_argument("--date", type=_date, help="ngày xét (mặc định: hôm nay); sau ngày ấy chưa thể có số")

    for name, words in (("build", "kiểm tra rồi dựng cả trang"), ("serve", "xem thử trên máy, tự dựng lại khi sửa")):
        command = commands.add_parser(name, help=words)
        _building(command)
        if name == "serve":
            command.add_argument("--port", type=int, default=8000, help="cổng")

    starting = commands.add_parser("new", help="tạo thư mục trống cho một xã, hoặc cho cả tỉnh")
    which = starting.add_mutually_exclusive_group(required=True)
    which.add_argument("code", nargs="*", default=[], metavar="MÃ", help="mã xã, 5 chữ số")
    which.add_argument("--tinh", metavar="MÃ_TỈNH", help="mọi xã của tỉnh này chưa có thư mục")
    starting.add_argument("--data", type=_folder, default=ROOT / "data", help="thư mục dữ liệu")
    pushing = commands.add_parser("prepush", help="git tự gọi trước khi gửi: chặn thông tin cá nhân")
    pushing.add_argument("--data", type=_folder, default=ROOT / "data", help="thư mục dữ liệu")
    pushing.add_argument("remote", nargs="?", default="", metavar="NƠI_NHẬN", help="tên kho nhận, git cho biết")
    pushing.add_argument("--personal", action="store_true", help="chỉ tìm thông tin cá nhân, không kiểm tra số liệu")

    making = commands.add_parser("sample", help="tạo dữ liệu giả để thử")
    making.add_argument("--communes", type=int, required=True, metavar="N", help="số xã, tối đa 3.321")
    making.add_argument("--months", type=int, required=True, metavar="M", help="số tháng số liệu")
    making.add_argument("--seed", type=int, default=0, metavar="S", help="hạt giống ngẫu nhiên")
    making.add_argument("--faults", action="store_true", help="thêm các xã có lỗi, mỗi mã lỗi một xã")
    making.add_argument("--tinh", action="append", default=[], metavar="MÃ", help="chỉ xã của tỉnh mang mã này")
    making.add_argument("dir", type=_place, metavar="DIR", help="thư mục sẽ tạo (phải chưa có)")

    _forms(commands.add_parser("form", help="tạo biểu Excel của một xã để điền, hoặc của cả tỉnh trong một gói"))
    _reading(commands.add_parser("read", help="đọc một báo cáo (.docx, .pdf, .txt) thành bản thảo trong biểu Excel"))
    _importing(commands.add_parser("import", help="đưa biểu Excel đã điền, hoặc bảng nhiều xã, vào dữ liệu"))
    _printing(commands.add_parser("notice", help="in tờ niêm yết của một xã, hoặc của cả tỉnh, thành tệp PDF"))
    _owners(commands.add_parser("owners", help="ghi tệp CODEOWNERS: ai phải duyệt thay đổi của xã nào"))
    planning = commands.add_parser("parts", help="kê các phần của trang để nhiều máy cùng dựng (JSON)")
    planning.add_argument("--data", type=_folder, default=ROOT / "data", help="thư mục dữ liệu")
    joining = commands.add_parser("join", help="ghép các phần của trang do nhiều máy dựng")
    joining.add_argument("parts", type=_folder, nargs="+", metavar="PHẦN", help="thư mục có site và build của một phần")
    joining.add_argument("--out", type=_place, default=ROOT / "site", help="nơi đặt trang, chưa có gì")
    _verifying(commands.add_parser("verify", help="đối chiếu một trang hay một tệp đã tải với bản phát hành"))
    return made


def _building(command: argparse.ArgumentParser) -> None:
    command.add_argument("--data", type=_folder, default=ROOT / "data", help="thư mục dữ liệu")
    command.add_argument("--out", type=_place, default=ROOT / "site", help="thư mục đặt trang")
    command.add_argument("--only", nargs="+", default=[], metavar="MÃ", help="chỉ dựng các xã này")
    command.add_argument("--date", type=_date, help="ngày của trang (mặc định: ngày của bản git)")
    command.add_argument("--site-url", type=_address, help="địa chỉ công khai của trang")
    command.add_argument("--offline", action="store_true", help="trang mở được từ thư mục trên đĩa")
    command.add_argument(
        "--keep-last-good", action="store_true", help="xã có lỗi thì dựng từ bản đúng gần nhất trong git"
    )
    command.add_argument(
        "--report",
        type=Path,
        metavar="TỆP",
        help="ghi các xã bị giữ lại và các xã đã lâu không có số mới vào tệp JSON này",
    )
    command.add_argument(
        "--previous", type=_previous, metavar="BẢN_TRƯỚC",
        help=f"trang đã đăng mà trang này thay: địa chỉ, thư mục hoặc manifest.json; {NONE}: bắt đầu danh sách mới",
    )  # fmt: skip
    command.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="số tiến trình (mặc định: số nhân của máy)"
    )
    command.add_argument("--quiet", action="store_true", help="không kể từng bước")


def _forms(command: argparse.ArgumentParser) -> None:
    of_whom = command.add_mutually_exclusive_group(required=True)
    of_whom.add_argument("code", nargs="?", metavar="MÃ", help="mã xã")
    command.add_argument("file", type=Path, nargs="?", metavar="TỆP.xlsx", help="tên tệp (mặc định: bieu-MÃ-tên.xlsx)")
    of_whom.add_argument("--tinh", metavar="MÃ_TỈNH", help="biểu của mọi xã có thư mục ở tỉnh này")
    command.add_argument(
        "--thang", type=_month, nargs="?", const=NEXT_MONTH, metavar="MM/YYYY",
        help="biểu ngắn của một tháng: chỉ các ô báo cáo tháng ấy phải điền (mặc định: tháng kế tiếp)",
    )  # fmt: skip
    command.add_argument("--out", type=Path, metavar="TỆP.zip", help="tên gói (mặc định: bieu-MÃ_TỈNH-tên.zip)")
    command.add_argument("--data", type=_folder, default=ROOT / "data", help="thư mục dữ liệu")


def _reading(command: argparse.ArgumentParser) -> None:
    command.add_argument("report", type=Path, metavar="BÁO_CÁO", help="báo cáo: Word (.docx), PDF có chữ, hoặc .txt")
    command.add_argument("code", metavar="MÃ", help="mã xã")
    command.add_argument("--out", type=Path, metavar="TỆP.xlsx", help="tên tệp (mặc định: ban-thao-MÃ-tên.xlsx)")
    command.add_argument("--data", type=_folder, default=ROOT / "data", help="thư mục dữ liệu")


def _importing(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="TỆP", help="biểu đã điền; với --tinh: thư mục hoặc gói .zip")
    how = command.add_mutually_exclusive_group()
    how.add_argument("--tinh", metavar="MÃ_TỈNH", help="nạp mọi biểu của các xã ở tỉnh này")
    how.add_argument("--theo", type=Path, metavar="MAP.yml", help="bảng nhiều xã, đọc theo bản đồ cột này")
    command.add_argument("--all-or-none", action="store_true", help="với --theo: một xã có lỗi thì không ghi xã nào")
    command.add_argument(
        "--list", type=Path, metavar="TỆP.xlsx",
        help="danh sách theo dõi do portal form --tinh tạo (mặc định: bieu-MÃ_TỈNH-tên-theo-doi.xlsx ở đây, nếu có)",
    )  # fmt: skip
    command.add_argument(
        "--out", type=_place, metavar="THƯ_MỤC", help="nơi ghi lời trả lời từng xã (mặc định: tra-loi-MÃ_TỈNH-tên)"
    )
    command.add_argument("--data", type=_folder, default=ROOT / "data", help="thư mục dữ liệu")
    command.add_argument("--dry-run", action="store_true", help="chỉ nói sẽ thay đổi gì, không ghi")


def _printing(command: argparse.ArgumentParser) -> None:
    whose = command.add_mutually_exclusive_group(required=True)
    whose.add_argument("code", nargs="?", metavar="MÃ", help="mã xã")
    whose.add_argument("--tinh", metavar="MÃ_TỈNH", help="mọi xã có số liệu ở tỉnh này, mỗi xã một tệp")
    command.add_argument(
        "--out", type=Path, metavar="NƠI",
        help="tên tệp (mặc định: niem-yet-MÃ-tên.pdf); với --tinh: thư mục (mặc định: niem-yet-MÃ_TỈNH-tên)",
    )  # fmt: skip
    command.add_argument("--data", type=_folder, default=ROOT / "data", help="thư mục dữ liệu")
    command.add_argument(
        "--subject", nargs="+", default=[], metavar="MỤC",
        help="chỉ in các mục này, gọi như trong địa chỉ của trang: thu-tuc-hanh-chinh, ngan-sach, …",
    )  # fmt: skip
    command.add_argument("--site-url", type=_address, help="địa chỉ công khai của trang, cần cho mã QR")
    command.add_argument("--date", type=_date, help="ngày in trên tờ (mặc định: ngày của bản git)")


def _owners(command: argparse.ArgumentParser) -> None:
    command.add_argument("--tinh", required=True, metavar="MÃ_TỈNH", help="tỉnh của các xã")
    command.add_argument(
        "--team", nargs="+", required=True, metavar="@NHÓM", help="tài khoản hoặc nhóm của tỉnh, duyệt được mọi xã"
    )
    command.add_argument("--list", type=Path, metavar="TỆP", help="mỗi dòng: mã xã rồi các tài khoản, nhóm của xã ấy")
    command.add_argument("--out", type=Path, default=ROOT / ".github" / "CODEOWNERS", metavar="TỆP", help="tệp sẽ ghi")
    command.add_argument("--data", type=_folder, default=ROOT / "data", help="thư mục dữ liệu")


def _verifying(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "place", type=_standing, metavar="NƠI", help="địa chỉ trang, thư mục trang, một phần của trang, hoặc một tệp"
    )
    command.add_argument(
        "--manifest", type=_standing, metavar="NƠI",
        help="trang hoặc manifest.json để đối chiếu (mặc định: cạnh hay phía trên NƠI)",
    )  # fmt: skip
