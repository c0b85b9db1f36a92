"""What a subject says in a few plain sentences: the numbers that matter, since when, by which document.

What no document tells is said as missing. A sentence never adds figures up, and never mixes two documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.nouns.model import BUDGET, Commune, Figure
from generator.nouns.quantities import show_number
from generator.nouns.vietnamese import show_date
from generator.pages.blocks import Link
from generator.pages.said import SAID, Said
from generator.pages.view import View, pick, printed_otherwise, source_link, value, with_value
from generator.pages.way import SOURCES, subject_path

_MOST_PARTS = 3
"""Parts of a whole that one sentence names."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A plain sentence that ends with a full stop. `number` is what it is about, as shown ('' where it is missing);
    `figures` the ids of the figures it tells; `period` the stretch of time, in words ('' where it has none);
    `source` the document, or the list of documents.
    """

    text: str
    number: str = ""
    figures: tuple[str, ...] = ()
    period: str = ""
    source: Link | None = None

    @property
    def dated(self) -> str:
        """The sentence with its stretch of time."""
        return f"{self.text.removesuffix('.')} ({self.period})." if self.period else self.text


def dates(figure: Figure) -> str:
    """The stretch of time a number speaks of: 'từ … đến …', 'tính đến …' or 'cả năm …'."""
    start, end = figure.tu_ngay, figure.den_ngay
    if figure.loai_ky == "thoi_diem" or not start:
        return f"tính đến {show_date(end)}"
    if (start[4:], end[4:]) == ("-01-01", "-12-31"):
        return f"năm {start[:4]}" if start[:4] == end[:4] else f"năm {start[:4]}–{end[:4]}"
    return f"từ {show_date(start)} đến {show_date(end)}"


def sentences(view: View, commune: Commune, subject: str, here: str | None = None) -> tuple[Sentence, ...]:
    """What a commune's documents say of a subject, the most important first; one sentence for all that is missing.

    Links lead from page `here`, by default the subject's own. A commune that has told nothing has no sentence.
    """
    if view.is_empty(commune):
        return ()
    place = _Place(view, commune, subject_path(commune, subject) if here is None else here)
    first = _FIRST.get(subject)
    return (*(first(place) if first else ()), *_said(place, SAID.get(subject, ())))


def told(view: View, commune: Commune, subject: str, indicator: str, here: str) -> tuple[Sentence, ...]:
    """One indicator of a subject in its words: by its counts, then as reported where that is newer; nothing where
    nothing is known.
    """
    place = _Place(view, commune, here)
    return tuple(sentence for said in SAID[subject] if said.indicator == indicator for sentence in _tell(place, said))


@dataclass(frozen=True, slots=True)
class _Place:
    """Whose sentences, and from which page their links lead."""

    view: View
    commune: Commune
    here: str

    @property
    def figures(self) -> list[Figure]:
        return self.view.of(self.commune)

    def says(self, text: str, number: str, *figures: Figure) -> Sentence:
        """A sentence from figures of one document and period."""
        source = source_link(self.view, self.commune, self.here, figures[0].nguon)
        return Sentence(text, number, tuple(figure.ma_so for figure in figures), dates(figures[0]), source)

    def of_all(self, text: str, number: str, period: str = "") -> Sentence:
        """A sentence from rows of all documents."""
        link = Link("Nguồn số liệu", self.view.link(self.here, subject_path(self.commune, SOURCES)))
        return Sentence(text, number, (), period, link)


def _whole(figures: Sequence[Figure], *indicators: str, kinds: Sequence[str] = ("bao_cao",)) -> list[Figure]:
    """Figures with a value, newest first; parts only where no whole is told."""
    found = with_value(pick(figures, *indicators, kinds=kinds))
    return [figure for figure in found if not figure.phan_to] or found


def _said(place: _Place, all_said: Sequence[Said]) -> Iterator[Sentence]:
    """Each indicator in its words; then, once, what nothing is known of."""
    told: dict[str, bool] = {}
    for said in all_said:
        if not told.get(said.about):
            made = list(_tell(place, said))
            told[said.about] = bool(made)
            yield from made
    if missing := [about for about, known in told.items() if not known]:
        yield Sentence(f"Các văn bản đã đọc không nêu: {'; '.join(missing)}.")


def _tell(place: _Place, said: Said) -> Iterator[Sentence]:
    """Counts where they are known, then a reported value where it is newer or there are no counts."""
    counted = [f for f in _whole(place.figures, said.indicator, kinds=("tinh_lai",)) if said.counted and not f.phan_to]
    if counted:
        yield place.says(_counts(said.counted, counted[0]), value(counted[0]), counted[0])
    reported = _whole(place.figures, said.indicator)
    if reported and (not counted or reported[0].den_ngay > counted[0].den_ngay):
        parts = [figure for figure in reported if _together(figure) == _together(reported[0])]
        words = ", ".join(_part(place.view, figure) for figure in parts[:_MOST_PARTS])
        more = f" và {len(parts) - _MOST_PARTS} nơi khác" if len(parts) > _MOST_PARTS else ""
        yield place.says(said.told.format(value=f"{words}{more}"), words, *parts)


def _counts(words: str, figure: Figure) -> str:
    late = figure.mau_so - figure.tu_so
    part = f"{'' if late else 'cả '}{show_number(figure.tu_so)}"
    rest = f"{show_number(late)} hồ sơ" if late else "không hồ sơ nào"
    return words.format(part=part, whole=show_number(figure.mau_so), rest=rest)


def _together(figure: Figure) -> tuple[str, ...]:
    return figure.nguon, figure.loai_ky, figure.tu_ngay, figure.den_ngay


def _part(view: View, figure: Figure) -> str:
    """A value, with the name of the part it is of."""
    words = view.indicator(figure.chi_tieu).breakdowns.get(figure.phan_to, "")
    return f"{value(figure)} ({words})" if words and words.lower() != figure.don_vi else value(figure)


def _received(place: _Place) -> Iterator[Sentence]:
    """How many dossiers came, were settled, are pending: one row of one document."""
    for whole in _whole(place.figures, "ho_so_tiep_nhan")[:1]:
        row = {f.chi_tieu: f for f in place.figures if (f.tep, f.dong, f.tinh_trang) == (whole.tep, whole.dong, "co")}
        told = [whole]
        text = f"Xã tiếp nhận {value(whole)}"
        for indicator, words in (
            ("ho_so_ky_truoc", ", kể cả {} từ kỳ trước"), ("ho_so_da_giai_quyet", "; đã giải quyết {}"),
            ("ho_so_dang_giai_quyet", "; đang giải quyết {}"),
        ):  # fmt: skip
            if figure := row.get(indicator):
                told.append(figure)
                text += words.format(value(figure))
        yield place.says(f"{text}.", value(whole), *told)


def _money(place: _Place) -> Iterator[Sentence]:
    """What was allocated and to what, what was spent, what is asked for."""
    lines = with_value(figure for figure in place.figures if figure.chi_tieu == BUDGET)
    totals = [line for line in lines if line.loai == "phan_bo" and not line.ma_cha]
    if totals:
        total = max(totals, key=lambda line: line.den_ngay)
        children = [line for line in lines if line.ma_cha == total.phan_to and line.loai == total.loai]
        parts = "; ".join(f"{value(child)} {_uncapital(child.noi_dung)}" for child in children)
        printed = printed_otherwise(total)
        text = f"Được bố trí {value(total)}{f' (văn bản in “{printed}”)' if printed else ''}"
        text += f", gồm {parts}." if parts else "; văn bản không chia ra từng khoản."
        yield place.says(text, value(total), total, *children)
    else:
        yield Sentence("Các văn bản đã đọc không nêu số tiền được bố trí.")
    spent = [line for line in lines if line.loai == "bao_cao"]
    for line in spent:
        unclear = "" if line.ma_cha else "; văn bản không nói khoản này có nằm trong số trên hay không"
        text = f"Đã chi {value(line)}: {_uncapital(line.noi_dung)}{unclear if totals else ''}."
        yield place.says(text, value(line), line)
    if not spent:
        yield Sentence("Đã chi bao nhiêu: các văn bản đã đọc không nêu.")
    for line in (line for line in lines if line.loai == "nhu_cau" and not line.ma_cha):
        yield place.says(f"Xã xin {value(line)}; đây là nhu cầu, chưa phải tiền được cấp.", value(line), line)


def _uncapital(text: str) -> str:
    """The beginning of a printed line within a sentence; an abbreviation stays as it is."""
    first = text.split(" ", 1)[0]
    return text if first.isupper() else text[:1].lower() + text[1:]


def _promised(place: _Place) -> Iterator[Sentence]:
    """Targets by their standing, tasks by their day."""
    day = f"tính đến {show_date(place.view.date.isoformat())}"
    if targets := place.view.targets_of(place.commune):
        counts = Counter(standing.status for standing in targets).most_common()
        words = ", ".join(f"{count} {status}" for status, count in counts)
        yield place.of_all(f"Xã có {len(targets)} mục tiêu: {words}.", f"{len(targets)} mục tiêu", day)
    else:
        yield Sentence("Các văn bản đã đọc của xã không đặt mục tiêu nào.")
    if tasks := place.view.records(place.commune, "nhiem-vu"):
        dated = [task for task in tasks if task["loai_thoi_han"] == "co_ngay"]
        open_ones = [task for task in dated if not task["trang_thai"]]
        late = sum("" < task["den_ngay"] < place.view.date.isoformat() for task in open_ones)
        known = f"{len(dated)} việc có" if dated else "không việc nào có"
        text = f"Xã có {len(tasks)} việc phải làm, {known} ngày phải xong"
        text += f"; {late} việc đã qua ngày ấy mà chưa thấy báo cáo kết quả." if late else "."
        yield place.of_all(text, f"{len(tasks)} việc", day)
    else:
        yield Sentence("Các văn bản đã đọc của xã không giao việc nào kèm thời hạn.")


def _machines(place: _Place) -> Iterator[Sentence]:
    """Of the computers of one office, how many are good enough."""
    for fit in with_value(pick(place.figures, "may_tinh_dap_ung"))[:1]:
        same = [f for f in place.figures if (f.phan_to, f.nguon, f.den_ngay) == (fit.phan_to, fit.nguon, fit.den_ngay)]
        whole, unfit = (with_value(pick(same, name)) for name in ("may_tinh", "may_tinh_khong_dap_ung"))
        if whole and unfit:
            owner = place.view.indicator("may_tinh").breakdowns.get(fit.phan_to, "")
            text = (
                f"Trong {show_number(whole[0].gia_tri)} máy tính{f' của {owner}' if owner else ''}, "
                f"{show_number(fit.gia_tri)} máy đáp ứng công việc, {show_number(unfit[0].gia_tri)} máy không đáp ứng."
            )
            yield place.says(text, f"{show_number(unfit[0].gia_tri)} máy", whole[0], fit, unfit[0])


def _decided(place: _Place) -> Iterator[Sentence]:
    """Directives that the documents name, proposals and whether anybody is named to answer them."""
    directives, proposals = (place.view.records(place.commune, table) for table in ("van-ban", "kien-nghi"))
    if directives:
        text = f"Các văn bản đã đọc kể ra {len(directives)} văn bản chỉ đạo."
        yield place.of_all(text, f"{len(directives)} văn bản")
    if proposals:
        unowned = sum(not row["co_quan_tra_loi"] for row in proposals)
        text = f"Xã có {len(proposals)} kiến nghị với cấp trên"
        text += f"; {unowned} kiến nghị không ghi rõ ai phải trả lời." if unowned else "."
        yield place.of_all(text, f"{len(proposals)} kiến nghị")
    else:
        yield Sentence("Các văn bản đã đọc không có kiến nghị nào của xã, hoặc ghi “Không”.")


_FIRST: Mapping[str, Callable[[_Place], Iterator[Sentence]]] = {
    "thu-tuc-hanh-chinh": _received,
    "ngan-sach": _money,
    "muc-tieu-nhiem-vu": _promised,
    "ha-tang-nhan-luc": _machines,
    "chi-dao-kien-nghi": _decided,
}
"""What a subject says before the sentences of its indicators."""
