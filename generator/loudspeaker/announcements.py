"""What is announced of a commune and a period, topic by topic.

The facts are those of the commune's pages. A sentence has one figure, where it can; what no document states is said to
be missing, with who must add it, and never as zero.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language import spoken
from generator.language.quantities import show_number
from generator.language.vietnamese import inside, lowered, show_date
from generator.loudspeaker.dossiers import of_one_document
from generator.loudspeaker.wording import (
    DETAIL,
    EXTRA,
    FACT,
    MUST,
    NEEDED,
    Number,
    Occasion,
    Sentence,
    days,
    document_words,
    say,
    when,
    whole,
)
from generator.model.figure import BUDGET, Figure
from generator.model.record import Record
from generator.pages import newest
from generator.pages.answers import helping
from generator.pages.commune_page import blanks
from generator.pages.document_names import issued_number

_LINES = 3
"""Budget lines, blanks, agencies, support points that are named one by one."""


def opening(about: Occasion) -> Iterator[Sentence]:
    """Whom it is for, which period, which document; that the newest data are held back, that nobody knows where."""
    commune = about.commune
    name = about.aloud(lowered(commune.name)) or f"{about.kind} nhà"
    where = f", {lowered(commune.province.name)}" if commune.province else ""
    yield say("chao", MUST, f"Kính thưa bà con {name}{where}.")
    if about.end:
        what = ", số hồ sơ" if about.own else ","
        yield say("chao", MUST, f"Sau đây là số liệu của {about.kind}{what} {{}}.", days(about.start, about.end))
    else:
        yield say("chao", MUST, f"Sau đây là số liệu của {about.kind}.")
    if not commune.province:
        yield say("chao", FACT, f"Chưa ai xác nhận đây là {about.kind} nào trong danh mục chính thức.")
    if held := about.view.held.get(commune.code):
        day = Number(spoken.date(held.day), show_date(held.day))
        yield say("chao", MUST, "Số liệu mới nhất có lỗi nên chưa được đăng, bài này dùng bản {}.", day)
    if row := _main(about):
        yield _document(about, row)


def _main(about: Occasion) -> Record | None:
    """The document that tells of the period, else the newest."""
    used = {figure.nguon for figure in of_one_document(about)}
    documents = about.view.records(about.commune, "nguon")
    return max(documents, key=lambda row: (row["nguon"] in used, row["ngay_biet"]), default=None)


def _document(about: Occasion, row: Record) -> Sentence:
    """Which document the figures come from: kind, number or month, issuer."""
    what = "Số hồ sơ" if about.own else "Số liệu"
    words, number = document_words(about, row)
    unnumbered = "" if issued_number(row) else ", chưa đánh số" if row["so_hieu"] else ", không ghi số"
    return say("chao", MUST, f"{what} lấy từ {words}{unnumbered}.", number)


# --- help, money, blanks ----------------------------------------------------------------------


def helpers(about: Occasion) -> Iterator[Sentence]:
    """Who helps with telephone and online services: teams, then places, or that nobody has told."""
    topic = "tro-giup"
    teams = about.known("to_cnsc")[:1]
    for team in teams:
        have = f"{about.kind} có {{}} công nghệ số cộng đồng."
        if team.den_ngay == about.end:
            yield say(topic, NEEDED, have, whole(team))
        elif not team.den_ngay:
            yield say(topic, NEEDED, f"{have.removesuffix('.')}, văn bản không ghi đến ngày nào.", whole(team))
        else:
            yield say(topic, NEEDED, f"{{}}, {have}", when(team, about), whole(team))
        if people := newest.members(about.view.sayable(about.commune), team):
            yield say(topic, DETAIL, "Các tổ có {}.", whole(people))
        yield say(topic, NEEDED, helping(about.commune))
    if not teams:
        yield say(topic, NEEDED, about.unstated(f"Chưa có số Tổ công nghệ số cộng đồng của {about.kind}.", "to_cnsc"))
    points = about.view.records(about.commune, "diem-ho-tro")
    for point in points[:_LINES]:
        yield from _point(about, point)
    if not points:
        yield say(topic, NEEDED, "Chưa có địa chỉ, giờ mở cửa và số điện thoại của điểm hỗ trợ.")
        yield say(topic, EXTRA, about.asking)
    elif len(points) > _LINES:
        yield say(topic, EXTRA, f"Các điểm hỗ trợ khác có trên trang của {about.kind}.")


def _point(about: Occasion, point: Record) -> Iterator[Sentence]:
    """A support point: name and place, hours, office line; what cannot be read out is left to the page."""
    topic, elsewhere = "tro-giup", f"có trên trang của {about.kind}."
    name, place, hours = (about.aloud(point[column]) for column in ("ten", "dia_chi", "gio"))
    if not (name and place):
        yield say(topic, FACT, f"Địa chỉ, giờ mở cửa của điểm hỗ trợ {elsewhere}")
        return
    called = _words(name, point["ten"], point)
    yield say(topic, FACT, "Điểm hỗ trợ: {}. Địa chỉ: {}.", called, _words(place, point["dia_chi"], point))
    if hours:
        yield say(topic, DETAIL, "Giờ mở cửa của {}: {}.", called, _words(hours, point["gio"], point))
    elif not point["gio"]:
        yield say(topic, DETAIL, "Chưa có giờ mở cửa của {}.", called)
    if line := spoken.telephone(point["duong_day"]):
        yield say(topic, DETAIL, "Điện thoại của {}: {}.", called, _words(line, point["duong_day"], point))


def _words(said: str, written: str, row: Record) -> Number:
    """Words of a document; they are listed beside the print where they hold numbers."""
    return Number(said, written, source=row["nguon"])


def money(about: Occasion) -> Iterator[Sentence]:
    """What was allocated, to what, what of it was spent."""
    topic = "tien"
    everything = about.view.sayable(about.commune)
    known = [figure for figure in everything if about.latest or about.was_known(figure)]
    total = newest.allocated(known) or newest.allocated(everything)
    if total is None:
        yield say(topic, NEEDED, about.unstated("Chưa có số tiền được giao cho chuyển đổi số.", BUDGET))
        return
    spent = newest.spent(known)
    unknown = "" if spent else " Đã chi bao nhiêu, chưa có số liệu."
    what = _purpose(about, total) or Number("kinh phí cho công nghệ và chuyển đổi số", "")
    if not total.den_ngay:
        yield say(topic, NEEDED, f"{{}} là {{}}, văn bản không ghi năm nào.{unknown}", what, whole(total))
    else:
        yield say(topic, NEEDED, f"{{}}, {{}}, là {{}}.{unknown}", what, _years(total), whole(total))
    children = newest.shares(everything, total)
    for child in children[:_LINES]:
        if purpose := _purpose(about, child):
            yield say(topic, DETAIL, "Khoản {}: {}.", purpose, whole(child))
    for line in spent[:_LINES]:
        yield _spent(about, line, total)


def _spent(about: Occasion, line: Figure, total: Figure) -> Sentence:
    """What was spent, on what; its days where they are not those of the total, else whether it is a part of it."""
    purpose = _purpose(about, line)
    what = f"{{}}{': {}' if purpose else ''}."
    said = [number for number in (whole(line), purpose) if number]
    apart = "" if line.ma_cha else " Chưa rõ khoản này có nằm trong số trên hay không."
    if not newest.within(line, total):
        unsure = apart if not line.den_ngay else ""
        return say("tien", NEEDED, f"{{}}, đã thực hiện {what}{unsure}", _days(about, line), *said)
    return say("tien", NEEDED, f"Đã thực hiện {what}{apart}", *said)


def _days(about: Occasion, line: Figure) -> Number:
    """The whole years of a budget line, else its days; where its document gives no day, the period as printed."""
    if not line.den_ngay and (said := about.aloud(line.ky_in)) and re.search(r"\d", line.ky_in):
        return Number(inside(said), line.ky_in)
    whole_years = line.tu_ngay[5:] == "01-01" and line.den_ngay[5:] == "12-31"
    return _years(line) if whole_years else days(line.tu_ngay, line.den_ngay)


def _purpose(about: Occasion, line: Figure) -> Number | None:
    """What money is for, in the document's words; None where they cannot be read out."""
    said = inside(about.aloud(line.noi_dung))
    return Number(said, line.noi_dung, source=line.nguon) if said else None


