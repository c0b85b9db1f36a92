"""A closer look at charts in a real Chromium, on the built site with its own strict policy: what a reader asks for
comes, answers to pointer, finger and keys, and can be taken away; nothing else is loaded and no rule is broken.
"""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Literal

import pytest
from browsing import Scheme, Visit, Windows, until, until_true
from playwright.sync_api import Locator, Page, Route, expect
from test_browser import CHART_FAULTS, VINH_THUY

from generator.charts.interactive import PROGRAM

pytestmark = pytest.mark.browser

DOSSIERS, STAGES, MONEY = (
    f"{VINH_THUY}{subject}/" for subject in ("thu-tuc-hanh-chinh", "muc-tieu-nhiem-vu", "ngan-sach")
)
KINDS = {
    "intervals": (DOSSIERS, 0, "Năm\u00a02025: 99,2%.", "01/01/2026–10/06/2026: 98,97%."),
    "bars": (MONEY, 0, "140 triệu đồng.", "135,4 triệu đồng."),
    "steps": (STAGES, 0, "Hài lòng làm qua mạng: 100%", "Dùng lại giấy tờ đã có: 99,92%"),
}
"""A chart of each kind: its page, which one there it is, what its first and its last row say."""
SIZES = (320, 1280)
LOST = "Chưa tải được. Kiểm tra mạng rồi bấm lại; hình và bảng số vẫn ở trên trang."


def tools(page: Page, which: int) -> Locator:
    """A chart of the page, its tools laid out."""
    page.evaluate("document.querySelectorAll('details.fold').forEach(one => { one.open = true })")
    figure = page.locator("figure[data-chart]").nth(which)
    figure.get_by_role("button", name="Xem kỹ, tải về").press("Enter")  # no pointer that then lies on the chart
    figure.locator(".tools").wait_for()
    return figure


def answering(page: Page, which: int) -> Locator:
    """A chart of the page that answers."""
    figure = tools(page, which)
    figure.get_by_role("button", name="Xem tương tác").press("Enter")
    figure.locator(".live svg path").first.wait_for()
    return figure


def saved(page: Page, figure: Locator, what: str, folder: Path) -> Path:
    """The file that a button gives."""
    with page.expect_download() as download:
        figure.get_by_role("button", name=what).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def said(figure: Locator) -> str:
    """The line below the chart."""
    return figure.locator(".said").inner_text()


def test_nothing_is_loaded_before_it_is_asked_for(visit: Visit, site: str, tmp_path: Path) -> None:
    """A page loads none of this; the tools are a small script and style, enough for downloads; the rest comes last."""
    page, faults = visit(STAGES, 360)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    page.reload()
    assert not [name for name in asked if "bieu-do" in name or "tuong-tac" in name or "vega" in name]
    asked.clear()
    figure = tools(page, 0)
    for kind in ("PNG", "SVG", "CSV"):
        saved(page, figure, kind, tmp_path)
    came = [name for name in asked if not name.startswith("blob:") and "bieu-tuong" not in name]
    assert sorted(came) == ["assets/bieu-do.js", "assets/xem-ky.css"]
    asked.clear()
    assert "tải thêm khoảng 300 KB" in figure.get_by_role("button", name="Xem tương tác").inner_text()
    figure.get_by_role("button", name="Xem tương tác").click()
    figure.locator(".live svg path").first.wait_for()
    commune = f"{VINH_THUY}du-lieu/bieu-do.json"
    assert sorted(asked) == sorted(["assets/tuong-tac.js", "assets/bieu-do.json", commune, PROGRAM])
    asked.clear()
    figure.get_by_role("button", name="Xem bản tĩnh").click()
    figure.get_by_role("button", name="Xem tương tác").click()
    figure.locator(".live svg path").first.wait_for()
    assert asked == []
    assert faults == []


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_keys_walk_through_a_chart(visit: Visit, kind: str, width: int) -> None:
    """Home, End and arrows choose a row, which is framed and said; Escape leads out; the still chart comes back."""
    path, which, first, last = KINDS[kind]
    page, faults = visit(path, width)
    figure = answering(page, which)
    assert page.evaluate("document.activeElement.className") == "live"
    assert "phím mũi tên" in str(figure.locator(".live").get_attribute("aria-label"))
    page.keyboard.press("ArrowDown")
    assert first in said(figure)
    framed = figure.locator(".live svg [stroke-opacity='1']")
    framed.first.wait_for(state="attached")
    assert framed.count() == 1
    page.keyboard.press("ArrowLeft")
    assert first in said(figure)
    page.keyboard.press("End")
    assert last in said(figure)
    end = said(figure)
    page.keyboard.press("ArrowRight")
    assert said(figure) == end
    page.keyboard.press("ArrowUp")
    assert said(figure) != end
    page.keyboard.press("Home")
    assert first in said(figure)
    assert "Báo cáo" in said(figure)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    drawing, frame = figure.locator(".live svg").bounding_box(), figure.bounding_box()
    assert drawing
    assert frame
    assert frame["x"] <= drawing["x"]
    assert drawing["width"] >= 0.85 * frame["width"]
    assert drawing["x"] + drawing["width"] <= frame["x"] + frame["width"]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "Xem bản tĩnh"
    page.keyboard.press("Enter")
    assert figure.locator(".live").count() == 0
    assert figure.locator("svg.chart").is_visible()
    assert faults == []


