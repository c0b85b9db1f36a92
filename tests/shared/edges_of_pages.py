"""Edges of the named numbers of what is shown: pages, notices, comments, pictures, announcements."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import islice
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from unittest import mock

from communes import made, viewed
from edges import Edge
from figures import figure
from pandas import DataFrame
from PIL import Image

from generator.changes import pr_comment
from generator.changes.compare import Comparison
from generator.charts import cache, interactive, layout, png, qr
from generator.country import old_name_pages, province_own, search_index, site_pages
from generator.figures.due import Arrival, Due
from generator.loudspeaker.texts import occasions
from generator.model.commune import AdminUnit, Commune
from generator.model.duty import Duty, Rhythm
from generator.model.edition import NO_GIT, Edition, file_of
from generator.model.former import FormerUnit
from generator.model.law import Asked
from generator.model.problem import Problem
from generator.model.record import Record
from generator.notice import facts, notes, notice
from generator.notice.notes import Note
from generator.officer import which_commune
from generator.officer.verified import in_words
from generator.pages import doubts, law_page
from generator.pieces import addresses, chart_words, shared_notes
from generator.pieces.blocks import Grid, Items, Prose
from generator.pieces.document_names import in_short
from generator.pieces.fact import Fact
from generator.pieces.loudspeaker_words import Occasion
from generator.pieces.row_blocks import Link, Row, Told
from generator.pieces.view import View
from generator.publishing import finish, mkdocs_hook
from generator.publishing.copies import NotReached
from generator.publishing.verify import Compared, Given, compared
from generator.reading.old_commune import of_old_code
from generator.subjects import budget, budget_loudspeaker, literacy, progress, results, summaries, tasks
from generator.subjects.all_subjects import subject_by

NOW = 2_000_000_000
FAULT = Problem("xa/a/tthc.csv", 2, "moi", "so-sai", "error", "Sai.", "Sửa lại ô này.")


def _units(count: int) -> dict[str, AdminUnit]:
    """A province and so many communes of it."""
    communes = {f"1000{n}": AdminUnit(f"1000{n}", f"Xã Bản {n}", "xa", "38") for n in range(count)}
    return {"38": AdminUnit("38", "Tỉnh A", "tinh", ""), **communes}


def _periods_told(count: int) -> int:
    """How many periods a row of the law tells of something of which so many are missing."""
    duty = Duty("m", "Hằng tháng", "ngan-sach", Rhythm.MONTH, "luật", 9)
    periods = islice(duty.periods(dt.date(2026, 1, 31)), count)
    owed = [Due(duty, period, duty.last_day(period), Arrival.MISSING) for period in periods]
    asked = Asked("a", "", "Điều", "Là gì.", duties=("m",))
    row = law_page._due(cast(View, None), cast(Commune, None), "", asked, {"m": owed})
    return len(row.figures)


# --- comments ---------------------------------------------------------------------------------


def _comment(problems: int = 0, *told: str) -> str:
    return pr_comment.as_markdown(Comparison((FAULT,) * problems, (), {"Xã A": told} if told else {}, ()))


def _is_whole(letters: int) -> bool:
    """Whether a comment of so many letters, its last line end aside, is left uncut."""
    beside = len(_comment(0, *["a"] * 66)) - 66 - 1
    each, more = divmod(letters - beside, 66)
    text = _comment(0, *[("a " * 500)[: each + (number < more) - 1] + "a" for number in range(66)])
    return "dòng nữa" not in text and len(text) == letters + 1


# --- pictures ---------------------------------------------------------------------------------


def _stays(age: int = 2 * 86_400, size: int = 1, **largest: int) -> bool:
    """Whether the cache keeps a file of such an age and size."""
    with tempfile.TemporaryDirectory() as name, mock.patch("generator.charts.cache.time.time", return_value=NOW):
        path = Path(name) / "a.svg"
        path.touch()
        os.truncate(path, size)
        os.utime(path, (NOW - age, NOW - age))
        cache.prune(Path(name), **largest)
        return path.exists()


def _shades(count: int) -> int:
    """How many colours a picture of so many has once it is packed."""
    picture, whole = Image.new("RGB", (count, 1)), BytesIO()
    for at in range(count):
        picture.putpixel((at, 0), (3 * at, 255 - 3 * at, 2 * at))
    picture.save(whole, "PNG")
    return len(Image.open(BytesIO(png.packed(whole.getvalue()))).convert("RGB").getcolors() or ())


# --- the country's pages ----------------------------------------------------------------------


def _held(count: int) -> bool:
    country: Any = SimpleNamespace(
        held=[SimpleNamespace(name=f"Xã {number}") for number in range(count)], link=lambda *_: ""
    )
    (told,) = site_pages._held(country)
    return "nơi khác" in repr(told)


def _newest(count: int) -> int:
    rows = {"ngay_biet": range(count), "nguon": ["a"] * count, "ma_xa": ["15910"] * count}
    commune: Any = SimpleNamespace(commune=SimpleNamespace(code="15910"))
    country: Any = SimpleNamespace(communes=[commune], frames=SimpleNamespace(documents=DataFrame(rows)))
    with mock.patch.object(site_pages, "_document", return_value=""):
        return len(site_pages._newest(country).items)


def _found(count: int) -> int:
    """How many of so many documents the index of the search holds."""
    rows = {"ngay_biet": range(count), "nguon": ["a"] * count, "ma_xa": ["15910"] * count}
    one: Any = SimpleNamespace(commune=SimpleNamespace(code="15910", name="Xã"), documents={"a": "Báo cáo"})
    country: Any = SimpleNamespace(communes=[one], frames=SimpleNamespace(documents=DataFrame(rows)))
    titles = {("15910", "a"): "Báo cáo"}
    with (
        mock.patch("generator.country.search_index.frame.titles", return_value=titles),
        mock.patch.object(search_index, "source_path", return_value=""),
    ):
        return len(list(search_index._documents(country)))


# --- notices ----------------------------------------------------------------------------------


def _parts(count: int) -> int:
    """How many of so many parts without a whole a notice takes."""
    return len(facts._newest([figure("may_tinh", 5, phan_to=f"p{number}") for number in range(count)], "may_tinh"))


def _plain_facts(count: int) -> int:
    """How many figures without words of their own hang, where there is nothing else."""
    own = [figure(f"chi_tieu_{number}", 5) for number in range(count)]
    view: Any = SimpleNamespace(dataset=SimpleNamespace(catalogue=SimpleNamespace(said={})))
    with mock.patch.multiple(facts, told=mock.Mock(), label=mock.Mock(return_value="a")):
        return len(facts._by_name(view, own, []))


def _before_counts(count: int) -> int:
    """How many of so many facts stand before what is counted."""
    own: Any = SimpleNamespace(
        facts=lambda *_: [Fact("1", str(n)) for n in range(count)], counts=lambda *_: [Fact("2", "")]
    )
    view: Any = SimpleNamespace(said=lambda _: ())
    with mock.patch.multiple(facts, measured=mock.DEFAULT, subject_by=lambda _: own, _by_name=lambda *_: []):
        told = facts.facts(view, mock.Mock(), "a")
    return [fact.number for fact in told].index("2")


def _is_quoted(letters: int) -> bool:
    """Whether a difference of so many letters hangs in its own words."""
    there = SimpleNamespace(
        commune="15910", indicator="a", rule="hai-nguon", sentence="a" * letters, ids=(), figures=()
    )
    view, commune = SimpleNamespace(differences=[there]), SimpleNamespace(code="15910")
    with mock.patch.object(notes, "_page_of", return_value="a"):
        (note,) = notes._differing(view, commune, "a", set())  # type: ignore[arg-type]
    return "aaa" in note.text


def _hung(told: int, room: int) -> tuple[int, int]:
    """How many facts and notes hang where there are so many facts and one note, and room for so many pieces."""
    with mock.patch("generator.notice.notice.paper.fitting", lambda sizes, _: range(min(room, len(sizes)))):
        shown, noted = notice._fitting([Fact("1", "a")] * told, [], [Note("a", "b")], 0)
    return len(shown), len(noted)


# --- pages of communes ------------------------------------------------------------------------


def _is_folded(count: int) -> bool:
    """Whether so many warnings on one page are folded away."""
    warnings = [replace(FAULT, message=str(number)) for number in range(count)]
    view: Any = SimpleNamespace(link=lambda *_: "", row_of=lambda _: None)
    commune: Any = SimpleNamespace(code="15910", name="Xã A", address="", is_province=False)
    with mock.patch.multiple(doubts, notes_of=lambda *_: warnings, page_of=lambda *_: "a"):
        (section,) = doubts.to_review(view, commune, "", "a")
    return bool(section.folded)


def _lists_own(count: int) -> bool:
    """Whether a province's page lists so many figures of its province itself."""
    own: Any = SimpleNamespace(
        newest=["a"] * count, kind="tỉnh", place=SimpleNamespace(name="Tỉnh A", portal=""),
        view=SimpleNamespace(records=lambda *_: ()),
    )  # fmt: skip
    with mock.patch.multiple(province_own, _numbers=lambda *_: Prose("a")):
        return bool(province_own._published(own, "", Link("a", ""))[1])


