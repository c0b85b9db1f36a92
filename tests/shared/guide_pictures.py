"""The pictures of the officers' guide, made anew from the real thing: `make pictures`.

The worked example of the guide is followed on made-up data; the Excel form is drawn by LibreOffice (soffice, pdftoppm)
where there is one, pages and answers by Chromium. PNG files with few colours and nothing beside the pixels; their sizes
are written into the pages. An answer is shown as its text, without the look of the web site that it will stand on.
"""

from __future__ import annotations

import copy
import datetime as dt
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import markdown  # type: ignore[import-untyped]
from browsing import chromium
from guide import COMMUNE, GUIDE, add, example, fenced, whole
from openpyxl import load_workbook
from PIL import Image, ImageChops
from playwright.sync_api import Page, sync_playwright
from support import replace

from generator.build import build
from generator.changes import pr_comment
from generator.changes.compare import compare
from generator.commune.survey import underway
from generator.forms.make_form import form_of, make_form, month_form_of
from generator.officer.sample import write_sample
from generator.publishing.mkdocs_site import Settings

PICTURES = GUIDE / "anh"
SITE, SAMPLE = "mau/mau-99999/", "ha-noi/ba-dinh-00004/"
DAY = dt.date(2026, 7, 5)
"""The day of the example: what is due on it stands in pictures."""
PHONE, WIDE, TALL = 360, 480, 440
"""Width of a telephone; width of an answer and the most that is shown of it. In CSS pixels."""
SHARP = 2
"""Pixels of a picture for one of the page."""
COLOURS = 32
_STYLE = """<meta charset="utf-8"><style>
body { background: #fff; color: #1f2328; font: 15px/1.5 "Noto Sans", sans-serif; margin: 0; padding: 16px 20px; }
h2 { border-bottom: 1px solid #d1d9e0; font-size: 1.35em; margin: 0 0 .7em; padding-bottom: .3em; }
h3 { font-size: 1.1em; margin: 1em 0 .5em; } ul { padding-left: 1.5em; } p { margin: 0 0 .7em; }
code { background: #eff1f3; border-radius: 4px; font-size: .88em; padding: .15em .35em; }
</style>"""


# --- made of few colours ----------------------------------------------------------------------


def small(picture: bytes) -> bytes:
    """A picture with at most COLOURS colours, and nothing beside its pixels."""
    return png(_opened(picture).quantize(COLOURS))


def png(picture: Image.Image) -> bytes:
    """A picture as a file."""
    made = BytesIO()
    picture.save(made, "PNG", optimize=True)
    return made.getvalue()


def _opened(picture: bytes) -> Image.Image:
    return Image.open(BytesIO(picture)).convert("RGB")


# --- pages and answers ------------------------------------------------------------------------


def answer(page: Page, before: Path, data: Path) -> bytes:
    """The text of the answer below a proposed change."""
    page.set_viewport_size({"width": WIDE, "height": 400})
    text = markdown.markdown(pr_comment.as_markdown(compare(before, data, DAY)), tab_length=2)
    for mark, plain, colour in (("✅", "✔", "#1a7f37"), ("❌", "✘", "#cf222e")):  # not every machine has coloured ones
        text = text.replace(mark, f'<span style="color: {colour}">{plain}</span>')
    page.set_content(_STYLE + text)
    height = min(TALL, int(page.evaluate("document.documentElement.scrollHeight")))
    return page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": WIDE, "height": height})


def of_site(page: Page, site: Path, address: str, height: int, words: str = "", above: int = 20) -> bytes:
    """A page as on a telephone, `height` CSS pixels of it: from its top, or from `above` the place that says
    `words`, which is unfolded.
    """
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.goto((site / address / "index.html").as_uri())
    top = 0.0
    if words:
        place = page.locator("article").get_by_text(words).first
        place.evaluate(
            "here => { for (; here; here = here.parentElement) if (here.localName == 'details') here.open = true }"
        )
        box = place.bounding_box()
        assert box, words
        top = max(0.0, box["y"] - above)
    return page.screenshot(full_page=True, clip={"x": 0, "y": top, "width": PHONE, "height": height})


def site_of(data: Path, out: Path, day: dt.date = DAY) -> Path:
    """The site of some data, to be opened from disk."""
    build(underway(data), out, Settings(day, offline=True), tell=lambda *_: None)
    return out


