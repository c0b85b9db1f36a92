"""Whether the answer to a data folder is a good one: sentences with a place, or figures that are in its files."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import math
import os
import re
import signal
import traceback
import unicodedata
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

import yaml
from composing import documents
from mutations import FIGURES, PAYLOAD
from reread import SINCE, Reading, Row, data_rows, reading, seen, swallowing

from generator import cli
from generator.commands import check
from generator.commune.outcome import Survey
from generator.commune.survey import survey
from generator.language.vietnamese import in_print
from generator.model.figure import Figure, Kind
from generator.model.problem import Problem
from generator.officer import problem_text
from generator.pieces.views import view_of
from generator.reading.catalogue_files import catalogue_home
from generator.tables.all_tables import BY_NAME

SECONDS = 60
"""What takes longer hangs."""


@dataclass
class Verdict:
    """What came of a folder: how it ended, how many figures were compared, what is wrong with the answer."""

    end: str = ""
    figures: int = 0
    faults: list[str] = field(default_factory=list)


# --- the answer -------------------------------------------------------------------------------


def judge(data: Path, *, build: bool) -> Verdict:
    """Check a folder as the command does, and look at everything that came of it."""
    verdict = Verdict()
    kept: list[Survey] = []

    def remembering(*given: Any) -> Survey:
        kept.append(survey(*given))
        return kept[-1]

    written = io.BytesIO()
    out = io.TextIOWrapper(written, encoding="utf-8", newline="")
    try:
        with mock.patch.object(check, "survey", remembering), contextlib.redirect_stdout(out), _strictly():
            code = cli.main(["check", "--data", str(data), "--format", "json"])
            out.flush()
            said = json.loads(written.getvalue())
            examined = kept[0]
            problem_text.as_text(examined).encode()
            problem_text.as_annotations(examined).encode()
            verdict.end = "lỗi" if code else "nhắc" if said["problems"] else "sạch"
            verdict.faults += _answer(said, code, data)
            if not examined.broken:
                verdict.figures = len(examined.figures)
                verdict.faults += [*_figures(examined, data), *_rows_kept(examined, data)]
            if build and not examined.broken and not verdict.faults:
                verdict.end += ", dựng"
                verdict.faults += _pages(examined, data.parent / "charts")
    except (Exception, SystemExit):
        verdict.end = "sập"
        verdict.faults.append(traceback.format_exc(limit=-4))
    return verdict


@contextlib.contextmanager
def _strictly() -> Iterator[None]:
    """A warning is an exception, and so is to hang."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"quá {SECONDS} giây")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _answer(said: dict[str, Any], code: int, data: Path) -> Iterator[str]:
    """The contract of `check --format json`, and that its sentences are sentences."""
    problems = said["problems"]
    shown = {in_print(path.relative_to(data).as_posix()) for path in data.rglob("*")}
    if code not in (0, 1) or set(said) != {"problems", "files", "figures"}:
        yield f"mã thoát {code}, khóa {sorted(said)}"
    if code != any(problem["severity"] == "error" for problem in problems):
        yield f"mã thoát {code} trái với mức của các lỗi"
    for problem in problems:
        told = Problem(**problem)
        path = data / told.file
        there = os.path.lexists(path) or path.parent.exists() or told.file.rpartition("/")[0] in shown
        if Path(told.file).is_absolute() or not there:
            yield f"tệp lạ: {told}"
        lines = len(re.findall(rb"\r\n|\r|\n", path.read_bytes())) + 1 if path.is_file() and path.stat().st_size else 1
        if not 1 <= told.line <= lines:
            yield f"dòng {told.line} ngoài tệp {lines} dòng: {told}"
        for words in (told.message, f"Cách sửa: {told.remedy.rstrip('.')}."):  # which may end in what is to be written
            if fault := _no_sentence(words):
                yield f"{fault}: {told.code} {words[:300]!r}"


def _no_sentence(words: str) -> str:
    """What keeps a text from being a Vietnamese sentence for a person."""
    if not re.search(r"[.?]$|[.?][”)\"]$", words):
        return "câu không hết"
    if not unicodedata.is_normalized("NFC", words):
        return "không phải NFC"
    if any(unicodedata.category(char) in ("Cc", "Cs", "Cf") for char in words):
        return "ký tự điều khiển"
    if len(words) > 2000:
        return f"dài {len(words)} chữ"
    if not re.search("[à-ỹđ]", words.lower()) or re.search(r"Traceback|Error\b|<class|object at 0x|NoneType", words):
        return "không phải tiếng Việt"
    return ""


# --- figures ----------------------------------------------------------------------------------


