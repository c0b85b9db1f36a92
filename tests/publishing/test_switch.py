"""A site is switched as a whole, by one build at a time, on any system, whenever a build is stopped."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support import tree

from generator.model.problem import Refused
from generator.publishing import switch
from generator.publishing.serve import serve
from generator.publishing.write import sync

pytestmark = pytest.mark.slow

OLD = {"same.txt": "same", "changed.txt": "old", "gone/away.txt": "x"}
NEW = {"same.txt": "same", "changed.txt": "new", "more/new.txt": "y"}


def none(*_: object) -> bool:
    return False


def no_link(*_: object, **__: object) -> None:
    raise OSError


SYSTEMS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "exchange": lambda _: None,
    "links": lambda patch: patch.setattr(switch, "_exchange", none),
    "neither": lambda patch: (patch.setattr(switch, "_exchange", none), patch.setattr(Path, "symlink_to", no_link))[0],
}
"""Systems by what they can do: exchange two names, else put a link in the place of another, else only rename."""


@pytest.fixture(params=SYSTEMS)
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    SYSTEMS[request.param](monkeypatch)
    return str(request.param)


def put(out: Path, files: dict[str, str]) -> None:
    """Publish files as a build does."""
    with switch.alone(out):
        made = switch.fresh(switch.place(out))
        sync(made, files)
        published = switch.publish(made, switch.place(out))
        assert published == switch.state(out)


def texts(files: dict[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in files.items()}


@pytest.mark.usefixtures("system")
def test_a_tree_is_switched_as_a_whole(tmp_path: Path) -> None:
    """The new tree stands in place of the old one and nothing beside it but what it needs; what did not change is the
    old file itself, what did is not written into it.
    """
    out, reader = tmp_path / "site", tmp_path / "reader"
    put(out, OLD)
    os.link(out / "changed.txt", reader)
    inode = (out / "same.txt").stat().st_ino
    for files in (NEW, OLD, NEW, NEW):
        put(out, files)
        assert tree(out) == texts(files)
        assert (out / "same.txt").stat().st_ino == inode
    assert reader.read_text(encoding="utf-8") == "old"
    beside = {out.readlink().name} if out.is_symlink() else set()
    assert {path.name for path in tmp_path.iterdir()} == {"reader", "site", *beside}


@pytest.mark.parametrize("known", ["exchange", "links"])
def test_readers_always_find_a_site(known: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it is switched again and again, each look finds the page, old or new."""
    SYSTEMS[known](monkeypatch)
    out, stopped, missed = tmp_path / "site", threading.Event(), []
    put(out, OLD)
    put(out, NEW)  # a folder becomes a link here

    def read() -> None:
        while not stopped.is_set():
            try:
                assert (out / "changed.txt").read_text(encoding="utf-8") in ("old", "new")
            except OSError as fault:
                missed.append(fault)

    reader = threading.Thread(target=read)
    reader.start()
    for files in [OLD, NEW] * 20:
        put(out, files)
    stopped.set()
    reader.join()
    assert missed == []