def _told_again(letters: int) -> int:
    """How many of two rows carry the same note of so many letters."""
    line = Told("a", "1", "", "co", "", None)
    made, _ = shared_notes.said_once([Row("a", (line,), notes=("a" * letters,))] * 2)
    return sum(bool(one.notes) for one in made)


def _why(count: int) -> bool:
    held: Any = SimpleNamespace(faults=["lỗi"] * count, told="Ủy ban")
    return "loại lỗi khác" in addresses.why_held(held)


def _in_folder(**tables: list[dict[str, str]]) -> View:
    with tempfile.TemporaryDirectory() as name:
        return viewed(made(Path(name), **tables))


def _spendings(count: int) -> tuple[bool, bool]:
    """Whether of so many spendings some are left to the list below, on the page and in what is announced."""
    rows = [{"ma_dong": f"c{n}", "noi_dung": f"Mua máy {n}", "giai_doan": "thuc_hien", "so_tien": f"{n + 5} triệu đồng"}
            for n in range(count)]  # fmt: skip
    rows.append({"ma_dong": "t", "noi_dung": "Kinh phí", "giai_doan": "du_toan", "so_tien": "99 triệu đồng",
                 "ky": "Năm 2026", "den_ngay": "31/12/2026"})  # fmt: skip
    view = _in_folder(ngan_sach=rows)
    (commune,) = view.dataset.communes
    page = summaries.sentences(view, commune, subject_by("ngan-sach"))
    said = [one.text for one in budget_loudspeaker.loudspeaker(occasions(view, commune)[0]) if "thực hiện" in one.text]
    return any("khoản đã thực hiện khác" in one.text for one in page), len(said) < count


