"""The frame of all pages in a real Chromium: one menu on a phone, three columns with room, paper, few colours."""

from __future__ import annotations

import re

import pytest
from browsing import Scheme, Visit, until
from playwright.sync_api import Page
from support import ROOT

pytestmark = pytest.mark.browser
COMMUNE = "quang-tri/vinh-thuy-19405/"
SUBJECT = f"{COMMUNE}thu-tuc-hanh-chinh/"
PAGES = (
    "", COMMUNE, SUBJECT, f"{COMMUNE}muc-tieu-nhiem-vu/", f"{COMMUNE}binh-dan-hoc-vu-so/", f"{COMMUNE}nguon-so-lieu/",
    "chi-tieu/ty_le_dung_han/", "thuat-ngu/", "huong-dan/hang-thang/", "huong-dan/cach-doc/", "huong-dan/ma-loi/",
)  # fmt: skip
MOST_STOPS = 60


def texts(page: Page, selector: str) -> list[str]:
    """The words in view, without the spaces around them; a no-break space is a space."""
    return [text.replace("\u00a0", " ").strip() for text in page.locator(selector).all_inner_texts() if text.strip()]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_one_menu_on_a_phone(visit: Visit, scripts: bool) -> None:
    """It holds the pages of the commune, its name first, then this page, then the whole site; nothing else unfolds."""
    page, _ = visit(SUBJECT, 360, java_script_enabled=scripts)
    assert page.locator("summary:visible").evaluate_all("all => all.filter(one => !one.closest('article')).length") == 1
    page.locator(".menu summary").click()
    lists = page.locator(".menu nav:visible")
    assert [lists.nth(at).get_attribute("aria-label") for at in range(lists.count())] == [
        "Các trang của Xã Vĩnh Thủy", "Trên trang này", "Cả trang web",
    ]  # fmt: skip
    assert lists.nth(0).locator("li").first.inner_text() == "Xã Vĩnh Thủy"
    assert lists.nth(0).locator("[aria-current=page]").inner_text() == "Thủ tục hành chính"
    assert lists.nth(1).locator("a").count() == page.locator("article h2[id]").count()
    assert not page.locator(".side").first.is_visible()
    lists.nth(1).locator("a").nth(2).click()
    assert page.locator("h2:target").count() == 1
    assert page.locator(".menu[open]").count() == (0 if scripts else 1)


@pytest.mark.parametrize("width", [1280, 1920])
def test_three_columns_with_room(visit: Visit, width: int) -> None:
    """Pages of the commune, text of at most 44rem, this page; both sides stay while the text goes by."""
    page, _ = visit(SUBJECT, width)
    left, text, right = (page.locator(part).bounding_box() for part in (".side >> nth=0", ".md-content", ".side.right"))
    assert left
    assert text
    assert right
    assert left["x"] + left["width"] < text["x"]
    assert text["x"] + text["width"] < right["x"]
    assert text["width"] <= 44 * 16
    assert right["x"] + right["width"] - left["x"] <= 76 * 16
    page.mouse.wheel(0, 3000)
    until(page, "scrollY > 2000")
    tops = page.locator(".side").evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    assert tops == [0, 0]
    page.locator(".menu summary").click()
    assert page.locator(".menu nav:visible").count() == 1


@pytest.mark.parametrize("path", ["huong-dan/hang-thang/", "huong-dan/"])
def test_the_guide_leads_through_its_pages(visit: Visit, path: str) -> None:
    """Beside the text, and first in the menu of a phone."""
    page, _ = visit(path, 1280)
    pages = [*(ROOT / "site_src" / "huong-dan").rglob("index.md")]
    assert page.locator(".side >> nth=0").locator("a").count() == len(pages) > 12
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator(".menu summary").click()
    assert texts(page, ".menu nav:visible >> nth=0 >> p") == ["Hướng dẫn"]
    assert page.locator(".menu nav:visible >> nth=0").locator("[aria-current=page]").count() == 1


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "home")
def test_nothing_leaves_the_screen_at_any_width(visit: Visit, path: str) -> None:
    """From a small phone to a large screen, as it opens and with all that folds opened."""
    page, _ = visit(path, 320)
    for _opened in range(2):
        for width in (320, 360, 768, 1280, 1920):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.evaluate("document.querySelectorAll('article details').forEach(one => { one.open = true })")


