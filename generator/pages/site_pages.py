"""Pages of the whole site: home, lists, provinces, glossary, downloads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.language.quantities import show_number
from generator.language.vietnamese import show_date, slug, sort_key
from generator.model.commune import Commune
from generator.model.grouping import grouped
from generator.model.published import COLUMNS as PUBLISHED
from generator.model.record import Record
from generator.pages import a_to_z
from generator.pages.a_to_z import LISTING, search_box, told, with_data
from generator.pages.addresses import HELD, QUALITY, home_crumb, in_order, where
from generator.pages.blocks import Block, Cell, Grid, Items, Link, Notice, Page, Prose, Section
from generator.pages.commune_page import blanks
from generator.pages.newest import newest_day
from generator.pages.view import View, source_name, source_path, with_value

GLOSSARY = "thuat-ngu/"
_MOST_NAMED = 5
"""Communes held back that the home page names."""


def site_pages(view: View) -> Iterator[Page]:
    """Home, lists, provinces, glossary and downloads."""
    yield home(view)
    yield a_to_z.listing(view)
    yield from provinces(view)
    yield glossary(view)
    yield downloads(view)


def _commune_links(view: View, here: str, communes: Sequence[Commune]) -> Items:
    return Items(
        tuple(
            Prose(f"{where(c)}{told(view, c)}", "", Link(c.name, view.link(here, c.address)))
            for c in in_order(communes)
        ),
        "links",
    )


def home(view: View) -> Page:
    """What this is, find your commune, what is new, what is missing."""
    communes = view.dataset.communes
    known = sum(unit.province != "" for unit in view.dataset.catalogue.units.values())
    with_code = with_data(view, [c for c in communes if c.province is not None])
    lead = (
        "Trang chép lại số liệu trong văn bản của xã để bà con cùng đọc: nói bằng lời dễ hiểu, kèm văn bản và chỗ lấy "
        "số để ai cũng tra lại được."
    )
    find = (
        search_box(view, ""),
        _commune_links(view, "", communes),
        Prose("", "", Link("Danh sách A–Z", view.link("", LISTING))),
    )
    return Page(
        path="",
        title="Số liệu công khai của xã",
        description="Số liệu chuyển đổi số của các xã, chép từ văn bản của xã: hồ sơ có đúng hẹn không, "
        "ai giúp dùng dịch vụ số, tiền đi đâu.",
        opening=(Prose(lead, "lead"),),
        sections=(
            Section("Tìm xã của bạn", "tim-xa", find),
            Section("Mới đưa lên", "moi", (_newest(view), *_held(view))),
            Section("Còn thiếu", "con-thieu", tuple(_missing(view, known - with_code, known))),
            Section("Đọc số liệu này thế nào", "cach-doc", (_reading(view),)),
        ),
    )


def _held(view: View) -> Iterator[Block]:
    """Which communes are not shown at their newest."""
    named = [held.name for held in view.held.values() if held.name]
    if named:
        more = f" và {len(named) - _MOST_NAMED} nơi khác" if len(named) > _MOST_NAMED else ""
        text = f"{', '.join(named[:_MOST_NAMED])}{more}: số liệu mới nhất có lỗi nên chưa được đăng."
        yield Notice(
            "Có nơi chưa đăng được số liệu mới", text, "missing", Link("Xem vì sao", view.link("", QUALITY, HELD))
        )


def _newest(view: View) -> Items:
    sources = [(c, s) for c in view.dataset.communes for s in view.records(c, "nguon")]
    if not sources:
        return Items((Prose("Chưa có văn bản nào được đưa lên."),))
    sources.sort(key=lambda pair: (pair[1]["ngay_biet"], pair[1]["nguon"]), reverse=True)
    return Items(
        tuple(
            Prose(
                f"{commune.name}, {where(commune)}; {_newest_result(view, commune, source)}.",
                "",
                Link(source_name(view, source), view.link("", source_path(commune, source["nguon"]))),
            )
            for commune, source in sources[:6]
        )
    )


def _newest_result(view: View, commune: Commune, source: Record) -> str:
    """Up to which day a document measured; that it gives no day, or measures nothing."""
    own = [figure for figure in view.of(commune) if figure.nguon == source["nguon"]]
    if day := newest_day(own):
        return f"kết quả mới nhất đến {show_date(day)}"
    return "số liệu không ghi ngày" if any(f.loai == "bao_cao" for f in own) else "mục tiêu và việc phải làm"


def _missing(view: View, without: int, known: int) -> Iterator[Block]:
    unsure = sum(commune.province is None for commune in view.dataset.communes)
    more = f" Chưa kể {show_number(unsure)} nơi chưa ai xác nhận là xã nào." if unsure else ""
    said = f"{show_number(without)} trong {show_number(known)} xã, phường, đặc khu chưa có số liệu nào ở đây."
    yield Prose(f"{said}{more}")
    rows = []
    for commune in in_order(view.dataset.communes):
        own = {indicator for _, indicator in blanks(view, commune)}
        differing = sum(d.commune == commune.code for d in view.differences)
        read = sum(figure.loai != "tinh_lai" for figure in with_value(view.of(commune)))
        empty = view.is_empty(commune)
        rows.append((
            Cell(commune.name, "", "", Link(commune.name, view.link("", commune.address, "con-thieu"))),
            Cell("chưa có số liệu nào", "missing") if empty else Cell(str(len(own)), "number"),
            Cell("chưa có gì để so", "missing") if empty else
            Cell("", "", "", Link(f"{differing} chỗ; {show_number(read)} số liệu đã chép",
                                  view.link("", QUALITY, f"xa-{commune.code}"))),
        ))  # fmt: skip
    yield Grid("Còn trống và cần đọc kỹ", ("Xã", "Chỉ tiêu còn trống", "Chỗ cần đọc kỹ"), tuple(rows))


def _reading(view: View) -> Items:
    items = (
        ("Phương pháp", "phuong-phap/", "Số lấy ở đâu, tính lại thế nào, vì sao nêu chỗ lệch."),
        ("Chất lượng số liệu", QUALITY, "Mọi chỗ lệch và chỗ trống tìm được."),
        ("Thuật ngữ", "thuat-ngu/", "Chữ viết tắt và từ khó, giải thích bằng lời thường."),
        ("Dữ liệu", "du-lieu/", "Tải toàn bộ số liệu về máy."),
    )
    return Items(tuple(Prose(text, "", Link(name, view.link("", path))) for name, path, text in items), "links")


def provinces(view: View) -> Iterator[Page]:
    """One page a province that has communes with data, and one for those in none."""
    by_slug = grouped(view.dataset.communes, lambda commune: commune.province_slug)
    units = view.dataset.catalogue.units.values()
    for address, communes in sorted(by_slug.items()):
        here, province = f"{address}/", communes[0].province
        if province:
            total = sum(unit.province == province.code for unit in units)
            title = province.name
            count = with_data(view, communes)
            text = f"{count or 'Chưa nơi nào'} trong {total} xã, phường, đặc khu có số liệu ở đây."
        else:
            title = "Chưa xác định tỉnh"
            text = "Văn bản của các xã này in tên xã mà danh mục chính thức không có; chưa ai xác nhận là xã nào."
        yield Page(
            path=here,
            title=title,
            description=f"Các xã có số liệu: {title}.",
            crumbs=home_crumb(view, here),
            opening=(Prose(text, "lead"),),
            sections=(Section("Các xã", "cac-xa", (_commune_links(view, here, communes),)),),
        )


def terms(view: View) -> dict[str, tuple[str, str, str]]:
    """The glossary A to Z: each term (word, in full, meaning) by its anchor on the glossary's page."""
    made: dict[str, tuple[str, str, str]] = {}
    for term in sorted(view.dataset.catalogue.glossary, key=lambda term: sort_key(term[0])):
        plain = f"tu-{slug(term[0])}"
        made[plain if plain not in made else f"{plain}-{len(made)}"] = term
    return made


