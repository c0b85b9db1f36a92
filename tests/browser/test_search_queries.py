"""What people type and what comes first: the queries of people who tried the search, and others of each kind."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from browsing import Windows
from playwright.sync_api import Page, expect

from generator.language.vietnamese import plain_words
from generator.reading.catalogue_files import DATA, FOLDER, load_catalogue
from generator.reading.folders import on_disk

pytestmark = pytest.mark.browser
VINH_THUY, VINH_THONG = "quang-tri/vinh-thuy-19405/", "thai-nguyen/vinh-thong-01981/"
HOANG_SON = "chua-xac-dinh/hoang-son-x0001/"
PORTAL, OFFICE = "https://dichvucong.gov.vn", "#noi-giup"
LATE, LAND, SIGNAL = "chi-tieu/ho_so_qua_han/", "chi-tieu/ho_so_dat_dai_lam_sach/", "chi-tieu/thon_lom_song/"
IDENTITY, BUDGET, LEARNT = "chi-tieu/ty_le_dinh_danh_dien_tu/", "chi-tieu/kinh_phi_cds/", "chi-tieu/bdhvs_da_hoc/"
PENSIONS, ROUND_OFF = "chi-tieu/ty_le_chi_tra_bao_tro_huu_tri/", f"{VINH_THUY}nguon-so-lieu/so-ket-635/"
REPORT = f"{VINH_THUY}nguon-so-lieu/230-bc-du/"
FIND = """texts => texts.map(text => {
  const found = timKiem.find(text);
  return found && {
    there: [].concat(...found.shown).map(hit => hit.entry.address),
    how: found.partial ? "partial" : found.guessed ? "guessed" : "whole",
    near: found.near && found.near.address,
  };
})"""

GOOD = {
    "vinh thuy tre han": f"{VINH_THUY}thu-tuc-hanh-chinh/", "tre hen": LATE, "tra cham": LATE, "cham tre": LATE,
    "ho so cham": LATE, "ho so qua hẹn": LATE, "nop qua mang": "chi-tieu/ty_le_truc_tuyen_ho_so_moi/", "so do": LAND,
    "tien xa chi": BUDGET, "ngan sach": "chi-tieu/#ngan-sach", "ngan sach vinh thuy": f"{VINH_THUY}ngan-sach/",
    "vneid": "thuat-ngu/#tu-vneid-vneid", "dang ky ket hon": "chi-tieu/so_tthc/", "lam giay to o dau": PORTAL,
    "tro cap nguoi gia": PENSIONS, "ho tro nguoi gia": PENSIONS, "song dien thoai yeu": SIGNAL, "song yeu": SIGNAL,
    "may tinh": "chi-tieu/may_tinh/", "may tinh hong": "chi-tieu/may_tinh_khong_dap_ung/",
    "dang ky kinh doanh": "chi-tieu/ty_le_tthc_kinh_doanh_truc_tuyen/", "to cong nghe so": "chi-tieu/to_cnsc/",
    "wifi": "chi-tieu/nha_mang_4g/", "khieu nai": "chi-tieu/pakn/", "xin loi": "chi-tieu/ty_le_xin_loi_qua_han/",
    "hai long": "chi-tieu/ty_le_hai_long_dvctt/", "thanh toan qua mang": "chi-tieu/ty_le_thanh_toan_truc_tuyen/",
    "nhiem vu qua han": "chi-tieu/nhiem_vu_qua_han/", "chu ky so": "chi-tieu/chu_ky_so_ca_nhan/",
    "dvc": "thuat-ngu/#tu-dvcqg", "bao hiem y te": "thuat-ngu/#tu-bhyt", "vinh linh": "danh-sach/#tinh-quang-tri",
    "vinh thuye": VINH_THUY, "vĩnh thuỷ": VINH_THUY, "hoàng sơn": HOANG_SON, "phu khe": "danh-sach/#tinh-bac-ninh",
    "ket qua vinh thong": f"{VINH_THONG}thu-tuc-hanh-chinh/",
    "bao nhieu ho so tre o vinh thuy": f"{VINH_THUY}thu-tuc-hanh-chinh/",
}  # fmt: skip
"""What was found well before; it must stay so."""
POOR = {
    "tre han": LATE, "giay khai sinh": PORTAL, "hoc may tinh": LEARNT, "lam can cuoc": PORTAL,
    "so dien thoai xa": OFFICE, "chuyen doi so": "chi-tieu/mo_hinh_thon_chuyen_doi_so/",
    "bdhvs": "chi-tieu/#binh-dan-hoc-vu-so", "nuoc sach": OFFICE, "xã tôi": "danh-sach/", "can bo di hop": OFFICE,
    "Đắc Lắc": "danh-sach/#tinh-dak-lak", "tỉnh Đắc Lắc": "danh-sach/#tinh-dak-lak",
    "cong khai ngan sach": "danh-sach/", "bac kan": "danh-sach/#tinh-thai-nguyen",
}  # fmt: skip
"""What was answered poorly."""
NONE = {
    "xa co tre hen ko": LATE, "huyen vinh linh": "danh-sach/#tinh-quang-tri",
    "mat song 4g": "chi-tieu/ty_le_phu_song_4g/", "xa hua gi": "danh-sach/",
    "chuyen tien cong dan": "chi-tieu/#kinh-te-xa-hoi-so", "lua dao qua mang": OFFICE, "internet cham": SIGNAL,
    "internet thon": SIGNAL, "cccd": IDENTITY, "quyen su dung dat": LAND,
    "xa ban thuong xuan": "danh-sach/#tinh-thanh-hoa", "ai giup vneid vinh thuy": f"{VINH_THUY}binh-dan-hoc-vu-so/",
    "lop hoc vneid": "chi-tieu/bdhvs_hoan_thanh/", "tien dien tu chi vao dau": BUDGET,
    "mua may tinh bao nhieu tien": BUDGET, "vĩnh thủy 98%": VINH_THUY, "230-bc/du": REPORT, "kế hoạch 635": ROUND_OFF,
}  # fmt: skip
"""What found nothing."""
OTHERS = {
    "trê hạn": LATE, "hồ sơ trể": LATE, "TRỄ HẸN": LATE, "treex hanj": LATE, "tre64 han5": LATE, "hosotrehen": LATE,
    "ho so tre han vinh thuy": f"{VINH_THUY}thu-tuc-hanh-chinh/", "Vĩnh  THỦY": VINH_THUY,
    "vinh thui tre han": f"{VINH_THUY}thu-tuc-hanh-chinh/", "vinh thong ngan sach": f"{VINH_THONG}ngan-sach/",
    "ngan sach xa hoang son": f"{HOANG_SON}ngan-sach/", "bc 230": REPORT, "230bcdu": REPORT, "BC/ĐU 230": REPORT,
    "635/KH-UBND": ROUND_OFF, "kh 635": ROUND_OFF, "báo cáo tháng 6": ROUND_OFF,
    "nghi quyet 57": "thuat-ngu/#tu-nghi-quyet-57", "xa vinh lam": "danh-sach/#tinh-nghe-an",
    "huyen gio linh": "danh-sach/#tinh-quang-tri", "lam khai sinh o dau": OFFICE, "lam so do": PORTAL,
    "xin giay xac nhan doc than": OFFICE, "bị lừa tiền trên zalo thì báo ai": OFFICE, "ai giup toi nop ho so": OFFICE,
    "toi muon hoc dung dien thoai": LEARNT, "luong huu nhan o dau": PENSIONS, "wifi yếu": SIGNAL,
    "mang lag qua": SIGNAL,
    "bà con nộp hồ sơ qua mạng thì có phải lên xã không": "chi-tieu/ho_so_truc_tuyen/", "so hong": LAND,
    "khong co song dien thoai": "chi-tieu/thon_trang_song/", "cmnd": IDENTITY, "chung minh thu": IDENTITY,
    "vnied": "thuat-ngu/#tu-vneid-vneid", "dich vu cong": "chi-tieu/so_dvctt/", "sdt ubnd xa": OFFICE,
    "đường dây nóng": OFFICE, "xa nao tot nhat": "phuong-phap/#khong-xep-hang", "tthc": "thuat-ngu/#tu-tthc",
    "mục tiêu năm 2026": "danh-sach/", "cua lo": "danh-sach/#tinh-nghe-an", "ubnd": "thuat-ngu/#tu-ubnd",
    "cán bộ thái độ kém": "chi-tieu/ty_le_hai_long/", "766": "danh-sach/", "nghị định 224": "danh-sach/",
    "766 vinh thuy": f"{VINH_THUY}theo-luat/", "cong khai ngan sach vinh thuy": f"{VINH_THUY}theo-luat/",
    "theo luat vinh thong": f"{VINH_THONG}theo-luat/", "nghi dinh 73 hoang son": f"{HOANG_SON}theo-luat/",
}  # fmt: skip
"""Others of each kind: slips, left-overs of Telex and VNI, capitals, documents, whole questions, synonyms."""
PARTIAL = (
    "huyen vinh linh", "xa vinh lam", "vĩnh thủy 98%", "xa ban thuong xuan", "huyen gio linh",
    "ai giup vneid vinh thuy", "mua may tinh bao nhieu tien",
)  # fmt: skip
"""What is not found whole, and said so."""


@pytest.fixture(scope="module")
def searching(windows: Windows, site: str) -> Iterator[Page]:
    """A page on which the search is loaded."""
    with windows.opened(site, site) as (page, _):
        page.locator("[data-search] input").fill("vinh thuy")
        expect(page.locator(".search-status")).to_contain_text("Tìm thấy")
        yield page


def found(page: Page, *texts: str) -> list[dict[str, Any]]:
    """What the search says of texts; none of them is empty."""
    answers: list[dict[str, Any]] = page.evaluate(FIND, texts)
    return answers


@pytest.mark.parametrize(("text", "first"), (GOOD | POOR | NONE | OTHERS).items())
def test_the_best_comes_first(searching: Page, text: str, first: str) -> None:
    (answer,) = found(searching, text)
    assert answer["there"][:1] == [first]
    assert (answer["how"] == "partial") == (text in PARTIAL) or text not in (*GOOD, *PARTIAL)


def test_papers_lead_to_the_portal_and_the_office(searching: Page) -> None:
    """Both, whatever the papers are called; a commune named with them comes first with its own page."""
    for answer in found(searching, "làm giấy tờ", "lam thu tuc o dau", "giay khai sinh", "làm sổ đỏ"):
        assert answer["there"][:2] == [PORTAL, OFFICE]
    (answer,) = found(searching, "lam giay to vinh thuy")
    assert answer["there"][0].startswith(VINH_THUY)
    assert {PORTAL, OFFICE} <= set(answer["there"])


def test_what_nobody_tells_is_not_made_up(searching: Page) -> None:
    """No answer is better than any."""
    assert [answer["there"] for answer in found(searching, "gia vang hom nay", "qwxz kjqv")] == [[], []]


def test_a_query_of_idle_words_finds_names(searching: Page) -> None:
    """Words that nobody looks for are left out only where another word remains; a name made of them is found."""
    first = [answer["there"][0] for answer in found(searching, "cua lo", "ba vi", "cô tô", "xã")]
    assert first[0] == "danh-sach/#tinh-nghe-an"
    assert first[1] in ("danh-sach/#tinh-ha-noi", "danh-sach/#tinh-quang-ngai")
    assert first[2] in ("danh-sach/#tinh-an-giang", "danh-sach/#tinh-quang-ninh")


_TELEX = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}


def telex(text: str) -> str:
    """A text as it is left where Telex is switched off: đẹp is `ddepj`."""
    made = []
    for word in unicodedata.normalize("NFD", text).replace("đ", "dd").split(" "):
        letters, tone = "", ""
        for char in word:
            tone += _TELEX.get(char, "")
            letters += {"\u0302": letters[-1:], "\u0306": "w", "\u031b": "w"}.get(char, "" if char in _TELEX else char)
        made.append(letters + tone)
    return " ".join(made)


def test_every_everyday_name_is_found(searching: Page) -> None:
    """Without marks, in capitals, as Telex leaves it, with a commune before or after: each leads there."""
    catalogue, _ = load_catalogue(on_disk(DATA / FOLDER, FOLDER), [])
    assert catalogue
    shown = set(searching.evaluate("window.mucLuc.indicators.map(one => one[0])"))
    named = [(name, one) for one in catalogue.indicators.values() if one.id in shown for name in one.everyday]
    lost = []
    for name, one in named:
        plain = " ".join(plain_words(name))
        ways = (plain, name.upper(), telex(name), f"{plain} vinh thuy", f"vinh thuy {plain}")
        there = [answer["there"] for answer in found(searching, *ways)]
        page = f"{VINH_THUY}{one.subject}/"
        lost += [way for way, own in zip(ways[:3], there[:3], strict=True) if f"chi-tieu/{one.id}/" not in own]
        lost += [way for way, own in zip(ways[3:], there[3:], strict=True) if page not in own[:3]]
    assert set(lost) <= {"khoong phair leen xax"}, "words that nobody looks for, all of them"


def test_every_commune_is_found_by_its_name(searching: Page) -> None:
    """Official communes by their names without marks; the first answer is of that name."""
    catalogue, _ = load_catalogue(on_disk(DATA / FOLDER, FOLDER), [])
    assert catalogue
    names = sorted({" ".join(plain_words(unit.name)) for unit in catalogue.units.values() if unit.province})[::25]
    titles = searching.evaluate(
        "texts => texts.map(text => timKiem.fold(timKiem.find(text).shown[0][0].title).join(' '))", names
    )
    assert titles == names


def test_the_last_commune_is_offered(windows: Windows, site: str) -> None:
    """Who has looked at a commune is offered the answer there, on its page, after it, and by this browser's memory."""
    with windows.opened(f"{site}{VINH_THUY}", site) as (page, _):
        page.locator("[data-open-search]").click()
        page.locator(".search-panel input").fill("tre han")
        offer = page.locator(".search-near a")
        expect(offer).to_have_text("“tre han” ở xã Vĩnh Thủy: Thủ tục hành chính")
        page.goto(site)
        page.goto(site)
        page.locator("[data-search] input").fill("xa toi")
        expect(offer).to_have_text("Xem xã Vĩnh Thủy")
        page.locator("[data-search] input").fill("tre hen vinh thong")
        expect(page.locator(".search-results li").first).to_contain_text("xã Vĩnh Thông")
        expect(offer).to_have_count(0)
        page.locator("[data-search] input").fill("tre han")
        offer.click()
        page.wait_for_url(f"{site}{VINH_THUY}thu-tuc-hanh-chinh/")


