"""Faults put by chance into the tables of a copy of a data folder: cells, rows, columns.

A mutation changes the folder and says in a few words what it did. The same random numbers give the same fault.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from random import Random

Mutation = Callable[[Random, Path], str]
Rows = list[list[str]]

FIGURES = ("tthc", "bdhvs", "to-cong-nghe-so", "ngan-sach", "chi-tieu", "muc-tieu")
PAYLOAD = "<script>alert(1)</script>"

_UNITS = (
    "", "", "", "%", " %", " đồng", " triệu đồng", " tỷ", " nghìn", " tr", "k", " hồ sơ", " ngày", " USD", "‰", " m²",
)  # fmt: skip
_AROUND = (
    "{}", "{}", "{}", "khoảng {}", "gần {}", "từ {} trở lên", "≥ {}", ">{}", "dưới {}", "không quá {}", "~{}", "≈{}",
    "-{}", "−{}", "+{}", "({})", "={}", "{}.", "{},", "'{}", "“{}”", "{} (tạm tính)", "{}*", "~ {} ", "{}/100",
    "{}/{}", "{}-{}", "{}–{}", "{}% đến {}%", "{} - {}", "0{}", "{}e3", "{}\n", "\u202e{}", "{}\u200b", "\u00a0{}",
    "{}\u00ad", "{} - {} triệu đồng", "{}/2026", "{}-2026", "05/{}", "2025-{}", "{},000", "{},000 đồng",
    "{} (không)", "hơn {} nghìn", "{} triệu hồ sơ", "{} và {}", "{} + {}", "đạt {}", "tăng {}", "trên {}/{}",
)  # fmt: skip
_DAMAGE = (
    "3,18E+08", "3.18E+08", "06-Mar", "Mar-26", "#REF!", "#N/A", "########", "TRUE", "=SUM(A1:A3)", "=1+2", "@SUM(1)",
    "-2+3", "+1", "46173", "07/10/2026", "2026-10-07 00:00:00", "5/6", "Err:502", "1.0", "-", "—", "0", "−0", "-0",
    "NaN", "inf", "Infinity", "1_000", "0x1F", "１２３", "١٢٣", "²", "½", "Ⅳ", "〇", "10²", "1 234", "1\u202f234",
    "1'234", "1·234", "1\u200b234", "1\u00ad234", "12\u20d7", "3\u0301", "1\x00 2", "không", "chưa",
    "Không phát sinh", "chưa có số liệu", "chưa có", "không có", "x", "n/a", "…", "?", "nt", "như trên",
    "đang cập nhật", "không thống kê", "không phát sinh hồ sơ", "-/-", "0 (không)", "''", '"',
    '""', "\\", "|",
)  # fmt: skip
_DAYS = (
    "31/02/2026", "2026-13-01", "5/31/2026", "31.5.2026", "2026-5-3", "20260531", "hôm qua", "2026", "01/01/0001",
    "9999-12-31", "31/05/26", "２０２６-０５-３１", "٢٠٢٦-05-31", "2026-05-31T00:00", "46173", "quý I/2026",
    "tháng 13/2026",
)  # fmt: skip
_TEXTS = (
    PAYLOAD, '"><img src=x onerror=alert(1)>', "{{ 7*7 }}", "{% raw %}", "[a](javascript:alert(1))", "](x)",
    "| a | b |", "`x`", "```", "$x^2$", "# Tên", "# ", "- ", "&lt;b&gt;", "\u202eđảo", "\x1b[31mđỏ", "a\nb", "a\r\nb",
    "a\rb", "\ufeffa", "\u2028a", "e\u0323\u0302", "B¸o c¸o kÕt qu¶", "Báo cáo kêìt quaÒ", "BÃ¡o cÃ¡o káº¿t quáº£",
    "😀", "𝟭𝟮", "\ufffd", "\ud7ff", "\U0010ffff", " ", "\t", "co", "khong", "Tổng", "Cộng", "a" * 5000, "ạ" * 400,
    "9" * 40, "12345678901234567", "999999999999999999999999999999", "--8<-- 'x'", "!!! note", "{: .x onload=1}",
    ":::", "<!--", "]]>", "&#60;script&#62;", "../../x", "%s%n", "${x}", "None", "nan", "\u0000", "tong-2026",
    "\u200b", "__proto__",
)  # fmt: skip


def number(rng: Random, most: int = 10**17 + 1) -> str:
    """A number in one of the ways in which people and programs write it."""
    sizes = (rng.randint(0, 9), rng.randint(0, 100), rng.randint(0, 9999), rng.randint(0, 10**9), 10**17 + 1)
    whole = min(most, rng.choice(sizes))
    shown = f"{whole:,}"
    styled = rng.choice((str(whole), str(whole), shown.replace(",", "."), shown.replace(",", "."), shown,
                         shown.replace(",", " ")))  # fmt: skip
    part = rng.choice(
        ("", "", "", f",{rng.randint(0, 9)}", f",{rng.randint(0, 99):02}", f".{rng.randint(0, 999):03}", ".5")
    )
    return styled + part


def value(rng: Random, before: str) -> str:
    """What may stand in a cell instead of `before`."""
    sort = rng.random()
    if sort < 0.3 and (day := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", before)):
        style = rng.choice(("{2}/{1}/{0}", "{1}/{2}/{0}", "{2}.{1}.{0}", "{0}/{1}/{2}", "{2}-{1}-{0}"))
        return style.format(*day.groups())
    if sort < 0.3 and before[:1].isdigit():
        unit = before.lstrip("0123456789.,/")
        return rng.choice(_AROUND[:10]).format(number(rng, 99 if "%" in unit else 10**12)) + unit
    if sort < 0.5:
        wrap = rng.choice(_AROUND)
        made = wrap.format(
            *(number(rng) + rng.choice(_UNITS) * (wrap.count("{}") == 1) for _ in range(wrap.count("{}")))
        )
        return made if wrap.count("{}") == 1 else made + rng.choice(_UNITS)
    if sort < 0.65 and before:
        at = rng.randrange(len(before))
        return (
            before[:at]
            + rng.choice((".", ",", "0", "9", " ", "", "/", "\u200b", "%", "-"))
            + before[at + rng.randint(0, 1) :]
        )
    return rng.choice(rng.choice((_DAMAGE, _DAYS, _TEXTS, ("",))))


# --- a table ----------------------------------------------------------------------------------


def own(data: Path, pattern: str) -> list[Path]:
    """What a copy itself holds: nothing that a link leads to, so that no mutation ever leaves the copy."""
    found = sorted(data.glob(pattern))
    return [path for path in found if not any(p.is_symlink() for p in (path, *path.parents) if data in p.parents)]


def files(data: Path, pattern: str) -> list[Path]:
    """The files that a copy itself holds."""
    return [path for path in own(data, pattern) if path.is_file()]


def _read(path: Path) -> Rows:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8", errors="replace"), newline="")))


def _some_table(rng: Random, data: Path) -> Path | None:
    found = [path for path in files(data, "xa/*/*.csv") if len(_read(path)) > 1]
    likely = [path for path in found if path.stem in FIGURES]
    return rng.choice((likely or found) if rng.random() < 0.8 else found) if found else None


def in_table(change: Callable[[Random, Rows], str]) -> Mutation:
    """A mutation of one table's rows, the header among them."""

    def mutate(rng: Random, data: Path) -> str:
        path = _some_table(rng, data)
        if path is None:
            return "không có bảng"
        rows = _read(path)
        words = change(rng, rows)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
        return f"{path.relative_to(data)}: {words}"

    mutate.__name__ = change.__name__
    return mutate


