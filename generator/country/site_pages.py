"""Pages of the whole site: home, lists, provinces, glossary, downloads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.country import a_to_z, frame
from generator.country.a_to_z import LISTING, search_box
from generator.country.country import Country, home_crumb, in_order, told, with_data
from generator.country.downloads_page import downloads
from generator.country.map_pages import MAP
from generator.country.summary import Summary
from generator.language.numbers import show_number
from generator.language.vietnamese import lowered, show_date, slug, sort_key
from generator.pieces.addresses import HELD, QUALITY, where
from generator.pieces.blocks import Block, Grid, Items, Notice, Page, Prose, Section
from generator.pieces.document_names import source_path
from generator.pieces.row_blocks import Cell, Link
from generator.pieces.where_to_ask import reached

GLOSSARY, SEARCH = "thuat-ngu/", "tim-kiem/"
HELP = "noi-giup"
"""Where the home page says who helps."""
_MOST_NAMED = 5
"""Communes held back that the home page names."""
_MOST_NEW = 6
"""Documents that the home page names as new."""


def site_pages(country: Country) -> Iterator[Page]:
    """Home, lists, search, glossary and downloads."""
    yield home(country)
    yield a_to_z.listing(country)
    yield searching(country)
    yield glossary(country)
    yield downloads(country)


def _commune_links(country: Country, here: str, communes: Sequence[Summary]) -> Items:
    named = [(one.commune, told(one)) for one in in_order(communes)]
    return Items(
        tuple(Prose(f"{where(c)}{more}", "", Link(c.name, country.link(here, c.address))) for c, more in named),
        "links",
    )


def home(country: Country) -> Page:
    """What this is, find your commune, what is new, what is missing."""
    communes = country.communes
    known = sum(unit.province != "" for unit in country.catalogue.units.values())
    with_code = with_data([one for one in communes if one.province])
    lead = (
        "Trang chép lại số liệu trong văn bản của xã để bà con cùng đọc: nói bằng lời dễ hiểu, kèm văn bản và chỗ lấy "
        "số để ai cũng tra lại được."
    )
    find = (
        search_box(country, ""),
        Prose("Các xã có số liệu:" if communes else "Chưa xã nào có số liệu."),
        _commune_links(country, "", communes),
        Prose("", "", Link("Danh sách A–Z", country.link("", LISTING))),
        Prose("", "", Link("Bản đồ các xã có số liệu", country.link("", MAP))),
    )
    return Page(
        path="",
        title="Số liệu công khai của xã",
        description="Số liệu chuyển đổi số của các xã, chép từ văn bản của xã: hồ sơ có đúng hẹn không, "
        "ai giúp dùng dịch vụ số, tiền đi đâu.",
        opening=(Prose(lead, "lead"),),
        sections=(
            Section("Tìm xã của bạn", "tim-xa", find),
            *_helping(country),
            Section("Mới đưa lên", "moi", (_newest(country), *_held(country))),
            Section("Còn thiếu", "con-thieu", tuple(_missing(country, known - with_code, known))),
            Section("Đọc số liệu này thế nào", "cach-doc", (_reading(country),)),
        ),
    )


def _helping(country: Country) -> Iterator[Section]:
    """Where people get on whom the site's figures do not help; the search leads here."""
    rows = tuple(
        Prose(reached(place), "", Link(place.name, place.web))
        if place.web
        else Prose(f"{place.name}. {reached(place)}")
        for place in country.catalogue.places
    )
    if rows:
        yield Section("Làm giấy tờ, cần người giúp", HELP, (Items(rows),))


def _held(country: Country) -> Iterator[Block]:
    """Which communes are not shown at their newest."""
    named = [held.name for held in country.held]
    if named:
        more = f" và {len(named) - _MOST_NAMED} nơi khác" if len(named) > _MOST_NAMED else ""
        text = f"{', '.join(named[:_MOST_NAMED])}{more}: số liệu mới nhất có lỗi nên chưa được đăng."
        yield Notice(
            "Có nơi chưa đăng được số liệu mới", text, "missing", Link("Xem vì sao", country.link("", QUALITY, HELD))
        )


def _newest(country: Country) -> Items:
    newest = frame.newest_documents(country.frames, _MOST_NEW)
    if not newest:
        return Items((Prose("Chưa có văn bản nào được đưa lên."),))
    communes = {one.commune.code: one for one in country.communes}
    return Items(tuple(_document(country, communes[code], id) for code, id in newest))


