"""The table of contents: load, check, melt, compute, compare, compose, draw, render, write, site."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from generator.charts import interactive
from generator.commune.examine import Examined, Refused
from generator.commune.held_back import held_back
from generator.figures import compute, melt
from generator.model.commune import Commune
from generator.model.dataset import Dataset
from generator.model.problem import Problem
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
_LEAKS = (
    "Có nội dung không được đưa lên trang công khai; hãy xóa nó. Số máy, hộp thư của cơ quan: kê vào duong_day của "
    "xa.yml; của người vận hành trang: ghi ở mục extra của mkdocs.yml."
)


class AtFault(mkdocs_site.SiteError):
    """Pages of single communes must not be published: a problem for each of these communes."""

    def __init__(self, said: str, problems: Sequence[Problem]) -> None:
        super().__init__(said)
        self.problems = tuple(problems)


def view_of(examined: Examined, date: dt.date, site_url: str = "", who: Operator | None = None) -> View:
    """Everything that pages are composed from; `who` runs the site, by default whom mkdocs.yml names."""
    assert examined.dataset is not None
    never = {id for difference in examined.differences if difference.impossible for id in difference.figures}
    judged = examined.figures[~examined.figures.ma_so.isin(never)]
    standings = compute.standings(judged, examined.dataset.catalogue.indicators, date)
    figures = melt.rows(examined.figures)
    held = held_back(examined)
    who = who or who_runs_it()
    return View(
        examined.dataset, figures, standings, examined.differences, date, held, examined.warnings, site_url, who,
        examined.readings,
    )  # fmt: skip


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
    examined: Examined,
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
    assert not examined.broken
    assert examined.dataset is not None
    out = switch.place(out)
    _not_foreign(examined.dataset, out)
    _not_fuller(examined.dataset, out, only)
    who = who_runs_it()
    settings = replace(settings, report=filled(who.report, settings.site_url, who.site))
    view = view_of(examined, settings.date, settings.site_url, who)
    work = workplace(out)
    tell("Soạn trang và vẽ biểu đồ…")
    try:
        files = contents.documents(view, ROOT / "build" / "charts", jobs)
    except contents.NotComposed as fault:
        raise AtFault(f"Không soạn được trang của {fault.commune.name}. {fault}", [_uncomposed(fault)]) from fault
    if not settings.offline:  # a page opened from a disk may fetch nothing
        files[interactive.PROGRAM] = interactive.program(ROOT / "build" / "vega")
    write.sync(work / "docs", files)
    key, record = mkdocs_site.fingerprint(work / "docs", settings), work / "published.json"
    if out.is_dir() and _recorded(record) == {"key": key, "files": _jsonable(switch.state(out))}:
        return False
    tell("Dựng trang web…")
    tree = switch.fresh(out)
    mkdocs_site.make(work / "docs", tree, settings)
    _nothing_leaks(tree, examined.dataset)
    whole = mkdocs_site.fingerprint(work / "docs", settings) == key  # else something was edited meanwhile: build again
    record.unlink(missing_ok=True)
    published = switch.publish(tree, out)
    if whole:
        write.replace_together(work, {record.name: json.dumps({"key": key, "files": _jsonable(published)}).encode()})
    return True


def _nothing_leaks(fresh: Path, dataset: Dataset) -> None:
    """Lines of the offices and of who runs the site (`mkdocs.yml`) are public, no others."""
    lines = [line for commune in dataset.communes for line in commune.lines]
    of_operator = OPERATOR.read_text(encoding="utf-8")
    if leaks := list(guard.leaks(fresh, [*lines, of_operator])):
        said = "\n".join([_LEAKS, *map(str, leaks[:20])])
        own = [
            (commune, leak) for commune in dataset.communes for leak in leaks if leak.file.startswith(commune.address)
        ]
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


def _not_foreign(dataset: Dataset, out: Path) -> None:
    """An empty site replaces nothing, and a folder that holds something else is not replaced."""
    if not dataset.communes:
        raise Refused("Không có xã nào để đăng; trang cũ giữ nguyên.")
    if out.is_dir() and any(out.iterdir()) and not (out / "du-lieu" / "datapackage.json").is_file():
        raise Refused(f"Thư mục {out.name} có tệp khác, không phải trang đã dựng; hãy chọn một thư mục trống.")


def _not_fuller(dataset: Dataset, out: Path, only: Sequence[str]) -> None:
    listed = out / "du-lieu" / "nguon.csv"
    if not only or not listed.is_file():
        return
    there = {line.split(",")[0] for line in listed.read_text(encoding="utf-8").splitlines()[1:]}
    if lost := sorted(there - {commune.code for commune in dataset.communes} - {""}):
        raise Refused(
            f"Trang ở {out.name} đang có thêm xã {', '.join(lost)}; --only sẽ làm mất các xã ấy. "
            "Chọn thư mục khác bằng --out."
        )


def default_date(figures: pd.DataFrame) -> dt.date:
    """The committer date of HEAD; without git, the latest date among the reported figures."""
    if day := git.committed_day(ROOT):
        return dt.date.fromisoformat(day)
    ends = figures[figures.loai == "bao_cao"].den_ngay
    return dt.date.fromisoformat(max(ends, default="") or "2026-01-01")
