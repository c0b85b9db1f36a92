"""Pages of the whole site: home, lists, indicators, quality, glossary, downloads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.blocks import Block, Cell, Grid, Items, Link, Page, Prose, Section
from generator.compose_commune import subject_path, where
from generator.differences import RULE_NAMES
from generator.model import SUBJECTS, Commune, Difference, Indicator
from generator.tidy import PUBLISHED
from generator.view import View, anchor, label, period, source_link, source_name, source_path, value
from generator.vietnamese import show_date, sort_key

QUALITY = "chat-luong-so-lieu/"
_HOME = "Trang chủ"


def _crumbs(view: View, here: str) -> tuple[Link, ...]:
    return (Link(_HOME, view.link(here, "")),)


def _sorted(communes: Sequence[Commune]) -> list[Commune]:
    return sorted(communes, key=lambda c: (sort_key(c.name.split(" ", 1)[-1]), c.code))


def site_pages(view: View) -> Iterator[Page]:
    """Every page that is not a commune's."""
    yield home(view)
    yield listing(view)
    yield from provinces(view)
    yield from indicator_pages(view)
    yield quality(view)
    yield glossary(view)
    yield downloads(view)


def _commune_links(view: View, here: str, communes: Sequence[Commune]) -> Items:
    return Items(
        tuple(Prose(where(c), "", Link(c.name, view.link(here, c.address))) for c in _sorted(communes)), "links"
    )


def home(view: View) -> Page:
    """What this is, find your commune, what is new, what is missing."""
    communes = view.dataset.communes
    known = sum(unit.province != "" for unit in view.dataset.catalogue.units.values())
    with_code = sum(c.province is not None for c in communes)
    lead = (
        "Xã báo cáo lên trên, dân ít khi được đọc. Trang này chép các con số trong báo cáo của xã ra đây, nói bằng "
        "lời dễ hiểu, kèm văn bản và chỗ lấy số để ai cũng tra lại được."
    )
    find = (
        _commune_links(view, "", communes),
        Prose("", "", Link("Danh sách A–Z", view.link("", "danh-sach/"))),
    )
    return Page(
        path="",
        title="Số liệu công khai của xã",
        description="Số liệu chuyển đổi số của các xã, chép từ văn bản đã ban hành: hồ sơ có đúng hẹn không, "
        "ai giúp dùng dịch vụ số, tiền đi đâu.",
        opening=(Prose(lead, "lead"),),
        sections=(
            Section("Tìm xã của bạn", "tim-xa", find),
            Section("Mới đưa lên", "moi", (_newest(view),)),
            Section("Còn thiếu", "con-thieu", tuple(_missing(view, known - with_code, known))),
            Section("Đọc số liệu này thế nào", "cach-doc", (_reading(view),)),
        ),
    )


def _newest(view: View) -> Items:
    sources = [(c, s) for c in view.dataset.communes for s in view.records(c, "nguon")]
    sources.sort(key=lambda pair: (pair[1]["ngay_biet"], pair[1]["nguon"]), reverse=True)
    return Items(
        tuple(
            Prose(
                f"{commune.name}. {source['ten']}. Số liệu đến {show_date(source['ngay_biet'])}.",
                "",
                Link(source_name(source), view.link("", source_path(commune, source["nguon"]))),
            )
            for commune, source in sources[:6]
        )
    )


def _missing(view: View, without: int, known: int) -> Iterator[Block]:
    yield Prose(f"{without:,} trong {known:,} xã, phường, đặc khu chưa có số liệu nào ở đây.".replace(",", "."))
    missing = view.figures[(view.figures.tinh_trang == "chua_co") & (view.figures.loai == "bao_cao")]
    rows = []
    for commune in _sorted(view.dataset.communes):
        own = missing[missing.ma_xa == commune.code].drop_duplicates(["chi_tieu", "phan_to"])
        differing = sum(d.commune == commune.code for d in view.differences)
        rows.append((
            Cell(commune.name, "", "", Link(commune.name, view.link("", commune.address, "con-thieu"))),
            Cell(str(len(own)), "number"),
            Cell(str(differing), "number", "", Link("xem", view.link("", QUALITY, f"xa-{commune.code}"))),
        ))  # fmt: skip
    yield Grid("Thiếu và chưa khớp", ("Xã", "Chỉ tiêu còn trống", "Chỗ chưa khớp"), tuple(rows))


