"""The place of a published site: one build at a time works for it, and a finished tree takes it in one step.

While a build works, `.site.khoa` (its lock) and `.site.moi-…` (its tree) stand beside `site`. Where the system cannot
exchange two names, `site` is a link to its tree, which one rename replaces. Where it has no links either, and once
when a folder becomes such a link, the old tree stands at `.site.cu` while nothing stands at `site`: for one rename.
"""

from __future__ import annotations

import ctypes
import filecmp
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.language.disk_faults import why
from generator.model.problem import Refused
from generator.publishing.write import files_below

if sys.platform != "win32":
    import fcntl

_FOLDER, _FILE = 0o755, 0o644
"""What is published is there for all, whomever the builder's own files are open to."""


class Busy(Refused):
    """Another build is at work for the same place."""


def place(out: Path) -> Path:
    """The name that is switched: links on the way are followed, but not the link that stands for the site itself."""
    here = out.parent.resolve() / out.name if out.name not in ("", "..") else out.resolve()
    return here if _tree(here) else here.resolve()


def _tree(out: Path) -> Path | None:
    """The tree that the site's own link leads to; None where the site is no such link."""
    target = out.readlink() if out.is_symlink() else Path()
    return out.parent / target if _is_ours(str(target), out) else None


def _is_ours(name: str, out: Path) -> bool:
    """Whether a build for `out` has made what has this name, beside it."""
    return re.fullmatch(rf"\.{re.escape(out.name)}\.moi-[a-z0-9_]{{8}}", name) is not None


# --- one at a time ----------------------------------------------------------------------------


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """Work for the site at `out` while no other build does; what a stopped build has left is put right before.

    The lock is the system's own: it goes with the process that holds it, however that ends. Raises Busy where another
    build holds it, Refused where the place cannot be written or locked.
    """
    if sys.platform == "win32":
        raise Refused("Lệnh này cần Linux hoặc macOS; trên Windows hãy chạy trong WSL.")
    out = place(out)
    if not out.name:
        raise Refused(f"“{out}” không phải nơi đặt được trang; chọn một thư mục bằng --out.")
    lock = out.with_name(f".{out.name}.khoa")
    try:
        _make_folder(out.parent)
        handle = _locked(lock)
    except BlockingIOError:
        raise Busy(
            f"Đang có một lượt dựng khác ghi vào “{out.name}”. Đợi lượt ấy xong rồi chạy lại, hoặc chọn thư mục khác "
            "bằng --out."
        ) from None
    except OSError as fault:
        raise Refused(f"Không ghi được vào “{out.parent}” ({why(fault)}); chọn nơi khác bằng --out.") from None
    try:
        _restore(out)
        try:
            yield
        finally:
            _sweep(out)
    finally:
        lock.unlink(missing_ok=True)
        os.close(handle)


def _make_folder(path: Path) -> None:
    if not path.is_dir():
        _make_folder(path.parent)
        path.mkdir(exist_ok=True)
        path.chmod(_FOLDER)


def _locked(path: Path) -> int:
    """The lock's open file. Who held it removes it, so it may be gone between opening and locking: then once more."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, _FILE)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if path.exists() and os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        except FileNotFoundError:
            pass
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _restore(out: Path) -> None:
    """A build that was stopped between two renames has left the old tree aside: it is put back."""
    aside = _aside(out)
    if aside.is_dir() and not os.path.lexists(out):
        aside.rename(out)
    _sweep(out)


def _sweep(out: Path) -> None:
    """Nothing of a build is left beside the site but what it leads to. A child of a stopped build may still write."""
    if os.path.lexists(out):
        _remove(_aside(out))
    _link_to_be(out).unlink(missing_ok=True)
    shown = _tree(out)
    for path in out.parent.iterdir():
        if _is_ours(path.name, out) and path != shown:
            _remove(path)


def _remove(path: Path) -> None:
    if path.is_symlink():
        path.unlink()
    else:
        shutil.rmtree(path, ignore_errors=True)


def _aside(out: Path) -> Path:
    return out.with_name(f".{out.name}.cu")


def _link_to_be(out: Path) -> Path:
    return out.with_name(f".{out.name}.lien-ket")


# --- one step ---------------------------------------------------------------------------------


def fresh(out: Path) -> Path:
    """A new empty folder for the tree of one build. Beside the site: a switch works within one file system only."""
    _make_folder(out.parent)
    return Path(tempfile.mkdtemp(prefix=f".{out.name}.moi-", dir=out.parent))


def state(folder: Path) -> Mapping[str, tuple[int, int]]:
    """Size and time of every file: enough to see whether anyone touched a published tree."""
    return {name: (about.st_size, about.st_mtime_ns) for name, about in files_below(folder)}


def publish(tree: Path, out: Path) -> Mapping[str, tuple[int, int]]:
    """Put the finished tree, a folder from `fresh`, in the place of `out` in one step; returns its state.

    Files that did not change are hard links to the old ones. All are readable by everybody. The old tree goes last.
    """
    for folder, _, _ in os.walk(tree):
        os.chmod(folder, _FOLDER)  # noqa: PTH101 -- of many thousands
    for name, about in [*files_below(tree)]:  # before drafts stand beside them
        if not _stands(about, old := out / name):
            (tree / name).chmod(_FILE)
            if _is_same(tree / name, old):
                _link(old, tree / name)
    published = state(tree)
    if not os.path.lexists(out):
        tree.rename(out)
    elif not _exchange(tree, out):
        _replace(tree, out)
    _sweep(out)
    return published


def _stands(new: os.stat_result, old: Path) -> bool:
    """Whether a new file is the old one already, by a second name."""
    try:
        return os.path.samestat(new, os.lstat(old))
    except OSError:
        return False


def _is_same(new: Path, old: Path) -> bool:
    """Whether an old file can stand for the new one: a plain file with its content, open to the same readers."""
    try:
        return old.lstat().st_mode == new.stat().st_mode and filecmp.cmp(new, old, shallow=False)
    except OSError:
        return False


def _link(old: Path, new: Path) -> None:
    draft = new.with_name(f"{new.name}.link")
    try:
        os.link(old, draft)
    except OSError:  # another file system, or one without hard links: the fresh copy stays
        return
    draft.replace(new)


def _exchange(one: Path, two: Path) -> bool:
    """Swap two names at once; False where the system cannot."""
    here, paths = -100, (os.fsencode(one), os.fsencode(two))
    system = ctypes.CDLL(None, use_errno=True)
    if swap := getattr(system, "renameat2", None):  # Linux
        return bool(swap(here, paths[0], here, paths[1], 2) == 0)
    if swap := getattr(system, "renamex_np", None):  # macOS
        return bool(swap(*paths, 2) == 0)
    return False


def _replace(tree: Path, out: Path) -> None:
    """Without an exchange: a link to the tree takes the site's name, or the tree itself does."""
    taking = _link_to_be(out)
    try:
        taking.symlink_to(tree.name, target_is_directory=True)
    except OSError:  # a file system without links
        taking = tree
    if taking == tree or not out.is_symlink():
        _remove(_aside(out))
        out.rename(_aside(out))
    taking.replace(out)
