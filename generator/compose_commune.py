"""A commune's first page: three questions answered, then targets, then what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.blocks import (
    Answer,
    Answers,
    Block,
    Cell,
    Grid,
    Items,
    Link,
    Notice,
    Page,
    Prose,
    Section,
)
from generator.compose_charts import on_target, timeliness
from generator.model import SUBJECTS, Commune, Figure, Standing
from generator.outline import LEAD
from generator.quantities import show_number, show_quantity
from generator.vietnamese import show_date, sort_key
from generator.view import OWED_BY_DEFAULT, View, pick, printed_otherwise, source_name, value, with_value

LOOK_UP = "https://dichvucong.gov.vn/p/home/dvc-tra-cuu-ho-so.html"
SOURCES = "nguon-so-lieu"
QUALITY = "chat-luong-so-lieu/"
HOME = "Trang chủ"


def subject_path(commune: Commune, subject: str) -> str:
    """Site address of a page below the commune."""
    return f"{commune.address}{subject}/"


def home_crumb(view: View, here: str) -> tuple[Link, ...]:
    """The way back to the home page."""
    return (Link(HOME, view.link(here, "")),)


def in_order(communes: Sequence[Commune]) -> list[Commune]:
    """Communes by name, A to Z as Vietnamese people look them up."""
    return sorted(communes, key=lambda c: (sort_key(c.name.split(" ", 1)[-1]), c.code))


def crumbs(view: View, commune: Commune, here: str) -> tuple[Link, ...]:
    """The way from the home page down to the commune."""
    province = commune.province.name if commune.province else "Chưa xác định tỉnh"
    steps = [(HOME, ""), (province, f"{commune.province_slug}/")]
    if here != commune.address:
        steps.append((commune.name, commune.address))
    return tuple(Link(text, view.link(here, path)) for text, path in steps)


def siblings(view: View, commune: Commune, here: str) -> tuple[Link, ...]:
    """All pages of the commune; the current one has no address."""
    pages = [("Tổng quan", commune.address)]
    pages += [(name, subject_path(commune, subject)) for subject, name in SUBJECTS.items()]
    pages.append(("Nguồn số liệu", subject_path(commune, SOURCES)))
    return tuple(Link(text, "" if path == here else view.link(here, path)) for text, path in pages)


def where(commune: Commune) -> str:
    """The province, for the line above a title."""
    return commune.province.name if commune.province else "Chưa xác định thuộc tỉnh nào"


def overview(view: View, commune: Commune) -> Page:
    """The first page of a commune."""
    here = commune.address
    figures, targets = view.of(commune), view.targets_of(commune)
    answers = (_dossier(view, commune, figures), _help(view, commune, figures), _money(view, commune, figures))
    opening: list[Block] = [
        *kept_back(view, commune),
        *_unconfirmed(commune),
        Answers(answers),
        _documents(view, commune),
    ]
    sections = [
        Section("Hồ sơ đúng hẹn hay trễ hẹn", "dung-hen", tuple(timeliness(view, commune, figures))),
        Section("Kết quả so với mục tiêu", "muc-tieu", _targets(view, commune, targets)),
        _gaps(view, commune, figures),
        Section("Xem kỹ từng lĩnh vực", "linh-vuc", (_subjects(view, commune),)),
    ]
    return Page(
        path=here,
        title=commune.name,
        kicker=where(commune),
        description=f"{commune.name}, {where(commune)}: hồ sơ có đúng hẹn không, ai giúp dùng dịch vụ số, "
        "tiền chuyển đổi số đi đâu; mỗi con số có văn bản nguồn.",
        crumbs=crumbs(view, commune, here),
        opening=tuple(opening),
        sections=tuple(section for section in sections if section.blocks),
    )


def kept_back(view: View, commune: Commune) -> Iterator[Block]:
    """That a commune's newest data had faults, so that an older version is shown."""
    if day := view.held.get(commune.code):
        text = (
            f"Số liệu mới nhất của xã có lỗi nên chưa được đăng. Trang đang giữ bản ngày {show_date(day)}; "
            "lỗi và cách sửa nằm trong kết quả kiểm tra dữ liệu."
        )
        yield Notice("Đang giữ số liệu cũ", text, "missing")


def _unconfirmed(commune: Commune) -> Iterator[Block]:
    if commune.province is None:
        candidates = "; ".join(commune.candidates)
        yield Notice(
            "Chưa ai xác nhận đây là xã nào",
            f"{commune.note} Có thể là: {candidates}. Khi một cán bộ xác nhận, trang sẽ chuyển về đúng "
            "tỉnh và để lại đường dẫn cũ.",
            "missing",
        )