# --- the form ---------------------------------------------------------------------------------

_FILLED: Mapping[str, Mapping[str, str | int | dt.date]] = {
    "Văn bản nguồn": {
        "Mã văn bản": "bc-thang-6", "Số hiệu": "38/BC-UBND", "Ngày ban hành": dt.date(2026, 6, 30),
        "Cơ quan ban hành": "UBND xã Mẫu", "Tên văn bản": "Báo cáo công tác tháng 6 năm 2026",
        "Tình trạng": "đã có số", "Kỳ báo cáo": "tháng 6/2026", "Từ ngày": dt.date(2026, 6, 1),
        "Đến ngày": dt.date(2026, 6, 30), "Ngày muộn nhất văn bản có thể biết": dt.date(2026, 6, 30),
        "Đọc hoặc hỏi ở đâu": "Bảng tin trụ sở UBND xã Mẫu",
    },
    "Hồ sơ thủ tục hành chính": {
        "Kỳ (như in)": "tháng 6/2026", "Loại kỳ": "trong kỳ", "Từ ngày": dt.date(2026, 6, 1),
        "Đến ngày": dt.date(2026, 6, 30), "Tiếp nhận": 447, "Tiếp nhận mới": 452, "Kỳ trước chuyển qua": 22,
        "Nộp trực tuyến": 408, "Nộp trực tiếp, bưu chính": 17, "Trực tuyến gồm cả kỳ trước": "không",
        "Đã giải quyết": 421, "Trước hạn": 380, "Đúng hạn": 38, "Quá hạn": 3, "Đang giải quyết": 26,
        "Đang giải quyết, trong hạn": 25, "Đang giải quyết, quá hạn": 1, "Văn bản nguồn": "bc-thang-6",
        "Vị trí trong văn bản": "Mục II, bảng 1",
    },
}  # fmt: skip
"""What an officer types into the form; one number is a slip."""
_HEADER, _NEW = 3, 5


def form(data: Path, work: Path) -> Path:
    """The filled form as a PDF, a sheet a page."""
    empty, filled = work / "trong.xlsx", work / "bieu.xlsx"
    make_form(data, "99999", empty, lambda folder, catalogue, _: form_of(folder, catalogue, DAY))
    book = load_workbook(empty)
    for name, cells in _FILLED.items():
        sheet = book[name]
        places = {str(cell.value).removesuffix(" *"): cell.column for cell in sheet[_HEADER] if cell.value}
        for heading, value in cells.items():
            above: Any = sheet.cell(_NEW - 1, places[heading])  # a spreadsheet goes on like the row above by itself
            cell = sheet.cell(_NEW, places[heading], value)
            cell.number_format, cell.border = above.number_format, copy.copy(above.border)
    book.save(filled)
    return _drawn(filled, work)


_ANSWERS = {"Số hiệu": "38/BC-UBND", "Ngày ban hành": "30/06/2026", "Tiếp nhận": "447", "Tiếp nhận mới": "425"}
"""What an officer has typed so far into the month's form."""


def month_form(data: Path, work: Path) -> Path:
    """The month's form, its filling begun, as a PDF."""
    path = work / "thang.xlsx"
    make_form(data, "99999", path, partial(month_form_of, month=dt.date(2026, 6, 1)))
    book = load_workbook(path)
    page: Any = book.active
    for row in page.iter_rows():
        if row[0].value in _ANSWERS:
            row[1].value = _ANSWERS[row[0].value]
    book.save(path)
    return _drawn(path, work)


def _drawn(path: Path, work: Path) -> Path:
    """A workbook as LibreOffice prints it."""
    profile = f"-env:UserInstallation={(work / 'lo').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(work), str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path.with_suffix(".pdf")


def of_form(pdf: Path, sheet: int, dots: int, size: tuple[int, int], *, right: bool = False) -> bytes:
    """The upper left corner of what stands on a sheet, or its upper right one, drawn at so many dots an inch."""
    pages = ["pdftoppm", "-png", "-f", str(sheet), "-l", str(sheet)]
    whole = subprocess.run([*pages, "-r", "72", str(pdf)], check=True, capture_output=True).stdout
    inked = ImageChops.invert(_opened(whole)).point(lambda shade: 255 * (shade > 5)).getbbox()
    assert inked
    left, top, end, _ = inked
    width, height = size
    x = int((end + 1) * dots / 72) - width if right else int((left - 1) * dots / 72)
    area = {"-x": x, "-y": int((top - 1) * dots / 72), "-W": width, "-H": height, "-r": dots}
    options = [str(part) for option in area.items() for part in option]
    return subprocess.run([*pages, *options, str(pdf)], check=True, capture_output=True).stdout


