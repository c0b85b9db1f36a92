"""The only writer of generated files: it touches what changed and removes what is stale."""

from __future__ import annotations

import filecmp
import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

Content = str | bytes | Iterator[bytes]
"""What a file holds; pieces where that is more than should be in memory at once."""


class Written:
    """A folder of generated files, written part by part so that no part need be kept in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.changes = 0
        """How many files were written or removed."""
        self.marks: dict[str, str] = {}
        """What has been written so far, or stands on: relative POSIX paths to marks of their contents."""
        self._root = folder.resolve()

    @property
    def names(self) -> list[str]:
        """What has been written so far: relative POSIX paths."""
        return sorted(self.marks)

    def keep(self, marks: Mapping[str, str]) -> None:
        """Let files stand as they are, whose contents have these marks.

        Raises ValueError for one that was written before: a fault of ours.
        """
        if twice := sorted(marks.keys() & self.marks.keys()):
            raise ValueError(f"hai tệp cùng địa chỉ: {twice[0]}")
        self.marks.update(marks)

    def put(self, files: Mapping[str, Content]) -> None:
        """Write files (relative POSIX path to content). A file with the same content is not touched.

        Raises ValueError for a path that would leave the folder or was written before: a fault of ours.
        """
        places = {name: (self._root / name).resolve() for name in files}
        for name, path in places.items():
            if not path.is_relative_to(self._root) or path == self._root:
                raise ValueError(f"đường dẫn ra ngoài thư mục: {name}")
            place = path.relative_to(self._root).as_posix()
            if place in self.marks:
                raise ValueError(f"hai tệp cùng địa chỉ: {name}")
            self.marks[place] = ""
        for name, content in files.items():
            changed, mark = _write(self._root, path := places[name], content)
            self.changes += changed
            self.marks[path.relative_to(self._root).as_posix()] = mark

    def sweep(self) -> None:
        """Remove what was not written: the folder then holds exactly what was put into it."""
        for name in [name for name, _ in files_below(self._root) if name not in self.marks]:
            (self._root / name).unlink()
            self.changes += 1
        for folder, _, _ in os.walk(self._root, topdown=False):
            if Path(folder) != self._root and not os.listdir(folder):  # noqa: PTH208 -- of many thousands
                Path(folder).rmdir()


def files_below(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Each file below a folder, as its relative POSIX path with its size and times. A site has hundreds of thousands,
    and pathlib takes ten times as long.
    """
    waiting = [("", os.fspath(folder))]
    while waiting:
        above, here = waiting.pop()
        with os.scandir(here) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{above}{entry.name}/", entry.path))
                elif entry.is_file():
                    yield f"{above}{entry.name}", entry.stat()


def sync(folder: Path, files: Mapping[str, Content]) -> int:
    """Make `folder` hold exactly `files`; returns how many files were written or removed."""
    written = Written(folder)
    written.put(files)
    written.sweep()
    return written.changes


def _write(root: Path, path: Path, content: Content) -> tuple[bool, str]:
    """Write one file; whether it was not there already, and its mark. What stands in its way is stale."""
    if path.is_dir():
        shutil.rmtree(path)
    if not path.parent.is_dir():
        for folder in path.relative_to(root).parents:
            if (root / folder).is_file():
                (root / folder).unlink()
        path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Iterator):
        return _write_pieces(path, content)
    data = content.encode() if isinstance(content, str) else content
    if path.is_file() and path.read_bytes() == data:
        return False, mark(data)
    path.write_bytes(data)
    return True, mark(data)


def _write_pieces(path: Path, pieces: Iterator[bytes]) -> tuple[bool, str]:
    draft, seen = path.with_name(f".{path.name}.moi"), hashlib.sha256()
    with draft.open("wb") as file:
        for piece in pieces:
            seen.update(piece)
            file.write(piece)
    if path.is_file() and filecmp.cmp(draft, path, shallow=False):
        draft.unlink()
        return False, _short(seen)
    draft.replace(path)
    return True, _short(seen)


def mark(content: bytes) -> str:
    """A mark of a content: two with the same mark are the same."""
    return _short(hashlib.sha256(content))


def _short(seen: hashlib._Hash) -> str:
    return seen.hexdigest()[:32]


def replace_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files of a folder so that all of them are new or, where one fails (OSError), all are as before."""
    before = {name: path.read_bytes() if (path := folder / name).is_file() else None for name in files}
    waiting = {name: folder / f".{name}.moi" for name in files}
    done: list[str] = []
    try:
        for name, path in waiting.items():
            path.write_bytes(files[name])
        for name, path in waiting.items():
            path.replace(folder / name)
            done.append(name)
    except OSError:
        for name in done:
            content = before[name]
            (folder / name).unlink() if content is None else (folder / name).write_bytes(content)
        raise
    finally:
        for path in waiting.values():
            path.unlink(missing_ok=True)
