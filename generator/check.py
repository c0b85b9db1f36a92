"""All rules that need no arithmetic, on rows and on the whole: `check` runs them.

Rules that need values of several rows live in `differences`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator import schema
from generator.check_catalogue import nearest, sound_catalogue
from generator.check_days import DAY_RULES
from generator.check_rows import ID_COLUMNS, ROW_RULES, Context, short_cells
from generator.check_targets import TARGET_RULES
from generator.model import Dataset, Problem, Record
from generator.vietnamese import fold, lowered, same_name, show_date


def unique_keys(dataset: Dataset) -> Iterator[Problem]:
    """Ids of sources, targets, tasks and proposals, and commune codes, occur once."""
    seen: dict[tuple[str, str], int] = {}
    for row in dataset.records:
        column = ID_COLUMNS.get(row.table, "")
        if not row[column]:
            continue  # an empty id is told by another rule
        key = (row.file, row[column])
        if (first := seen.setdefault(key, row.line)) != row.line:
            yield row.problem(
                column, "ma-lap", f"Mã “{row[column]}” đã dùng ở dòng {first} của cùng tệp.",
                "Mỗi dòng cần một mã riêng; đổi mã của một trong hai dòng.",
            )  # fmt: skip
    for code, times in Counter(commune.code for commune in dataset.communes).items():
        if times > 1:
            yield Problem(
                "xa", 1, "ma", "xa-lap", "error", f"Mã xã {code} có ở {times} thư mục.",
                "Giữ một thư mục cho mỗi xã.",
            )  # fmt: skip


def parents_exist(dataset: Dataset) -> Iterator[Problem]:
    """The parent of a budget line is a line of the same commune."""
    budget = [row for row in dataset.records if row.table == "ngan-sach"]
    known = {(row.commune, row["ma_dong"]) for row in budget}
    for row in budget:
        if row["ma_cha"] and (row["ma_cha"] == row["ma_dong"] or (row.commune, row["ma_cha"]) not in known):
            own = [line for commune, line in known if commune == row.commune and line != row["ma_dong"]]
            yield row.problem(
                "ma_cha", "dong-cha-la",
                f"Không có dòng kinh phí nào khác mang mã “{row['ma_cha']}”.{nearest(row['ma_cha'], own)}",
                "Sửa ma_cha cho đúng ma_dong của dòng tổng, hoặc để trống nếu đây là dòng tổng.",
            )  # fmt: skip


def no_circle_of_parents(dataset: Dataset) -> Iterator[Problem]:
    """Going up from a budget line ends at a line without parent. A circle is told once."""
    budget = [row for row in dataset.records if row.table == "ngan-sach"]
    parent = {(row.commune, row["ma_dong"]): row["ma_cha"] for row in budget}
    told: set[tuple[str, str]] = set()
    for row in budget:
        above = [row["ma_dong"]]
        while (up := parent.get((row.commune, above[-1]), "")) and up not in above:
            above.append(up)
        if up == row["ma_dong"] and len(above) > 1 and (row.commune, up) not in told:
            told |= {(row.commune, line) for line in above}
            way = " → ".join([*above, up])
            yield row.problem(
                "ma_cha", "dong-cha-vong", f"Dòng kinh phí nằm trong chính nó: {way}.",
                "Để trống ma_cha ở dòng là tổng chung; các dòng khác ghi ma_cha là dòng ngay trên nó.",
            )  # fmt: skip


def one_row_a_document(dataset: Dataset) -> Iterator[Problem]:
    """A document is registered once: no two sources of a commune have one number and one day."""
    seen: dict[tuple[str, str, str, str], int] = {}
    for row in dataset.records:
        number = row["so_hieu"]
        if row.table != "nguon" or not (number and row["ngay"]) or number.startswith("/"):
            continue  # `/BC-UBND` is a number left to fill in
        key = (row.commune, fold(number), row["ngay"], fold(row["co_quan"]))
        if (first := seen.setdefault(key, row.line)) != row.line:
            yield row.problem(
                "so_hieu", "nguon-lap",
                f"Văn bản {row['so_hieu']} ngày {show_date(row['ngay'])} đã đăng ký ở dòng {first}.",
                "Giữ một dòng cho mỗi văn bản; đổi cột nguon của các bảng khác về mã của dòng được giữ.",
            )  # fmt: skip


def has_sources(dataset: Dataset) -> Iterator[Problem]:
    """Every commune registers at least one source document before anything is taken from one."""
    with_sources = {row.commune for row in dataset.records if row.table == "nguon"}
    with_rows = {row.commune for row in dataset.records}
    for commune in dataset.communes:
        if commune.code not in with_sources:
            yield Problem(
                f"xa/{commune.folder}/nguon.csv", 1, "", "thieu-nguon",
                "error" if commune.code in with_rows else "warning",
                f"{commune.name} chưa đăng ký văn bản nguồn nào.",
                "Ghi vào nguon.csv ít nhất một dòng cho báo cáo mà số liệu được lấy ra (chưa có tệp thì tạo tệp).",
            )  # fmt: skip


_NAMES_COMMUNES = {"nguon": "co_quan", "chi-tieu": "don_vi_bao_cao"}
"""Tables with a column that names agencies of the commune."""


def names_of_the_commune(dataset: Dataset) -> Iterator[Problem]:
    """Where a row names its commune, it has the marks of the commune's name, unless it is printed so."""
    communes = {commune.code: commune for commune in dataset.communes}
    for row in dataset.records:
        column = _NAMES_COMMUNES.get(row.table, "")
        if not row[column] or row["dung_nhu_van_ban"]:
            continue
        name = communes[row.commune].name
        keep = "để nguyên" if row.table == "nguon" else "ghi “co” vào cột dung_nhu_van_ban của dòng này"
        for written in _like(name, row[column]):
            yield row.problem(
                column, "ten-xa-sai-dau", f"Tên xã ghi là “{written}”, khác dấu với tên của xã là “{name}”.",
                f"Nếu gõ nhầm, sửa “{written}” trong ô này thành “{lowered(name)}”; nếu văn bản in như vậy, {keep}.",
                "warning",
            )  # fmt: skip


def _like(name: str, text: str) -> Iterator[str]:
    """Words of a text that are a name but for their marks."""
    words, length = re.findall(r"[\w'’]+", text), len(name.split(" "))
    for start in range(len(words) - length + 1):
        written = " ".join(words[start : start + length])
        if fold(written) == fold(name) and not same_name(written, name):
            yield written


def _of_row(row: Record, table: schema.Table, context: Context) -> list[Problem]:
    """All problems of a row; of one with an endless cell only that, since others would repeat the cell."""
    rules = (*ROW_RULES, *DAY_RULES, *TARGET_RULES)
    return [*short_cells(row, table, context)] or [p for rule in rules for p in rule(row, table, context)]


def check(dataset: Dataset) -> list[Problem]:
    """All problems of the rows, sorted by place."""
    sources = {(row.commune, row["nguon"]): row for row in dataset.records if row.table == "nguon"}
    context = Context(dataset.catalogue, sources)
    rows = (*dataset.records, *dataset.catalogue.national_targets)
    tables = {**schema.BY_NAME, schema.NATIONAL_TARGETS.name: schema.NATIONAL_TARGETS}
    problems = [problem for row in rows for problem in _of_row(row, tables[row.table], context)]
    whole = (
        unique_keys, parents_exist, no_circle_of_parents, one_row_a_document, has_sources, names_of_the_commune,
        sound_catalogue,
    )  # fmt: skip
    return sorted([*problems, *(problem for rule in whole for problem in rule(dataset))])
