"""Rules on the lines of a budget: their tables, tree and codes, what the law keeps out of disclosure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.of_catalogue import nearest
from generator.language.value import Value
from generator.language.vietnamese import fold
from generator.model.choices import BUDGET_TABLES
from generator.model.dataset import Dataset
from generator.model.figure import BUDGET
from generator.model.grouping import grouped
from generator.model.problem import Problem
from generator.model.record import Record
from generator.tables import ngan_sach

_Place = tuple[str, str]
"""A table of a budget and a code in it."""
_NUMBERING = r"[-+*\s]*(?:(?:[a-z]|[ivx]+|\d+(?:\.\d+)*)[-.):/\s]+)?"
"""What may stand before the name of a line: `A.`, `II -`, `1.1`."""
_OF_NETWORKS = r"[ ,]*(?:va |an toan |he thong )*(?:mang|thong tin|du lieu|so)\b"
_KEPT_OUT = re.compile(
    rf"{_NUMBERING}(?:(?:trong do:?|chi|thuong xuyen|hoat dong|su nghiep|cho|ve|bao dam|dam bao|linh vuc|nhiem vu"
    rf"|cong tac) )*(?:quoc phong|an ninh(?!{_OF_NETWORKS})|du tru (?:quoc gia|nha nuoc))\b"
)
"""Lines of defence, public security and the state's reserves, in folded words; the safety of networks is neither."""
_WHOLE_BUDGET = re.compile(
    rf"{_NUMBERING}(?:tong |so )*(?P<table>thu|chi) (?:can doi )?(?:ngan sach|nsnn|nsdp)\b"
    r"(?!.*\b(?:cho|khoa hoc|cong nghe|chuyen doi|cds|khcn)\b)"
)
"""The name of all revenue or spending, in folded words; not of spending on science and digital transformation."""


def _rows(dataset: Dataset) -> list[Record]:
    return [row for row in dataset.records if row.table == ngan_sach.TABLE.name]


def _line(row: Record) -> _Place:
    return ngan_sach.indicator_of(row), row["ma_dong"]


def _above(row: Record) -> _Place:
    return ngan_sach.indicator_of(row), row["ma_cha"]


def parents_exist(dataset: Dataset) -> Iterator[Problem]:
    """What a budget line is a part of is another line of the same table."""
    for budget in grouped(_rows(dataset), lambda row: row.file).values():
        known = dict.fromkeys(map(_line, budget))
        for row in budget:
            if row["ma_cha"] and (row["ma_cha"] == row["ma_dong"] or _above(row) not in known):
                message, remedy = _no_parent(row, budget, known)
                yield row.problem("ma_cha", "dong-cha-la", message, remedy)


def _no_parent(row: Record, budget: list[Record], known: dict[_Place, None]) -> tuple[str, str]:
    """What is wrong with the parent that a row names, and the remedy."""
    table, own = _line(row)
    named = next((r["ma_dong"] for r in budget if _line(r)[0] == table and r["noi_dung"] == row["ma_cha"]), "")
    if named and named != own:
        told = f"“{row['ma_cha']}” là nội dung của một dòng kinh phí, cột ma_cha ghi mã của nó."
        return told, f"Ghi {named} vào cột ma_cha."
    others = [code for indicator, code in known if indicator == table and code != own]
    told = f"Không có dòng kinh phí nào khác mang mã “{row['ma_cha']}”.{nearest(row['ma_cha'], others)}"
    remedy = (
        "Ghi vào ma_cha mã (cột ma_dong) của dòng tổng chứa dòng này; nếu dòng ấy đã bị xóa thì thêm lại; nếu "
        "đây là dòng tổng thì để trống ma_cha."
    )
    return told, remedy


def no_circle_of_parents(dataset: Dataset) -> Iterator[Problem]:
    """Going up from a budget line ends at a line without parent. A circle is told once."""
    for budget in grouped(_rows(dataset), lambda row: row.file).values():
        parent = {_line(row): _above(row) for row in budget if row["ma_cha"]}
        told: set[_Place] = set()
        for row in budget:
            above = [_line(row)]
            while (up := parent.get(above[-1])) and up not in above:
                above.append(up)
            if up == _line(row) and len(above) > 1 and up not in told:
                told |= {*above}
                way = " → ".join(code for _, code in [*above, up])
                yield row.problem(
                    "ma_cha", "dong-cha-vong", f"Dòng kinh phí nằm trong chính nó: {way}.",
                    "Trong các dòng ấy, để trống ma_cha ở dòng là tổng chung; ở dòng khác, ghi mã của dòng tổng chứa "
                    "nó.",
                )  # fmt: skip