def glossary(view: View) -> Page:
    """Abbreviations and terms in plain words."""
    here = GLOSSARY
    rows = tuple(
        (Cell(word, "", full if full != word else "", None, anchor), Cell(meaning))
        for anchor, (word, full, meaning) in terms(view).items()
    )
    return Page(
        path=here,
        title="Thuật ngữ",
        description="Chữ viết tắt và từ khó, giải thích bằng lời thường.",
        crumbs=home_crumb(view, here),
        opening=(Prose("Các chữ viết tắt và từ khó gặp trên trang.", "lead"),),
        sections=(Section("A–Z", "a-z", (Grid("Thuật ngữ", ("Từ", "Nghĩa là"), rows),)),),
    )


def downloads(view: View) -> Page:
    """The published data and what its columns mean."""
    here = "du-lieu/"
    files = (
        ("so-lieu.csv", f"{len(view.figures)} dòng, mỗi dòng một con số của một xã."),
        ("nguon.csv", "Các văn bản nguồn."),
        ("khac-biet.csv", f"{len(view.differences)} chỗ cần đọc kỹ."),
        ("datapackage.json", "Mô tả các bảng cho máy đọc (Data Package v2)."),
    )
    rows = tuple(Prose(text, "", Link(name, name)) for name, text in files)
    columns = tuple((Cell(name), Cell(COLUMN_WORDS[name])) for name in PUBLISHED)
    note = (
        "Tệp CSV dùng mã UTF-8, dấu phẩy ngăn cột, dấu chấm cho phần lẻ. Excel cài theo kiểu Việt Nam mở thẳng tệp này "
        "thường bị vỡ chữ, dồn cột, sai số lẻ. Dùng lại tự do, nhớ ghi nguồn văn bản."
    )
    return Page(
        path=here,
        title="Dữ liệu",
        description="Tải toàn bộ số liệu của các xã.",
        crumbs=home_crumb(view, here),
        opening=(Prose("Tất cả con số trên trang, tải về không cần đăng ký.", "lead"),),
        sections=(
            Section("Tải về", "tai-ve", (Items(rows, "links"), Prose(note, "small"))),
            Section("Các cột của so-lieu.csv", "cac-cot", (), (Grid("Các cột", ("Cột", "Nghĩa là"), columns),)),
        ),
    )