def _figures(examined: Survey, data: Path) -> Iterator[str]:
    """Every figure that is not recomputed says what its row says."""
    catalogue = (catalogue_home(data) / "danh-muc" / "chi-tieu.yml").read_bytes()
    items = yaml.load(catalogue, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (both are safe)
    units, names = ({item["ma"]: seen(item[field]) for item in items} for field in ("don_vi", "ten"))
    tables: dict[str, dict[int, Row]] = {}
    for figure in examined.figures:
        if figure.kind is Kind.COMPUTED:
            continue
        if figure.trace.file not in tables:
            tables[figure.trace.file] = {row.line: row for row in data_rows(data / figure.trace.file) or ()}
        row = tables[figure.trace.file].get(figure.trace.line)
        if row is None:
            yield f"không có dòng {figure.trace.line} của {figure.trace.file}"
        else:
            yield from (
                f"{figure.trace.file}, dòng {figure.trace.line}: {fault}"
                for fault in _compared(figure, row.cells, units, names)
            )


def _plain(text: str) -> str:
    """Letters and digits of an id or a name, whatever its case, marks and signs."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", " ", "".join(c for c in bare if not unicodedata.combining(c))).strip()


def _compared(figure: Figure, cells: dict[str, str], units: dict[str, str], names: dict[str, str]) -> Iterator[str]:
    table = Path(figure.trace.file).stem
    column = {"ngan-sach": "so_tien", "chi-tieu": "gia_tri", "muc-tieu": "gia_tri"}.get(table) or SINCE.get(
        figure.topic.indicator, figure.topic.indicator.removeprefix("ho_so_")
    )
    text = cells.get(column, "")
    named = iter(cells.get("vi_tri", "").split(" | "))
    if not all(place in named for place in figure.trace.place.split(" | ")):  # in their order: those where it is quoted
        yield f"vi_tri là {figure.trace.place!r}, ô ghi {cells.get('vi_tri')!r}"
    if _plain(cells.get("nguon", "")) != _plain(figure.source):
        yield f"nguon là {figure.source!r}, ô ghi {cells.get('nguon')!r}"
    if table in ("chi-tieu", "muc-tieu"):
        meant = {_plain(figure.topic.indicator), _plain(names[figure.topic.indicator])}
        if _plain(cells["chi_tieu"]) not in meant:
            yield f"chỉ tiêu {figure.topic.indicator}, ô ghi {cells['chi_tieu']}"
    for name, day in (("tu_ngay", figure.period.start), ("den_ngay", figure.period.end)):
        written = cells.get(name, "")
        parts = [int(part) for part in re.findall(r"\d+", written)]
        year_first = parts if parts and parts[0] > 31 else parts[::-1]
        if written and year_first != ([day.year, day.month, day.day] if day else []):
            yield f"{name} là {day!r}, ô ghi {written!r}"
    expected = reading(text, units[figure.topic.indicator])
    if expected is None:
        yield f"đọc được {figure.value.number} từ {text!r}"
        return
    if table == "muc-tieu":
        expected = _target(expected, cells, units[figure.topic.indicator])
        if expected is None:
            yield f"đọc được đến {figure.value.upper} từ {cells.get('gia_tri_den')!r}"
            return
    value = figure.value
    found = (value.state, value.number, value.upper, value.compared)
    wanted = (expected.state, expected.value, expected.second, expected.comparison)
    counts = (value.part, value.whole)
    if (
        expected.counts
        and expected.value
        and value.number
        and math.isclose(value.number, expected.value, rel_tol=1e-15)
    ):
        found = (found[0], expected.value, *found[2:])
    if found != wanted or counts != (expected.counts or (None, None)):
        yield f"{text!r} là {wanted} {expected.counts}, nhưng thành {found} {counts}"


def _target(expected: Reading, cells: dict[str, str], unit: str) -> Reading | None:
    """A target's second value and comparison may stand in cells of their own."""
    upper = reading(cells.get("gia_tri_den", ""), unit)
    if upper is None or (upper.state == "co" and (upper.comparison != "=" or upper.second is not None or upper.counts)):
        return None
    state = "khong_luong_hoa" if not cells.get("gia_tri") else expected.state
    second = upper.value if upper.value is not None else expected.second
    if upper.value is not None and expected.second not in (None, upper.value):
        return None
    written = cells.get("so_sanh", "")
    sign = {"≥": ">=", "≤": "<=", "=>": ">=", "=<": "<="}.get(written, written)
    return Reading(state, expected.value, second, expected.counts, sign or expected.comparison)


def _rows_kept(examined: Survey, data: Path) -> Iterator[str]:
    """Each row of a table of figures gives figures or is told; each number in it is one of them."""
    given = Counter(
        (figure.trace.file, figure.trace.line) for figure in examined.figures if figure.kind is not Kind.COMPUTED
    )
    told = {(problem.file, problem.line) for problem in examined.problems}
    read = {problem.file for problem in examined.problems if problem.severity == "error"}
    for path in sorted(data.rglob("*.csv")):
        where = path.relative_to(data).as_posix()
        if path.stem not in BY_NAME or path.name != f"{path.stem}.csv" or where in read:
            continue
        if path.is_symlink() or not path.is_file() or len(Path(where).parts) != 3:
            if not any(where.startswith(file) for file, _ in told):
                yield f"{where} không được đọc mà không ai được báo"
            continue
        if path.stem not in FIGURES:
            continue
        rows = data_rows(path)
        if rows is None:
            yield f"{where} không có tiêu đề mà không ai được báo"
        yield from (f"{where}, dòng {line}: nuốt các dòng dưới" for line in swallowing(path))
        for row in rows or ():
            counts = [name for name in row.cells if name and BY_NAME[path.stem].column(name).melts_to]
            least = max(1, sum(bool(row.cells[name]) for name in counts))
            if given[where, row.line] < least and (where, row.line) not in told:
                yield f"{where}, dòng {row.line}: {given[where, row.line]} số liệu, cần {least}: {row.cells}"


def _pages(examined: Survey, charts: Path) -> Iterator[str]:
    """The pages are made, and no text of the data is markup on one."""
    for name, content in documents(view_of(examined, dt.date(2026, 11, 1)), charts, 1).items():
        if PAYLOAD[:8] in str(content).lower() and name.endswith((".md", ".html", ".svg")):
            yield f"thẻ script trong {name}"