def test_what_is_found_in_part_says_so(searching: Page) -> None:
    """The reader sees that words were left out; Enter leads nobody away."""
    field = searching.locator("[data-search] input")
    field.fill("vĩnh thủy 98%")
    expect(searching.locator(".search-status")).to_have_text("Không có đủ các chữ; gần nhất:")
    field.press("Enter")
    assert searching.evaluate("document.activeElement.closest('li') !== null")


def test_the_field_goes_to_the_top_of_a_small_screen(windows: Windows, site: str) -> None:
    """With the keyboard open the first results are still seen."""
    with windows.opened(site, site, viewport={"width": 360, "height": 640}) as (page, _):
        field = page.locator("[data-search] input")
        field.focus()
        field.fill("tre han")
        expect(page.locator(".search-results li").first).to_be_visible()
        top = page.locator("[data-search]").evaluate("form => form.getBoundingClientRect().top")
        assert 0 <= top < 100


def test_a_place_that_helps_says_who_says_so(searching: Page) -> None:
    """Its line has the document and its day; the link of the portal leaves the site only when it is followed."""
    searching.locator("[data-search] input").fill("lam giay to")
    first = searching.locator(".search-results li").first
    expect(first).to_contain_text("Cổng Dịch vụ công quốc gia")
    expect(first).to_contain_text("Theo Nghị định 118/2025/NĐ-CP")
    expect(first).to_contain_text("ban hành ngày 09/06/2025")
    assert first.locator("a").get_attribute("href") == PORTAL
    assert searching.locator("#noi-giup").count() == 1