def _lines_folded(count: int, beside: str = "") -> bool:
    """Whether some of so many lines of a budget wait until they are opened, alone or `beside` another table."""
    rows = [{"ma_dong": f"c{n}", "noi_dung": f"Mua máy {n}", "giai_doan": "thuc_hien", "so_tien": f"{n + 5} triệu đồng"}
            for n in range(count)]  # fmt: skip
    rows += [rows[0] | {"bang": beside}] if beside else []
    view = _in_folder(ngan_sach=rows)
    (commune,) = view.dataset.communes
    return any(section.folded for section in budget.SUBJECT.before(view, commune, ""))


def _falls_due(days: int) -> bool:
    """Whether a task is told to be due soon that many days before its day."""
    cells = {"loai_thoi_han": "co_ngay", "den_ngay": "2026-03-31"}
    task = Record("nhiem-vu", "15910", "a.csv", 2, cells)
    return progress.is_soon(task, dt.date(2026, 3, 31) - dt.timedelta(days))


def _late_waiting(count: int) -> int:
    """How many of so many late tasks wait behind a line."""
    view = _in_folder(nhiem_vu=[
        {"ma": f"v{n}", "noi_dung": f"Việc {n}", "loai_thoi_han": "co_ngay", "den_ngay": "01/01/2026"}
        for n in range(count)
    ])  # fmt: skip
    (commune,) = view.dataset.communes
    folded = [block for one in tasks.tasks(view, commune, "") for block in one.folded if isinstance(block, Grid)]
    return sum(len(grid.rows) for grid in folded)