@pytest.mark.parametrize("path", ["", COMMUNE, SUBJECT, "huong-dan/"])
def test_the_bar_is_one_line(visit: Visit, path: str) -> None:
    """At 360 px it says where one is: the commune, or the site; at 320 px too, if need be shortened."""
    page, _ = visit(path, 360)
    bar = page.locator(".bar").bounding_box()
    assert bar
    assert bar["height"] <= 49
    said = ".here" if path.startswith(COMMUNE) else ".brand span"
    assert page.locator(said).evaluate("one => one.scrollWidth <= one.clientWidth || !one.clientWidth")
    assert texts(page, said) == ["Xã Vĩnh Thủy" if path.startswith(COMMUNE) else "Số liệu công khai của xã"]


def test_the_skip_link_says_where_it_leads(visit: Visit) -> None:
    """First stop of the keyboard, in Vietnamese; behind it, the next stop is in the text."""
    page, _ = visit(SUBJECT, 1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Bỏ qua đầu trang, tới nội dung"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


@pytest.mark.parametrize("path", [path for path in PAGES if "huong-dan/" in path or not path])
def test_few_stops_for_the_keyboard(visit: Visit, path: str) -> None:
    """What can be reached with Tab before anything is unfolded, bar and foot among it."""
    page, _ = visit(path, 360)
    stops = """() => [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
      .filter(one => one.checkVisibility({contentVisibilityAuto: true}) && one.getClientRects().length).length"""
    assert page.evaluate(stops) <= MOST_STOPS


def test_on_paper(visit: Visit) -> None:
    """Text and figures only; what is folded away says that it is on the web, once more at the end."""
    page, _ = visit(SUBJECT, 1280)
    page.emulate_media(media="print")
    for unseen in (".bar", ".side", ".search", ".opener", ".menu"):
        assert page.locator(f"{unseen}:visible").count() == 0
    (said,) = texts(page, ".site-footer p:visible")
    assert re.fullmatch(r"In từ Số liệu công khai của xã\. .*gấp lại không in ra, xem đủ ở trang web\.", said)
    folded = page.locator(".fold:not([open]) > summary").first
    assert "xem ở trang web" in folded.evaluate("one => getComputedStyle(one, '::after').content")
    style = "one => [getComputedStyle(one).breakInside, getComputedStyle(one).breakAfter]"
    assert page.locator("figure").first.evaluate(style) == ["avoid", "auto"]
    assert page.locator("article h2[id]").first.evaluate(style)[1] == "avoid"


def test_with_few_colours(visit: Visit) -> None:
    """A bar without ground has a line; where one is keeps its line; answers keep theirs."""
    page, _ = visit(SUBJECT, 1280)
    page.emulate_media(forced_colors="active")
    width = "(one, side) => parseFloat(getComputedStyle(one)['border' + side + 'Width'])"
    assert page.locator(".bar").evaluate(width, "Bottom") >= 1
    assert page.locator(".side [aria-current]").first.evaluate(width, "Left") >= 3
    page.emulate_media(forced_colors="none")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_state_has_a_shape(visit: Visit, scheme: Scheme) -> None:
    """A mark before the word; what asks for attention, what goes well and the rest differ in colour too."""
    page, _ = visit(SUBJECT, 360, scheme)
    marks = page.locator("article [data-mark]")
    assert marks.count() > 2
    assert marks.evaluate_all("all => all.every(one => one.textContent === one.dataset.mark)")
    colours = page.evaluate(
        """() => ['●', '◐', '○', '▲', '✕', '■', '↺', '?'].map(mark => {
          const one = document.createElement('i');
          one.dataset.mark = mark;
          document.querySelector('article').append(one);
          return getComputedStyle(one).color;
        })"""
    )
    met, running, begun, below, over, stopped, changed, unknown = colours
    assert met == running
    assert below == over
    assert begun == stopped == changed
    assert len({met, below, begun, unknown}) == 4


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "home")
def test_no_letter_is_smaller_than_16_px(visit: Visit, path: str) -> None:
    """Notes too; only letters of charts and of what is typed may be."""
    page, _ = visit(path, 360)
    small = """() => [...document.querySelectorAll('body *:not(script, style, svg *, code, code *)')]
      .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
      .filter(one => parseFloat(getComputedStyle(one).fontSize) < 16).map(one => one.outerHTML.slice(0, 80))"""
    assert page.evaluate(small) == []


