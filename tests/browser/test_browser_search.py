"""The search in a real Chromium, as people use it: without marks, with a slip, by keyboard, with little signal, from
a disk, without scripts.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Visit, Windows
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, Route, expect
from sites import Sites
from whole_country import country, of

from generator.language.vietnamese import plain_words
from generator.publishing import render

pytestmark = pytest.mark.browser
VINH_THUY = "quang-tri/vinh-thuy-19405/"
INDEX = "**/tim-kiem/muc-luc.js"
LETTERS = st.sampled_from("aăâeêioôơuưyđdhnt AĐÊỶ.-,_1\u0300\u0301\u0303\u0309\u0323\u0302ßİſ")


@pytest.fixture
def page(windows: Windows) -> Iterator[Page]:
    """A page on a small phone; nothing may go wrong on it."""
    with windows.opened("", viewport={"width": 320, "height": 640}) as (page, faults):
        yield page
        assert faults == []


def search(page: Page, text: str) -> list[str]:
    """The site addresses found for a text, typed into the field of the open page."""
    status = page.locator(".search-status")
    page.locator("[data-search] input").fill("")
    expect(status).to_have_text("")  # so that what is said next is the answer
    page.locator("[data-search] input").fill(text)
    expect(status).to_contain_text(re.compile("ìm thấy|gần nhất"))
    root = page.evaluate("new URL('../', document.querySelector('script[src$=\"portal.js\"]').src).href")
    links = page.locator(".search-results li a").evaluate_all("all => all.map(a => a.href)")
    return [str(link).removeprefix(root) for link in links]


def holding(page: Page, pattern: str) -> list[Route]:
    """The requests of a page for what fits a pattern: none is answered until it is continued."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(pattern, hold)
    return held


LAND = "chi-tieu/ho_so_dat_dai_lam_sach/"
FIRST = [
    ("vinh thuy", VINH_THUY), ("Vĩnh Thuỷ", VINH_THUY), ("Vĩnh Thủy", VINH_THUY), ("xã vĩnh thuy\u0309", VINH_THUY),
    ("VINH  THUY,", VINH_THUY), ("vinh thuy quang tri", VINH_THUY), ("vinhthuy", VINH_THUY), ("vinh thui", VINH_THUY),
    ("19405", VINH_THUY), ("1940", VINH_THUY), ("01981", "thai-nguyen/vinh-thong-01981/"),
    ("x0001", "chua-xac-dinh/hoang-son-x0001/"), ("hoang son", "chua-xac-dinh/hoang-son-x0001/"),
    ("quang tri", "quang-tri/"), ("ba vi", "danh-sach/#tinh-ha-noi"), ("tp hcm", "danh-sach/#tinh-ho-chi-minh"),
    ("dat dai", LAND), ("so do", LAND), ("sổ đỏ", LAND), ("tre hen", "chi-tieu/ho_so_qua_han/"),
    ("mang yeu", "chi-tieu/thon_lom_song/"), ("học dùng điện thoại", "chi-tieu/bdhvs_da_hoc/"),
    ("dung hen", "chi-tieu/ty_le_dung_han/"), ("binh dan hoc vu so", "chi-tieu/#binh-dan-hoc-vu-so"),
    ("ngan sach vinh thuy", f"{VINH_THUY}ngan-sach/"), ("vinh thuy tre hen", f"{VINH_THUY}thu-tuc-hanh-chinh/"),
    ("van ban 19405", f"{VINH_THUY}nguon-so-lieu/"), ("u.b.n.d", "thuat-ngu/#tu-ubnd"),
    ("khong xep hang", "phuong-phap/#khong-xep-hang"), ("so-sai", "huong-dan/ma-loi/#so-sai"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "address"), FIRST)
def test_what_people_type_leads_there(page: Page, site: str, text: str, address: str) -> None:
    """The first result is what was meant, and following it shows that page or part."""
    page.goto(site)
    found = search(page, text)
    assert found[0] == address
    assert len(found) <= 20
    page.locator(".search-results li a").first.click()
    page.wait_for_url(site + address)
    if "#" in address:
        assert page.locator(f"[id='{address.split('#')[1]}']").is_visible()