def _documents(view: View, commune: Commune) -> Block:
    sources = view.records(commune, "nguon")
    names = ", ".join(source_name(source) for source in sources)
    link = Link("Xem từng văn bản", view.link(commune.address, subject_path(commune, SOURCES)))
    return Prose(f"Số liệu lấy từ {len(sources)} văn bản của xã: {names}.", "lead", link)


# --- three questions --------------------------------------------------------------------------


def _dossier(view: View, commune: Commune, figures: Sequence[Figure]) -> Answer:
    question = "Hồ sơ của tôi có đúng hẹn không?"
    page = subject_path(commune, "thu-tuc-hanh-chinh")
    link = Link("Xem kỹ về thủ tục hành chính", view.link(commune.address, page))
    outside = Link("Tra hồ sơ của tôi trên Cổng Dịch vụ công quốc gia", LOOK_UP)
    computed = with_value(pick(figures, "ty_le_dung_han", kinds=("tinh_lai",)))
    if computed:
        best = computed[0]
        late = best.mau_so - best.tu_so
        sentence = (
            f"Trong {show_number(best.mau_so)} hồ sơ đã giải quyết, {show_number(best.tu_so)} hồ sơ đúng hẹn, "
            + (f"{show_number(late)} hồ sơ trễ." if late else "không hồ sơ nào trễ.")
        )
        return Answer(question, show_quantity(best.gia_tri, "%", 2), _dates(best), sentence, link, outside=outside)
    reported = with_value(pick(figures, "ty_le_dung_han"))
    if reported:
        sentence = "Tỷ lệ xã báo cáo; văn bản không nêu số hồ sơ để tính lại."
        return Answer(question, value(reported[0]), _dates(reported[0]), sentence, link, outside=outside)
    received = with_value(pick(figures, "ho_so_tiep_nhan"))
    known = f" Chỉ biết xã đã nhận {value(received[0])} ({_dates(received[0])})." if received else ""
    sentence = f"Văn bản không nêu bao nhiêu hồ sơ đúng hẹn, bao nhiêu hồ sơ trễ.{known} UBND xã còn nợ số này."
    return Answer(question, "Chưa công bố", "", sentence, link, True, outside=outside)


def _dates(figure: Figure) -> str:
    """The stretch of time a number speaks of."""
    if figure.loai_ky != "thoi_diem" and figure.tu_ngay:
        return f"từ {show_date(figure.tu_ngay)} đến {show_date(figure.den_ngay)}"
    return f"tính đến {show_date(figure.den_ngay)}"


def _help(view: View, commune: Commune, figures: Sequence[Figure]) -> Answer:
    question = "Ai giúp tôi dùng điện thoại, dịch vụ công?"
    page = subject_path(commune, "binh-dan-hoc-vu-so")
    link = Link("Xem kỹ về Bình dân học vụ số", view.link(commune.address, page))
    details = tuple(_support_points(view, commune))
    teams = with_value(pick(figures, "to_cnsc"))
    if not teams:
        sentence = (
            "Các văn bản đã đọc không nêu xã có bao nhiêu Tổ công nghệ số cộng đồng, ai là thành viên. UBND xã còn nợ "
            "số này."
        )
        return Answer(question, "Chưa công bố", "", sentence, link, True, details)
    team = teams[0]
    members = with_value(pick(figures, "to_cnsc_thanh_vien"))
    people = f" với {show_number(members[0].gia_tri)} người" if members else ""
    sentence = (
        f"Xã có {show_number(team.gia_tri)} Tổ công nghệ số cộng đồng{people} ở các thôn. Cần giúp, hãy hỏi "
        "trưởng thôn hoặc tổ ở thôn mình."
    )
    return Answer(question, f"{show_number(team.gia_tri)} tổ", _dates(team), sentence, link, False, details)


def _support_points(view: View, commune: Commune) -> Iterator[tuple[str, str]]:
    """Place, hours and office line of the support points; what is missing says so."""
    points = view.records(commune, "diem-ho-tro")
    for point in points:
        yield "Điểm hỗ trợ", f"{point['ten']}, {point['dia_chi']}"
        yield "Giờ mở cửa", point["gio"] or "chưa công bố"
        yield "Điện thoại cơ quan", point["duong_day"] or "chưa công bố"
    if not points:
        yield "Điểm hỗ trợ, giờ mở cửa, điện thoại", "UBND xã chưa công bố"


