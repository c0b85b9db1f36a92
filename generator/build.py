"""The table of contents: load, check, melt, compute, compare, compose, draw, render, write, site."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.charts import cache, interactive
from generator.commune.examine import Examined
from generator.commune.held_back import held_back
from generator.commune.survey import Outcome, Shared, Survey
from generator.figures import compute
from generator.model.catalogue import Catalogue
from generator.model.commune import Commune
from generator.model.dataset import Dataset
from generator.model.figure import Kind, Standing
from generator.model.problem import Problem, Refused
from generator.notice import notice
from generator.pages.report_link import filled
from generator.pages.view import View
from generator.publishing import contents, guard, mkdocs_site, pdf, render, switch, write
from generator.publishing.mkdocs_site import ROOT
from generator.reading import git, operator
from generator.reading.commune_file import OWN_FILE
from generator.reading.data_folder import COMMUNE_FOLDER
from generator.reading.operator import Operator

OPERATOR = ROOT / "mkdocs.yml"
"""What who runs the site says of itself."""
DRAWINGS = ROOT / "build" / "charts"
"""The cache of charts, cards and the program that draws charts in a browser."""
_LEAKS = (
    "Có nội dung không được đưa lên trang công khai; hãy xóa nó. Số máy, hộp thư của cơ quan: kê vào duong_day của "
    "xa.yml; của người vận hành trang: ghi ở mục extra của mkdocs.yml."
)


class AtFault(mkdocs_site.SiteError):
    """Pages of single communes must not be published: a problem for each of these communes."""

    def __init__(self, said: str, problems: Sequence[Problem]) -> None:
        super().__init__(said)
        self.problems = tuple(problems)


def view_of(surveyed: Survey, date: dt.date, site_url: str = "", who: Operator | None = None) -> View:
    """Everything that pages are composed from; `who` runs the site, by default whom mkdocs.yml names."""
    return view(surveyed.outcomes, surveyed.shared, date, site_url, who or who_runs_it())


def view(each: Sequence[Outcome], shared: Shared, date: dt.date, site_url: str, who: Operator) -> View:
    """What the pages of some communes are composed from."""
    assert shared.catalogue is not None
    catalogue, told = shared.catalogue, [problem for problem in shared.problems if problem.severity == "warning"]
    shown = [outcome.shown for outcome in each if outcome.shown]
    communes = tuple(one.commune for one in shown if one.commune)
    records = tuple(record for one in shown for record in one.records)
    return View(
        Dataset(catalogue, communes, records, sum(one.files for one in shown)),
        [figure for one in shown for figure in one.figures],
        [standing for one in shown for standing in _standings(one, catalogue, date)],
        [difference for one in shown for difference in one.differences],
        date,
        held_back(each, catalogue),
        [*told, *(warning for one in shown for warning in one.warnings)],
        site_url,
        who,
        [reading for one in shown for reading in one.readings],
    )


def _standings(examined: Examined, catalogue: Catalogue, date: dt.date) -> list[Standing]:
    never = {id for difference in examined.differences if difference.impossible for id in difference.figures}
    judged = [figure for figure in examined.figures if figure.id not in never]
    return compute.standings(judged, catalogue.indicators, date)


def who_runs_it() -> Operator:
    """Who runs the site by mkdocs.yml. Raises SiteError, with the line and a remedy, where it cannot be used."""
    try:
        return operator.read(OPERATOR)
    except operator.NotUsable as fault:
        raise mkdocs_site.SiteError(str(fault)) from None


def print_notices(view: View, subjects: Sequence[str], out: Path | None = None) -> tuple[Path, int]:
    """Print the notices of the one commune of the view, of the named subjects or of all with figures, to a PDF.

    `out` is by default `niem-yet-{code}-{slug}.pdf` in the current folder. Returns where it stands and its pages.
    Raises Refused where there is nothing to print or no place for it, NotPrinted where it could not be printed.
    """
    (commune,) = view.dataset.communes
    out = out or Path(f"niem-yet-{commune.code}-{commune.slug}.pdf")
    if out.suffix.lower() != ".pdf" or not out.parent.is_dir() or out.is_dir():
        raise Refused(f"“{out}” phải là tên một tệp .pdf trong một thư mục đã có.")
    sheet = notice.together(view, commune, subjects)
    if not sheet.boards:
        raise Refused(f"{commune.name} chưa có số liệu nào để niêm yết.")
    style = (contents.HAND_WRITTEN / "assets" / "giay.css").read_text(encoding="utf-8")
    pdf.print_pdf({"index.html": render.sheet_text(render.environment(), sheet), "giay.css": style}, out)
    return out, len(sheet.boards)


def build(
    surveyed: Survey,
    out: Path,
    settings: mkdocs_site.Settings,
    tell: Callable[[str], None],
    only: Sequence[str] = (),
    jobs: int = 1,
) -> bool:
    """Make and publish the site, within `switch.alone(out)`; returns False when nothing had changed.

    Raises Refused when `only` would replace a fuller site, SiteError when a page is at fault
    or holds what must not be public, as AtFault where the pages of single communes do.
    """
    assert not surveyed.broken
    communes = [one.commune for one in surveyed.communes if one.commune]
    out = switch.place(out)
    _not_foreign(communes, out)
    _not_fuller(communes, out, only)
    who = who_runs_it()
    settings = replace(settings, report=filled(who.report, settings.site_url, who.site))
    seen = view_of(surveyed, settings.date, settings.site_url, who)
    work = workplace(out)
    tell("Soạn trang và vẽ biểu đồ…")
    try:
        files = contents.documents(seen, DRAWINGS, jobs)
    except contents.NotComposed as fault:
        raise AtFault(f"Không soạn được trang của {fault.commune.name}. {fault}", [_uncomposed(fault)]) from fault
    if not settings.offline:  # a page opened from a disk may fetch nothing
        files[interactive.PROGRAM] = interactive.program(DRAWINGS)
    cache.prune(DRAWINGS)
    write.sync(work / "docs", files)
    key, record = mkdocs_site.fingerprint(work / "docs", settings), work / "published.json"
    if out.is_dir() and _recorded(record) == {"key": key, "files": _jsonable(switch.state(out))}:
        return False
    tell("Dựng trang web…")
    tree = switch.fresh(out)
    mkdocs_site.make(work / "docs", tree, settings)
    _nothing_leaks(tree, communes)
    whole = mkdocs_site.fingerprint(work / "docs", settings) == key  # else something was edited meanwhile: build again
    record.unlink(missing_ok=True)
    published = switch.publish(tree, out)
    if whole:
        write.replace_together(work, {record.name: json.dumps({"key": key, "files": _jsonable(published)}).encode()})
    return True


def _nothing_leaks(fresh: Path, communes: Sequence[Commune]) -> None:
    """Lines of the offices and of who runs the site (`mkdocs.yml`) are public, no others."""
    lines = [line for commune in communes for line in commune.lines]
    of_operator = OPERATOR.read_text(encoding="utf-8")
    if leaks := list(guard.leaks(fresh, [*lines, of_operator])):
        said = "\n".join([_LEAKS, *map(str, leaks[:20])])
        own = [(commune, leak) for commune in communes for leak in leaks if leak.file.startswith(commune.address)]
        if own:
            first = {commune.folder: _leaking(commune, leak) for commune, leak in reversed(own)}
            raise AtFault(said, [first[folder] for folder in sorted(first)])
        raise mkdocs_site.SiteError(said)


def _uncomposed(fault: contents.NotComposed) -> Problem:
    return Problem(
        f"{COMMUNE_FOLDER}/{fault.commune.folder}/{OWN_FILE}", 1, "", "khong-soan-duoc", "error",
        f"Không soạn được trang của {fault.commune.name}: máy dừng giữa chừng. Đây là lỗi của chương trình, không phải "
        "của người nhập.",
        f"Gửi cho người phụ trách chương trình thư mục {fault.commune.folder} và câu này: {fault}",
    )  # fmt: skip


def _leaking(commune: Commune, leak: guard.Leak) -> Problem:
    return Problem(
        f"{COMMUNE_FOLDER}/{commune.folder}/{OWN_FILE}", 1, "", "thong-tin-ca-nhan", "error",
        f"Trang đã dựng của {commune.name} không đăng được: {leak}",
        f"Tìm trong mọi tệp của thư mục {commune.folder} chỗ sinh ra nội dung ấy rồi xóa đi. Nếu đó là số máy hoặc "
        "hộp thư của cơ quan, được phép công khai: thêm nó vào mục duong_day của tệp xa.yml.",
    )  # fmt: skip


def _recorded(record: Path) -> object:
    """What is known of the published site; nothing where that was never written, or not to its end."""
    try:
        return json.loads(record.read_bytes())
    except (OSError, ValueError):
        return None


def _jsonable(state: Mapping[str, tuple[int, int]]) -> dict[str, list[int]]:
    return {name: list(about) for name, about in state.items()}


def workplace(out: Path) -> Path:
    """Where the files of one output are prepared: `build/` for the usual `site/`."""
    out = switch.place(out)
    if out == switch.place(ROOT / "site"):
        return ROOT / "build"
    return ROOT / "build" / "other" / hashlib.sha256(str(out).encode()).hexdigest()[:12]


def _not_foreign(communes: Sequence[Commune], out: Path) -> None:
    """An empty site replaces nothing, and a folder that holds something else is not replaced."""
    if not communes:
        raise Refused("Không có xã nào để đăng; trang cũ giữ nguyên.")
    if out.is_dir() and any(out.iterdir()) and not (out / "du-lieu" / "datapackage.json").is_file():
        raise Refused(f"Thư mục {out.name} có tệp khác, không phải trang đã dựng; hãy chọn một thư mục trống.")


def _not_fuller(communes: Sequence[Commune], out: Path, only: Sequence[str]) -> None:
    listed = out / "du-lieu" / "nguon.csv"
    if not only or not listed.is_file():
        return
    there = {line.split(",")[0] for line in listed.read_text(encoding="utf-8").splitlines()[1:]}
    if lost := sorted(there - {commune.code for commune in communes} - {""}):
        raise Refused(
            f"Trang ở {out.name} đang có thêm xã {', '.join(lost)}; --only sẽ làm mất các xã ấy. "
            "Chọn thư mục khác bằng --out."
        )


def default_date(surveyed: Survey) -> dt.date:
    """The committer date of HEAD; without git, the latest date among the reported figures."""
    if day := git.committed_day(ROOT):
        return dt.date.fromisoformat(day)
    figures = (figure for one in surveyed.communes for figure in one.figures if figure.kind is Kind.REPORTED)
    return max((figure.period.end for figure in figures if figure.period.end), default=dt.date(2026, 1, 1))
