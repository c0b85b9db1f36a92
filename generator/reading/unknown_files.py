"""What does not belong into a data folder, told so that nothing is left out in silence."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from generator.model.problem import Problem
from generator.reading.folders import Folder, Unread, on_disk

_TRACES = re.compile(
    r"\.~lock\..*#|~\$.*|thumbs\.db|desktop\.ini|\.ds_store|\._.*|\.git(keep|ignore|attributes)", re.IGNORECASE
)
"""What programs leave beside the files they open. It holds no figures, so it is passed over."""
_SHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".numbers"})
_DOCUMENTS = frozenset(
    {".doc", ".docx", ".odt", ".rtf", ".pdf", ".ppt", ".pptx", ".jpg", ".jpeg", ".png", ".heic", ".webp", ".gif"}
)
_TABLES = frozenset({".csv", ".tsv", ".yml", ".yaml", ".txt"})


def unknown(folder: Folder, known: Collection[str]) -> Iterator[Problem]:
    """The entries of a folder that are neither a file of a known name nor a trace of a program."""
    for name in folder.names:
        is_folder = folder.unread.get(name) is Unread.FOLDER
        if not _TRACES.fullmatch(name) and (name not in known or is_folder):
            fault, remedy = _words(name, folder, known, is_folder=is_folder)
            yield Problem(f"{folder.place}/{name}", 1, "", "tep-la", "error", fault, remedy)


def misplaced(data: Path, communes: str, catalogues: str, known: Collection[str]) -> Iterator[Problem]:
    """Files beside the commune folders, unknown files of the catalogues, tables at the top of the folder."""
    files = [path for path in sorted((data / communes).iterdir()) if not path.is_dir()]
    files += [path for path in sorted(data.iterdir()) if path.suffix.lower() in _SHEETS | _DOCUMENTS | _TABLES]
    files += [path for path in [data / catalogues] if path.is_file()]
    for path in files:
        if not _TRACES.fullmatch(path.name):
            yield Problem(
                path.relative_to(data).as_posix(), 1, "", "tep-la", "error",
                f"Tệp “{path.name}” nằm ngoài thư mục của các xã nên sẽ không được đọc.",
                f"Chuyển tệp vào thư mục của xã, ví dụ {communes}/19405-vinh-thuy, hoặc xóa tệp.",
            )  # fmt: skip
    if (data / catalogues).is_dir():
        yield from unknown(on_disk(data / catalogues, catalogues), known)


def beside_provinces(data: Path, provinces: str) -> Iterator[Problem]:
    """Files beside the folders of provinces, or in their place."""
    place = data / provinces
    files = sorted(path for path in place.iterdir() if not path.is_dir()) if place.is_dir() else []
    for path in [*files, *([place] if place.is_file() else [])]:
        if not _TRACES.fullmatch(path.name):
            yield Problem(
                path.relative_to(data).as_posix(), 1, "", "tep-la", "error",
                f"Tệp “{path.name}” nằm ngoài thư mục của các tỉnh nên sẽ không được đọc.",
                f"Chuyển tệp vào thư mục mang mã của tỉnh, ví dụ {provinces}/44, hoặc xóa tệp.",
            )  # fmt: skip


def unusable(folder: Folder, called: str, where: str) -> Iterator[Problem]:
    """A folder that is a link could show files of the machine that builds the site; a closed one shows nothing."""
    if folder.closed is Unread.LINK:
        yield Problem(
            where, 1, "", "tep-khong-nhan", "error",
            f"Thư mục “{called}” là một liên kết tới nơi khác.",
            "Thay liên kết bằng một thư mục thường chứa các bảng số liệu.",
        )  # fmt: skip
    elif folder.closed:
        yield Problem(
            where, 1, "", "tep-khong-nhan", "error",
            f"Máy không mở được thư mục “{called}”.",
            "Cho phép mọi người mở thư mục này và đọc các tệp trong đó (chmod -R a+rX).",
        )  # fmt: skip


def _words(name: str, folder: Folder, known: Collection[str], *, is_folder: bool) -> tuple[str, str]:
    """What is wrong with an entry, and what to do."""
    suffix = PurePosixPath(name).suffix.lower()
    if is_folder:
        return (
            f"Thư mục con “{name}” sẽ không được đọc.",
            "Chuyển các bảng ra ngay trong thư mục này rồi xóa thư mục con.",
        )
    if suffix in _SHEETS:
        return (
            f"“{name}” là tệp Excel nên sẽ không được đọc; nó cũng có thể mang theo thông tin cá nhân.",
            "Chép số liệu vào các bảng .csv (trong Excel: Lưu thành → “CSV UTF-8”) rồi xóa tệp này khỏi thư mục.",
        )
    if suffix in _DOCUMENTS:
        return (
            f"“{name}” không phải bảng số liệu nên sẽ không được đọc.",
            "Xóa tệp khỏi thư mục; văn bản gốc để ở nơi mà cột doc_o_dau của nguon.csv chỉ tới.",
        )
    original = next(
        (table for table in known if name.startswith(PurePosixPath(table).stem) and table in folder.names), ""
    )
    if original:
        return (
            f"“{name}” có vẻ là một bản chép của “{original}” nên sẽ không được đọc.",
            f"Mở cả hai, giữ nội dung mới nhất trong “{original}”, rồi xóa “{name}”.",
        )
    near = difflib.get_close_matches(name.lower(), list(known), 1, 0.5)
    hint = (
        f"Nếu là bảng “{near[0]}” thì đổi tên tệp thành {near[0]}, không thì xóa tệp"
        if near
        else "Xóa tệp hoặc đổi tên"
    )
    return (
        f"Tệp “{name}” không thuộc bộ bảng nào nên sẽ không được đọc.",
        f"{hint}; các tên hợp lệ: {', '.join(known)}.",
    )
