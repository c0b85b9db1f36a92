"""What is announced of a commune and a period around its subjects: whom it is for, what is missing, where to look.

The facts are those of the commune's pages. A sentence has one figure, where it can; what no document states is said to
be missing, with who must add it, and never as zero.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.due import newest_day, silence
from generator.language import spoken
from generator.language.numbers import show_number
from generator.language.vietnamese import inside, lowered, show_date
from generator.model.record import Record
from generator.pages.missing import blanks
from generator.pieces.document_names import issued_number
from generator.pieces.loudspeaker_words import (
    DETAIL,
    EXTRA,
    FACT,
    MUST,
    Number,
    Occasion,
    Spoken,
    days,
    document_words,
    say,
)
from generator.pieces.view import label
from generator.subjects.dossiers_loudspeaker import of_one_document


def opening(about: Occasion) -> Iterator[Spoken]:
    """Whom it is for, which period, which document; that the newest data are held back, that nobody knows where."""
    commune = about.commune
    name = about.aloud(lowered(commune.name)) or f"{about.kind} nhà"
    where = f", {lowered(commune.province.name)}" if commune.province else ""
    yield say("chao", MUST, f"Kính thưa bà con {name}{where}.")
    if about.end:
        what = ", số hồ sơ" if about.own else ","
        told = days(about.start, about.end, signed=any(figure.ends_when_signed for figure in about.own))
        yield say("chao", MUST, f"Sau đây là số liệu của {about.kind}{what} {{}}.", told)
    else:
        yield say("chao", MUST, f"Sau đây là số liệu của {about.kind}.")
    if not commune.province:
        yield say("chao", FACT, f"Chưa ai xác nhận đây là {about.kind} nào trong danh mục chính thức.")
    if held := about.view.held.get(commune.code):
        day = Number(spoken.date(held.day), show_date(held.day))
        yield say("chao", MUST, "Số liệu mới nhất có lỗi nên chưa được đăng, bài này dùng bản {}.", day)
    if row := _main(about):
        yield _document(about, row)
    newest = newest_day(about.view.sayable(commune)) if about.latest else None
    if months := silence(newest, about.view.date):
        yield say(
            "chao", FACT, "Đã {} trang chưa có số mới.", Number(f"{spoken.number(months)} tháng", f"{months} tháng")
        )


def _main(about: Occasion) -> Record | None:
    """The document that tells of the period, else the newest."""
    used = {figure.source for figure in of_one_document(about)}
    documents = about.view.records(about.commune, "nguon")
    return max(documents, key=lambda row: (row["nguon"] in used, row["ngay_biet"]), default=None)


def _document(about: Occasion, row: Record) -> Spoken:
    """Which document the figures come from: kind, number or month, issuer."""
    what = "Số hồ sơ" if about.own else "Số liệu"
    words, number = document_words(about, row)
    unnumbered = "" if issued_number(row) else ", chưa đánh số" if row["so_hieu"] else ", không ghi số"
    return say("chao", MUST, f"{what} lấy từ {words}{unnumbered}.", number)


def gaps(about: Occasion) -> Iterator[Spoken]:
    """How much is left blank; only beside the newest figures, as on the commune's first page."""
    left = blanks(about.view, about.commune) if about.latest else {}
    if left:
        only = about.aloud(label(about.view, *left.values())) if len(left) == 1 else ""
        which = f": {inside(only)}" if only else ""
        text = f"Còn {{}} văn bản để trống hoặc chỉ nhắc tên, chưa chỗ nào khác có số{which}."
        yield say("thieu", FACT, text, _blanks(len(left)))
        yield say("thieu", DETAIL, "Trống nghĩa là chưa có số, không phải bằng không.")


def _blanks(many: int) -> Number:
    return Number(f"{spoken.number(many)} chỉ tiêu", f"{show_number(many)} chỉ tiêu", place="con-thieu")


def closing(about: Occasion) -> Iterator[Spoken]:
    """Where to look for more, and for one's own dossier."""
    topic = "xem-them"
    text = "Muốn biết hồ sơ của mình tới đâu, bà con tra trên Cổng Dịch vụ công quốc gia."
    yield say(topic, FACT, text)
    yield say(topic, MUST, f"Từng con số và văn bản nguồn có trên trang của {about.kind}.")
    where = about.aloud(row["doc_o_dau"]) if (row := _main(about)) else ""
    if where.startswith("Hỏi "):
        yield say(topic, EXTRA, f"Muốn đọc văn bản, bà con {lowered(where)}.")
    yield say(topic, EXTRA, f"Thấy số nào sai, bà con xem cách báo trên trang của {about.kind}.")
    yield say(topic, MUST, "Xin cảm ơn bà con.")