def one_line_a_code(dataset: Dataset) -> Iterator[Problem]:
    """The rows of one document that bear one code tell of one line: the same words, below the same line."""
    first: dict[tuple[object, ...], Record] = {}
    for row in _rows(dataset):
        one = first.setdefault((row.file, _line(row), row["nguon"]), row)
        if not row["ma_dong"] or (fold(row["noi_dung"]), row["ma_cha"]) == (fold(one["noi_dung"]), one["ma_cha"]):
            continue
        words = fold(row["noi_dung"]) != fold(one["noi_dung"])
        column = "ma_dong" if words else "ma_cha"
        message = (
            f"Mã “{row['ma_dong']}” là của khoản “{one['noi_dung']}” ở dòng {one.line}, ở dòng này là của khoản "
            f"“{row['noi_dung']}”."
            if words
            else f"Khoản “{row['ma_dong']}” ở dòng {one.line} {_inside(one)}, ở dòng này {_inside(row)}."
        )
        yield row.problem(
            column, "ma-hai-khoan", message,
            f"Hai khoản thì đổi mã ở dòng này, ví dụ thành {row['ma_dong']}-2; một khoản thì ghi noi_dung và ma_cha "
            f"giống dòng {one.line}.",
        )  # fmt: skip


def _inside(row: Record) -> str:
    return f"nằm trong khoản “{row['ma_cha']}”" if row["ma_cha"] else "không nằm trong khoản nào"


def not_disclosed(dataset: Dataset) -> Iterator[Problem]:
    """What the law keeps out of disclosure is not entered: Law 89/2025/QH15 on the state budget, article 15."""
    for row in _rows(dataset):
        if _KEPT_OUT.match(fold(row["noi_dung"])):
            yield row.problem(
                "noi_dung", "khoan-khong-cong-khai",
                f"“{row['noi_dung']}”: khoản quốc phòng, an ninh, dự trữ nhà nước không công khai (Luật Ngân sách nhà "
                "nước 89/2025/QH15, Điều 15).",
                "Xóa dòng này. Khoản tổng vẫn ghi như in, và để trống du_dong_con của nó: các khoản còn lại không cộng "
                "đủ khoản tổng.",
            )  # fmt: skip


def only_budgets_go_below_zero(dataset: Dataset) -> Iterator[Problem]:
    """What is given for science and digital transformation is never less than nothing; a budget's lines may be."""
    for row in _rows(dataset):
        amount = row.values.get("so_tien")
        if isinstance(amount, Value) and (amount.number or 0) < 0 and ngan_sach.indicator_of(row) == BUDGET:
            yield row.problem(
                "so_tien", "so-sai", f"“{row['so_tien']}” là số âm, mà kinh phí không thể âm.",
                "Bỏ dấu trừ hay dấu ngoặc nếu gõ nhầm. Số của một biểu ngân sách thì ghi thu (thu ngân sách), chi (chi "
                "ngân sách) hoặc can_doi (cân đối ngân sách) vào cột bang.",
            )  # fmt: skip


def names_its_table(dataset: Dataset) -> Iterator[Problem]:
    """A whole budget is not entered as money for science and digital transformation."""
    for row in _rows(dataset):
        found = _WHOLE_BUDGET.match(fold(row["noi_dung"]))
        if found and not row["bang"]:
            table = found["table"]
            yield row.problem(
                "bang", "thieu-bang",
                f"“{row['noi_dung']}” là {BUDGET_TABLES[table]}, mà cột bang để trống: trang sẽ hiểu là tiền cho "
                "chuyển đổi số.",
                f"Ghi {table} ({BUDGET_TABLES[table]}) vào cột bang của dòng này và của mọi khoản nằm trong nó. Tệp "
                "chưa có cột bang thì thêm bang vào cuối dòng tiêu đề, rồi ghi ở cuối mỗi dòng.",
            )  # fmt: skip


MONEY_RULES = (
    parents_exist,
    no_circle_of_parents,
    one_line_a_code,
    not_disclosed,
    names_its_table,
    only_budgets_go_below_zero,
)
