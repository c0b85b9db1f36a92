"""Rules on `tien-do.csv`: a report of progress is of something that is there, and says what can become of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checking.of_catalogue import nearest
from generator.model.choices import ANSWERS, GRANTS, PROGRESS, TASK_STATES
from generator.model.dataset import Dataset
from generator.model.grouping import grouped
from generator.model.problem import Problem
from generator.model.record import Record
from generator.tables import kien_nghi, ngan_sach, nhiem_vu, tien_do


def told_of(rows: list[Record]) -> dict[str, tuple[str, Mapping[str, str]]]:
    """What progress may be reported of in a commune: its code to what it is called, and what may become of it."""
    needs = [row for row in rows if row.table == ngan_sach.TABLE.name and row["giai_doan"] == "nhu_cau"]
    known: dict[str, tuple[str, Mapping[str, str]]] = {row["ma_dong"]: ("khoản xin cấp", GRANTS) for row in needs}
    known |= {row["ma"]: ("kiến nghị", ANSWERS) for row in rows if row.table == kien_nghi.TABLE.name}
    return known | {row["ma"]: ("nhiệm vụ", TASK_STATES) for row in rows if row.table == nhiem_vu.TABLE.name}


def progress_is_of_something(dataset: Dataset) -> Iterator[Problem]:
    """A report names a task, a recommendation or a need of the commune, and a state that such a thing can have."""
    for own in grouped(dataset.records, lambda row: row.commune).values():
        known = told_of(own)
        for row in (row for row in own if row.table == tien_do.TABLE.name and row["viec"]):
            if row["viec"] not in known:
                yield row.problem(
                    "viec", "tien-do-sai",
                    f"Không có nhiệm vụ, kiến nghị hay khoản xin cấp nào mang mã “{row['viec']}”."
                    f"{nearest(row['viec'], known)}",
                    "Ghi vào viec mã ở cột ma của nhiem-vu.csv hay kien-nghi.csv, hoặc ma_dong của khoản có giai_doan "
                    "nhu_cau trong ngan-sach.csv; việc chưa có ở đó thì thêm một dòng vào tệp ấy trước.",
                )  # fmt: skip
                continue
            called, states = known[row["viec"]]
            if row["trang_thai"] in PROGRESS and row["trang_thai"] not in states:
                may = ", ".join(f"{code} ({words})" for code, words in states.items())
                yield row.problem(
                    "trang_thai", "tien-do-sai",
                    f"“{row['viec']}” là {called}, không thể “{PROGRESS[row['trang_thai']]}”.",
                    f"Ghi vào trang_thai một trong: {may}.",
                )  # fmt: skip


PROGRESS_RULES = (progress_is_of_something,)
