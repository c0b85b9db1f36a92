"""What the columns of a table of many communes are likely to be, by their headings; for a person to confirm.

No word is guessed at: a heading that says two things, or nothing known, is asked about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.language.period_words import read_period
from generator.language.vietnamese import fold, plain_words, slug
from generator.long_tables.communes import province_of_cells
from generator.long_tables.grid import Grid
from generator.long_tables.heading_rows import BETWEEN, Headings, is_of_communes
from generator.long_tables.table_map import ASK, COMMUNE, COUNTS, DECLARED, SKIP, MappedColumn, TableMap
from generator.model.catalogue import Catalogue
from generator.model.commune import AdminUnit
from generator.model.period import PeriodKind

_OF_ROWS = {
    SKIP: r"stt|tt|so tt|so thu tu|ty le.*|ti le.*|.*\bphan tram|xep (hang|loai)|ghi chu cua may",
    "linh_vuc": r"(ten )?linh vuc.*|nhom thu tuc",
    "ky": r"ky|ky bao cao|ky so lieu|thang|quy|nam|thang nam",
    "tu_ngay": r"tu ngay|ngay dau( ky)?",
    "den_ngay": r"den ngay|ngay cuoi( ky)?|ngay chot( so lieu)?|tinh den ngay",
    "chi_tieu": r"(ten |ma )?chi tieu( bao cao)?|noi dung chi tieu",
    "phan_to": r"phan to",
    "gia_tri": r"gia tri|so lieu|ket qua|thuc hien|so thuc hien",
    "don_vi": r"don vi( tinh)?|dvt|don vi do",
    "ghi_chu": r"ghi chu",
    DECLARED: r"dung nhu van ban in",
}  # fmt: skip
"""Whole headings, without marks."""
_GROUPS = (
    ("dang", r"dang (giai quyet|xu ly)|chua giai quyet|chua xu ly|ton (cuoi|chua)|chuyen ky sau"),
    ("rest", r"tra lai|tu choi|rut|dung (giai quyet|xu ly)|tam dung"),
    ("da", r"da (giai quyet|xu ly)|ket qua (giai quyet|xu ly)|hoan thanh|tra ket qua"),
    ("nhan", r"tiep nhan|da nhan|nhan trong ky|nop"),
)
"""What a column of dossiers speaks of, the more telling words first: “chưa giải quyết” also holds “giải quyết”."""
_COUNTS = {
    "nhan": (
        ("ky_truoc", r"ky truoc|ton (dau|ky)|chuyen (sang|qua)"),
        ("truc_tuyen_toan_trinh", r"toan trinh"),
        ("truc_tuyen_mot_phan", r"mot phan"),
        (ASK, r"truc tuyen .*(truc tiep|buu chinh)|(truc tiep|buu chinh) .*truc tuyen"),
        ("truc_tuyen", r"truc tuyen|qua mang"),
        ("truc_tiep_buu_chinh", r"truc tiep|buu chinh|bcci"),
        ("moi", r"\bmoi\b|trong ky"),
    ),
    "da": (
        ("dung_va_truoc_han", r"(dung|truoc)( han)?( va| hoac)? (dung|truoc) han|som va dung han"),
        ("truoc_han", r"truoc han|som han"),
        ("qua_han", r"qua han|tre han|tre hen|cham"),
        ("dung_han", r"dung han"),
    ),
    "dang": (
        ("dang_qua_han", r"qua han|tre han|tre hen"),
        ("dang_trong_han", r"trong han|con han|chua den han|chua qua han"),
    ),
    "rest": (
        ("tra_lai_rut_dung", r"tra lai.*rut|rut.*dung|tra lai.*dung"),
        ("tra_lai", r"tra lai|tu choi"),
        ("rut", r"\brut\b"),
        ("dung", r"\bdung\b|tam dung"),
    ),
}
_WHOLE = {"nhan": "tiep_nhan", "da": "da_giai_quyet", "dang": "dang_giai_quyet", "rest": ASK}
_ANY = r"tong( so| cong)?|cong|so luong|so ho so|ho so|trong do|so|ky nay|tthc|thu tuc hanh chinh"
"""Words that add nothing to what a group says."""
_UNIT = re.compile(r"\((%|[^()\d]{1,25})\)\s*$|(%)\s*$")


def proposed(grid: Grid, headings: Headings, catalogue: Catalogue, units: Sequence[AdminUnit]) -> TableMap:
    """The mapping that the headings and the titles above them suggest; what nobody can know is asked by `ASK`."""
    columns = _told_apart([_column(words, catalogue) for words in headings.words.values()])
    own = next((at for at, words in headings.words.items() if _last_is_of_communes(words)), 0)
    cells = list(dict.fromkeys(grid.text(row, own) for row in grid.rows if row >= headings.below))
    titles = [words for row in grid.rows if row < headings.first for words in grid.words(row)]
    has_own_period = any(column.means == "ky" for column in columns)
    period = {} if has_own_period else _period(titles)
    kind = PeriodKind.CUMULATIVE if any("luy ke" in fold(title) for title in titles) else PeriodKind.WITHIN
    named = {name: period.get(name, "" if has_own_period else ASK) for name in ("ky", "tu_ngay", "den_ngay")}
    title = max(titles, key=len, default=ASK)
    end = named["den_ngay"] if named["den_ngay"] not in ("", ASK) else ASK
    source = {
        "ma": slug("-".join([Path(grid.file).stem, *([end[:7]] if end != ASK else [])]))[:60], "co_quan": ASK,
        "ten": title, "ngay_biet": end, "doc_o_dau": ASK,
    }  # fmt: skip
    return TableMap(
        province_of_cells(cells, units), tuple(columns), grid.sheet, {**named, "loai_ky": kind.value}, source
    )


def meaning(heading: str, catalogue: Catalogue) -> str:
    """What a heading means, as in `MappedColumn.means`; `ASK` where that is not beyond doubt."""
    parts = [" ".join(plain_words(_UNIT.sub("", part))) for part in heading.split(BETWEEN.strip())]
    parts = [part for part in parts if part]
    if _last_is_of_communes(heading):
        return COMMUNE
    if own := next((means for means, known in _OF_ROWS.items() if re.fullmatch(known, (parts or [""])[-1])), ""):
        return own  # rates among them: they are worked out from the counts
    if len(parts) == 1 and (own_name := _indicator(parts[0], catalogue, everyday=False)):
        return own_name
    whole = " ".join(parts)
    if "%" not in heading and any(re.search(known, whole) for _, known in _GROUPS):
        return _count(whole)  # “trễ hẹn” below “đang giải quyết” is not what people call so by itself
    return SKIP if "%" in heading else _indicator((parts or [""])[-1], catalogue, everyday=True) or ASK


def _count(words: str) -> str:
    """The count of dossiers that words name."""
    group = next((name for name, known in _GROUPS if re.search(known, words)), "")
    if not group:
        return ASK
    known = dict(_GROUPS)[group]
    if hit := next((means for means, way in _COUNTS[group] if re.search(way, words)), ""):
        return hit
    rest = re.sub(rf"\b({_ANY})\b", " ", re.sub(known, " ", words)).split()
    return ASK if rest else _WHOLE[group]


def _indicator(words: str, catalogue: Catalogue, *, everyday: bool) -> str:
    """The one indicator that bears just this name or id, or that people call so; where dossiers are counted by it, the
    count; '' where none is, or several.
    """
    counts = {column.melts_to: name for name, column in COUNTS.items()}
    found = [
        counts.get(one.id, one.id)
        for one in catalogue.indicators.values()
        if words in {" ".join(plain_words(name)) for name in (one.id, one.name, *(one.everyday if everyday else ()))}
    ]
    return found[0] if len(found) == 1 else ""


def _last_is_of_communes(heading: str) -> bool:
    return is_of_communes(heading.split(BETWEEN, maxsplit=1)[0]) and BETWEEN not in heading


def _column(heading: str, catalogue: Catalogue) -> MappedColumn:
    means = meaning(heading, catalogue)
    unit = _UNIT.search(heading)
    is_number = means == "gia_tri" or means.partition("/")[0] in catalogue.indicators
    return MappedColumn(heading, means, (unit[1] or unit[2]).strip() if unit and is_number else "")


def _told_apart(columns: Iterable[MappedColumn]) -> list[MappedColumn]:
    """Two columns that would mean the same are both asked about."""
    there = list(columns)
    times = Counter(column.means for column in there)
    return [
        MappedColumn(column.heading, ASK, column.unit) if times[column.means] > 1 and column.means != SKIP else column
        for column in there
    ]


def _period(titles: Sequence[str]) -> dict[str, str]:
    """The period that the titles name, the longest words that do."""
    longest = max((len(title.split()) for title in titles), default=0)
    for size in range(longest, 0, -1):
        for title in titles:
            there = re.sub(r"[(),;:]", " ", title).split()
            for at in range(len(there) - size + 1):
                words = " ".join(there[at : at + size])
                if days := read_period(words):
                    return {"ky": words[:1].lower() + words[1:], "tu_ngay": days.start, "den_ngay": days.end}
    return {}
