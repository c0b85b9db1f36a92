"""The list of past editions, as published: an edition a row, oldest first."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence

from generator.model.edition import COMMIT, COUNTS, DAY, HASH, Damaged, Edition, file_of

WORDS: Mapping[str, str] = {
    "so": "số thứ tự của bản", "ngay": "ngày của bản", "du_lieu": "lần ghi (commit) của dữ liệu trong git",
    "ma_nguon": "lần ghi (commit) của chương trình trong git", "sha256_manifest": "mã SHA-256 của manifest.json bản ấy",
    "xa": "số xã", "so_lieu": "số dòng số liệu", "van_ban": "số văn bản nguồn", "trang": "số trang",
    "tep": "số tệp", "byte": "dung lượng (byte)",
    **{f"them_{name}": f"{name}: nhiều hơn bản trước bao nhiêu; âm là ít hơn, trống là không có bản trước"
       for name in COUNTS},
}  # fmt: skip
"""Meaning of each column."""
COLUMNS = tuple(WORDS)
_COUNT, _CHANGE = re.compile(r"\d+", re.ASCII), re.compile(r"(?:-?\d+)?", re.ASCII)
_FORMS = {
    "so": _COUNT, "ngay": DAY, "du_lieu": COMMIT, "ma_nguon": COMMIT, "sha256_manifest": HASH,
    **dict.fromkeys(COUNTS, _COUNT), **{f"them_{name}": _CHANGE for name in COUNTS},
}  # fmt: skip
"""What each cell looks like: nothing else is published of a list that another site tells."""
Row = Mapping[str, str]


def read_past(text: bytes) -> list[Row]:
    """The rows of a published list. Raises Damaged where it is none."""
    try:
        rows = list(csv.reader(io.StringIO(text.decode(), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise Damaged("danh sách các bản đã phát hành không phải bảng CSV đọc được") from None
    if not rows or tuple(rows[0]) != COLUMNS or any(len(row) != len(COLUMNS) for row in rows):
        raise Damaged("danh sách các bản đã phát hành không có đúng các cột của nó")
    past: list[Row] = [dict(zip(COLUMNS, row, strict=True)) for row in rows[1:]]
    if wrong := [name for row in past for name in COLUMNS if not _FORMS[name].fullmatch(row[name])]:
        raise Damaged(f"danh sách các bản đã phát hành có ô “{wrong[0]}” không đọc được")
    return past


def past_text(rows: Sequence[Row]) -> bytes:
    """A list to be published; without rows its header alone."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def with_edition(rows: Sequence[Row], edition: Edition, manifest: bytes) -> list[Row]:
    """The list with the edition of a manifest behind those before it, and what changed in its counts."""
    counts = {name: edition.counts.get(name, 0) for name in COUNTS}
    before = rows[-1] if rows else None
    row = {
        "so": str(edition.number), "ngay": edition.day, "du_lieu": edition.data, "ma_nguon": edition.code,
        "sha256_manifest": file_of(manifest).sha256,
        **{name: str(count) for name, count in counts.items()},
        **{f"them_{name}": str(count - int(before[name])) if before else "" for name, count in counts.items()},
    }  # fmt: skip
    return [*rows, row]