def _money(view: View, commune: Commune, figures: Sequence[Figure]) -> Answer:
    question = "Tiền chuyển đổi số đi đâu?"
    link = Link("Xem kỹ về ngân sách", view.link(commune.address, subject_path(commune, "ngan-sach")))
    lines = with_value(figure for figure in figures if figure.chi_tieu == "kinh_phi_cds")
    totals = [line for line in lines if line.loai == "phan_bo" and not line.ma_cha]
    if not totals:
        sentence = "Văn bản không nêu số tiền được bố trí. UBND xã còn nợ số này."
        return Answer(question, "Chưa công bố", "", sentence, link, True)
    total = max(totals, key=lambda line: line.den_ngay)
    children = [line for line in lines if line.ma_cha == total.phan_to]
    parts = "; ".join(f"{value(child)} {_lower(child.noi_dung)}" for child in children)
    spent = [line for line in lines if line.loai == "bao_cao"]
    as_printed = printed_otherwise(total)
    sentence = f"Được bố trí {value(total)}{f' (văn bản in “{as_printed}”)' if as_printed else ''}"
    sentence += f", gồm {parts}." if parts else ". Văn bản không chia ra từng khoản."
    sentence += "" if spent else " Đã chi bao nhiêu trong số này: chưa công bố."
    for row in spent:
        sentence += f" Đã chi {value(row)}: {_lower(row.noi_dung)}."
        sentence += "" if row.ma_cha else " Văn bản không nói khoản này có nằm trong số trên hay không."
    return Answer(question, value(total), _allocated(total), sentence, link)


def _lower(text: str) -> str:
    first = text.split(" ", 1)[0]
    return text if first.isupper() else text[:1].lower() + text[1:]


def _allocated(total: Figure) -> str:
    year = total.den_ngay[:4]
    return f"kinh phí năm {year}"


# --- targets and gaps -------------------------------------------------------------------------


def _targets(view: View, commune: Commune, targets: Sequence[Standing]) -> tuple[Block, ...]:
    if not targets:
        return (
            Notice(
                "Chưa thấy mục tiêu nào",
                "Các văn bản đã đọc của xã không đặt mục tiêu bằng con số, nên chưa có gì để so kết quả.",
                "missing",
            ),
        )
    link = Link("Xem tất cả mục tiêu và nhiệm vụ",
                view.link(commune.address, subject_path(commune, "muc-tieu-nhiem-vu")))  # fmt: skip
    counts = Counter(standing.status for standing in targets).most_common()
    words = ", ".join(f"{count} {status}" for status, count in counts)
    summary = Prose(f"Xã có {len(targets)} mục tiêu: {words}.", "", link)
    return (*on_target(view, commune, targets), summary)


def _gaps(view: View, commune: Commune, figures: Sequence[Figure]) -> Section:
    """What the documents leave blank or national plans ask for, and who owes it."""
    blank = [f for f in figures if f.tinh_trang == "chua_co" and f.loai == "bao_cao"]
    missing = {(f.don_vi_bao_cao or OWED_BY_DEFAULT, f.chi_tieu): f for f in reversed(blank)}
    title, id = "Chưa công bố, và ai còn nợ", "con-thieu"
    if not missing:
        return Section(title, id, (Prose("Không có ô nào bị bỏ trống trong các văn bản đã đọc."),))
    owed = Counter(agency for agency, _ in missing)
    rows = tuple((Cell(agency), Cell(f"{count} chỉ tiêu", "number")) for agency, count in sorted(owed.items()))
    names = tuple(
        (Cell(view.indicator(id).name), Cell(agency), Cell(source_name(view.source(commune.code, figure.nguon))))
        for (agency, id), figure in sorted(missing.items())
    )
    text = (
        f"{len(missing)} chỉ tiêu mà văn bản có nhắc tới hoặc kế hoạch quốc gia yêu cầu nhưng còn trống. "
        "Trống nghĩa là chưa có số, không phải bằng không."
    )
    return Section(
        title, id, (Prose(text), Grid("Ai còn nợ số liệu", ("Cơ quan", "Còn nợ"), rows)),
        (Grid("Các chỉ tiêu còn trống", ("Chỉ tiêu", "Cơ quan", "Văn bản"), names),), f"Xem {len(missing)} chỉ tiêu",
    )  # fmt: skip


def _subjects(view: View, commune: Commune) -> Items:
    made = [
        Prose(LEAD[subject], "", Link(name, view.link(commune.address, subject_path(commune, subject))))
        for subject, name in SUBJECTS.items()
    ]
    made.append(
        Prose("Từng văn bản, số nào lấy ở đâu, điều gì không đưa lên.", "",
              Link("Nguồn số liệu", view.link(commune.address, subject_path(commune, SOURCES))))
    )  # fmt: skip
    file = view.file_link(commune.address, f"{commune.address}du-lieu/so-lieu.csv")
    made.append(Prose("Tất cả con số của xã trong một bảng.", "", Link("Tải số liệu (CSV)", file)))
    return Items(tuple(made), "links")