@pytest.mark.parametrize("width", SIZES)
def test_the_pointer_brings_words(visit: Visit, width: int) -> None:
    """Words in Vietnamese stand beside the pointer, inside the window, and go with it."""
    page, faults = visit(STAGES, width)
    figure = answering(page, 0)
    box = figure.locator(".live svg").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] - 20, box["y"] + 20)
    tip = page.locator(".tip")
    tip.wait_for()
    assert tip.locator("dt").all_inner_texts() == ["Nội dung", "Số liệu", "Kỳ", "Nguồn"]
    assert tip.locator("dd").all_inner_texts() == [
        "Hài lòng làm qua mạng",
        "100%, 01/01/2026–10/06/2026; mục tiêu: 95% (2026–2027), 99% (2028–2030)",
        "Năm 2026 (tính đến ngày 10/6/2026)",
        "Báo cáo tháng 6/2026 (chưa đánh số); Kế hoạch tháng 7/2026 (chưa đánh số)",
    ]  # fmt: skip
    place = tip.bounding_box()
    assert place
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= width
    assert "Hài lòng làm qua mạng: 100%" in said(figure)
    page.mouse.move(1, 1)
    tip.wait_for(state="detached")
    assert faults == []


def test_a_finger_brings_words(visit: Visit) -> None:
    """A tap on a row shows and says it; a tap elsewhere lets go."""
    page, _ = visit(STAGES, 360, has_touch=True)
    page.reload()  # a browser without windows knows of fingers from the second page on
    figure = page.locator("figure[data-chart]").first
    figure.get_by_role("button", name="Xem kỹ, tải về").tap()
    figure.get_by_role("button", name="Xem tương tác").tap()
    figure.locator(".live svg path").first.wait_for()
    box = figure.locator(".live svg").bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + 40, box["y"] + box["height"] - 20)
    assert "99,92%" in page.locator(".tip").inner_text()
    assert "Dùng lại giấy tờ đã có: 99,92%" in said(figure)
    figure.locator("figcaption").tap()
    assert page.locator(".tip").count() == 0
    assert "99,92%" not in said(figure)


def test_an_answering_chart_follows_light_and_dark(visit: Visit) -> None:
    """Its colours change with the page's, at once and without being drawn again."""
    page, faults = visit(DOSSIERS, 360)
    figure = answering(page, 0)
    colours = {}
    schemes: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        colours[scheme] = figure.evaluate(
            """figure => {
              const drawn = [...figure.querySelectorAll('.live svg path, .live svg text')];
              const still = [...figure.querySelectorAll('svg.chart [class^=f-]')];
              return [drawn, still].map(all => [...new Set(all.map(e => getComputedStyle(e).fill))].sort());
            }"""
        )
        live, still = colours[scheme]
        assert set(still) <= set(live)
    assert not set(colours["light"][1]) & set(colours["dark"][1])
    assert faults == []


