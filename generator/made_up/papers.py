"""The documents of a made-up commune, and `nguon.csv`, which lists them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.language.vietnamese import lowered
from generator.made_up.character import Character
from generator.made_up.months import LAST, Month
from generator.made_up.rows import Row


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: its `id` and `kind` (`BC`, `KH`, …), the month that it tells of to the end and the words for its
    period; `issued` None where it bears no day; `replaces` is the id of another.
    """

    id: str
    kind: str
    title: str
    month: Month
    words: str
    issued: dt.date | None
    replaces: str = ""
    office: str = "UBND"

    @property
    def day(self) -> dt.date:
        """The day by which it stands among others."""
        return self.issued or self.month.end + dt.timedelta(4)


@dataclass(frozen=True, slots=True)
class Papers:
    """All documents: of each month, of the year so far at the end of a quarter, of a year's plan and money; the
    resolution of several years; the disclosed budget of the year so far and the settlement of a year; of one month the
    mistaken first print and what another office says.
    """

    monthly: Mapping[Month, Paper]
    full: Mapping[Month, Paper]
    plans: Mapping[int, Paper]
    estimates: Mapping[int, Paper]
    allocations: Mapping[int, Paper]
    resolution: Paper
    disclosures: Mapping[Month, Paper]
    settlements: Mapping[int, Paper]
    mistaken: Paper | None = None
    other_office: Paper | None = None

    @property
    def newest(self) -> Paper:
        """The newest that tells of the year so far."""
        return self.full[max(self.full)]

    @property
    def yearly(self) -> Mapping[Month, Paper]:
        """Those that also tell what is counted once a year: at its end, or the newest where none ends a year."""
        ends = {month: paper for month, paper in self.full.items() if month.number == 12}
        return ends or {max(self.full): self.newest}

    @property
    def every(self) -> list[Paper]:
        """All of them, oldest first."""
        alone = [paper for paper in (self.resolution, self.mistaken, self.other_office) if paper]
        several = (
            self.monthly, self.full, self.plans, self.estimates, self.allocations, self.disclosures, self.settlements,
        )  # fmt: skip
        return sorted(
            [*alone, *(one for group in several for one in group.values())], key=lambda one: (one.day, one.id)
        )


def papers(commune: Character) -> Papers:
    """What the commune issued, months with a report of their own and quarters with one of the year so far."""
    chance = commune.chance("papers")
    monthly = {month: _of_month(commune, month, chance) for month in commune.reported}
    quarters = [month for month in commune.first.until(commune.last) if month.number % 3 == 0]
    full = {month: _of_year_so_far(month, chance) for month in quarters or [commune.last]}
    mistaken = other = None
    if commune.replaced:
        mistaken = monthly[commune.replaced]
        id, day = f"{mistaken.id}-thay-the", mistaken.month.end + dt.timedelta(15)
        title = f"{mistaken.title} (thay thế)"
        monthly[commune.replaced] = Paper(id, "BC", title, mistaken.month, mistaken.words, day, mistaken.id)
    if month := commune.disputed:
        title = f"Báo cáo mẫu của Trung tâm Phục vụ hành chính công, tháng {month.number}/{month.year}"
        day = month.end + dt.timedelta(11)
        office = "Trung tâm Phục vụ hành chính công"
        other = Paper(f"mot-cua-{_id(month)}", "BC", title, month, month.words, day, office=office)
    newest = max(full)
    years = sorted({month.year for month in full})
    resolution = Paper(
        f"nghi-quyet-{newest.year}-{newest.year + 4}", "NQ",
        f"Nghị quyết mẫu về chuyển đổi số giai đoạn {newest.year}–{newest.year + 4}",
        Month(newest.year - 1, 11), "", dt.date(newest.year - 1, 11, 20),
    )  # fmt: skip
    return Papers(
        monthly, full,
        {year: _plan(year) for year in (years[-2:] if len(years) > 2 else years[-1:])},
        {year: _money(year, "du-toan", "NQ", "Nghị quyết mẫu về dự toán ngân sách", -10) for year in years},
        {year: _money(year, "phan-bo", "QĐ", "Quyết định mẫu phân bổ kinh phí", 40) for year in years},
        resolution,
        {month: _disclosed(month) for month in full if month.year >= newest.year - 1},
        {newest.year - 1: _settled(newest.year - 1)} if newest.year - 1 in years and newest >= Month(newest.year, 6)
        else {},
        mistaken, other,
    )  # fmt: skip