def _reading(view: View) -> Items:
    items = (
        ("Phương pháp", "phuong-phap/", "Số lấy ở đâu, tính lại thế nào, vì sao nêu chỗ lệch."),
        ("Chất lượng số liệu", QUALITY, "Mọi chỗ lệch và chỗ trống tìm được."),
        ("Thuật ngữ", "thuat-ngu/", "Chữ viết tắt và từ khó, giải thích bằng lời thường."),
        ("Dữ liệu", "du-lieu/", "Tải toàn bộ số liệu về máy."),
    )
    return Items(tuple(Prose(text, "", Link(name, view.link("", path))) for name, path, text in items), "links")


def listing(view: View) -> Page:
    """All communes with data, A to Z."""
    here = "danh-sach/"
    rows = tuple(
        (
            Cell(c.name, "", "", Link(c.name, view.link(here, c.address))),
            Cell(where(c)),
            Cell(c.code if c.province else "chưa có mã"),
        )
        for c in _sorted(view.dataset.communes)
    )
    return Page(
        path=here,
        title="Danh sách xã A–Z",
        description="Danh sách các xã có số liệu, theo thứ tự chữ cái.",
        crumbs=_crumbs(view, here),
        opening=(Prose(f"{len(rows)} xã có số liệu ở đây.", "lead"),),
        sections=(Section("Các xã", "cac-xa", (Grid("Các xã", ("Xã", "Tỉnh", "Mã"), rows),)),),
    )


def provinces(view: View) -> Iterator[Page]:
    """One page a province that has communes with data, and one for those in none."""
    by_slug: dict[str, list[Commune]] = {}
    for commune in view.dataset.communes:
        by_slug.setdefault(commune.province_slug, []).append(commune)
    units = view.dataset.catalogue.units.values()
    for slug, communes in sorted(by_slug.items()):
        here, province = f"{slug}/", communes[0].province
        if province:
            total = sum(unit.province == province.code for unit in units)
            title = province.name
            text = f"{len(communes)} trong {total} xã, phường, đặc khu có số liệu ở đây."
        else:
            title = "Chưa xác định tỉnh"
            text = "Văn bản của các xã này in tên xã mà danh mục chính thức không có; chưa ai xác nhận là xã nào."
        yield Page(
            path=here,
            title=title,
            description=f"Các xã có số liệu: {title}.",
            crumbs=_crumbs(view, here),
            opening=(Prose(text, "lead"),),
            sections=(Section("Các xã", "cac-xa", (_commune_links(view, here, communes),)),),
        )


# --- indicators -------------------------------------------------------------------------------


def indicator_pages(view: View) -> Iterator[Page]:
    """An index of indicators and one page an indicator that has a figure or target."""
    used = [i for i in view.dataset.catalogue.indicators.values() if i.id in set(view.figures.chi_tieu)]
    here = "chi-tieu/"
    sections = []
    for subject, name in SUBJECTS.items():
        rows = tuple(
            Prose(indicator.question, "", Link(indicator.name, view.link(here, f"{here}{indicator.id}/")))
            for indicator in used
            if indicator.subject == subject
        )
        if rows:
            sections.append(Section(f"{name} ({len(rows)})", subject, (), (Items(rows),), f"Xem {len(rows)} chỉ tiêu"))
    yield Page(
        path=here,
        title="Các chỉ tiêu",
        description="Mỗi chỉ tiêu trả lời câu hỏi gì, tính thế nào, căn cứ vào đâu.",
        crumbs=_crumbs(view, here),
        opening=(Prose("Mỗi con số trên trang thuộc một chỉ tiêu. Ở đây nói chỉ tiêu ấy là gì.", "lead"),),
        sections=tuple(sections),
    )
    groups = {str(id): group for id, group in view.figures.groupby("chi_tieu")}
    names = {commune.code: commune for commune in view.dataset.communes}
    for indicator in used:
        yield _indicator(view, indicator, groups[indicator.id], names)


