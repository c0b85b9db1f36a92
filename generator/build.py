"""The table of contents: examine a commune, write its pages, forget it; then the country's; MkDocs, checks, switch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.charts import cache, interactive
from generator.commune.held_back import held_back
from generator.commune.outcome import Outcome, Survey, Underway
from generator.commune.survey import surveyed
from generator.communes import Ground, ground_mark, made
from generator.country.country import Country
from generator.country.frame import Frames
from generator.country.summary import Summary
from generator.language.vietnamese import show_date
from generator.model.edition import Edition
from generator.model.figure import Kind
from generator.model.problem import Refused
from generator.officer import problem_text
from generator.past.past import NO_PAST, Past
from generator.pieces.report_link import filled
from generator.publishing import at_fault, contents, edition, mkdocs_site, site_key, switch
from generator.publishing.docs_dir import DOCS, Composed, write_docs
from generator.publishing.edition import Origin
from generator.publishing.mkdocs_site import ROOT, Settings
from generator.publishing.runs import SiteError
from generator.publishing.site_key import Published
from generator.reading import operator
from generator.reading.operator import Operator
from generator.standing import NOWHERE, day_of_head, workplace

DRAWINGS = ROOT / "build" / "charts"
"""The cache of charts, cards and the program that draws charts in a browser."""
HISTORIES = ROOT / "build" / "histories"
"""The cache of what git tells of communes."""


class Unsound(Exception):
    """Errors keep the data from being published; `surveyed` says which."""

    def __init__(self, surveyed: Survey) -> None:
        super().__init__()
        self.surveyed = surveyed


def build(
    begun: Underway,
    out: Path,
    settings: Settings,
    tell: Callable[[str, int, int], None],
    only: Sequence[str] = (),
    jobs: int = 1,
    key: Callable[[], str] | None = None,
    past: Past = NO_PAST,
    origin: Origin = NOWHERE,
) -> Survey:
    """Make and publish the site of a data folder, within `switch.alone(out)`, what has not changed as it stands;
    returns the survey without what pages were made of. `key` is what decides the site (`site_key.key`), asked for
    before and after: where nothing was edited meanwhile, it is written down beside what was told. `past` is what git
    keeps of the data, `origin` what the edition comes from. `tell` says what is being done, how many parts of it are
    done, and of how many.

    Raises Unsound where errors of the data stop it, Refused when `only` would replace a fuller site, SiteError when a
    page is at fault or holds what must not be public, as AtFault where the pages of single communes do.
    """
    before, out, work = key and key(), switch.place(out), workplace(out)
    who = who_runs_it()
    settings = replace(settings, report=filled(who.report, settings.site_url, who.site))
    mark = ground_mark(begun.data, begun.shared, (settings, who))
    ground = Ground(begun, work, DRAWINGS, HISTORIES, past, settings, who, mark)
    whole, counts, docs = _composed(ground, jobs, partial(tell, "Soạn trang và vẽ biểu đồ…"))
    if whole.broken:
        raise Unsound(whole)
    communes = [one.commune for one in whole.communes if one.commune]
    known, frame = site_key.published(work, out), site_key.frame(settings)
    _not_foreign(out, empty=not communes, ours=known is not None)
    _not_fuller({commune.code for commune in communes}, out, only)
    tree = switch.fresh(out)
    kept = site_key.kept(known, out, frame, docs)
    new = mkdocs_site.make(work / DOCS, tree, settings, kept, jobs, partial(tell, "Dựng trang web…"))
    above = [own.place for own in whole.shared.provinces]
    provinces = {place.province_slug for place in (*communes, *above)}
    issued = edition.issue(tree, provinces, settings.date.isoformat(), {"xa": len(communes), **counts}, origin)
    tell(_issued(issued, origin), 0, 0)
    places = whole.shared.catalogue.places if whole.shared.catalogue else ()
    lines = at_fault.public_lines([*communes, *places, *above], operator.SETTINGS.read_text(encoding="utf-8"))
    tell("Tìm nội dung không được công khai…", 0, 0)
    if new is not None and known and set(known.lines) <= set(lines):  # more may be public now, nothing less
        at_fault.nothing_leaks(tree, communes, lines, {*new, *issued.parts}, jobs, out)
    else:
        at_fault.nothing_leaks(tree, communes, lines, None, jobs)
    site_key.forget(work)
    cache.prune(DRAWINGS)
    cache.prune(HISTORIES)
    files = switch.publish(tree, out)
    unedited = key() if key and before == key() else ""
    site_key.remember(work, Published(unedited, files, problem_text.of_build(whole), frame, docs, tuple(lines)))
    return whole


def _issued(made: Edition, origin: Origin) -> str:
    named = f"số {made.number} ngày {show_date(made.day)}"
    kept = origin.before and made == origin.before.edition
    return f"Không tệp nào đổi: vẫn là bản phát hành {named}." if kept else f"Bản phát hành {named}."


class _Composed(NamedTuple):
    """What was surveyed, how much communes publish, and the files of docs_dir with marks of their contents."""

    whole: Survey
    counts: Mapping[str, int]
    docs: Mapping[str, str]


def _composed(ground: Ground, jobs: int, tell: Callable[[int, int], object]) -> _Composed:
    """All files of MkDocs' docs_dir written. Where a commune is stopped, nothing more is composed, but the others are
    examined to the end.
    """
    begun, settings, kept = ground.begun, ground.settings, list[Outcome]()
    counts: dict[str, int] = {}

    def communes() -> Iterator[Composed]:
        for one in made(ground, jobs, tell):
            kept.append(one.outcome)
            if one.composed:
                yield one.composed

    def country(communes: Sequence[Summary], frames: Frames) -> Country:
        counts.update(so_lieu=len(frames.figures), van_ban=len(frames.documents))
        return _country(begun, kept, settings, ground.operator)(communes, frames)

    if begun.shared.broken:
        return _Composed(surveyed(begun), counts, {})
    # a page opened from a disk may fetch nothing
    program = {} if settings.offline else {interactive.PROGRAM: interactive.program(DRAWINGS)}
    try:
        docs = write_docs(ground.work, communes(), country, DRAWINGS, jobs, {**program, **edition.DRAFTS})
    except contents.NotComposed as fault:
        raise at_fault.uncomposed(fault) from fault
    return _Composed(surveyed(begun, kept), counts, docs.marks)


def _country(
    begun: Underway, outcomes: Iterable[Outcome], settings: Settings, who: Operator
) -> Callable[[Sequence[Summary], Frames], Country]:
    """What the pages of the country are composed from, when its communes have handed over what they do."""
    catalogue, problems = begun.shared.catalogue, begun.shared.problems
    assert catalogue
    left_out = held_back([outcome for outcome in outcomes if not outcome.shown], catalogue)
    return partial(
        Country, catalogue=catalogue, date=settings.date, site_url=settings.site_url, operator=who,
        left_out=tuple(left_out.values()), warnings=[problem for problem in problems if problem.severity == "warning"],
    )  # fmt: skip


def who_runs_it() -> Operator:
    """Who runs the site by mkdocs.yml. Raises SiteError, with the line and a remedy, where it cannot be used."""
    try:
        return operator.read(operator.SETTINGS)
    except operator.NotUsable as fault:
        raise SiteError(str(fault)) from None


def _not_foreign(out: Path, *, empty: bool, ours: bool) -> None:
    """An empty site replaces nothing, and a folder that holds something else is not replaced."""
    if empty:
        raise Refused("Không có xã nào để đăng; trang cũ giữ nguyên.")
    ours = ours or (out / "du-lieu" / "datapackage.json").is_file()
    if out.is_dir() and any(out.iterdir()) and not ours:
        raise Refused(f"Thư mục {out.name} có tệp khác, không phải trang đã dựng; hãy chọn một thư mục trống.")


def _not_fuller(codes: set[str], out: Path, only: Sequence[str]) -> None:
    listed = out / "du-lieu" / "nguon.csv"
    if not only or not listed.is_file():
        return
    there = {line.split(",")[0] for line in listed.read_text(encoding="utf-8").splitlines()[1:]}
    if lost := sorted(there - codes - {""}):
        raise Refused(
            f"Trang ở {out.name} đang có thêm xã {', '.join(lost)}; --only sẽ làm mất các xã ấy. "
            "Chọn thư mục khác bằng --out."
        )


def default_date(outcomes: Callable[[], Iterable[Outcome]]) -> dt.date:
    """The committer date of HEAD; without git, the latest date among the reported figures."""
    if day := day_of_head():
        return day
    figures = (
        figure for one in outcomes() if one.shown for figure in one.shown.figures if figure.kind is Kind.REPORTED
    )
    return max((figure.period.end for figure in figures if figure.period.end), default=dt.date(2026, 1, 1))