def test_an_answering_chart_fits_when_the_window_turns(visit: Visit) -> None:
    """A phone that is turned shows the chart at its new width."""
    page, _ = visit(DOSSIERS, 360)
    figure = answering(page, 0)
    narrow = figure.locator(".live svg").get_attribute("viewBox")
    page.set_viewport_size({"width": 800, "height": 360})
    until(page, f"document.querySelector('.live svg').getAttribute('viewBox') !== '{narrow}'")
    box, frame = figure.locator(".live svg").bounding_box(), figure.locator(".drawing").bounding_box()
    assert box
    assert frame
    assert abs(box["width"] - frame["width"]) <= 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_stands_alone(visit: Visit, site: str, kind: str, scheme: Scheme, tmp_path: Path) -> None:
    """SVG and PNG hold place, title, legend, each word of the chart, source, address and day, in light colours."""
    path, which, _, _ = KINDS[kind]
    page, faults = visit(path, 360, scheme)
    figure = tools(page, which)
    svg, png = (saved(page, figure, kind, tmp_path) for kind in ("SVG", "PNG"))
    tree = ET.parse(svg).getroot()  # noqa: S314 (our own page wrote it)
    words = " ".join(
        " ".join("".join(text.itertext()) for text in tree.iter("{http://www.w3.org/2000/svg}text")).split()
    )
    title = figure.locator("figcaption").inner_text()
    shown = figure.locator("svg.chart text").all_text_contents()
    legend = figure.locator(".legend li").all_inner_texts()
    for text in (title, "Xã Vĩnh Thủy", figure.locator(".source").inner_text(), *legend, *filter(None, shown)):
        assert "".join(text.split()) in words.replace(" ", "")
    assert site.removeprefix("http://").split("/")[0] in words
    assert re.search(r"Lấy ngày \d\d/\d\d/\d{4} từ", words)
    marks = [one for one in tree if one.tag.endswith(("rect", "circle"))]
    assert len(marks) == 1 + len(legend)
    colours = {value for one in tree.iter() for name, value in one.attrib.items() if name in ("fill", "stroke")}
    assert not colours & {"rgb(238, 243, 246)", "rgb(88, 174, 240)", ""}
    assert {"rgb(10, 110, 189)", "rgb(180, 81, 10)", "rgb(11, 98, 181)"} & colours
    assert not [one for one in tree.iter() if {"class", "style", "href", "id"} & set(one.attrib)]
    content = png.read_bytes()
    assert content.startswith(b"\x89PNG")
    size = tuple(int.from_bytes(content[start : start + 4]) for start in (16, 20))
    assert size == (2 * int(tree.attrib["width"]), 2 * int(tree.attrib["height"]))
    assert len(content) > 10_000  # something is drawn on it
    assert svg.stem == png.stem
    assert svg.name.startswith("vinh-thuy-19405-")
    assert re.fullmatch(r"[a-z0-9-]{1,70}\.svg", svg.name)
    assert page.locator(".paper").count() == 0
    assert faults == []


@pytest.mark.parametrize("kind", KINDS)
def test_numbers_can_be_taken_away(visit: Visit, kind: str, tmp_path: Path) -> None:
    """The CSV is the table: each number as a number and as printed, its source and address in each row."""
    path, which, _, _ = KINDS[kind]
    page, faults = visit(path, 360)
    figure = tools(page, which)
    content = saved(page, figure, "CSV", tmp_path).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    head = figure.locator("thead th").all_text_contents()
    cells = figure.locator("tbody tr").first.locator("td")
    counted = cells.evaluate_all("all => all.map(cell => 'n' in cell.dataset)")
    columns = [
        (one, f"{one} (như trên trang)") if number else (one,) for one, number in zip(head[1:], counted, strict=True)
    ]
    assert rows[0] == [head[0], *(name for names in columns for name in names), "Nguồn", "Trang"]
    assert len(rows) == 1 + figure.locator("tbody tr").count()
    for row, line in zip(rows[1:], figure.locator("tbody tr").all(), strict=True):
        assert row[0] == line.locator("th").text_content()
        told = line.locator("[data-n]").evaluate_all(
            "all => all.map(cell => [cell.dataset.n, cell.firstChild.textContent])"
        )
        assert len(told) == sum(counted)
        for number, words in told:
            assert number in row
            assert any(printed == words.strip() or printed.startswith(f"{words.strip()} (") for printed in row)
            spoken = re.sub(r"^\D*", "", words).replace(".", "").replace(",", ".")
            assert path == MONEY or spoken.startswith(number)
        assert row[-2:] == [figure.locator(".source").inner_text(), page.url]
    assert faults == []