_BETTER = {"cao": "càng cao càng tốt", "thap": "càng thấp càng tốt", "khong": "không có chiều tốt xấu"}
_KINDS = {"bao_cao": "báo cáo", "tinh_lai": "tự tính", "muc_tieu": "mục tiêu", "nhu_cau": "nhu cầu",
          "phan_bo": "phân bổ"}  # fmt: skip


def _indicator(view: View, indicator: Indicator, figures: Any, communes: dict[str, Commune]) -> Page:
    here = f"chi-tieu/{indicator.id}/"
    facts = [("Câu hỏi", indicator.question), ("Đơn vị", indicator.unit or "không có")]
    if indicator.base:
        facts.append(("Tính trên", indicator.base))
    facts += [("Chiều tốt", _BETTER[indicator.better]), ("Căn cứ hoặc nguồn gốc", indicator.basis)]
    facts += [
        (f"Cách tính lại {number}", formula.words) for number, formula in enumerate(indicator.formulas, 1)
    ] or [("Cách tính lại", "không tính lại được từ số đếm")]
    rows = []
    for figure in figures.sort_values(["ma_xa", "den_ngay", "loai"], kind="stable").itertuples():
        commune = communes[figure.ma_xa]
        on = "muc-tieu-nhiem-vu" if figure.loai == "muc_tieu" else indicator.subject
        there = view.link(here, subject_path(commune, on), anchor(figure.ma_so))
        words = label(view, figure).removeprefix(indicator.name).removeprefix(": ")
        rows.append((
            Cell(commune.name, "", words if figure.loai != "muc_tieu" else figure.noi_dung, Link(commune.name, there)),
            Cell(value(figure), "number" if figure.tinh_trang == "co" else "missing", _KINDS[figure.loai]),
            Cell(period(figure), "", "", source_link(view, commune, here, figure.nguon)),
        ))  # fmt: skip
    note = "Kỳ và cách tính của các xã có thể khác nhau nên trang không xếp hạng."
    return Page(
        path=here,
        title=indicator.name,
        kicker="Chỉ tiêu",
        description=f"{indicator.name}: {indicator.question}",
        crumbs=(*_crumbs(view, here), Link("Các chỉ tiêu", view.link(here, "chi-tieu/"))),
        opening=(
            Prose(indicator.question, "lead"),
            Grid("Định nghĩa", ("", ""), tuple((Cell(a), Cell(b)) for a, b in facts)),
        ),
        sections=(
            Section("Số liệu theo xã", "theo-xa", (Prose(note, "small"), Grid(indicator.name, ("Xã", "Giá trị", "Kỳ, nguồn"), tuple(rows)))),
        ),
    )


# --- quality ----------------------------------------------------------------------------------


def quality(view: View) -> Page:
    """Every difference and every gap."""
    here = QUALITY
    text = (
        f"Máy so các con số với nhau theo {len(RULE_NAMES)} quy tắc chung và tìm thấy {len(view.differences)} chỗ "
        "chưa khớp. Trang không sửa số của văn bản: hai bên được đặt cạnh nhau, kèm nguồn và ngày."
    )
    sections = []
    for commune in _sorted(view.dataset.communes):
        own = [d for d in view.differences if d.commune == commune.code]
        blocks: list[Block] = [_difference(view, here, commune, d) for d in own]
        blocks.append(Prose("", "", Link("Chỉ tiêu còn trống của xã", view.link(here, commune.address, "con-thieu"))))
        sections.append(Section(f"{commune.name}: {len(own)} chỗ", f"xa-{commune.code}", tuple(blocks)))
    sections.append(_rules())
    return Page(
        path=here,
        title="Chất lượng số liệu",
        description="Mọi chỗ các con số không khớp nhau và mọi chỗ còn trống.",
        crumbs=_crumbs(view, here),
        opening=(
            Prose(text, "lead"),
            Prose("", "", Link("Tải danh sách này (CSV)", view.file_link(here, "du-lieu/khac-biet.csv"))),
        ),
        sections=tuple(sections),
    )