def _place(rng: Random, rows: Rows) -> tuple[int, int]:
    """A cell below the header, one of those with a number more often than not."""
    cells = [(y, x) for y, row in enumerate(rows) if y for x in range(len(row))]
    numbers = [(y, x) for y, x in cells if rows[y][x][:1].isdigit() and len(rows[y][x]) < 30]
    return rng.choice(numbers if numbers and rng.random() < 0.7 else cells or [(0, 0)])


def one_cell(rng: Random, rows: Rows) -> str:
    y, x = _place(rng, rows)
    rows[y][x], old = value(rng, rows[y][x]), rows[y][x]
    if "dung_nhu_van_ban" in rows[0] and rng.random() < 0.5 and len(rows[y]) == len(rows[0]):
        rows[y][rows[0].index("dung_nhu_van_ban")] = "co"
    return f"dòng thứ {y + 1}, cột {rows[0][x : x + 1]}: {old[:40]!r} thành {rows[y][x][:40]!r}"


def many_cells(rng: Random, rows: Rows) -> str:
    return "; ".join(one_cell(rng, rows) for _ in range(rng.randint(2, 6)))


def number_column(rng: Random, rows: Rows) -> str:
    _, x = _place(rng, rows)
    wrap = rng.choice(_AROUND[:-10])
    for row in rows[1:]:
        if x < len(row) and row[x]:
            row[x] = wrap.replace("{}", row[x])
    return f"cột {rows[0][x : x + 1]} viết {wrap!r}"


