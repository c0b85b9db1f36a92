"""What `portal verify` found, in words for whoever asked: citizens, officers, machines that read the exit code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.language.numbers import show_number
from generator.language.vietnamese import lines_in_print, show_date
from generator.model.edition import NO_GIT, UNSAVED, Edition
from generator.publishing.verify import Compared, Known, Unread

MOST_NAMED = 20
"""Files of a sort that are named; of more, how many there are."""


def in_words(found: Compared | Known) -> str:
    """All of it, the verdict first."""
    return lines_in_print("\n".join(_of_site(found) if isinstance(found, Compared) else _of_file(found)))


def _named(edition: Edition) -> str:
    return f"bản phát hành số {edition.number} ngày {show_date(edition.day)}"


def _made_of(edition: Edition) -> str:
    return f"Bản ấy dựng từ dữ liệu {_commit(edition.data)}, chương trình {_commit(edition.code)}."


def _commit(commit: str) -> str:
    if commit == NO_GIT:
        return "không có trong git"
    bare = commit.removesuffix(UNSAVED)
    return f"{bare[:12]} (có tệp sửa mà chưa ghi vào git)" if bare != commit else bare[:12]


# --- a site -----------------------------------------------------------------------------------


def _of_site(found: Compared) -> Iterator[str]:
    where = f" trong {found.below}" if found.below else ""
    if found.matches:
        yield f"Khớp: cả {show_number(found.same)} tệp{where} đúng từng byte như {_named(found.edition)}."
    else:
        counts = (
            (len(found.changed), "khác"), (len(found.missing), "thiếu"), (len(found.extra), "thừa"),
            (len(found.unread), "chỗ chưa xem được"),
        )  # fmt: skip
        faults = ", ".join(f"{show_number(count)} {word}" for count, word in counts if count)
        yield f"Không khớp {_named(found.edition)}{where}: {faults}; {show_number(found.same)} tệp khớp."
    yield _made_of(found.edition)
    yield from _listed("Có nhưng khác nội dung đã phát hành", found.changed)
    yield from _listed("Đã phát hành nhưng ở đây không có", found.missing)
    yield from _listed("Ở đây có nhưng không có trong bản phát hành", found.extra)
    yield from _unread(found.unread)
    if not found.listed:
        yield "Qua mạng không liệt kê được tệp, nên không biết ở đó có tệp thừa hay không."


def _unread(unread: Iterable[Unread]) -> Iterator[str]:
    yield from _listed("Chưa xem được nên chưa biết", [f"{one.path}: {one.why}" for one in unread])


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    every = list(lines)
    if every:
        yield f"{title} ({show_number(len(every))}):"
        yield from (f"  {line}" for line in every[:MOST_NAMED])
    if len(every) > MOST_NAMED:
        yield f"  … và {show_number(len(every) - MOST_NAMED)} tệp khác"


# --- a file -----------------------------------------------------------------------------------


def _of_file(found: Known) -> Iterator[str]:
    name, row = _named(found.edition), found.past
    if row:
        past = f"bản phát hành số {row['so']} ngày {show_date(row['ngay'])}"
        yield f"Khớp: đây là manifest.json của {past}, một bản trước."
    elif found.matches:
        yield f"Khớp: đúng từng byte như {found.wanted or ', '.join(found.same[:MOST_NAMED])} của {name}."
    elif found.wanted:
        yield f"Không khớp: {found.wanted} khác nội dung đã phát hành ở {name}."
        yield from _listed("Nội dung này đã phát hành ở chỗ khác", found.same)
    elif found.unread:
        yield f"Chưa kết luận được: chưa thấy tệp này trong {name}, nhưng chưa tra được hết bản ấy."
    else:
        yield f"Không khớp: không tệp nào của {name} có nội dung này."
    yield _made_of(found.edition)
    yield f"SHA-256 của tệp: {found.file.sha256} ({show_number(found.file.size)} byte)."
    if not found.matches:
        if not found.wanted and len(found.alike) <= MOST_NAMED:
            yield from _listed("Tệp cùng tên, khác nội dung, của bản ấy", found.alike)
        yield from _unread(found.unread)
        yield (
            "Tệp có thể tải chưa xong, thuộc bản phát hành khác, hoặc đã bị sửa; mở bằng Excel rồi ghi lại cũng làm "
            "tệp khác đi. Hãy tải lại rồi kiểm tra lại."
        )
