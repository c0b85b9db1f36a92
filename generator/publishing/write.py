"""The only writer of generated files: it touches what changed and removes what is stale."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def sync(folder: Path, files: Mapping[str, str | bytes]) -> int:
    """Make `folder` hold exactly `files` (relative POSIX path to content); returns how many
    files were written or removed. A file with the same content is not touched.

    Raises ValueError for a path that would leave the folder.
    """
    root = folder.resolve()
    wanted: dict[Path, bytes] = {}
    for name, content in files.items():
        path = (root / name).resolve()
        if not path.is_relative_to(root) or path == root:
            raise ValueError(f"đường dẫn ra ngoài thư mục: {name}")
        wanted[path] = content.encode() if isinstance(content, str) else content
    changes = 0
    if root.is_dir():
        for path in sorted(root.rglob("*"), reverse=True):
            if path.is_file() and path not in wanted:
                path.unlink()
                changes += 1
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()
    for path, data in wanted.items():
        if path.is_file() and path.read_bytes() == data:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        changes += 1
    return changes


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