BROKEN = """() => [...document.querySelectorAll('article :is(td, th)')]
  .filter(cell => !(cell.closest('thead')?.offsetHeight < 2)).flatMap(cell => {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), broken = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const found of node.data.matchAll(/[\\d.,/]*\\d[%]?/g)) {
      const range = document.createRange();
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      const tops = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
      if (tops.size > 1) broken.push(found[0]);
    }
  }
  return broken;
})"""
"""Numbers, dates and shares in tables that stand on two lines."""


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "home")
def test_no_number_breaks(visit: Visit, path: str) -> None:
    """Nor a date, on a phone, on a tablet and on a desk."""
    page, _ = visit(path, 360)
    for width in (360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(BROKEN) == []


def test_titles_keep_compounds(visit: Visit) -> None:
    """In the titles of generated pages and of those written by hand."""
    page, _ = visit(COMMUNE, 360)
    assert "Xem kỹ từng lĩnh\u00a0vực" in page.locator("article h2").all_text_contents()
    page, _ = visit("huong-dan/hang-thang/", 1280)
    assert page.locator("h1").text_content() == "Đưa số\u00a0liệu tháng này lên"
    assert "Bước\u00a01. Đăng ký báo\u00a0cáo của tháng" in page.locator("article h2").all_text_contents()


def test_what_is_pasted_can_be_copied(visit: Visit) -> None:
    """A button over each row and file that an officer pastes; column names stay whole; nothing without scripts."""
    page, _ = visit("huong-dan/hang-thang/", 360)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    buttons = page.locator("button.copy")
    assert buttons.count() == page.locator("pre > code:is(.language-csv, .language-cot)").count() == 4
    buttons.nth(1).click()
    until(page, "document.querySelectorAll('.copy')[1].textContent === 'Đã chép'")
    pasted = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(r"bc-thang-6,38/BC-UBND,.*", pasted)
    code = page.locator("pre").first
    assert code.evaluate("one => one.scrollWidth > one.clientWidth && one.tabIndex === 0 && one.clientHeight < 80")
    without, _ = visit("huong-dan/hang-thang/", 360, java_script_enabled=False)
    assert without.locator(".copy").count() == 0


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_code_is_found_in_its_fold(visit: Visit, scripts: bool) -> None:
    """The page of codes is short; an address of one opens what it stands in, and so does the list at the top."""
    page, _ = visit("huong-dan/ma-loi/", 360, java_script_enabled=scripts)
    box = page.locator("body").bounding_box()
    assert box
    assert box["height"] < 6_000
    assert not page.locator("#so-sai").is_visible()
    page, _ = visit("huong-dan/ma-loi/#so-sai", 360, java_script_enabled=scripts)
    assert page.locator("#so-sai").is_visible()
    page.locator("summary", has_text="Mở danh sách").click()
    page.locator(".codes a", has_text=re.compile("^yaml-hong$")).click()
    assert page.locator("#yaml-hong").is_visible()


def test_a_table_of_many_columns_fits_a_phone(visit: Visit) -> None:
    """Each row is a card, each cell with its column's name; nothing is cut at the edge."""
    page, _ = visit("huong-dan/cach-doc/", 360)
    table = page.locator("#khong-nhan + table")
    box = table.bounding_box()
    assert box
    assert box["x"] + box["width"] <= 360
    assert table.locator("tbody td").last.get_attribute("data-head") == "Hãy viết"