def test_without_signal_the_page_stays_whole(visit: Visit) -> None:
    """A sentence says so, the still chart stays, and the next try works."""
    page, _ = visit(DOSSIERS, 360)
    figure = tools(page, 0)

    def lost(route: Route) -> None:
        route.abort()

    page.route("**/vega-*.js", lost)
    look = figure.get_by_role("button", name="Xem tương tác")
    look.click()
    figure.get_by_text("Chưa tải được. Kiểm tra mạng rồi bấm lại").wait_for()
    assert figure.locator("svg.chart").is_visible()
    assert figure.locator(".live").count() == 0
    page.unroute("**/vega-*.js", lost)
    look.click()
    figure.locator(".live svg path").first.wait_for()
    assert figure.locator(".told").inner_text() == ""


def test_a_slow_line_is_said_and_the_button_stays(visit: Visit, tmp_path: Path) -> None:
    """A status says that it loads, still loads, or failed; the button keeps the focus and may be pressed again."""
    page, _ = visit(DOSSIERS, 360)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/bieu-do.js", hold)
    figure = page.locator("figure[data-chart]").first
    opener = figure.get_by_role("button", name="Xem kỹ, tải về")
    status = figure.get_by_role("status")
    opener.press("Enter")
    expect(status).to_have_text("Đang tải…")
    opener.press("Enter")
    expect(status).to_contain_text("Vẫn đang tải")
    expect(opener).to_be_focused()
    assert len(held) == 1
    held[0].abort()
    expect(status).to_have_text(LOST)
    expect(opener).to_have_text("Xem kỹ, tải về")
    opener.press("Enter")
    expect(status).to_have_text("Đang tải…")
    until_true(page, lambda: len(held) == 2, "asked for again")
    held[1].continue_()
    expect(figure.locator(".tools button").first).to_be_focused()
    expect(status).to_have_text("")
    page.unroute("**/bieu-do.js", hold)
    page.route("**/vega-*.js", hold)
    look = figure.get_by_role("button", name="Xem tương tác")
    look.press("Enter")
    expect(status).to_have_text("Đang tải…")
    saved(page, figure, "CSV", tmp_path)
    look.press("Enter")
    expect(status).to_contain_text("Vẫn đang tải")
    assert figure.locator("svg.chart").is_visible()
    assert len(held) == 3
    held[2].continue_()
    figure.locator(".live svg path").first.wait_for()
    expect(status).to_have_text("")


def test_an_old_browser_is_not_offered_what_it_cannot_run(visit: Visit, tmp_path: Path) -> None:
    """It gets pictures and numbers, and never fetches a program that it could not read."""
    page, _ = visit(DOSSIERS, 360)
    page.add_init_script("delete window.structuredClone")
    page.reload()
    figure = tools(page, 0)
    assert figure.locator(".tools button").all_inner_texts() == [
        "Tải ảnh (PNG)",
        "Tải hình vẽ (SVG)",
        "Tải số liệu (CSV)",
    ]
    assert saved(page, figure, "PNG", tmp_path).read_bytes().startswith(b"\x89PNG")
    page.close()


UNFIT = "Trình duyệt này chưa mở được phần này; hình và bảng số vẫn ở trên trang."
OURS = "Phần này đang có lỗi, không phải do mạng hay máy của bạn; hình và bảng số vẫn ở trên trang."
FAILING = {
    "program that defines nothing": ("**/vega-*.js", 200, "/**/", UNFIT),
    "program that cannot be read": ("**/vega-*.js", 200, "let a = ?;", UNFIT),
    "program that fails": ("**/vega-*.js", 200, "window.vegaEmbed = () => { throw new Error('no') }", OURS),
    "no such chart": ("**/du-lieu/bieu-do.json", 200, "{}", OURS),
    "no such kind": ("**/assets/bieu-do.json", 200, json.dumps({"program": PROGRAM, "kinds": {}}), OURS),
    "no such file": ("**/du-lieu/bieu-do.json", 404, "", OURS),
    "not what was asked": ("**/du-lieu/bieu-do.json", 200, "<!doctype html>", OURS),
    "no signal": ("**/du-lieu/bieu-do.json", 0, "", LOST),
}
"""What may go wrong: which file, its status (0 where nothing comes), what stands in it, what the reader is told."""