def _results(count: int) -> tuple[int, int, bool]:
    """How many of so many results stand open, how many there are, whether older ones are said to be elsewhere."""
    view = _in_folder(ket_qua=[
        {"loai": "viec_da_lam", "chu_de": "ngan-sach", "noi_dung": f"Việc {n}"} for n in range(count)
    ])  # fmt: skip
    (commune,) = view.dataset.communes
    (section,) = results.results(view, commune, "")
    opened, folded = ([b for b in blocks if isinstance(b, Items)] for blocks in (section.blocks, section.folded))
    every = sum(len(block.items) for block in (*opened, *folded))
    return len(opened[0].items), every, "cũ hơn" in str(section.folded)


def _points(count: int) -> bool:
    """Whether of so many places of help some are left to the page."""
    rows = [{"ten": f"Nhà văn hóa thôn {n}", "dia_chi": f"Thôn {n}", "ma": f"d{n}"} for n in range(count)]
    view = _in_folder(tthc=[{"tiep_nhan": "500"}], diem_ho_tro=rows)
    (commune,) = view.dataset.communes
    said = literacy._loudspeaker(occasions(view, commune)[0])
    return any("Các điểm hỗ trợ khác" in one.text for one in said)


def _parts_named(count: int) -> bool:
    """Whether of so many parts of one number some are not named in its sentence."""
    said: Any = SimpleNamespace(indicator="a", told="{so}")
    view = SimpleNamespace(indicator=lambda _: SimpleNamespace(name="a"))
    place: Any = mock.Mock(view=view, kind="xã", says=lambda text, *_, **__: text, beside=lambda _: "")
    with mock.patch.multiple(summaries, _limits=lambda *_: "", _part=lambda *_, **__: "x", _either=lambda *_: "",
                             _limited=lambda _, text, __: text):  # fmt: skip
        (text,) = summaries._reported(place, said, [figure("a", number) for number in range(count)])
    return "mục khác" in str(text)


# --- the finished site ------------------------------------------------------------------------


PAGE = (
    '<html><head>\n<link rel="stylesheet" href="{}assets/portal.css">\n</head><body><article></article></body></html>'
)


def _finished(depth: int, packed: int = 0) -> str:
    """A page that lies so deep once it is finished, packed to so many bytes."""
    with (
        tempfile.TemporaryDirectory() as name,
        mock.patch("generator.publishing.finish.gzip.compress", return_value=b"a" * packed),
    ):
        site = Path(name)
        (site / "assets").mkdir()
        (site / "assets" / "portal.css").write_text("p{a:b}", encoding="utf-8")
        page = site.joinpath(*"abcdef"[:depth], "index.html")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(PAGE.format("../" * depth), encoding="utf-8")
        finish.finish(site, absolute=False, offline=False)
        return page.read_text(encoding="utf-8")


def _is_cards(columns: int) -> bool:
    """Whether the rows of a table of so many columns become cards on a phone."""
    head, row = "<th>a</th>" * columns, "<td>b</td>" * columns
    table = f"<table><thead><tr>{head}</tr></thead><tbody><tr>{row}</tr></tbody></table>"
    made = mkdocs_hook.on_page_content(table, mock.Mock(), mock.Mock(), mock.Mock())
    return made.count('<td data-head="a">b</td>') == columns


class _Silent:
    """A host that does not give its first files."""

    def __init__(self, silent: int) -> None:
        self.silent = silent

    def pieces(self, path: str, most: int) -> Iterator[bytes]:
        if path.isdigit() and int(path) < self.silent:
            raise NotReached("")
        return iter((b"",)[:most])


