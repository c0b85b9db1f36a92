"""What programs are told at the root of the site: `llms.txt`, what is here in plain words, and `robots.txt`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from generator.country.country import Country, with_data
from generator.country.map_pages import MAP
from generator.country.published_tables import ALL
from generator.country.sitemap import FILE as SITEMAP
from generator.language.numbers import show_number

LIST, ROBOTS = "llms.txt", "robots.txt"
_PAGES = (
    ("danh-sach/", "Danh sách xã A–Z", "mọi xã có trang, và các tỉnh"),
    (MAP, "Bản đồ", "xã nào đã có số liệu, xã nào chưa"),
    ("chi-tieu/", "Chỉ tiêu", "từng con số nghĩa là gì, xã nào đã có"),
    ("chat-luong-so-lieu/", "Chất lượng số liệu", "chỗ lệch, chỗ trống, xã đang giữ bản cũ"),
    ("dinh-chinh/", "Đính chính", "số từng đăng đã sửa"),
    ("phuong-phap/", "Phương pháp", "số lấy ở đâu, tính lại thế nào"),
    ("thuat-ngu/", "Thuật ngữ", "chữ viết tắt và từ khó"),
)
_TABLES = ("so-lieu", "nguon", "khac-biet", "xa")
"""The tables that are named; the description of all tables names the others."""


def files(country: Country) -> dict[str, str]:
    """Both, the second only where the site stands at the root of its host: nowhere else is it asked for."""
    at_root = country.site_url and urlsplit(country.site_url).path == "/"
    robots = f"User-agent: *\nAllow: /\nSitemap: {country.site_url}{SITEMAP}\n"
    return {LIST: "".join(f"{line}\n" for line in _lines(country)), **({ROBOTS: robots} if at_root else {})}


def _lines(country: Country) -> Iterator[str]:
    who, site = country.operator, country.site_url
    yield f"# {who.site or 'Số liệu công khai của xã'}"
    yield ""
    yield (
        f"> Số liệu của {show_number(with_data(country.communes))} xã, phường, đặc khu ở Việt Nam, chép từ văn bản của "
        "xã. Mỗi con số có kỳ, văn bản và chỗ đứng trong văn bản; số máy tính lại được nói là tính lại; hai văn bản "
        "lệch nhau thì đứng cạnh nhau. Đây không phải cổng thông tin chính thức của cơ quan nhà nước."
    )
    yield from _part("Trang", (f"[{name}]({site}{path}): {told}" for path, name, told in _PAGES))
    yield from _part("Dữ liệu", (
        *(f"[{table.file}]({site}{table.file}): {table.about}" for table in ALL if table.name in _TABLES),
        f"[datapackage.json]({site}du-lieu/datapackage.json): mọi bảng, từng cột (Data Package v2)",
        f"[Cách dùng]({site}du-lieu/): tải, nạp, kiểm tra tệp",
        "Của riêng một xã: thư mục du-lieu/ dưới trang của xã, cùng các cột",
    ))  # fmt: skip
    yield from _part("Đọc cho đúng", (
        "Ô trống là văn bản không in số, không phải bằng không.",
        "Chỉ so những số cùng chỉ tiêu, cùng phần, cùng kỳ và cùng cơ sở (co_so); số lũy kế không cộng với nhau.",
        "Xã được đặt cạnh nhau, không xếp hạng.",
    ))  # fmt: skip
    yield from _part("Trích dẫn", (
        "Nêu xã, chỉ tiêu, kỳ, văn bản nguồn, và địa chỉ của con số: trang của văn bản, sau dấu # là mã ngắn của số.",
        f"Con số trong văn bản công khai là sự kiện; phần sưu tập dùng theo {who.licence.name}: {who.licence.address}",
        *([f"Người vận hành: {who.name}"] if who.name else []),
    ))  # fmt: skip


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    yield from (f"- {line}" for line in lines)