def test_dang_ky_finds_both_indicators_and_the_guide(page: Page, site: str) -> None:
    page.goto(site)
    found = search(page, "dang ky")
    assert {"chi-tieu/so_tthc/", "chi-tieu/ty_le_dinh_danh_dien_tu/", "huong-dan/hang-thang/#dang-ky"} <= set(found)
    assert page.locator(".search-group").all_inner_texts() == [
        "Chỉ tiêu", "Hướng dẫn, trang khác", "Nơi làm, nơi giúp",
    ]  # fmt: skip


def test_marks_that_were_typed_count(page: Page, site: str) -> None:
    """`thuỷ` brings Thủy before Thụy, `thụy` the other way; without marks, both; data come before none."""
    page.goto(site)
    for text, letters in (("thuỷ", "Thủy"), ("thụy", "Thụy")):
        search(page, text)
        assert all(letters in title for title in page.locator(".search-title").all_inner_texts()[:5])
    assert search(page, "thuy")[0] == VINH_THUY


def test_a_commune_without_data_says_so(page: Page, site: str) -> None:
    page.goto(site)
    search(page, "xa ba vi")
    assert "Thành phố Hà Nội · mã 09700 · chưa có số liệu" in page.locator(".search-results li").first.inner_text()


def test_many_results_are_counted_and_few_are_shown(page: Page, site: str) -> None:
    page.goto(site)
    assert len(search(page, "vinh")) == 20
    assert "dưới đây là 20 kết quả sát nhất" in page.locator(".search-status").inner_text()


def test_a_slip_is_said(page: Page, site: str) -> None:
    page.goto(site)
    search(page, "vinh thui")
    said = page.locator(".search-status").inner_text()  # old names come a moment later
    assert said in {f"Không tìm thấy “vinh thui”. Có phải bạn tìm{old}:" for old in ("", " (có 3 tên cũ)")}
    assert "Xã Vĩnh Thủy" in page.locator(".search-results li").first.inner_text()


def test_nothing_found_shows_the_way_out(page: Page, site: str) -> None:
    page.goto(site)
    assert search(page, "qwxz kjqv") == []
    assert page.locator(".search-out a").all_inner_texts() == ["danh sách xã A–Z", "danh sách các tỉnh"]
    page.locator(".search-out a").last.click()
    page.wait_for_url(f"{site}danh-sach/#tinh")


def test_the_keyboard_is_enough(page: Page, site: str) -> None:
    """Arrows move between field and links, Escape empties, Enter opens the only commune; the state is announced."""
    page.goto(site)
    search(page, "tre hen")
    focused = "document.activeElement.closest('li') ? document.activeElement.textContent : document.activeElement.name"
    titles = page.locator(".search-results li a").all_inner_texts()
    field = page.locator("[data-search] input")
    field.focus()
    for key, there in (("ArrowDown", titles[0]), ("ArrowDown", titles[1]), ("ArrowUp", titles[0]), ("ArrowUp", "q")):
        page.keyboard.press(key)
        assert page.evaluate(focused) == there.replace("\n", "")
    page.keyboard.press("Escape")
    assert field.input_value() == ""
    assert page.locator(".search-results li").count() == 0
    search(page, "dat dai")
    field.press("Enter")
    assert page.url.startswith(f"{site}danh-sach/") or page.url == site, "several answers: nobody is led away"
    assert page.evaluate(focused) == page.locator(".search-results li a").first.inner_text().replace("\n", "")
    search(page, "19405")
    field.press("Enter")
    page.wait_for_url(site + VINH_THUY)
    assert page.locator("h1").inner_text().replace("\xa0", " ") == "Xã Vĩnh Thủy"


def test_on_a_slow_line_there_are_ways_out(page: Page, site: str) -> None:
    """While the index loads the page says so and shows the lists; who waits gets the answer."""
    held = holding(page, INDEX)
    page.goto(site)
    page.locator("[data-search] input").press_sequentially("vinh", delay=200)
    expect(page.locator(".search-status")).to_have_text("Đang tải mục lục…")
    assert page.locator(".search-out a").all_inner_texts() == ["danh sách xã A–Z", "danh sách các tỉnh"]
    page.locator("[data-search] input").fill("vinh thuy")
    while not held:
        page.evaluate("0")  # the request is on its way to us
    held[0].continue_()
    expect(page.locator(".search-results li a").first).to_contain_text("Xã Vĩnh Thủy")
    assert page.locator(".search-out").count() == 0
    assert (len(held), page.url) == (1, site)