def _difference(view: View, here: str, commune: Commune, difference: Difference) -> Block:
    rows = []
    for (name, shown, source, place, date), figure in zip(
        difference.sides, difference.figures or [""] * len(difference.sides), strict=True
    ):
        link = source_link(view, commune, here, source) if source else None
        recomputed = ".tinh_lai." in figure
        rows.append((
            Cell(name, "", "tự tính từ số đếm" if recomputed else place.split(" | ")[0]),
            Cell(shown, "number" if shown != "để trống" else "missing"),
            Cell(show_date(date) or "không nêu ngày", "", "", link),
        ))  # fmt: skip
    return Grid(f"{RULE_NAMES[difference.rule]}. {difference.sentence}", ("Số liệu", "Giá trị", "Ngày, nguồn"), tuple(rows))


_RULE_WORDS = {
    "tong-khong-khop": "Một tổng phải bằng các phần cộng lại, khi mọi phần đều được in.",
    "phan-chong-nhau": "Các phần cộng lại lớn hơn cái chung thì có phần bị đếm hai lần.",
    "tong-phan-to": "Tổng phải bằng các phần mà chính văn bản kể ra dưới nó.",
    "dong-con-khong-khop": "Các khoản con phải cộng thành khoản tổng khi văn bản kể đủ.",
    "ty-le-khong-khop": "Tỷ lệ phải đúng với số đếm của cùng văn bản, tới chữ số lẻ được in.",
    "hai-co-so": "Có hai cách tính đều đúng luật mà cho hai tỷ lệ thì nêu cả hai.",
    "hai-nguon": "Hai văn bản cho hai số về cùng một việc, kỳ giống nhau hoặc kết thúc cách nhau không quá 45 ngày.",
    "hai-muc-tieu": "Hai mục tiêu khác nhau cho cùng một việc trong thời gian trùng nhau.",
    "nhan-dinh-khac-muc-tieu": "Văn bản nói đạt hoặc vượt chỉ tiêu thì kết quả phải đạt hoặc vượt mục tiêu đã đặt.",
    "o-trong-noi-khac-co": "Ô bỏ trống ở một chỗ trong khi chỗ khác có số.",
    "van-ban-in-hai-cach": "Cùng một văn bản chỉ đạo được in với hai số hoặc hai ngày.",
}


def _rules() -> Section:
    rows = tuple((Cell(name, "", "", None, rule), Cell(_RULE_WORDS[rule])) for rule, name in RULE_NAMES.items())
    return Section("Các quy tắc", "quy-tac", (Grid("Các quy tắc", ("Quy tắc", "Nghĩa là"), rows),))


# --- glossary and downloads -------------------------------------------------------------------


def glossary(view: View) -> Page:
    """Abbreviations and terms in plain words."""
    here = "thuat-ngu/"
    terms = sorted(view.dataset.catalogue.glossary, key=lambda term: sort_key(term[0]))
    rows = tuple((Cell(word, "", full if full != word else ""), Cell(meaning)) for word, full, meaning in terms)
    return Page(
        path=here,
        title="Thuật ngữ",
        description="Chữ viết tắt và từ khó, giải thích bằng lời thường.",
        crumbs=_crumbs(view, here),
        opening=(Prose("Các chữ viết tắt và từ khó gặp trên trang.", "lead"),),
        sections=(Section("A–Z", "a-z", (Grid("Thuật ngữ", ("Từ", "Nghĩa là"), rows),)),),
    )


def downloads(view: View) -> Page:
    """The published data and what its columns mean."""
    here = "du-lieu/"
    files = (
        ("so-lieu.csv", f"{len(view.figures)} dòng, mỗi dòng một con số của một xã."),
        ("nguon.csv", "Các văn bản nguồn."),
        ("khac-biet.csv", f"{len(view.differences)} chỗ chưa khớp."),
        ("datapackage.json", "Mô tả các bảng cho máy đọc (Data Package v2)."),
    )
    rows = tuple(Prose(text, "", Link(name, name)) for name, text in files)
    columns = tuple((Cell(name), Cell(COLUMN_WORDS[name])) for name in PUBLISHED)
    note = "Tệp CSV dùng mã UTF-8, dấu phẩy ngăn cột, dấu chấm cho phần lẻ. Dùng lại tự do, nhớ ghi nguồn văn bản."
    return Page(
        path=here,
        title="Dữ liệu",
        description="Tải toàn bộ số liệu của các xã.",
        crumbs=_crumbs(view, here),
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


