"""Communes with a monthly report each month and nothing else: for tests of how a plain series of months is told.

What officers try the command with is `generator/officer/sample.py`, which leaves out, repeats and contradicts.
"""

from __future__ import annotations

import calendar
import csv
import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.language.vietnamese import own_name, slug
from generator.reading.catalogue_files import read_units
from generator.tables.all_tables import BY_NAME
from generator.tables.table import Table

_LAST = dt.date(2026, 10, 31)


def write_sample(folder: Path, communes: int, months: int, seed: int) -> int:
    """Write a data folder of `communes` communes with `months` monthly reports each, the newest of October 2026."""
    units = [unit for unit in read_units() if unit.province]
    for unit in units[:communes]:
        own = random.Random(f"{seed}-{unit.code}")
        name = slug(own_name(unit.name))
        place = folder / "xa" / f"{unit.code}-{name}"
        place.mkdir(parents=True)
        text = (
            f'ma: "{unit.code}"\nten: "{unit.name}"\nslug: {name}\nghi_chu: "Dữ liệu giả để thử, không phải số thật."\n'
        )
        (place / "xa.yml").write_text(text, encoding="utf-8")
        for table, rows in _tables(own, unit.name, months).items():
            _write(place / f"{table}.csv", BY_NAME[table], rows)
    return communes


def _write(path: Path, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        names = [column.name for column in table.columns]
        writer = csv.DictWriter(file, names, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _ends(months: int) -> Iterator[tuple[dt.date, dt.date]]:
    year, month = _LAST.year, _LAST.month
    for back in range(months - 1, -1, -1):
        total = year * 12 + month - 1 - back
        y, m = divmod(total, 12)
        yield dt.date(y, m + 1, 1), dt.date(y, m + 1, calendar.monthrange(y, m + 1)[1])


def _tables(rng: random.Random, name: str, months: int) -> dict[str, list[dict[str, object]]]:
    sources: list[dict[str, object]] = []
    dossiers, others, budget, teams = sources[:], sources[:], sources[:], sources[:]
    waiting = rng.randint(0, 40)
    procedures = rng.randint(300, 420)
    whole = rng.randint(procedures // 2, procedures)
    group = rng.randint(8, 30)
    for start, end in _ends(months):
        source = f"bao-cao-{end:%Y-%m}"
        trace = {"nguon": source, "vi_tri": "Mục 1: dữ liệu giả", "ghi_chu": "Dữ liệu giả."}
        period = {"ky": f"Tháng {end.month}/{end.year}", "loai_ky": "trong_ky", "tu_ngay": start, "den_ngay": end}
        state = {"ky": "tại thời điểm báo cáo", "loai_ky": "thoi_diem", "den_ngay": end}
        sources.append({
            "nguon": source, "so_hieu": f"{rng.randint(1, 400)}/BC-UBND", "ngay": end, "ngay_in": f"{end:%d/%m/%Y}",
            "co_quan": f"UBND {name}", "ten": f"Báo cáo giả tháng {end.month}/{end.year}", "tinh_trang": "co_so",
            "ky": period["ky"], "tu_ngay": start, "den_ngay": end, "ngay_biet": end,
            "doc_o_dau": "Không đọc được ở đâu: dữ liệu giả để thử", "ghi_chu": "Dữ liệu giả.",
        })  # fmt: skip
        new = rng.randint(60, 900)
        received = new + waiting
        settled = rng.randint(int(received * 0.9), received)
        late = rng.randint(0, max(1, settled // 60))
        on_day = rng.randint(0, settled // 10)
        direct = rng.randint(0, new // 12)
        unsettled = received - settled
        returned = unsettled // 4
        pending = unsettled - returned
        whole_way = 2 * (new - direct) // 3
        dossiers.append(period | trace | {
            "tiep_nhan": received, "moi": new, "ky_truoc": waiting, "truc_tuyen": new - direct,
            "truc_tuyen_toan_trinh": whole_way, "truc_tuyen_mot_phan": new - direct - whole_way,
            "truc_tiep_buu_chinh": direct, "gom_ky_truoc": "khong", "da_giai_quyet": settled,
            "truoc_han": settled - late - on_day, "dung_han": on_day, "qua_han": late,
            "dang_giai_quyet": pending, "dang_trong_han": pending, "dang_qua_han": 0,
            "tra_lai": returned,
        })  # fmt: skip
        share = f"{100 * (settled - late) / settled:.2f}%".replace(".", ",")
        others.append(period | trace | {"chi_tieu": "ty_le_dung_han", "gia_tri": share, "co_so": "hồ sơ đã giải quyết"})
        others.append(state | trace | {"chi_tieu": "so_tthc", "gia_tri": procedures})
        others.append(state | trace | {"chi_tieu": "so_dvctt_toan_trinh", "gia_tri": whole})
        others.append(state | trace | {"chi_tieu": "so_dvctt_mot_phan", "gia_tri": procedures - whole})
        teams.append(state | trace | {"so_to": group, "thanh_vien": 4 * group})
        waiting = pending
    parts = [rng.randint(20, 600) for _ in range(3)]
    year: dict[str, object] = {
        "ky": f"Năm {_LAST.year}",
        "tu_ngay": f"{_LAST.year}-01-01",
        "den_ngay": f"{_LAST.year}-12-31",
    }
    line = year | trace | {"giai_doan": "duoc_phan_bo"}
    budget.append(line | {"ma_dong": "tong", "noi_dung": "Kinh phí chuyển đổi số", "du_dong_con": "co",
                          "so_tien": f"{sum(parts)} triệu đồng"})  # fmt: skip
    for number, (words, amount) in enumerate(zip(("Mua thiết bị", "Phần mềm", "Tập huấn"), parts, strict=True), 1):
        budget.append(line | {"ma_dong": f"dong-{number}", "ma_cha": "tong", "noi_dung": words,
                              "so_tien": f"{amount} triệu đồng"})  # fmt: skip
    target: dict[str, object] = {
        "ma": "mt-1", "chi_tieu": "ty_le_dung_han", "giai_doan": f"Năm {_LAST.year}",
        "tu_ngay": year["tu_ngay"], "den_ngay": year["den_ngay"], "so_sanh": ">=", "gia_tri": "98%",
        "noi_dung": "Hồ sơ giải quyết đúng và trước hạn từ 98% trở lên", "nhu_in": "từ 98% trở lên",
    }  # fmt: skip
    return {"nguon": sources, "tthc": dossiers, "chi-tieu": others, "to-cong-nghe-so": teams, "ngan-sach": budget,
            "muc-tieu": [target | trace]}  # fmt: skip