@pytest.mark.parametrize("missing", [INDEX, "**/tim-kiem.js"])
def test_enter_before_the_index_is_there_leads_to_the_list(page: Page, site: str, missing: str) -> None:
    """As without scripts, with the question kept, from the page's own field and from the panel."""
    holding(page, missing)
    page.goto(site)
    field = page.locator("[data-search] input")
    field.fill("vinh thuy")
    field.press("Enter")
    page.wait_for_url(f"{site}danh-sach/?q=vinh+thuy", wait_until="commit")
    if missing == INDEX:
        page.goto(f"{site}phuong-phap/")
        page.locator("[data-open-search]").click()
        field.fill("tre hen")
        field.press("Enter")
        page.wait_for_url(f"{site}danh-sach/?q=tre+hen", wait_until="commit")
    page.unroute(missing)
    page.reload()
    expect(page.locator(".search-status")).to_contain_text("Tìm thấy")


@pytest.mark.parametrize("body", ["/**/", "window.mucLuc = {};", 'window.mucLuc = {"provinces": [],'])
def test_a_broken_index_is_not_called_a_lost_signal(visit: Visit, site: str, body: str) -> None:
    """The reader is told and shown the lists, the fault is logged, Enter leads on; a whole index then serves."""
    page, logged = visit("gioi-thieu/")
    page.route(INDEX, lambda route: route.fulfill(body=body))
    page.goto(site)
    page.locator("[data-search] input").fill("vinh thuy")
    expect(page.locator(".search-status")).to_have_text("Phần tìm kiếm đang có lỗi.")
    assert page.locator(".search-out a").count() == 2
    assert logged
    page.locator("[data-search] input").press("Enter")
    page.wait_for_url(f"{site}danh-sach/?q=vinh+thuy")
    page.unroute(INDEX)
    page.goto(site)
    assert search(page, "vinh thuy") == [VINH_THUY]


def test_the_header_link_says_that_it_loads(page: Page, site: str) -> None:
    """A word on it and a status say so; a second press leads to the list; whoever waits gets the field."""
    held = holding(page, "**/tim-kiem.js")
    page.goto(f"{site}{VINH_THUY}")
    link = page.locator("[data-open-search]")
    width = page.evaluate("document.querySelector('.bar').offsetHeight")
    link.click()
    expect(link).to_have_text("Chờ…")
    expect(page.locator(".bar").get_by_role("status")).to_contain_text("Đang tải ô tìm kiếm")
    assert page.evaluate("document.querySelector('.bar').offsetHeight") == width
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    held[0].continue_()
    expect(page.locator(".search-panel input")).to_be_focused()
    expect(link).to_have_text("Tìm")
    expect(page.locator(".bar").get_by_role("status")).to_have_text("")
    assert page.locator("button:not([type])").count() == 0
    page.reload()
    link.click()
    expect(link).to_have_text("Chờ…")
    link.click()
    page.wait_for_url(f"{site}danh-sach/")


@pytest.mark.parametrize("answer", ["nothing", "a script without search", "a script of another time"])
def test_the_header_link_leads_to_the_list_where_search_fails(visit: Visit, site: str, answer: str) -> None:
    """No signal, or a script that defines nothing or cannot be read: the link is then what it is without scripts."""
    bodies = {"a script without search": "/**/", "a script of another time": "let a = ?;"}
    page, _ = visit("gioi-thieu/")
    page.route(
        "**/tim-kiem.js", lambda route: route.fulfill(body=bodies[answer]) if answer in bodies else route.abort()
    )
    page.goto(f"{site}{VINH_THUY}")
    page.locator("[data-open-search]").click()
    page.wait_for_url(f"{site}danh-sach/")