def _years(figure: Figure) -> Number:
    first, last = (figure.tu_ngay or figure.den_ngay)[:4], figure.den_ngay[:4]
    if first == last:
        return Number(f"năm {spoken.number(int(last))}", f"năm {last}")
    words = f"từ năm {spoken.number(int(first))} đến năm {spoken.number(int(last))}"
    return Number(words, f"từ năm {first} đến năm {last}")


def gaps(about: Occasion) -> Iterator[Sentence]:
    """How much is left blank; only beside the newest figures, as on the commune's first page."""
    if about.latest and (many := len(blanks(about.view, about.commune))):
        yield say("thieu", FACT, "Còn {} văn bản để trống, chưa chỗ nào khác có số.", _blanks(many))
        yield say("thieu", DETAIL, "Trống nghĩa là chưa có số, không phải bằng không.")


def _blanks(many: int) -> Number:
    return Number(f"{spoken.number(many)} chỉ tiêu", f"{show_number(many)} chỉ tiêu", place="con-thieu")


def closing(about: Occasion) -> Iterator[Sentence]:
    """Where to look for more, and for one's own dossier."""
    topic = "xem-them"
    text = "Muốn biết hồ sơ của mình tới đâu, bà con tra trên Cổng Dịch vụ công quốc gia."
    yield say(topic, FACT, text)
    yield say(topic, MUST, f"Từng con số và văn bản nguồn có trên trang của {about.kind}.")
    where = about.aloud(row["doc_o_dau"]) if (row := _main(about)) else ""
    if where.startswith("Hỏi "):
        yield say(topic, EXTRA, f"Muốn đọc văn bản, bà con {lowered(where)}.")
    yield say(topic, EXTRA, "Thấy số nào sai, bà con báo theo cách ghi ở cuối trang.")
    yield say(topic, MUST, "Xin cảm ơn bà con.")