@pytest.mark.parametrize("call", [1, 2])
def test_stopped_between_two_renames(call: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where only renames are there, a build may stop when the old site has gone aside: the next one puts it back."""
    SYSTEMS["neither"](monkeypatch)
    out, count = tmp_path / "site", iter(range(1, 10))
    put(out, OLD)
    original = Path.rename if call == 1 else Path.replace

    def stopped(path: Path, target: Path) -> Path:
        if next(count) == 1:
            raise KeyboardInterrupt
        return original(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, original.__name__, stopped)
        with pytest.raises(KeyboardInterrupt):
            put(out, NEW)
    with switch.alone(out):
        assert tree(out) == texts(OLD)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_system_that_learns_to_exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that is a link, moved to where names can be exchanged, becomes a folder again."""
    out = tmp_path / "site"
    with monkeypatch.context() as patch:
        SYSTEMS["links"](patch)
        put(out, OLD)
        put(out, NEW)
        assert out.is_symlink()
    put(out, OLD)
    assert not out.is_symlink()
    assert tree(tmp_path) == {f"site/{name}": text for name, text in texts(OLD).items()}


def test_what_is_linked_is_replaced_where_it_is(tmp_path: Path) -> None:
    """`--out` may be a link of the owner's to another folder: the site stands there, the link stays."""
    real, out = tmp_path / "real" / "www", tmp_path / "site"
    real.mkdir(parents=True)
    out.symlink_to(real)
    put(out, OLD)
    put(out, NEW)
    assert out.readlink() == real
    assert tree(real) == texts(NEW)


def test_published_files_are_readable(tmp_path: Path) -> None:
    """Whatever the builder's own files are: pages, folders on the way, and what did not change since."""
    out, before = tmp_path / "a" / "b" / "site", os.umask(0o077)
    try:
        put(out, OLD)
        (out / "same.txt").chmod(0o600)
        put(out, NEW)
    finally:
        os.umask(before)
    modes = {path: path.stat().st_mode & 0o777 for path in (tmp_path / "a").rglob("*")}
    assert set(modes.values()) == {0o755, 0o644}
    assert all((mode == 0o755) == path.is_dir() for path, mode in modes.items())


# --- one at a time ----------------------------------------------------------------------------


def test_a_second_build_is_refused(tmp_path: Path) -> None:
    """While one works for a place, by whatever name, no other does; another place is free; afterwards all are."""
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("site", "link/site", "./site"):
        with switch.alone(tmp_path / "site"), pytest.raises(switch.Busy, match="“site”"), switch.alone(tmp_path / name):
            pass
        with switch.alone(tmp_path / name), switch.alone(tmp_path / "other"):
            pass
    assert [path.name for path in tmp_path.iterdir()] == ["link"]


def test_a_lock_without_its_holder_is_none(tmp_path: Path) -> None:
    """What a killed build leaves, its file and its half tree, stops nobody and is cleared away; neighbours stay."""
    put(tmp_path / "site", OLD)
    (tmp_path / ".site.khoa").touch()
    for name in (".site.moi-abcdefgh", ".site.cu", ".other.moi-abcdefgh", ".site.moi-me", "site.bak"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "half.txt").touch()
    put(tmp_path / "site", NEW)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".other.moi-abcdefgh",
        ".site.moi-me",
        "site",
        "site.bak",
    ]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A sentence with the place and the way out, not an error of the system."""
    (tmp_path / "file").touch()
    for place in (tmp_path / "file" / "site", Path("/")):
        with pytest.raises(Refused, match="--out"), switch.alone(place):
            pass


# --- preview ----------------------------------------------------------------------------------


@contextmanager
def looking(tmp_path: Path, outcomes: Iterator[object]) -> Iterator[list[str]]:
    """A preview whose builds end as given, stopped after the last; what it said."""
    said: list[str] = []
    (tmp_path / "data").mkdir()

    def rebuild() -> int:
        outcome = next(outcomes, KeyboardInterrupt())
        if isinstance(outcome, BaseException):
            raise outcome
        (tmp_path / "site").mkdir(exist_ok=True)
        (tmp_path / "data" / f"{len(said)}").touch()  # something changes while it is built
        return int(str(outcome))

    assert serve(tmp_path / "site", [tmp_path / "data"], 0, rebuild, said.append) == 0
    yield said


def test_the_preview_waits_for_another_build(tmp_path: Path) -> None:
    """While another build is at work it says so, once, and builds when that has ended: no change is lost."""
    busy = switch.Busy("Đang có lượt khác. Đợi.")
    with looking(tmp_path, iter([busy, busy, 0, busy, 0])) as said:
        assert [line.split(";")[0][:12] for line in said] == ["Đang có lượt", "Mở http://12", "Đang có lượt"]
