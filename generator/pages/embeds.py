"""What of a commune can be put into other pages: its answers, its newest numbers, a chart of each subject."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.language.vietnamese import lowered, opened
from generator.model.commune import Commune
from generator.model.figure import Figure as Value
from generator.model.figure import Kind
from generator.pieces.addresses import EMBEDS, nothing_yet, where
from generator.pieces.blocks import Answer, Answers, Figure, Prose
from generator.pieces.document_links import figure_link
from generator.pieces.doubted import named_doubt
from generator.pieces.embed import Embed, Offer, Offers, Part, height, snippet
from generator.pieces.newest import wholes
from generator.pieces.row_blocks import Link
from generator.pieces.shown import period, value
from generator.pieces.view import View, label
from generator.subjects.all_subjects import in_order

ANSWERS, NUMBERS, CHARTS = (f"{EMBEDS}{name}/" for name in ("tra-loi", "con-so", "hinh"))
MOST = 4
"""Numbers of a subject that can be chosen, the most important to people first: all of a commune's embeds together stay
small beside its pages.
"""
_GUIDE = "huong-dan/dang-len-cong/"


def embeds(view: View, commune: Commune) -> Iterator[Embed | Offers]:
    """The light pages, and the page that says how to use them."""
    answers, numbers, charts = _answers(view, commune), _numbers(view, commune), _charts(view, commune)
    yield _offers(view, commune, [one for one in (answers, numbers, charts) if one.parts])
    yield from (one for one in (answers, numbers, charts) if one.parts)


def _sheet(view: View, commune: Commune, path: str, title: str, parts: Iterator[Part]) -> Embed:
    here = f"{commune.address}{path}"
    whose = f"{commune.name}, {lowered(where(commune))}"
    return Embed(
        here, f"{title} – {whose}", f"{title} của {whose}, để đặt trong trang khác.", view.link(here, "assets/"),
        whose, tuple(parts), Link(f"Xem đủ ở trang của {lowered(commune.name)}", view.link(here, commune.address)),
        canonical=f"{view.site_url}{commune.address}" if view.site_url else "",
    )  # fmt: skip


def _answers(view: View, commune: Commune) -> Embed:
    def parts() -> Iterator[Part]:
        if view.is_empty(commune):
            yield Part("tra-loi", (nothing_yet(commune),))
            return
        figures = view.sayable(commune)
        for subject in in_order(view):
            if subject.answer:
                told = subject.answer(view, commune, figures)
                yield Part(subject.id, (Answers((_from_below(told),)),))

    return _sheet(view, commune, ANSWERS, "Ba câu hỏi về xã", parts())


def _from_below(answer: Answer) -> Answer:
    """An answer of the commune's first page in short, its links as they are from two folders below it."""

    def below(href: str) -> str:
        return f"../../{href.removeprefix('./')}" if href and ":" not in href else href

    return replace(
        answer,
        link=replace(answer.link, href=below(answer.link.href)),
        origin=below(answer.origin),
        details=(),
        outside=None,
    )


def _numbers(view: View, commune: Commune) -> Embed:
    """The newest of the indicators of each subject that matter most to people, in the order of reading."""
    here, figures = f"{commune.address}{NUMBERS}", view.sayable(commune)

    def parts() -> Iterator[Part]:
        for subject in view.subjects:
            known = [said.indicator for said in view.said(subject) if said.indicator not in view.many_things]
            newest = [figure for id in known if (figure := _newest(figures, id))]
            for figure in newest[:MOST]:
                yield Part(figure.topic.indicator, (_told(view, commune, here, figure),), label(view, figure))

    return _sheet(view, commune, NUMBERS, "Từng con số", parts())


def _newest(figures: list[Value], indicator: str) -> Value | None:
    """What a document says, else what is computed from it."""
    kinds = (Kind.REPORTED, Kind.COMPUTED)
    return next((own[0] for kind in kinds if (own := wholes(figures, indicator, kinds=(kind,)))), None)


def _told(view: View, commune: Commune, here: str, figure: Value) -> Prose:
    ours = "; trang tự tính" if figure.kind is Kind.COMPUTED else ""
    doubts = view.differing.get(figure.id, ())
    doubt = f"; {lowered(named_doubt(doubts[0]))}, xem nguồn" if doubts else ""
    return Prose(
        f"{opened(value(figure))} ({period(figure)}{ours}{doubt}).", "", figure_link(view, commune, here, figure)
    )


def _charts(view: View, commune: Commune) -> Embed:
    """The first chart of each subject that has one."""

    def parts() -> Iterator[Part]:
        for subject in in_order(view):
            first = next((one for one in subject.charts(view, commune) if isinstance(one, Figure)), None)
            if first:
                yield Part(subject.id, (first,))

    return _sheet(view, commune, CHARTS, "Hình", parts())


# --- how they are used ------------------------------------------------------------------------


_SAID = {
    ANSWERS: ("Ba câu trả lời", "Hồ sơ có đúng hẹn không, ai giúp dùng dịch vụ số, tiền dùng vào việc gì."),
    NUMBERS: (
        "Một con số",
        "Giá trị mới nhất, kỳ và văn bản. Mở trang, bấm tên con số muốn đặt rồi chép phần sau dấu # của địa chỉ.",
    ),
    CHARTS: (
        "Một hình",
        "Hình đầu của từng lĩnh vực. Phần sau dấu # chọn lĩnh vực; bỏ đi thì hiện mọi hình, khung phải cao hơn.",
    ),
}  # fmt: skip


def _offers(view: View, commune: Commune, shown: list[Embed]) -> Offers:
    here = f"{commune.address}{EMBEDS}"
    offers = []
    for one in shown:
        path = one.path.removeprefix(commune.address)
        name, about = _SAID[path]
        anchor = "" if path == ANSWERS else one.parts[0].id
        said = f"{name} của {lowered(commune.name)}, {lowered(where(commune))}"
        lines = snippet(view.site_url, commune.address, one.path, said, height(one.parts, alone=bool(anchor)), anchor)
        offers.append(Offer(name, about, Link("Xem trước", view.link(here, one.path, anchor)), lines))
    words = (
        "Chép đoạn mã vào chỗ muốn đặt trên trang của bạn. Khung hiện số mới nhất mỗi khi trang này được dựng lại.",
        "Chiều cao ghi sẵn đủ cho khung rộng từ 300 px; khung rộng có thể giảm height. Xin giữ dòng dẫn về trang gốc.",
    )
    return Offers(
        here, f"Đặt số liệu của {lowered(commune.name)} vào trang khác",
        f"Đoạn mã để đặt số liệu của {lowered(commune.name)} vào trang của cơ quan, báo chí.",
        view.link(here, "assets/"), words, tuple(offers),
        (Link(f"Về trang của {lowered(commune.name)}", view.link(here, commune.address)),
         Link("Cổng chặn khung của trang khác: cần cho phép gì", view.link(here, _GUIDE, "nhung"))),
        canonical=f"{view.site_url}{here}" if view.site_url else "",
    )  # fmt: skip
