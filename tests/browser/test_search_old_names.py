"""Names of before July 2025, as people type them: what the search says that they are now, what it fetches for it, and
what serves without scripts.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from typing import Any

import pytest
from browsing import Visit, Windows, until
from playwright.sync_api import Page, Route, expect
from sites import Sites
from whole_country import country, of

from generator.country import old_names
from generator.publishing import render
from generator.reading.catalogue_files import DATA, FOLDER, load_catalogue
from generator.reading.folders import on_disk

pytestmark = pytest.mark.browser
VINH_THUY = "quang-tri/vinh-thuy-19405/"
OLD_NAMES = "danh-sach/ten-cu/"
VINH_LINH = "Huyện Vĩnh Linh (tỉnh Quảng Trị cũ) nay thuộc 5 xã:"
VINH_LAM = "Xã Vĩnh Lâm (huyện Vĩnh Linh, tỉnh Quảng Trị cũ) nay thuộc xã Vĩnh Thủy."
BAC_KAN = "Tỉnh Bắc Kạn cũ nay thuộc tỉnh Thái Nguyên."
DISTRICT_1 = "Quận 1 (thành phố Hồ Chí Minh cũ) nay thuộc 4 phường:"
THU_DUC = "Thành phố Thủ Đức (thành phố Hồ Chí Minh cũ) nay thuộc 12 phường:"
BEN_NGHE = "Phường Bến Nghé (quận 1, thành phố Hồ Chí Minh cũ) nay thuộc phường Sài Gòn."
HO_XA = "Thị trấn Hồ Xá (huyện Vĩnh Linh, tỉnh Quảng Trị cũ) nay thuộc xã Vĩnh Linh."
QUAN_HOA = "Huyện Quan Hóa (tỉnh Thanh Hóa cũ) nay thuộc 8 xã:"
DONG_HOI = "Thành phố Đồng Hới (tỉnh Quảng Bình cũ) nay thuộc 3 phường:"
MAI_DICH = "Phường Mai Dịch (quận Cầu Giấy, thành phố Hà Nội cũ) nay thuộc 3 phường:"
DAK_NONG = "Tỉnh Đắk Nông cũ nay thuộc tỉnh Lâm Đồng."
DA_KRONG = "Huyện Đa Krông (tỉnh Quảng Trị cũ) nay thuộc 5 xã:"
MY_DUC = "Huyện Mỹ Đức (thành phố Hà Nội cũ) nay thuộc 5 xã:"
TOWN = "Thị xã Quảng Trị (tỉnh Quảng Trị cũ) nay thuộc phường Quảng Trị."
FIRST = {
    "huyện Vĩnh Linh": VINH_LINH, "huyen vinh linh": VINH_LINH, "HUYỆN VĨNH LINH": VINH_LINH,
    "huyen vinh linh quang tri": VINH_LINH, "huyen vinh lin": VINH_LINH, "huyện vĩn linh": VINH_LINH,
    "xã Vĩnh Lâm": VINH_LAM, "xa vinh lam": VINH_LAM, "vinh lam": VINH_LAM, "vĩnh lâm vĩnh linh": VINH_LAM,
    "xa vinh lam huyen vinh linh tinh quang tri": VINH_LAM, "vinhx lamf": VINH_LAM, "vinhlam": VINH_LAM,
    "vĩnh lâm cũ": VINH_LAM, "xã vĩnh lâm nay thuộc đâu": VINH_LAM,
    "Bắc Kạn": BAC_KAN, "bac kan": BAC_KAN, "tinh bac kan": BAC_KAN, "bắc cạn": BAC_KAN, "tỉnh Bắc Cạn": BAC_KAN,
    "tỉnh Đắc Nông": DAK_NONG, "dac nong": DAK_NONG, "huyện Đakrông": DA_KRONG,
    "huyện Đa Krông": DA_KRONG, "huện Vĩnh Linh": VINH_LINH, "huyện Mĩ Đức": MY_DUC,
    "Thủ Đức": THU_DUC, "thu duc": THU_DUC, "tp thủ đức": THU_DUC, "thanh pho thu duc": THU_DUC,
    "quận 1": DISTRICT_1, "quan 1": DISTRICT_1, "q1": DISTRICT_1, "Q.1": DISTRICT_1, "quan 1 tp hcm": DISTRICT_1,
    "phường Bến Nghé": BEN_NGHE, "ben nghe quan 1": BEN_NGHE, "bến nghé ở đâu": BEN_NGHE, "ở bến nghé": BEN_NGHE,
    "hồ xá": HO_XA, "thi tran ho xa": HO_XA, "tt hồ xá": HO_XA,
    "huyện quan hóa": QUAN_HOA, "quan hoa": QUAN_HOA,
    "đồng hới": DONG_HOI, "ddoongf howis": DONG_HOI, "tx quang tri": TOWN, "thị xã Quảng Trị": TOWN,
    "mai dich": MAI_DICH, "mai dịch cầu giấy": MAI_DICH,
    "tỉnh Hà Giang": "Tỉnh Hà Giang cũ nay thuộc tỉnh Tuyên Quang.",
    "Quảng Bình": "Tỉnh Quảng Bình cũ nay thuộc tỉnh Quảng Trị.",
    "huyện côn đảo": "Huyện Côn Đảo (tỉnh Bà Rịa - Vũng Tàu cũ) nay thuộc đặc khu Côn Đảo.",
    "phuong 5 quan 3": "Phường 5 (quận 3, thành phố Hồ Chí Minh cũ) nay thuộc phường Bàn Cờ.",
    "tan thanh thoi lai": "Xã Tân Thạnh (huyện Thới Lai, thành phố Cần Thơ cũ) nay thuộc xã Trường Thành.",
    "huyện châu thành tỉnh tây ninh": "Huyện Châu Thành (tỉnh Tây Ninh cũ) nay thuộc 8 xã, phường:",
}  # fmt: skip
"""What is typed, and what the old names answer first; nothing where nobody can guess."""
MANY = {
    "xã tân thành": ("Xã Tân Thành (huyện Bắc Quang, tỉnh Hà Giang cũ)", 20),
    "huyện châu thành": ("Huyện Châu Thành (tỉnh Tây Ninh cũ)", 9),
    "phường 5": ("Phường 5 (thành phố Đông Hà, tỉnh Quảng Trị cũ)", 20),
    "hoa binh": ("Tỉnh Hòa Bình cũ", 15),
}
"""Names that several places had: one of them, and how many there are at least."""
FIND = """async texts => {
  const old = await portal.load("ten-cu.js", "tenCu"), all = [];
  for (const text of texts) all.push((await old.find(text)).units.map(unit => old.told(unit)));
  return all;
}"""


@pytest.fixture(scope="module")
def searching(windows: Windows, site: str) -> Iterator[Page]:
    """A page on which the search is loaded."""
    with windows.opened(site, site) as (page, _):
        page.locator("[data-search] input").fill("vinh thuy")
        expect(page.locator(".search-status")).to_contain_text("Tìm thấy")
        yield page


def told(page: Page, *texts: str) -> list[list[dict[str, Any]]]:
    """What old names answer: sentences with their ways."""
    answers: list[list[dict[str, Any]]] = page.evaluate(FIND, texts)
    return answers


def type_in(page: Page, text: str) -> None:
    page.locator("[data-search] input").fill("")
    expect(page.locator(".search-status")).to_have_text("")
    page.locator("[data-search] input").fill(text)


@pytest.mark.parametrize(("text", "said"), FIRST.items())
def test_an_old_name_says_what_it_is_now(searching: Page, text: str, said: str) -> None:
    (answer,) = told(searching, text)
    assert [one["said"] for one in answer[:1]] == ([said] if said else [])


@pytest.mark.parametrize(("text", "expected"), MANY.items())
def test_all_places_of_a_name_are_offered(searching: Page, text: str, expected: tuple[str, int]) -> None:
    (answer,) = told(searching, text)
    said, least = expected
    assert any(one["said"].startswith(said) for one in answer)
    assert len(answer) >= least
    assert len({one["said"] for one in answer}) == len(answer)


def test_what_is_no_name_of_then_is_none(searching: Page) -> None:
    """Nothing is made up; a number alone is no name."""
    assert told(searching, "gia vang hom nay", "qwxz kjqv", "vinh thuy huyen vinh linh", "1") == [[]] * 4


def test_every_part_of_a_place_is_offered(searching: Page) -> None:
    """With its page where it has one; else it says that there are no data and leads to where it is named."""
    ((one,),) = told(searching, "huyện Vĩnh Linh")
    ways = {title: (address, small) for address, title, small in one["ways"]}
    assert list(ways) == ["Xã Vĩnh Linh", "Xã Bến Quan", "Xã Vĩnh Hoàng", "Xã Vĩnh Thủy", "Xã Cửa Tùng"]
    assert ways["Xã Vĩnh Thủy"] == (VINH_THUY, "Tỉnh Quảng Trị · mã 19405")
    assert ways["Xã Bến Quan"] == (
        "danh-sach/ten-cu/quang-tri/#huyen-vinh-linh",
        "Tỉnh Quảng Trị · mã 19366 · chưa có số liệu; xem trong danh sách tên cũ",
    )  # fmt: skip


def test_it_is_shown_in_the_place_of_no_answer(searching: Page, site: str) -> None:
    type_in(searching, "xã Vĩnh Lâm")
    expect(searching.locator(".search-now")).to_have_text(VINH_LAM)
    expect(searching.locator(".search-status")).to_have_text("Tên cũ, trước 01/07/2025:")
    links = searching.locator(".search-results li a")
    assert [link.get_attribute("href") for link in links.all()] == [f"{site}{VINH_THUY}"]
    assert (links.first.bounding_box() or {"height": 0})["height"] >= 44


def test_it_stands_below_the_answer_of_today(searching: Page) -> None:
    """Thủ Đức is a ward of today; what was a city is told after it."""
    type_in(searching, "Thủ Đức")
    expect(searching.locator(".search-now")).to_have_text(THU_DUC)
    titles = searching.locator(".search-results .search-title").all_inner_texts()
    assert titles[0] == "Phường Thủ Đức"
    assert len(titles) == 13
    assert "chưa có số liệu" in searching.locator(".search-results li").last.inner_text()


def test_an_old_province_stands_before_communes_of_its_name(searching: Page) -> None:
    """Who types a name of a province means it; how many old names there are is said with the others."""
    type_in(searching, "Quảng Bình")
    expect(searching.locator(".search-now").first).to_have_text("Tỉnh Quảng Bình cũ nay thuộc tỉnh Quảng Trị.")
    assert "Tên cũ" in searching.locator(".search-results .search-group").first.inner_text()


def test_old_names_are_counted_too(searching: Page) -> None:
    type_in(searching, "Thủ Đức")
    expect(searching.locator(".search-status")).to_contain_text(re.compile(r"\d+ tên cũ"))


def test_words_that_today_leaves_out_may_be_a_name(searching: Page) -> None:
    """Hồ Xá without its marks looks like a question about dossiers; old names are offered."""
    type_in(searching, "ho xa")
    searching.locator("button.search-old").click()
    expect(searching.locator(".search-former")).to_contain_text(HO_XA)


def test_a_name_that_was_gone_before_is_no_fault_of_the_reader(searching: Page) -> None:
    type_in(searching, "tỉnh Hà Tây qwxz")
    expect(searching.locator(".search-results")).to_contain_text("Tên đã bỏ từ trước tháng 7/2025")


def test_a_name_that_today_answers_asks_first(searching: Page) -> None:
    """Old places of the same name come on demand, each with one way."""
    type_in(searching, "xã tân thành")
    expect(searching.locator("button.search-old")).to_be_visible()
    assert searching.locator(".search-former").count() == 0
    searching.locator("button.search-old").click()
    expect(searching.locator(".search-former li")).to_have_count(8)
    expect(searching.locator(".search-former")).to_contain_text("nơi khác cùng tên: gõ thêm tên huyện, tỉnh.")
    type_in(searching, "xã Vĩnh Thủy")  # which kept its name
    searching.locator("button.search-old").click()
    expect(searching.locator(".search-results")).to_contain_text("Không có tên cũ nào khác như vậy.")


@pytest.mark.parametrize("text", ["xã tân thành", "Thủ Đức", "huyện châu thành"])
def test_it_fits_a_narrow_screen(windows: Windows, site: str, text: str) -> None:
    with windows.opened(site, site, viewport={"width": 320, "height": 640}) as (page, _):
        page.locator("[data-search] input").fill(text)
        if text == "xã tân thành":
            page.locator("button.search-old").click()
        expect(page.locator(".search-former")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_an_old_name_moves_little(windows: Windows, site: str) -> None:
    """With all 3,321 communes published, a first query with the largest part of old names: at most 130 KB."""
    moved: dict[str, int] = {}
    index = render.script_text("mucLuc", of(country()))

    def answer(route: Route) -> None:
        name = route.request.url.rsplit("/", 1)[1]
        got = route.fetch()
        body = index if name == "muc-luc.js" else got.text()
        moved[name] = len(gzip.compress(body.encode()))
        route.fulfill(response=got, body=body)

    with windows.opened(site, site) as (page, _):
        page.route("**/*", answer)
        page.locator("[data-search] input").fill("quan tan qwxz")
        until(page, "Boolean(window.tenCu && window.tenCu_t && window.tenCu_q)")
    assert {"tim-kiem.js", "tim-kiem.css", "muc-luc.js", "ten-cu.js", "t.js", "q.js"} == {
        name for name in moved if not name.endswith(".svg")
    }
    assert sum(moved.values()) < 130_000


def test_a_name_of_today_fetches_no_old_ones(windows: Windows, site: str) -> None:
    asked: list[str] = []
    with windows.opened("") as (page, _):
        page.clock.install()
        page.goto(site)
        page.on("request", lambda request: asked.append(request.url))
        for text in ("vinh thuy", "tre hen", "phường sài gòn", "xã Vĩnh Lâm"):
            assert not [url for url in asked if "ten-cu" in url], text
            page.locator("[data-search] input").fill(text)
            page.clock.run_for(200)  # the script waits a moment for who still types
            expect(page.locator(".search-status")).to_contain_text(re.compile("Tìm thấy|gần nhất"))
            page.clock.run_for(1_000)  # and longer before it fetches old names
        expect(page.locator(".search-now")).to_have_text(VINH_LAM)
    assert [url for url in asked if "ten-cu" in url]


def test_a_lost_list_is_said(visit: Visit, site: str) -> None:
    page, _ = visit("gioi-thieu/")
    page.route("**/ten-cu.js", lambda route: route.abort())
    page.goto(site)
    page.locator("[data-search] input").fill("xã Vĩnh Lâm")
    expect(page.locator(".search-results")).to_contain_text("Chưa tải được danh sách tên cũ.")


def test_it_works_from_a_disk(windows: Windows, sites: Sites) -> None:
    out = sites("real, on disk")
    with windows.opened((out / "index.html").as_uri()) as (page, _):
        page.locator("[data-search] input").fill("xa vinh lam")
        expect(page.locator(".search-now")).to_have_text(VINH_LAM)
        page.locator(".search-results li a").click()
        page.wait_for_url((out / VINH_THUY / "index.html").as_uri())


def test_the_parts_that_are_asked_for_are_there(site: str, searching: Page) -> None:
    """The letters of the script are those of the generator."""
    catalogue, _ = load_catalogue(on_disk(DATA / FOLDER, FOLDER), [])
    assert catalogue
    script = searching.evaluate(f"fetch('{site}assets/ten-cu.js').then(got => got.text())")
    letters = re.search('LETTERS = "([a-z]+)"', script)
    assert letters
    assert {*old_names.parts(catalogue)} == {*letters[1], old_names.DIGITS}


def test_without_scripts_the_lists_serve(visit: Visit, site: str) -> None:
    """From the list of communes to the province of then, its districts and what they are now."""
    page, _ = visit("", 360, java_script_enabled=False)
    page.goto(f"{site}danh-sach/")
    page.get_by_role("link", name="Tên cũ của tỉnh, huyện, xã").click()
    page.wait_for_url(f"{site}{OLD_NAMES}")
    page.get_by_role("link", name="Tỉnh Bắc Kạn").click()
    page.wait_for_url(f"{site}{OLD_NAMES}bac-kan/")
    assert "thuộc tỉnh Thái Nguyên" in page.locator("article").inner_text()
    page.goto(f"{site}{OLD_NAMES}quang-tri/#huyen-vinh-linh")
    fold = page.locator("h2#huyen-vinh-linh + details")
    expect(fold.locator("summary")).to_have_text("Nay thuộc: Vĩnh Linh, Bến Quan, Vĩnh Hoàng, Vĩnh Thủy, Cửa Tùng")
    fold.locator("summary").click()
    expect(fold).to_contain_text("Xã Vĩnh Thủy: xã Vĩnh Thủy, xã Vĩnh Lâm, xã Vĩnh Sơn")
    expect(fold).to_contain_text("xã Vĩnh Khê, xã Vĩnh Hà, xã Vĩnh Ô; chưa có số liệu")
    fold.get_by_role("link", name="Xã Vĩnh Thủy").click()
    page.wait_for_url(f"{site}{VINH_THUY}")


@pytest.mark.parametrize("name", ["", "ha-noi/", "thanh-hoa/", "ho-chi-minh/", "nghe-an/"])
def test_the_lists_keep_to_the_budget(visit: Visit, site: str, name: str) -> None:
    """The largest of them, at 360 px: 6,000 px, 1,500 elements, 20 KB compressed."""
    page, _ = visit("", 360, java_script_enabled=False)
    got = page.goto(f"{site}{OLD_NAMES}{name}")
    assert got
    assert page.evaluate("document.documentElement.scrollHeight") <= 6_000
    assert page.locator("*").count() <= 1_500
    assert len(gzip.compress(got.body())) <= 20_000