def _document(country: Country, one: Summary, id: str) -> Prose:
    """A document with the day up to which it measured; that it gives no day, or measures nothing."""
    own = frame.of_document(country.frames, one.commune.code, id)
    result = "số liệu không ghi ngày" if frame.measures(own) else "mục tiêu và việc phải làm"
    if day := frame.newest_day(own):
        result = f"kết quả mới nhất đến {show_date(day.isoformat())}"
    link = Link(one.documents[id], country.link("", source_path(one.commune, id)))
    return Prose(f"{one.commune.name}, {lowered(where(one.commune))}; {result}.", "", link)


def _missing(country: Country, without: int, known: int) -> Iterator[Block]:
    unsure = sum(not one.province for one in country.communes)
    more = f" Chưa kể {show_number(unsure)} nơi chưa ai xác nhận là xã nào." if unsure else ""
    said = f"{show_number(without)} trong {show_number(known)} xã, phường, đặc khu chưa có số liệu nào ở đây."
    yield Prose(f"{said}{more}")
    differing, copied = frame.differing(country.frames), frame.copied(country.frames)
    rows = []
    for one in in_order(country.communes):
        name, code, empty = one.commune.name, one.commune.code, one.is_empty
        rows.append((
            Cell(name, "", "", Link(name, country.link("", one.commune.address, "con-thieu"))),
            Cell("chưa có số liệu nào", "missing") if empty else Cell(str(one.blanks), "number"),
            Cell("chưa có gì để so", "missing") if empty else
            Cell("", "", "", Link(f"{differing.get(code, 0)} chỗ; {show_number(copied.get(code, 0))} số liệu đã chép",
                                  country.link("", f"{one.commune.address}{QUALITY}"))),
        ))  # fmt: skip
    yield Grid("Còn trống và cần đọc kỹ", ("Xã", "Chỉ tiêu còn trống", "Chỗ cần đọc kỹ"), tuple(rows))


def _reading(country: Country) -> Items:
    items = (
        ("Phương pháp", "phuong-phap/", "Số lấy ở đâu, tính lại thế nào, vì sao nêu chỗ lệch."),
        ("Chất lượng số liệu", QUALITY, "Mọi chỗ lệch và chỗ trống tìm được."),
        ("Thuật ngữ", "thuat-ngu/", "Chữ viết tắt và từ khó, giải thích bằng lời thường."),
        ("Dữ liệu", "du-lieu/", "Tải toàn bộ số liệu về máy."),
    )
    return Items(tuple(Prose(text, "", Link(name, country.link("", path))) for name, path, text in items), "links")


def searching(country: Country) -> Page:
    """Where a search may begin that has no question yet: what can be looked for, and lists that need no search."""
    starts = (
        ("Danh sách xã A–Z", LISTING, "Mọi xã có số liệu, và các tỉnh."),
        ("Các chỉ tiêu", "chi-tieu/", "Từng con số nghĩa là gì, xã nào đã có."),
        ("Thuật ngữ", GLOSSARY, "Chữ viết tắt và từ khó."),
        ("Trang chủ", "", "Văn bản mới đưa lên, nơi giúp bà con làm giấy tờ."),
    )
    lines = tuple(Prose(text, "", Link(name, country.link(SEARCH, path))) for name, path, text in starts)
    text = "Gõ tên xã, việc cần biết, chữ viết tắt hoặc số hiệu văn bản, rồi bấm Tìm. Không cần gõ dấu."
    return Page(
        path=SEARCH,
        title="Tìm kiếm",
        description="Tìm xã, chỉ tiêu, từ ngữ, văn bản trên trang này.",
        crumbs=home_crumb(country, SEARCH),
        opening=(Prose(text, "lead"), search_box(country, SEARCH)),
        sections=(Section("Hoặc xem danh sách", "danh-sach", (Items(lines, "links"),)),),
    )


def terms(country: Country) -> dict[str, tuple[str, str, str]]:
    """The glossary A to Z: each term (word, in full, meaning) by its anchor on the glossary's page."""
    made: dict[str, tuple[str, str, str]] = {}
    for term in sorted(country.catalogue.glossary, key=lambda term: sort_key(term[0])):
        plain = f"tu-{slug(term[0])}"
        made[plain if plain not in made else f"{plain}-{len(made)}"] = term
    return made


def glossary(country: Country) -> Page:
    """Abbreviations and terms in plain words."""
    here = GLOSSARY
    rows = tuple(
        (Cell(word, "", full if full != word else "", None, anchor), Cell(meaning))
        for anchor, (word, full, meaning) in terms(country).items()
    )
    return Page(
        path=here,
        title="Thuật ngữ",
        description="Chữ viết tắt và từ khó, giải thích bằng lời thường.",
        crumbs=home_crumb(country, here),
        opening=(Prose("Các chữ viết tắt và từ khó gặp trên trang.", "lead"),),
        sections=(Section("A–Z", "a-z", (Grid("Thuật ngữ", ("Từ", "Nghĩa là"), rows),)),),
    )
