"""What whoever brings a table of many communes is told: the mapping in words, what is wrong where, what was written."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.quotes import cut
from generator.long_tables.lines import Fault
from generator.long_tables.table_map import ASK, TableMap, in_words
from generator.long_tables.take_in import LongTable
from generator.model.catalogue import Catalogue
from generator.officer import problem_text


def of_proposal(map: TableMap, path: str, table: str, catalogue: Catalogue) -> Iterator[str]:
    """What was proposed, and what a person must do before the table can be brought in."""
    yield f"Chưa ghi gì vào dữ liệu. Đã ghi bản đồ cột đề nghị: {path}. Máy hiểu bảng như sau:"
    for column in map.columns:
        yield f"  {in_words(column, catalogue)}"
    period = [map.period.get(name, "") for name in ("ky", "tu_ngay", "den_ngay")]
    yield f"  Kỳ: {' · '.join(period)}" if any(period) else "  Kỳ: theo cột kỳ của từng dòng"
    yield f"  Tỉnh: {map.province or 'CHƯA RÕ'}"
    asked = [column for column in map.columns if column.means == ASK]
    yield "Việc phải làm:"
    if asked:
        yield f"  - {len(asked)} cột chưa rõ, có dấu ?: ghi mã, hoặc bo_qua."
    yield "  - Đọc lại từng cột ở trên: sai thì sửa dòng la của cột ấy."
    yield "  - Mục nguon: ghi văn bản của bảng, thay mọi dấu ?."
    yield "  - Kiểm tra kỳ và loai_ky: số trong kỳ hay lũy kế."
    yield f"Xong thì chạy: portal import {table} --theo {path} --dry-run"


def of_table(made: LongTable, map: TableMap, catalogue: Catalogue, file: str, *, written: bool) -> Iterator[str]:
    """The mapping in words, every fault with its row and column, each commune's changes in number, who is held back."""
    yield "Máy hiểu bảng như sau:"
    for column in map.columns:
        yield f"  {in_words(column, catalogue)}"
    for fault in made.rows.faults:
        yield _fault(fault, file)
    for came in made.communes.values():
        for problem in came.problems:
            if problem.severity != "note":
                yield problem_text.paragraph(problem)
    if made.rows.notes:
        yield f"Dòng không có số nên không đọc: {_rows(made.rows.notes)}."
    if made.rows.totals:
        yield f"Dòng cộng, chỉ để đối chiếu: {_rows(made.rows.totals)}."
    if made.whole:
        yield f"Chưa ghi gì: {len(made.whole)} chỗ phải sửa không thuộc riêng xã nào."
        return
    names = {unit.code: unit.name for unit in made.province.communes}
    for code, came in made.communes.items():
        if not came.broken and came.files:
            yield f"{names[code]}: {len(came.changes)} thay đổi"
    done = [came for came in made.communes.values() if not came.broken]
    fresh = sum(bool(came.files) for came in done)
    yield (
        f"{'Đã ghi' if written else 'Sẽ ghi (chưa ghi)'} {fresh} xã; {len(done) - fresh} xã không có gì mới; "
        f"{len(made.held_back)} xã giữ lại."
    )
    if made.held_back:
        yield f"Giữ lại, sửa rồi chạy lại: {', '.join(names[code] for code in made.held_back)}."


def _fault(fault: Fault, file: str) -> str:
    column = f", cột “{fault.heading}”" if fault.heading else ""
    return f"LỖI {file}, dòng {fault.row}{column}\n  {fault.message}\n  Cách sửa: {fault.remedy}"


def _rows(rows: list[int]) -> str:
    return cut(", ".join(map(str, rows)))