@pytest.mark.parametrize("how", ["Control", "Shift", "middle"])
def test_the_header_link_can_be_opened_elsewhere(browser: Browser, site: str, how: str) -> None:
    """A click with Ctrl or Shift, or the middle button, opens the list in a tab or window of its own."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}{VINH_THUY}")
    link = page.locator("[data-open-search]")
    with context.expect_page() as opened:
        if how == "middle":
            link.click(button="middle")
        else:
            page.keyboard.down(how)
            link.click()
            page.keyboard.up(how)
    opened.value.wait_for_url(f"{site}danh-sach/")
    assert page.url == f"{site}{VINH_THUY}"
    assert page.locator(".search-panel").count() == 0
    context.close()


def test_every_page_has_a_panel(page: Page, site: str) -> None:
    """The link in the header opens a field below it; Escape and the button close it and give the focus back."""
    page.goto(f"{site}{VINH_THUY}ngan-sach/")
    link = page.locator("[data-open-search]")
    link.click()
    expect(page.locator(".search-panel input")).to_be_focused()
    assert search(page, "tre hen")[0] == "chi-tieu/ho_so_qua_han/"
    page.keyboard.press("Escape")
    expect(page.locator(".search-panel")).to_be_hidden()
    expect(link).to_be_focused()
    link.click()
    page.locator(".search-close").click()
    expect(page.locator(".search-panel")).to_be_hidden()
    link.click()
    search(page, "19405")
    page.locator(".search-panel input").press("Enter")
    page.wait_for_url(site + VINH_THUY)


def test_it_fits_a_narrow_screen(page: Page, site: str) -> None:
    """At 320 px nothing scrolls sideways, targets are 44 px high, what matched is marked."""
    page.goto(f"{site}phuong-phap/")
    page.locator("[data-open-search]").click()
    search(page, "ho so truc tuyen")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    targets = page.locator(".search-results li a, .search input, .search button").all()
    assert min(box["height"] for target in targets if (box := target.bounding_box())) >= 44
    assert page.locator(".search-results mark").all_inner_texts()[:4] == ["hồ", "sơ", "trực", "tuyến"]


@pytest.mark.parametrize(
    ("text", "never"), [("trễ hàn", "hành"), ("to", "toàn"), ("điện thoại", "diện"), ("hàn", "hạn")]
)
def test_what_matched_is_marked_whole(page: Page, site: str, text: str, never: str) -> None:
    """No beginning of another word, and no word with other marks than those typed."""
    page.goto(site)
    search(page, text)
    marks = {mark.lower() for mark in page.locator(".search-results mark").all_inner_texts()}
    assert never not in marks
    assert not any(never.startswith(mark) and mark != never and mark not in text.split() for mark in marks)
    titles = " ".join(page.locator(".search-title, .search-small").all_inner_texts()).lower()
    assert all(re.search(rf"(?<!\w){re.escape(mark)}(?!\w)", titles) for mark in marks)


def test_results_stand_apart_from_what_follows(page: Page, site: str) -> None:
    """On the home page the list of communes has words of its own above it."""
    page.goto(site)
    search(page, "vĩnh thủy")
    expect(page.locator(".answered .search-status")).to_have_text("Tìm thấy 1 kết quả.")
    assert page.locator(".answered li").count() == 1
    expect(page.locator(".search-results + p")).to_have_text("Các xã có số liệu:")


def test_a_search_without_a_question_says_what_to_do(page: Page, site: str) -> None:
    page.goto(f"{site}tim-kiem/")
    expect(page.locator("article")).to_contain_text("Gõ tên xã")
    assert page.locator("article .links a").count() == 4
    assert not page.locator(".answered").count()


def test_an_address_can_hold_the_question(page: Page, site: str) -> None:
    page.goto(f"{site}danh-sach/?q=v%C4%A9nh+thu%E1%BB%B7")
    expect(page.locator(".search-results li a").first).to_contain_text("Xã Vĩnh Thủy")


def test_words_of_data_are_text(page: Page, site: str) -> None:
    """A name that looks like markup, or a question that does, is shown as it is."""
    hostile = "<img src=x onerror=window.__x=1>"
    index = {
        "provinces": [["Tỉnh A", "a", [19405, f"X{hostile}/b"]]],
        "subjects": [], "indicators": [], "terms": [], "pages": [],
    }  # fmt: skip
    page.route(INDEX, lambda route: route.fulfill(body=render.script_text("mucLuc", index)))
    page.goto(site)
    assert search(page, "onerror") == ["a/b-19405/"]
    assert hostile in page.locator(".search-results li").inner_text()
    search(page, "<qwxz kjqv=1>")
    assert "<qwxz kjqv=1>" in page.locator(".search-status").inner_text()
    assert page.evaluate("window.__x") is None


def test_no_signal_is_said(visit: Visit, site: str) -> None:
    """Where the index cannot be had the page says so and shows the way; the next try may succeed."""
    page, _ = visit("gioi-thieu/")
    page.route(INDEX, lambda route: route.abort())
    page.goto(site)
    page.locator("[data-search] input").fill("vinh thuy")
    expect(page.locator(".search-status")).to_contain_text("Chưa tải được mục lục")
    assert page.locator(".search-out a").count() == 2
    page.unroute(INDEX)
    assert search(page, "vinh thuy") == [VINH_THUY]


def test_without_scripts_the_list_serves(visit: Visit, site: str) -> None:
    """Form and link lead to the list; its letters lead to their communes."""
    page, _ = visit("", 320, java_script_enabled=False)
    page.locator("[data-search] input").fill("vinh thuy")
    page.locator("[data-search] button").click()
    page.wait_for_url(f"{site}danh-sach/?q=vinh+thuy")
    page.locator("ul.letters a", has_text="V").click()
    assert page.locator("h2#chu-v + * a").all_inner_texts() == ["Xã Vĩnh Thông", "Xã Vĩnh Thủy"]
    assert page.locator("[id='tinh-quang-tri']").is_visible()
    page.goto(f"{site}{VINH_THUY}")
    page.locator("[data-open-search]").click()
    page.wait_for_url(f"{site}danh-sach/**")


def test_it_works_from_a_disk(windows: Windows, sites: Sites) -> None:
    """An offline build opened as a file: the search finds, and its links lead to files."""
    out = sites("real, on disk")
    with windows.opened((out / "phuong-phap" / "index.html").as_uri()) as (page, _):
        page.locator("[data-open-search]").click()
        assert search(page, "tre hen vinh thuy")[0] == f"{VINH_THUY}thu-tuc-hanh-chinh/index.html"
        search(page, "ubnd")
        page.locator(".search-panel input").press("Enter")
        page.wait_for_url((out / "thuat-ngu" / "index.html").as_uri() + "#tu-ubnd")
        page.goto((out / "index.html").as_uri())
        form = page.locator("[data-search]")
        assert Path(str(form.evaluate("form => decodeURIComponent(new URL(form.action).pathname)"))).is_file()


@pytest.fixture(scope="module")
def whole_country() -> str:
    """The index of a site with a page for every commune."""
    return render.script_text("mucLuc", of(country()))


def test_a_first_query_moves_little(page: Page, site: str, whole_country: str) -> None:
    """Nothing before the reader asks; then, with all 3,321 communes, at most 130 KB compressed."""
    moved: dict[str, int] = {}

    def answer(route: Route) -> None:
        name = route.request.url.rsplit("/", 1)[1]
        got = route.fetch()
        body = whole_country if name == "muc-luc.js" else got.text()
        moved[name] = len(gzip.compress(body.encode()))
        route.fulfill(response=got, body=body)

    page.goto(site)
    page.route("**/*", answer)
    search(page, "thuy an")
    assert set(moved) - {"bieu-tuong.svg"} == {"tim-kiem.js", "tim-kiem.css", "muc-luc.js"}
    assert sum(moved.values()) < 130_000


@settings(max_examples=8)
@given(texts=st.lists(st.one_of(st.text(), st.text(LETTERS)), min_size=40, max_size=120))
def test_words_fold_as_in_the_generator(folding: Page, texts: list[str]) -> None:
    """The script's words are those of `plain_words`, whatever is typed."""
    assert folding.evaluate("texts => texts.map(timKiem.fold)", texts) == [plain_words(text) for text in texts]


@pytest.fixture(scope="module")
def folding(windows: Windows, site: str) -> Iterator[Page]:
    """A page on which the search is loaded."""
    with windows.opened(site, site) as (page, _):
        search(page, "vinh thuy")
        yield page
