"""Which figures of a subject a notice tells, the most important first, each a sentence that begins with its number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.figures.compute import ON_TARGET
from generator.language.vietnamese import inside, show_date, stopped
from generator.model.commune import Commune
from generator.model.figure import BUDGET, Figure
from generator.model.figure_words import aimed
from generator.model.record import Record
from generator.notice.fact import Fact, after, counted, named, origin_of, told
from generator.notice.fit import shortened
from generator.pages import newest
from generator.pages.addresses import subject_of
from generator.pages.answers import asking, dossier, helpers, helping
from generator.pages.openings import unanswered
from generator.pages.standings import by_standing, judged, nearest
from generator.pages.view import MISSING, View, label, with_value

_FEW = 4
"""With so many figures told in words of their own, the others are left to the page."""
_PARTS = 5
"""So many parts of an indicator are told one by one; of more, the first."""


def facts(view: View, commune: Commune, subject: str) -> list[Fact]:
    """The facts of a subject by importance; empty where its documents give none."""
    own = measured(view, commune, subject)
    leading = {"thu-tuc-hanh-chinh": _dossier, "binh-dan-hoc-vu-so": _teams, "ngan-sach": _money}.get(subject)
    made = [*leading(view, commune, own)] if leading else []
    if subject == "muc-tieu-nhiem-vu":
        made += _promises(view, commune)
    known = {fact.figure for fact in made}
    after_number = [said.indicator for said in view.said(subject) if said.after]
    plain = [figure for id in after_number for figure in _newest(own, id) if figure.ma_so not in known]
    made += [told(view, figure, after(view, figure)) for figure in plain]
    if subject == "chi-dao-kien-nghi":
        made[3:3] = _records(view, commune)
    made += _by_name(view, own, made)
    return made if any(not fact.missing for fact in made) else []


def _by_name(view: View, own: list[Figure], made: list[Fact]) -> list[Fact]:
    """Figures that have no words of their own, where those that have are few: what is there before what is not."""
    known = {fact.figure for fact in made}
    rest = [f for id in dict.fromkeys(f.chi_tieu for f in own) for f in _newest(own, id)]
    never = {id for id, said in view.dataset.catalogue.said.items() if not said.hung} | {BUDGET}
    rest = [f for f in rest if f.ma_so not in known and f.chi_tieu not in never]
    rest.sort(key=lambda f: f.gia_tri == 0)
    few = _FEW - sum(not fact.missing for fact in made)
    return [told(view, f, f"là {inside(label(view, f))}.") for f in rest[: max(few, 0)]]


def measured(view: View, commune: Commune, subject: str) -> list[Figure]:
    """The figures of a subject that have a value, without targets."""
    return [f for f in with_value(view.sayable(commune)) if f.loai != "muc_tieu" and subject_of(view, f) == subject]


def _newest(own: Iterable[Figure], indicator: str) -> list[Figure]:
    """The newest figure of an indicator, the whole before its parts; all parts where there is no whole."""
    there = [f for f in own if f.chi_tieu == indicator and f.loai != "nhu_cau"]
    there.sort(
        key=lambda f: (f.loai_ky == "luy_ke", f.phan_to != "", f.phan_to != "ubnd_xa", f.loai == "tinh_lai", f.dong)
    )
    there.sort(key=lambda f: f.order_day, reverse=True)
    there.sort(key=lambda f: f.thay_boi != "")
    if not there or not there[0].phan_to:
        return there[:1]
    first = there[0]
    same = (first.den_ngay, first.nguon, first.loai_ky, first.loai)
    parts = [f for f in there if (f.den_ngay, f.nguon, f.loai_ky, f.loai) == same]
    return parts if len(parts) <= _PARTS else parts[:1]


# --- what a subject says first ----------------------------------------------------------------


def _dossier(view: View, commune: Commune, own: list[Figure]) -> Iterator[Fact]:
    answer, best = dossier(view, commune, own), newest.on_time(own)
    if best is None:
        yield Fact(MISSING, answer.sentence, missing=True)
        return
    origin, known = origin_of(view, best)
    yield Fact(answer.number, answer.sentence, origin, "", "đúng hẹn", known, best.ma_so)


def _teams(view: View, commune: Commune, own: list[Figure]) -> Iterator[Fact]:
    if team := newest.teams(own):
        yield told(view, team, f"công nghệ số cộng đồng. {helping(commune)}")
    else:
        yield Fact(MISSING, helpers(view, commune, own).sentence, missing=True)


def _money(view: View, commune: Commune, own: list[Figure]) -> Iterator[Fact]:
    """The newest sum that was allocated, what it is for, what was spent, what was asked for."""
    total, spent = newest.allocated(own), newest.spent(own)
    if total is None:
        text = newest.unstated(view, commune, "Chưa có số tiền được giao.", BUDGET)
        text = f"{text} {asking(commune)}"
        yield Fact(MISSING, text, missing=True)
    else:
        unsaid = "" if spent else " Đã chi bao nhiêu: chưa có số liệu."
        yield told(view, total, f"là {_purpose(total)}{unsaid}")
        for share in newest.shares(own, total):
            yield told(view, share, f"trong đó: {_purpose(share)}")
    for line in spent:
        unsure = total and not line.ma_cha and (newest.within(line, total) or not line.den_ngay)
        apart = " Chưa rõ khoản này có nằm trong số trên hay không." if unsure else ""
        yield told(view, line, f"đã thực hiện: {_purpose(line)}{apart}")
    for line in newest.asked(own):
        yield told(view, line, f"đề nghị thêm (nhu cầu): {_purpose(line)}")


def _purpose(line: Figure) -> str:
    return stopped(inside(shortened(line.noi_dung, 100)))


def _promises(view: View, commune: Commune) -> Iterator[Fact]:
    """Targets counted by their standing, tasks with a day, then each measured target of its nearest stage."""
    standings = view.targets_of(commune)
    today = show_date(view.date.isoformat())
    if standings:
        words, when = f"đã đặt ra: {by_standing(standings)}.", f"Đánh giá tính đến {today}"
        yield counted(view, commune, len(standings), "mục tiêu", words, when, (s.target.nguon for s in standings))
    if tasks := view.records(commune, "nhiem-vu"):
        late = newest.overdue(tasks, view.date)
        words = "phải làm mà trang đăng theo văn bản"
        words += f"; {len(late)} việc đã qua hạn mà chưa thấy báo cáo kết quả." if late else "."
        when = f"Đánh giá tính đến {today}" if late else "Đếm từ danh sách"
        yield counted(view, commune, len(tasks), "việc", words, when, (task["nguon"] for task in tasks))  # fmt: skip
    for standing in sorted(nearest(standings), key=lambda s: (s.status in ON_TARGET, s.target.dong)):
        target, result = standing.target, standing.result
        assert result is not None
        by = "" if target.nguon == result.nguon else f" ({named(view, commune, target.nguon)})"
        aim = f"mục tiêu {aimed(target)}{by}: {judged(standing)}"
        yield told(view, result, f"là {inside(label(view, result))}; {aim}.")

    for target in (s.target for s in standings if s.result is None and s.target.tinh_trang == "co"):
        each = f", {target.co_so}" if target.co_so else ""
        yield told(view, target, f"là mục tiêu {inside(label(view, target))}{each}; chưa có kết quả để so.")


def _records(view: View, commune: Commune) -> Iterator[Fact]:
    """Proposals and directives, counted."""
    if rows := view.records(commune, "kien-nghi"):
        yield _listed(view, commune, rows, "kiến nghị", f"ghi trong các văn bản đã đọc{unanswered(rows)}.")
    if rows := view.records(commune, "van-ban"):
        yield _listed(
            view,
            commune,
            rows,
            "văn bản",
            "chỉ đạo đăng trên trang, kể tên trong các văn bản đã đọc.",
            newest.distinct(rows),
        )


def _listed(
    view: View, commune: Commune, rows: list[Record], unit: str, sentence: str, count: int | None = None
) -> Fact:
    return counted(
        view,
        commune,
        len(rows) if count is None else count,
        unit,
        sentence,
        "Đếm từ danh sách",
        (row["nguon"] for row in rows),
    )