@pytest.mark.parametrize(("pattern", "status", "body", "words"), FAILING.values(), ids=FAILING)
def test_each_fault_has_its_own_words(visit: Visit, pattern: str, status: int, body: str, words: str) -> None:
    """Only a lost signal is called so; other faults are logged; the still chart stays in every case."""
    page, _ = visit(DOSSIERS, 360)
    logged: list[str] = []
    page.on("console", lambda said: logged.append(said.text) if said.type == "error" else None)
    page.route(pattern, lambda route: route.fulfill(status=status, body=body) if status else route.abort())
    figure = tools(page, 0)
    look = figure.get_by_role("button", name="Xem tương tác")
    look.click()
    expect(figure.get_by_role("status")).to_have_text(words)
    assert any("Error" in line and "at " in line for line in logged) == (words != LOST)
    assert figure.locator("svg.chart").is_visible()
    assert figure.locator(".live").count() == 0
    if words != OURS:
        page.unroute_all()
        look.click()
        figure.locator(".live svg path").first.wait_for()


UNDRAWN = {
    "no memory for it": "HTMLCanvasElement.prototype.toBlob = done => done(null)",
    "no canvas": "HTMLCanvasElement.prototype.getContext = () => null",
    "no image": "XMLSerializer.prototype.serializeToString = () => '<svg'",
    "a fault of ours": "XMLSerializer.prototype.serializeToString = () => { throw new Error('no') }",
}


@pytest.mark.parametrize("change", UNDRAWN.values(), ids=UNDRAWN)
def test_a_picture_that_fails_is_said(visit: Visit, change: str, tmp_path: Path) -> None:
    """The reader is told, nothing is left in the page or in memory, and the numbers can still be had."""
    page, faults = visit(DOSSIERS, 360)
    page.evaluate(
        """() => {
          window.kept = new Set();
          const [make, release] = [URL.createObjectURL, URL.revokeObjectURL];
          URL.createObjectURL = blob => { const url = make.call(URL, blob); kept.add(url); return url; };
          URL.revokeObjectURL = url => { kept.delete(url); release.call(URL, url); };
        }"""
    )
    figure = tools(page, 0)
    page.evaluate(f"() => {{ {change}; }}")
    figure.get_by_role("button", name="PNG").click()
    expect(figure.get_by_role("status")).to_contain_text("Máy này chưa tạo được tệp.")
    assert page.locator(".paper").count() == 0
    assert page.evaluate("kept.size") == 0
    assert len(faults) == 1  # logged, once
    saved(page, figure, "CSV", tmp_path)
    expect(figure.get_by_role("status")).to_have_text("")


def test_from_a_folder_only_what_works_is_offered(windows: Windows, built: Path, tmp_path: Path) -> None:
    """A page opened from disk gives pictures and numbers; what must be fetched is not offered."""
    with windows.opened((built / DOSSIERS / "index.html").as_uri()) as (page, faults):
        figure = tools(page, 0)
        assert figure.locator(".tools button").all_inner_texts() == [
            "Tải ảnh (PNG)",
            "Tải hình vẽ (SVG)",
            "Tải số liệu (CSV)",
        ]
        for kind in ("PNG", "SVG", "CSV"):
            path = saved(page, figure, kind, tmp_path)
            assert path.name.startswith("vinh-thuy-19405-dung-hen-hoac-truoc-hen")
            assert "file:" not in path.read_bytes().decode("utf-8", "replace")
        assert faults == []


@pytest.mark.parametrize("width", SIZES)
def test_tools_are_large_enough(visit: Visit, width: int) -> None:
    """Buttons are 44 px or more for a finger, and nothing scrolls sideways."""
    page, _ = visit(DOSSIERS, width)
    figure = tools(page, 0)
    boxes = [button.bounding_box() for button in figure.locator(".tools button").all()]
    assert len(boxes) == 4
    assert all(box and box["height"] >= 44 and box["width"] >= 44 for box in boxes)
    assert page.locator("button:not([type])").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("letters", ["'DejaVu Sans', Verdana", "Arial; letter-spacing: .1em"])
@pytest.mark.parametrize("path", [VINH_THUY, DOSSIERS, STAGES, MONEY])
def test_still_charts_have_room_for_a_wider_font(visit: Visit, path: str, letters: str) -> None:
    """With much wider letters than Arial's no words of a chart meet or leave it."""
    page, _ = visit(path, 360, bypass_csp=True)
    widths = []
    for font in ("Arial", letters):
        page.add_style_tag(content=f"svg.chart text {{ font-family: {font} !important }}")
        lines = page.locator("svg.chart text").evaluate_all("all => all.map(text => text.getBBox().width)")
        widths.append(sum(lines))
    assert widths[1] > 1.1 * widths[0]
    assert page.evaluate(CHART_FAULTS) == []