def swapped_cells(rng: Random, rows: Rows) -> str:
    (y, x), (v, u) = _place(rng, rows), _place(rng, rows)
    rows[y][x], rows[v][u] = rows[v][u], rows[y][x]
    return f"đổi ô ({y + 1}, {x + 1}) với ({v + 1}, {u + 1})"


def moved_column(rng: Random, rows: Rows) -> str:
    width = min(map(len, rows))
    x, u = rng.randrange(width or 1), rng.randrange(width or 1)
    start = rng.choice((0, 0, 1))
    for row in rows[start:]:
        if len(row) > max(x, u):
            row[x], row[u] = row[u], row[x]
    return f"đổi cột {x + 1} với {u + 1}, {'không kể' if start else 'cả'} tiêu đề"


def column_again(rng: Random, rows: Rows) -> str:
    x = rng.randrange(len(rows[0]) or 1)
    for row in rows:
        row.insert(x, row[x] if x < len(row) else "")
    return f"lặp cột {x + 1}"


def column_lost(rng: Random, rows: Rows) -> str:
    x, start = rng.randrange(len(rows[0]) or 1), rng.choice((0, 0, 1))
    for row in rows[start:]:
        del row[x : x + 1]
    return f"mất cột {x + 1} từ dòng {start + 1}"


def row_again(rng: Random, rows: Rows) -> str:
    y, v = rng.randrange(len(rows)), rng.randrange(len(rows))
    rows.insert(v, list(rows[y]))
    return f"chép dòng {y + 1} lên trước dòng {v + 1}"


def row_lost(rng: Random, rows: Rows) -> str:
    y = rng.randrange(len(rows))
    del rows[y]
    rows += [] if rows else [[]]
    return f"mất dòng {y + 1}"


def row_moved(rng: Random, rows: Rows) -> str:
    y, v = rng.randrange(len(rows)), rng.randrange(len(rows))
    rows.insert(v, rows.pop(y))
    return f"dời dòng {y + 1} tới {v + 1}"


def row_ragged(rng: Random, rows: Rows) -> str:
    row = rng.choice(rows)
    row[:] = rng.choice(([*row, ""], [*row, "x"], row[:-1], ["", *row], []))
    return f"một dòng còn {len(row)} ô"


def row_put_in(rng: Random, rows: Rows) -> str:
    width = len(rows[0])
    filled = rng.choice(
        ("", " ", "\u00a0", "\u200b", "# ", "#", "Tổng", "Tổng cộng:", "Đơn vị: hồ sơ", "1", PAYLOAD, "# x")
    )
    rest = rng.choice(([""] * (width - 1), [str(n) for n in range(2, width + 1)], [], [number(rng)] * (width - 1)))
    y = rng.randrange(len(rows) + 1)
    rows.insert(y, rng.choice(([filled, *rest], list(rows[0]), [name.upper() for name in rows[0]])))
    return f"thêm dòng {y + 1} bắt đầu bằng {rows[y][:1]!r}"


def heading(rng: Random, rows: Rows) -> str:
    x = rng.randrange(len(rows[0]) or 1)
    old = rows[0][x : x + 1]
    rows[0][x : x + 1] = [rng.choice(("", "ky", "gia_tri", "Giá trị", "GIA_TRI", "gia-tri", "Kỳ (như in)", "x", "#",
                                      "".join(old).upper(), "".join(old) + "s", "# " + "".join(old)))]  # fmt: skip
    return f"tiêu đề {old} thành {rows[0][x : x + 1]}"


def blank_numbers(rng: Random, rows: Rows) -> str:
    y, _ = _place(rng, rows)
    rows[y] = ["" if cell[:1].isdigit() and len(cell) < 8 else cell for cell in rows[y]]
    return f"xóa các số của dòng {y + 1}"


TABLE: tuple[Mutation, ...] = tuple(
    in_table(change)
    for change in (*[one_cell] * 8, many_cells, number_column, swapped_cells, moved_column, column_again,
                   column_lost, row_again, row_lost, row_moved, row_ragged, row_put_in, heading, blank_numbers)
)  # fmt: skip