COLUMN_WORDS = {
    "ma_so": "mã của con số, không đổi", "ma_xa": "mã xã", "chi_tieu": "mã chỉ tiêu",
    "phan_to": "phần của chỉ tiêu (cơ quan, nhóm, dòng kinh phí)", "ky_in": "kỳ như văn bản in",
    "loai_ky": "thoi_diem, trong_ky hoặc luy_ke", "tu_ngay": "ngày đầu của kỳ; trống là không nêu",
    "den_ngay": "ngày cuối của kỳ", "so_sanh": "=, >=, >, <=, < hoặc khoang (khoảng)",
    "gia_tri": "giá trị theo đơn vị; trống là chưa có số liệu", "gia_tri_den": "đầu lớn của một khoảng",
    "don_vi": "đơn vị", "nhu_in": "như văn bản in", "tu_so": "tử số", "mau_so": "mẫu số",
    "co_so": "tỷ lệ tính trên gì", "ngoai_tru": "không kể những gì",
    "loai": "bao_cao, tinh_lai, muc_tieu, nhu_cau hoặc phan_bo",
    "tinh_trang": "co, chua_co (trống) hoặc khong_luong_hoa (không nêu con số)",
    "don_vi_bao_cao": "cơ quan phải báo cáo", "nguon": "mã văn bản nguồn", "vi_tri": "vị trí trong văn bản",
    "ghi_chu": "ghi chú",
}  # fmt: skip
"""Meaning of each published column, for people and for datapackage.json."""