# --- all of them ------------------------------------------------------------------------------


def pictures(page: Page, work: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of each picture, large still."""
    before, data = example(work / "truoc"), example(work / "sau")
    for name, row in zip(("nguon.csv", "tthc.csv"), fenced("hang-thang", "csv"), strict=True):
        add(data, name, row)
    yield "tra-loi-sach", answer(page, before, data)
    yield "trang-xa", of_site(page, site_of(data, work / "trang"), SITE, 620)
    reason, _ = fenced("dinh-chinh", "text")
    replace(data / COMMUNE / "tthc.csv", 'bảng 1",,\ntháng 6', f'bảng 1","{reason.strip()}",\ntháng 6')
    site = site_of(data, work / "dinh-chinh")
    yield "dinh-chinh", of_site(page, site, f"{SITE}thu-tuc-hanh-chinh/", 420, "Đính chính ngày", 260)
    typed = fenced("hang-thang", "csv")[1]
    replace(data / COMMUNE / "tthc.csv", typed, typed.replace("01/06/2026,30/06", "01/06/2026,15/07"))
    replace(data / COMMUNE / "nguon.csv", "30/06/2026,Bảng tin", "15/07/2026,Bảng tin")
    replace(data / COMMUNE / "nguon.csv", "BC-UBND,30/06/2026", "BC-UBND,15/07/2026")
    site = site_of(data, work / "canh-bao")
    yield "can-xem-lai", of_site(page, site, f"{SITE}thu-tuc-hanh-chinh/", 190, "Cần xem lại")
    wrong = example(work / "sai")
    for name, row in zip(("nguon.csv", "tthc.csv"), fenced("hang-thang", "csv"), strict=True):
        add(wrong, name, row.replace(",425,", ",452,"))
    yield "tra-loi-loi", answer(page, before, wrong)
    year = work / "mot-nam"
    write_sample(year, 1, 12, 1)
    site = site_of(year, work / "trang-mot-nam", dt.date(2026, 11, 22))
    yield "mot-nam", of_site(page, site, f"{SAMPLE}thu-tuc-hanh-chinh/", 760, "Nhìn nhanh", 20)
    if not shutil.which("soffice"):
        sys.stderr.write("Không có LibreOffice (soffice): ảnh của biểu Excel để như cũ.\n")
        return
    pdf = form(before, work)
    yield "bieu-bat-dau", of_form(pdf, 1, 130, (1120, 650))
    yield "bieu-tthc", of_form(pdf, 3, 720, (1560, 280))
    yield "bieu-thang", of_form(month_form(before, work), 1, 110, (1040, 708))
    yield "bieu-kiem", of_form(pdf, 3, 720, (1760, 280), right=True)


def main() -> None:
    """Make every picture, and write its size where it is shown."""
    sizes = {}
    blank = png(Image.new("P", (1, 1)))
    for name in re.findall(r"anh/([a-z-]+)\.png", whole()):  # no page may lack one while the site is built
        if not (PICTURES / f"{name}.png").exists():
            (PICTURES / f"{name}.png").write_bytes(blank)
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(bypass_csp=True, device_scale_factor=SHARP, color_scheme="light")
        for name, picture in pictures(page, Path(work)):
            made = small(picture)
            (PICTURES / f"{name}.png").write_bytes(made)
            width, height = (int.from_bytes(made[at : at + 4]) for at in (16, 20))
            sizes[name] = (width // SHARP, height // SHARP)
        browser.close()
    for path in GUIDE.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(anh/([a-z-]+)\.png\)\{) [^}]*\}", lambda m: _sized(m, sizes), text), encoding="utf-8")


def _sized(found: re.Match[str], sizes: dict[str, tuple[int, int]]) -> str:
    if found[2] not in sizes:
        return found[0]
    width, height = sizes[found[2]]
    return f"{found[1]} width={width} height={height} loading=lazy }}"


if __name__ == "__main__":
    main()
