"""Rules on `tien-do.csv`: a report of progress is of something that is there, and says what can become of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checking.of_catalogue import nearest
from generator.language.vietnamese import read_date, show_date
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


def progress_goes_on(dataset: Dataset) -> Iterator[Problem]:
    """A document tells one state of a thing for one day, no later than it can know; what is done is not under way again
    later.
    """
    known_by = {(row.commune, row["nguon"]): row["ngay_biet"] for row in dataset.records if row.table == "nguon"}
    told = [row for row in dataset.records if row.table == tien_do.TABLE.name and row["viec"]]
    for row in told:
        latest = read_date(known_by.get((row.commune, row["nguon"]), ""))
        day = read_date(row["ngay"])
        if day and latest and day > latest:
            yield row.problem(
                "ngay", "tien-do-sai",
                f"Tình trạng tính đến {show_date(day)}, mà văn bản “{row['nguon']}” chỉ biết đến {show_date(latest)}.",
                "Ghi ngày của tình trạng ấy theo văn bản, hoặc sửa ngay_biet của văn bản trong nguon.csv; văn bản "
                "không ghi ngày thì để trống ô.",
            )  # fmt: skip
    for own in grouped(told, lambda row: (row.commune, row["viec"])).values():
        for first, *others in grouped(own, lambda row: (row["ngay"], row["nguon"])).values():
            for row in (row for row in others if row["trang_thai"] != first["trang_thai"]):
                yield row.problem(
                    "trang_thai", "tien-do-sai",
                    f"“{row['viec']}” có hai tình trạng khác nhau trong cùng văn bản, cùng ngày: dòng {first.line} và "
                    "dòng này.",
                    "Giữ một dòng, đúng như văn bản viết; hai lần báo thì ghi ngày của từng lần.",
                )  # fmt: skip
        yield from _under_way_again(own)


def _under_way_again(own: list[Record]) -> Iterator[Problem]:
    dated = sorted((row for row in own if read_date(row["ngay"])), key=lambda row: (row["ngay"], row.line))
    done: Record | None = None
    for row in dated:
        if done and row["trang_thai"] not in ("da_xong", "doi_noi_dung") and row["ngay"] > done["ngay"]:
            yield row.problem(
                "trang_thai", "tien-do-sai",
                f"“{row['viec']}” đã xong ngày {show_date(done['ngay'])} (dòng {done.line}), mà ngày "
                f"{show_date(row['ngay'])} lại “{PROGRESS.get(row['trang_thai'], row['trang_thai'])}”.",
                "Đối chiếu hai văn bản; gõ nhầm thì sửa, văn bản viết như vậy thì để nguyên.",
                "warning",
            )  # fmt: skip
        done = row if row["trang_thai"] == "da_xong" else done


PROGRESS_RULES = (progress_is_of_something, progress_goes_on)
