"""What a subject says before the sentences of its indicators: dossiers, money, promises, machines, directives.

A sentence never adds figures up, and never mixes two documents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.language.vietnamese import inside, lowered, opened, show_date
from generator.model.figure import BUDGET, Figure
from generator.model.record import Record
from generator.pages import newest
from generator.pages.sentence import Place, Sentence
from generator.pages.standings import by_standing, judged_until
from generator.pages.view import pick, printed_otherwise, value, with_value


def _received(place: Place) -> Iterator[Sentence]:
    """How many dossiers came, were settled, are pending: one row of one document, of all fields together."""
    received = newest.wholes(place.figures, "ho_so_tiep_nhan") or newest.wholes(place.figures, "ho_so_moi")
    whole = next(iter(received), None)
    if whole is None:
        if with_value(pick(place.figures, "ho_so_tiep_nhan")):
            yield Sentence("Bao nhiêu hồ sơ tiếp nhận: chỉ có số theo từng lĩnh vực, chưa có số chung.")
        elif doubted := place.unstated("", "ho_so_tiep_nhan").text:
            yield Sentence(f"Bao nhiêu hồ sơ tiếp nhận: {lowered(doubted)}")
        return
    row = newest.row_of(place.figures, whole)
    told = [whole]
    new, old = row.get("ho_so_moi"), row.get("ho_so_ky_truoc")
    text = f"{opened(place.kind)} tiếp nhận {'mới ' if whole is new else ''}{value(whole)}"
    inside_it = not new or not old or new.gia_tri + old.gia_tri == whole.gia_tri  # by definition, else by the print
    for indicator, words in (
        ("ho_so_ky_truoc", ", kể cả {} từ kỳ trước" if inside_it else "; từ kỳ trước chuyển qua {}"),
        ("ho_so_da_giai_quyet", "; đã giải quyết {}"),
        ("ho_so_dang_giai_quyet", "; đang giải quyết {}"),
    ):  # fmt: skip
        if figure := row.get(indicator):
            told.append(figure)
            text += words.format(value(figure))
    yield place.says(f"{text}.{place.beside(whole, ' tiếp nhận')}", value(whole), *told)


_MOST_LINES = 3
"""Lines of a budget that sentences tell; the rest stands below."""


def _money(place: Place) -> Iterator[Sentence]:
    """What was allocated and to what, what was spent, what is asked for."""
    total, spent = newest.allocated(place.figures), newest.spent(place.figures)
    if total:
        children = newest.shares(place.figures, total)
        parts = "; ".join(f"{value(child)} {inside(child.noi_dung)}" for child in children)
        printed = printed_otherwise(total)
        text = f"{opened(total.noi_dung.rstrip('.'))}: {value(total)}"
        text += f"{f' (văn bản in “{printed}”)' if printed else ''}{f', gồm {parts}' if parts else ''}."
        yield place.says(text, value(total), total, *children)
    else:
        yield place.unstated("Chưa có số tiền được giao.", BUDGET)
    whole = [line for line in spent if not line.ma_cha] or spent
    for line in whole[:_MOST_LINES]:
        asked = total and not line.ma_cha and (newest.within(line, total) or not line.den_ngay)
        unclear = "; chưa rõ khoản này có nằm trong số trên hay không" if asked else ""
        yield place.says(f"Đã thực hiện {value(line)}: {inside(line.noi_dung)}{unclear}.", value(line), line)
    if len(spent) > len(whole[:_MOST_LINES]):
        yield Sentence(f"Còn {len(spent) - len(whole[:_MOST_LINES])} khoản đã thực hiện kể ở dưới.")
    if not spent:
        yield place.unstated("Đã chi bao nhiêu: chưa có số liệu.", BUDGET)
    for line in newest.asked(place.figures):
        text = f"Đề nghị {value(line)}: {inside(line.noi_dung)}; đây là nhu cầu, chưa phải tiền được cấp."
        yield place.says(text, value(line), line)


def _promised(place: Place) -> Iterator[Sentence]:
    """Targets by their standing, tasks by their day."""
    day = f"tính đến {show_date(place.view.date.isoformat())}"
    if targets := place.view.targets_of(place.commune):
        text = f"{opened(place.kind)} có {len(targets)} mục tiêu: {by_standing(targets)}{judged_until(targets)}."
        yield place.of_all(text, f"{len(targets)} mục tiêu", day)
    else:
        yield Sentence(f"Trang chưa có mục tiêu bằng con số nào của {place.kind}.")
    if tasks := place.view.records(place.commune, "nhiem-vu"):
        dated = [task for task in tasks if task["loai_thoi_han"] == "co_ngay"]
        late = newest.overdue(tasks, place.view.date)
        known = f"{len(dated)} việc có" if dated else "không việc nào có"
        done = sum(bool(task["trang_thai"]) for task in tasks)
        text = f"Trang đăng {len(tasks)} việc phải làm nêu trong các văn bản đã đọc, {known} hạn phải xong"
        text += f"; {done} việc văn bản ghi đã tới đâu" if done else ""
        text += f"; {len(late)} việc đã qua hạn mà chưa thấy báo cáo kết quả." if late else "."
        yield place.of_all(text, f"{len(tasks)} việc", day if late else "")
    else:
        yield Sentence(f"Chưa có việc phải làm nào của {place.kind}.")


def _machines(place: Place) -> Iterator[Sentence]:
    """Of the computers of one office, how many are good enough."""
    for fit in with_value(pick(place.figures, "may_tinh_dap_ung"))[:1]:
        same = [f for f in place.figures if (f.phan_to, f.nguon, f.den_ngay) == (fit.phan_to, fit.nguon, fit.den_ngay)]
        whole, unfit = (with_value(pick(same, name)) for name in ("may_tinh", "may_tinh_khong_dap_ung"))
        if whole and unfit:
            owner = place.view.indicator("may_tinh").breakdowns.get(fit.phan_to, "")
            text = (
                f"Trong {_bare(whole[0])} máy tính{f' của {owner}' if owner else ''}, "
                f"{_bare(fit)} máy đáp ứng công việc, {_bare(unfit[0])} máy không đáp ứng."
            )
            yield place.says(text, f"{_bare(unfit[0])} máy", whole[0], fit, unfit[0])


def _bare(figure: Figure) -> str:
    """A value without its unit, which other words bring."""
    return value(figure).removesuffix(figure.don_vi).strip()


def _decided(place: Place) -> Iterator[Sentence]:
    """Directives that the documents name, proposals and whether anybody is named to answer them."""
    directives, proposals = (place.view.records(place.commune, table) for table in ("van-ban", "kien-nghi"))
    if directives:
        count = newest.distinct(directives)
        text = f"Trang đăng {count} văn bản chỉ đạo mà các văn bản đã đọc kể tên."
        yield place.of_all(text, f"{count} văn bản")
    if proposals:
        text = f"Các văn bản đã đọc ghi {len(proposals)} kiến nghị{unanswered(proposals)}."
        yield place.of_all(text, f"{len(proposals)} kiến nghị")
    else:
        yield Sentence(f"Chưa có kiến nghị nào của {place.kind}.")


def unanswered(proposals: Sequence[Record]) -> str:
    """Beside a count of proposals: how many name nobody who must answer; '' where all do."""
    left = newest.unowned(proposals)
    return f"; {len(left)} kiến nghị không ghi cơ quan nào xem xét, trả lời" if left else ""


FIRST: Mapping[str, Callable[[Place], Iterator[Sentence]]] = {
    "thu-tuc-hanh-chinh": _received,
    "ngan-sach": _money,
    "muc-tieu-nhiem-vu": _promised,
    "ha-tang-nhan-luc": _machines,
    "chi-dao-kien-nghi": _decided,
}
"""What a subject says before the sentences of its indicators."""
