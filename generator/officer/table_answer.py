"""What whoever brings a table of many communes is told: the mapping in words, what is wrong where, what was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.language.quotes import cut
from generator.language.vietnamese import read_date, show_date
from generator.long_tables.table_map import ASK, TableMap, in_words
from generator.long_tables.take_in import LongTable
from generator.model.catalogue import Catalogue
from generator.model.choices import PERIOD_KINDS
from generator.model.grouping import grouped


def of_proposal(map: TableMap, path: str, table: str, catalogue: Catalogue) -> Iterator[str]:
    """What was proposed, and what a person must do before the table can be brought in."""
    yield f"Chưa ghi gì vào dữ liệu. Đã ghi bản đồ cột đề nghị: {path}. Máy hiểu bảng như sau:"
    for column in map.columns:
        yield f"  {in_words(column, catalogue)}"
    days = [show_date(day) for name in ("tu_ngay", "den_ngay") if (day := read_date(map.period.get(name, "")))]
    kind = PERIOD_KINDS.get(map.period.get("loai_ky", ""), "")
    period = [*filter(None, (map.period.get("ky", ""), "–".join(days), kind))]
    yield f"  Kỳ: {' · '.join(period)}" if days else "  Kỳ: theo cột kỳ của từng dòng"
    yield f"  Tỉnh: {map.province or 'CHƯA RÕ'}"
    asked = [column for column in map.columns if column.means == ASK]
    yield "Việc phải làm:"
    if asked:
        yield f"  - {len(asked)} cột chưa rõ, có dấu ?: ghi mã, hoặc bo_qua."
    yield "  - Đọc lại từng cột ở trên: sai thì sửa dòng la của cột ấy."
    blank = [name for name, words in map.source.items() if words == ASK]
    if blank:
        yield f"  - Mục nguon, văn bản của bảng: thay dấu ? ở {', '.join(blank)}."
    yield "  - Kiểm tra kỳ và loai_ky: số trong kỳ hay lũy kế (trong_ky, luy_ke)."
    yield f"Xong thì chạy: portal import {table} --theo {path} --dry-run"


def of_table(made: LongTable, map: TableMap, catalogue: Catalogue, file: str, *, written: bool) -> Iterator[str]:
    """What was written and who is held back, every fault with its row and column, each commune's changes in number;
    before it is written also the mapping in words.
    """
    names = {unit.code: unit.name for unit in made.province.communes}
    yield from _verdict(made, names, written=written)
    for (heading, code, message, remedy), alike in grouped(made.rows.faults, lambda one: one[1:]).items():
        yield _fault(file, [one.row for one in alike], heading, names.get(code, ""), message, remedy)
    before = ""
    for code, came in made.communes.items():
        for problem in (one for one in came.problems if one.severity != "note"):
            rows = [problem.line] if problem.line > 0 else []
            remedy = "như chỗ trên." if problem.remedy == before else problem.remedy
            before = problem.remedy
            yield _fault(problem.file, rows, problem.column, names[code], problem.message,
                         f"{remedy} (mã: {problem.code})", _WORDS[problem.severity])  # fmt: skip
    changed = [f"{names[code]} {len(came.changes)}" for code, came in made.communes.items()
               if not came.broken and came.files]  # fmt: skip
    if changed and not made.whole:
        yield f"Số thay đổi của từng xã: {', '.join(changed)}."
    if made.rows.notes:
        yield f"Dòng không có số nên không đọc: {_rows(made.rows.notes)}."
    if made.rows.totals:
        yield f"Dòng cộng, chỉ để đối chiếu: {_rows(made.rows.totals)}."
    if not written:
        yield "Máy hiểu bảng như sau:"
        for column in map.columns:
            yield f"  {in_words(column, catalogue)}"


_WORDS = {"error": "LỖI", "warning": "CẢNH BÁO"}


def _verdict(made: LongTable, names: Mapping[str, str], *, written: bool) -> Iterator[str]:
    if made.whole:
        yield f"Chưa ghi gì: {len(made.whole)} chỗ phải sửa không thuộc riêng xã nào."
        return
    done = [came for came in made.communes.values() if not came.broken]
    fresh = sum(bool(came.files) for came in done)
    yield (
        f"{'Đã ghi' if written else 'Sẽ ghi (chưa ghi)'} {fresh} xã; {len(done) - fresh} xã không có gì mới; "
        f"{len(made.held_back)} xã giữ lại."
    )
    if made.held_back:
        yield f"Giữ lại, sửa rồi chạy lại: {', '.join(names[code] for code in made.held_back)}."


def _fault(
    file: str, rows: list[int], heading: str, name: str, message: str, remedy: str, word: str = _WORDS["error"]
) -> str:
    row = f", dòng {_rows(rows)}" if rows else ""
    column = f", cột “{heading}”" if heading else ""
    return f"{word} {file}{row}{column}{f' ({name})' if name else ''}\n  {message}\n  Cách sửa: {remedy}"


def _rows(rows: list[int]) -> str:
    return cut(", ".join(map(str, rows)))