def _id(month: Month) -> str:
    return f"{month.year}-{month.number:02}"


def _of_month(commune: Character, month: Month, chance: random.Random) -> Paper:
    title = f"Báo cáo mẫu kết quả giải quyết thủ tục hành chính tháng {month.number} năm {month.year}"
    days = chance.randint(25, 38) if month == commune.late else chance.randint(2, 5)
    issued = None if month == commune.undated else month.end + dt.timedelta(days)
    return Paper(f"bao-cao-{_id(month)}", "BC", title, month, month.words, issued)


def _of_year_so_far(month: Month, chance: random.Random) -> Paper:
    title = f"Báo cáo mẫu công tác chuyển đổi số {month.to_date_words[0].lower()}{month.to_date_words[1:]}"
    day = month.end + dt.timedelta(5 if month == LAST else chance.randint(6, 9))
    return Paper(f"tong-hop-{_id(month)}", "BC", title, month, month.to_date_words, day)


def _disclosed(month: Month) -> Paper:
    words = f"{month.to_date_words[0].lower()}{month.to_date_words[1:]}"
    title = f"Công khai mẫu thực hiện ngân sách {words}"
    return Paper(f"ngan-sach-{_id(month)}", "BC", title, month, month.to_date_words, month.end + dt.timedelta(5))


def _settled(year: int) -> Paper:
    day = dt.date(year + 1, 6, 25)
    title = f"Nghị quyết mẫu phê chuẩn quyết toán ngân sách năm {year}"
    return Paper(f"quyet-toan-{year}", "NQ", title, Month(year + 1, 6), "", day)


def _plan(year: int) -> Paper:
    title = f"Kế hoạch mẫu chuyển đổi số năm {year}"
    return Paper(f"ke-hoach-{year}", "KH", title, Month(year, 1), "", dt.date(year, 1, 15))


def _money(year: int, id: str, kind: str, title: str, days: int) -> Paper:
    issued = dt.date(year, 1, 1) + dt.timedelta(days)
    return Paper(f"{id}-{year}", kind, f"{title} năm {year}", Month(issued.year, issued.month), "", issued)


def rows(commune: Character, there: Papers) -> Iterator[Row]:
    """The documents, numbered anew each year."""
    chance = commune.chance("numbers")
    numbers: dict[int, int] = {}
    for paper in there.every:
        year = paper.day.year
        numbers[year] = taken = numbers.get(year, 0) + chance.randint(2, 9)
        reports = paper.kind == "BC"
        known = paper.month.end if reports or paper.issued is None else paper.issued
        yield {
            "nguon": paper.id,
            "so_hieu": f"{taken}/{paper.kind}-MẪU" if paper.issued else "",
            "ngay": paper.issued or "",
            "ngay_in": f"ngày {paper.issued:%d} tháng {paper.issued.month} năm {paper.issued.year}"
            if paper.issued else "không ghi ngày",
            "co_quan": f"{paper.office} {lowered(commune.name)}",
            "ten": paper.title,
            "tinh_trang": "co_so" if paper.issued else "chua_co_so",
            "ky": paper.words,
            "tu_ngay": "" if not reports else paper.month.start if paper.words == paper.month.words
            else paper.month.new_year.start,
            "den_ngay": paper.month.end if reports else "",
            "ngay_biet": known,
            "doc_o_dau": "Không đọc được ở đâu: dữ liệu giả để thử",
            "thay_the": paper.replaces,
            "ghi_chu": "Văn bản không có thật.",
        }  # fmt: skip