def _left_unread(silent: int) -> int:
    """What is told of ten files of which so many are not given one after the other."""
    files = {str(number): file_of(b"") for number in range(10)}
    one = Given(Edition(1, "", NO_GIT, NO_GIT, {}, (), files), b"", _Silent(0))
    return len(compared(one, _Silent(silent), "").unread)


def _named_files(count: int) -> tuple[int, bool]:
    """How many of so many changed files are named, and whether it is said that there are more."""
    paths = tuple(f"{number}.html" for number in range(count))
    said = in_words(Compared(Edition(1, "", NO_GIT, NO_GIT, {}, (), {}), "", 0, paths, (), (), (), listed=True))
    return said.count(".html"), "tệp khác" in said


EDGES: dict[str, Edge] = {
    "changes.pr_comment.LONGEST": Edge(_is_whole, {59_999: True, 60_000: True, 60_001: False}),
    "changes.pr_comment.MOST_PROBLEMS": Edge(
        lambda count: "điều nữa" in _comment(count + 3), {49: False, 50: False, 51: True}
    ),
    "changes.pr_comment.MOST_FIRST": Edge(
        lambda count: "phần “Xem thêm”" in _comment(count), {2: False, 3: False, 4: True}
    ),
    "changes.pr_comment.MOST_CHANGES": Edge(
        lambda count: "thay đổi nữa" in _comment(0, *["a"] * count), {99: False, 100: False, 101: True}
    ),
    "changes.pr_comment.LONGEST_ITEM": Edge(
        lambda letters: "…" in _comment(0, "a" * letters), {999: False, 1_000: False, 1_001: True}
    ),
    "charts.cache.DAY": Edge(
        lambda age: _stays(age, largest=0), {86_399: True, 86_400: True, 86_401: False}
    ),
    "charts.cache.UNUSED": Edge(_stays, {2_591_999: True, 2_592_000: True, 2_592_001: False}),
    "charts.cache.LARGEST": Edge(
        lambda size: _stays(size=size), {999_999_999: True, 1_000_000_000: True, 1_000_000_001: False}, loaded=True
    ),
    "charts.interactive._DIGITS": Edge(
        lambda digits: interactive._shortened(1 + 10.0 ** (1 - digits)) > 1, {5: True, 6: True, 7: False}
    ),
    "charts.layout._MOST_LINES": Edge(
        lambda words: layout.wrapped(" ".join(["chữ"] * words), 14, layout.width_of("chữ", 14)),
        {3: ("chữ",) * 3, 4: ("chữ",) * 4, 5: (*("chữ",) * 3, "chữ…")},
    ),
    "charts.png._SHADES": Edge(_shades, {63: 63, 64: 64, 65: 64}),
    "charts.qr.QUIET": Edge(lambda text: (qr.code(text).side, qr.code(text).path[:5]), {"a": (29, "M4 4h")}),
    "country.search_index.MOST_DOCUMENTS": Edge(_found, {149: 149, 150: 150, 151: 150}),
    "country.old_name_pages._MOST_NAMED": Edge(
        lambda count: "nơi" in old_name_pages._in_short(["A"] * count), {4: False, 5: False, 6: True}
    ),
    "country.site_pages._MOST_NAMED": Edge(_held, {4: False, 5: False, 6: True}),
    "country.site_pages._MOST_NEW": Edge(_newest, {5: 5, 6: 6, 7: 6}),
    "notice.facts._FEW": Edge(_plain_facts, {3: 3, 4: 4, 5: 4}),
    "notice.facts._BEFORE_COUNTS": Edge(_before_counts, {2: 2, 3: 3, 4: 3}),
    "notice.facts._PARTS": Edge(_parts, {4: 4, 5: 5, 6: 1}),
    "notice.notes._LONGEST": Edge(_is_quoted, {259: True, 260: True, 261: False}),
    "notice.notice._MOST": Edge(lambda told: _hung(told, 99), {7: (7, 1), 8: (8, 1), 9: (8, 1)}),
    "notice.notice._FIRST": Edge(lambda room: _hung(8, room), {4: (4, 0), 5: (4, 1), 6: (5, 1)}),
    "officer.which_commune._MOST_OFFERED": Edge(
        lambda count: "nơi khác" in which_commune.not_a_commune("xa ban", _units(count), {}),
        {7: False, 8: False, 9: True},
    ),
    "reading.old_commune._MOST": Edge(
        lambda count: "nơi khác" in str(
            of_old_code("20000", _units(count), {"20000": FormerUnit("20000", "Xã C", "", tuple(_units(count))[1:])})
        ),
        {7: False, 8: False, 9: True},
    ),
    "pages.law_page._LAST": Edge(_periods_told, {2: 2, 3: 3, 4: 3}),
    "country.province_own.MOST": Edge(_lists_own, {19: True, 20: True, 21: False}),
    "pages.doubts._MOST": Edge(_is_folded, {4: False, 5: False, 6: True}),
    "pieces.addresses._MOST_FAULTS": Edge(_why, {2: False, 3: False, 4: True}),
    "pieces.chart_words.SHORT": Edge(
        lambda letters: chart_words.counted(figure("a", 1), "1" * letters).kind, {19: "number", 20: "", 21: ""}
    ),
    "pieces.chart_words._MOST_DECIMALS": Edge(
        lambda places: chart_words.counted(figure("a", float(f"0.{'1' * places}")), "1").number,
        {5: "0.11111", 6: "0.111111", 7: "0.111111"},
    ),
    "pieces.document_names._LETTERS": Edge(
        lambda letters: in_short(Record("nguon", "", "", 2, {"ten": "a" * letters})).endswith("…"),
        {89: False, 90: False, 91: True},
    ),
    "pieces.loudspeaker_words._LONGEST_NAME": Edge(
        lambda syllables: bool(Occasion(mock.Mock(), mock.Mock(), None, None, (), latest=True, short={}).aloud(
            "một " * (syllables - 1) + "hai")),
        {23: True, 24: True, 25: False},
    ),
    "officer.verified.MOST_NAMED": Edge(_named_files, {19: (19, False), 20: (20, False), 21: (20, True)}),
    "pieces.shared_notes.LONG_NOTE": Edge(_told_again, {59: 2, 60: 2, 61: 1}),
    "publishing.finish._ENTRANCE": Edge(
        lambda depth: "<style>" in _finished(depth), {2: True, 3: True, 4: False}
    ),
    "publishing.finish._AT_ONCE": Edge(
        lambda size: "<style>" in _finished(1, packed=size), {13_999: True, 14_000: True, 14_001: False}
    ),
    "publishing.verify.SILENT": Edge(_left_unread, {4: 4, 5: 6, 6: 6}),
    "publishing.mkdocs_hook._BESIDE": Edge(_is_cards, {2: False, 3: False, 4: True}),
    "subjects.budget_tables.OPEN": Edge(_lines_folded, {7: False, 8: False, 9: True}),
    "subjects.budget_tables.OPEN_OF_EACH": Edge(
        lambda count: _lines_folded(count, beside="chi"), {2: False, 3: False, 4: True}
    ),
    "subjects.budget_amounts.MOST_LINES": Edge(
        _spendings, {2: (False, False), 3: (False, False), 4: (True, True)}, loaded=True
    ),
    "subjects.literacy._POINTS": Edge(_points, {2: False, 3: False, 4: True}),
    "subjects.progress.SOON": Edge(_falls_due, {29: True, 30: True, 31: False}),
    "subjects.results.MOST": Edge(
        lambda count: _results(count)[1:], {15: (15, False), 16: (16, False), 17: (16, True)}
    ),
    "subjects.results._OPEN": Edge(lambda count: _results(count)[0], {1: 1, 2: 1}),
    "subjects.tasks._OPEN": Edge(_late_waiting, {0: 0, 1: 0, 2: 1}),
    "subjects.summaries._MOST_PARTS": Edge(_parts_named, {2: False, 3: False, 4: True}),
}  # fmt: skip
