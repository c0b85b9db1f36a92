"""From data to a published site: strict, repeatable, replaced as a whole or not at all."""

from __future__ import annotations

import datetime as dt
import errno
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace as replace_in
from pathlib import Path

import pytest
from sites import ADDRESS, Sites
from support import BASE, CASES, COMMUNE, ROOT, bare_docs, lay_over, replace, tree

from generator.cli import main
from generator.publishing import mkdocs_site, site_key, switch
from generator.publishing.faults import faults
from generator.publishing.mkdocs_site import Settings
from generator.publishing.runs import SiteError
from generator.publishing.switch import state
from generator.publishing.write import sync
from generator.standing import workplace

pytestmark = pytest.mark.slow

CASE = CASES / "mot-xa"
COMMUNE_PAGE = "thanh-hoa/hoang-son-15910"
LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"')
Place = Callable[[str], Path]


def arguments(out: Path, *more: str, data: Path = CASE) -> list[str]:
    return ["build", "--data", str(data), "--out", str(out), "--date", "2026-07-01", *more]


def portal_build(out: Path, *more: str, data: Path = CASE) -> int:
    return main(arguments(out, *more, data=data))


def pages(out: Path) -> dict[str, str]:
    return {p.relative_to(out).as_posix(): p.read_text(encoding="utf-8") for p in sorted(out.rglob("*.html"))}


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Output folders by name; what was prepared for them is cleared away."""
    folder = tmp_path_factory.mktemp("built")
    yield lambda name: folder / name
    for out in folder.iterdir():
        shutil.rmtree(workplace(out), ignore_errors=True)


@pytest.fixture(scope="session")
def plain(place: Place) -> Path:
    """The site of the made-up commune, built once."""
    assert portal_build(place("plain")) == 0
    return place("plain")


# --- a site -----------------------------------------------------------------------------------


def test_a_strict_build_gives_the_site(plain: Path) -> None:
    """MkDocs accepts every page without a warning; pages and data stand at their addresses."""
    there = set(tree(plain))
    assert {"index.html", f"{COMMUNE_PAGE}/index.html", "huong-dan/index.html", "du-lieu/datapackage.json"} <= there
    assert {f"{COMMUNE_PAGE}/nguon-so-lieu/bao-cao-5-thang/index.html", f"{COMMUNE_PAGE}/du-lieu/so-lieu.csv"} <= there
    assert list(faults(plain, mkdocs_site.own_scripts())) == []


def test_the_same_data_give_the_same_bytes(plain: Path, sites: Sites) -> None:
    """Two builds into two folders do not differ in a byte: no clock, no path, no chance."""
    assert tree(plain) == tree(sites("made-up"))


def test_nothing_changed_writes_nothing(plain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second build touches neither the site nor the prepared pages, and says so."""
    before = state(plain), state(workplace(plain))
    assert portal_build(plain) == 0
    assert "Không có gì thay đổi" in capsys.readouterr().out
    assert (state(plain), state(workplace(plain))) == before


def test_nothing_changed_loads_nothing_that_makes_pages(plain: Path) -> None:
    """What draws and counts takes longer to load than all keys take: a build that ends at the keys does without."""
    heavy = ["pandas", "altair", "vl_convert", "jinja2", "openpyxl", "generator.build", "generator.commune.examine"]
    asked = f"import sys; from generator.cli import main; code = main({arguments(plain)}); "
    asked += f"print([name for name in {heavy} if name in sys.modules]); sys.exit(code)"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-2:] == [f"Không có gì thay đổi: mở {plain / 'index.html'}", "[]"]


def test_what_is_believed_of_a_site_is_true(plain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page that somebody changed, or a record of the build that was not written to its end: it is built again."""
    whole = tree(plain)
    for damaged, content in ((plain / "index.html", b"x"), (workplace(plain) / "published.json", b'{"key": ')):
        draft = damaged.with_name("draft")
        draft.write_bytes(content)
        draft.replace(damaged)
        assert portal_build(plain) == 0
        assert "Đã dựng trang" in capsys.readouterr().out
        assert tree(plain) == whole


DECIDING = (
    "generator/language/personal_data.py", "generator/publishing/templates/page.md.j2", "generator/charts/fonts/a.ttf",
    "requirements.lock", "mkdocs.yml", "overrides/partials/the.html", "site_src/index.md",
    "data/danh-muc/chi-tieu.yml", "data/xa/a/tthc.csv", "data/la.csv",
)  # fmt: skip


def key_of(home: Path, settings: Settings, *names: str) -> str:
    return site_key.key(home / "data", names or ("a",), settings, home=home)


@pytest.mark.parametrize("changed", DECIDING)
def test_all_that_decides_a_site_is_in_its_key(changed: str, tmp_path: Path) -> None:
    """Our code of any room, what it stands on, settings, frame, pages and data; not what is compiled."""
    settings = Settings(dt.date(2026, 7, 1))
    sync(tmp_path, dict.fromkeys(DECIDING, "a"))
    before = key_of(tmp_path, settings)
    sync(tmp_path, dict.fromkeys([*DECIDING, "generator/language/__pycache__/a.pyc"], "a"))
    assert key_of(tmp_path, settings) == before
    other = {changed: "b"} if changed != "data/la.csv" else {"data/khac.csv": "a"}
    sync(tmp_path, dict.fromkeys(set(DECIDING) - {changed}, "a") | other)
    assert key_of(tmp_path, settings) != before
    sync(tmp_path, dict.fromkeys(DECIDING, "a"))
    for one in (replace_in(settings, date=dt.date(2026, 7, 2)), replace_in(settings, site_url="https://xa.example/")):
        assert key_of(tmp_path, one) != before
    assert key_of(tmp_path, settings, "a", "b") != before


def test_catalogues_that_a_folder_need_not_bring_are_in_its_key(tmp_path: Path) -> None:
    """A folder with catalogues of its own still takes subjects and words from the project's."""
    settings, data = Settings(dt.date(2026, 7, 1)), tmp_path / "elsewhere"
    sync(tmp_path / "home", {"data/danh-muc/chu-de.yml": "a"})
    sync(data, {"danh-muc/chi-tieu.yml": "a", "xa/a/tthc.csv": "a"})
    before = site_key.key(data, ("a",), settings, home=tmp_path / "home")
    sync(tmp_path / "home", {"data/danh-muc/chu-de.yml": "b"})
    assert site_key.key(data, ("a",), settings, home=tmp_path / "home") != before


def test_without_an_address_nothing_is_absolute(plain: Path) -> None:
    """No canonical link, no sitemap, no link that only works at the root of a host."""
    assert not any((plain / name).exists() for name in ("sitemap.xml", "robots.txt", "404.html"))
    for name, text in pages(plain).items():
        assert 'rel="canonical"' not in text, name
        assert not re.search(r'(?:href|src)="/', text), name


def test_who_is_lost_finds_back(sites: Sites) -> None:
    """Where the address is known, a page for all that is not there: a search, the home page, the list, at any depth."""
    lost = (sites("made-up, public") / "404.html").read_text(encoding="utf-8")
    assert "<title>Không có trang này" in lost
    assert 'action="/so-lieu/danh-sach/" data-search' in lost
    article = lost.partition("<article")[2].partition("</article>")[0]
    assert re.findall(r'<a href="([^"]*)"', article) == ["/so-lieu/.", "/so-lieu/danh-sach/"]
    assert not re.search(r'(?:href|src|action)="(?!/so-lieu/|https:|#)', lost)


def test_offline_links_open_from_a_folder(place: Place) -> None:
    """Every link to a page names its index.html; no script is a module; nothing else differs in words."""
    assert portal_build(place("offline"), "--offline") == 0
    for name, text in pages(place("offline")).items():
        assert 'type="module"' not in text, name
        for href in LINK.findall(text):
            path = href.split("#")[0].split("?")[0]
            assert not path or ":" in path or Path(path).suffix, f"{name}: {href}"
    assert list(faults(place("offline"), mkdocs_site.own_scripts())) == []


# --- failures ---------------------------------------------------------------------------------


def test_an_error_leaves_the_old_site(plain: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Faulty data: exit 1, the problem in words, and not a byte of the published site is touched."""
    before = state(plain), tree(plain)
    assert portal_build(plain, data=lay_over("loi-so-sai", tmp_path)) == 1
    assert "99,00% hoặc 9900%" in capsys.readouterr().out
    assert (state(plain), tree(plain)) == before


def test_a_full_disk_is_told(plain: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1 with a sentence; the old site stays, and nothing half made beside it."""
    before = tree(plain)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "a.html")

    monkeypatch.setattr(switch, "publish", full)
    assert portal_build(plain, "--offline") == 1
    assert "Không ghi được “a.html” (đĩa đã đầy)." in capsys.readouterr().err
    assert tree(plain) == before
    assert not list(plain.parent.glob(f".{plain.name}.*"))


def test_a_kill_before_the_switch_leaves_the_old_site(
    plain: Path, place: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Stopped when the new tree is ready but not yet in place; the next build then publishes it,
    with what only an absolute address allows, cards too; the one after that finds nothing to do.
    """
    out = shutil.copytree(plain, place("killed"))
    before = tree(out)

    def killed(*_: Path) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(switch, "_exchange", killed)
        assert portal_build(out, "--site-url", ADDRESS) == 130
    assert tree(out) == before
    assert portal_build(out, "--site-url", ADDRESS) == 0
    assert f'<link rel="canonical" href="{ADDRESS}{COMMUNE_PAGE}/">' in pages(out)[f"{COMMUNE_PAGE}/index.html"]
    assert f"<loc>{ADDRESS}{COMMUNE_PAGE}/</loc>" in (out / "sitemap.xml").read_text(encoding="utf-8")
    made = state(out)
    assert portal_build(out, "--site-url", ADDRESS) == 0
    assert "Không có gì thay đổi" in capsys.readouterr().out
    assert state(out) == made


def two_communes(folder: Path) -> Path:
    data = folder / "data"
    shutil.copytree(BASE, data)
    other = data / "xa" / "15925-hoang-loc"
    shutil.copytree(data / COMMUNE, other)
    replace(other / "xa.yml", "15910", "15925")
    replace(other / "xa.yml", "hoang-son", "hoang-loc")
    replace(other / "xa.yml", "Hoằng Sơn", "Hoằng Lộc")
    return data


@pytest.mark.parametrize(("code", "said"), [("15925", "15910"), ("99999", "99999")])
def test_only_never_loses_a_commune(
    code: str, said: str, plain: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--only` refuses to replace a fuller site, and a commune that is not there: exit 2."""
    before = state(plain)
    assert portal_build(plain, "--only", code, data=two_communes(tmp_path)) == 2
    assert said in capsys.readouterr().err
    assert state(plain) == before


@pytest.mark.parametrize(("text", "said"), [("[x](nowhere/index.md)", "nowhere"), ("<script>a()</script>", "mã lạ")])
def test_a_fault_of_a_page_is_told(text: str, said: str, tmp_path: Path) -> None:
    """A dead link between pages, or a script that is not ours, stops the build with MkDocs' or our own words."""
    sync(tmp_path / "docs", bare_docs({"index.md": f"# A\n\n{text}\n"}))
    with pytest.raises(SiteError, match=said):
        mkdocs_site.make(tmp_path / "docs", tmp_path / "fresh", Settings(dt.date(2026, 7, 1)))


# --- parts ------------------------------------------------------------------------------------

SITE = {
    "index.html": '<a href="a/">a</a><a href="a/#here">b</a><a href="#top">c</a><p id="top">',
    "a/index.html": '<p id="here"><a href="../">up</a><img src="../p.svg"><a href="https://example.org/x">out</a>',
    "p.svg": "<svg/>",
}
FAULTY = [
    ('<a href="../b/">', "a/index.html: liên kết hỏng: ../b/"),
    ('<a href="../#gone">', "a/index.html: liên kết hỏng: ../#gone (không có neo)"),
    ('<a href="#gone">', "a/index.html: liên kết hỏng: #gone (không có neo)"),
    ('<img src="q.svg">', "a/index.html: liên kết hỏng: q.svg"),
    ('<form action="../b/">', "a/index.html: liên kết hỏng: ../b/"),
    ('<p id="here">', "a/index.html: id lặp: here"),
    ("<script>ours()</script>", None),
    ('<script type="application/json">{"a": 1}</script>', None),
    ("<script>strange()</script>", "a/index.html: đoạn mã lạ: script “strange()”"),
    ("<SCRIPT >strange()</SCRIPT >", "a/index.html: đoạn mã lạ: script “strange()”"),
    ("<script>ours() </script>", "a/index.html: đoạn mã lạ: script “ours()”"),
    ('<script data-src="p.svg">strange()</script>', "a/index.html: đoạn mã lạ: script “strange()”"),
    ('<script type="module">strange()</script>', "a/index.html: đoạn mã lạ: script “strange()”"),
    ('<script src="//x.example/a.js"></script>', "a/index.html: đoạn mã lạ: script src=//x.example/a.js"),
    ('<p onclick="strange()">', "a/index.html: đoạn mã lạ: p onclick"),
    ('<a href=" java\tscript:strange()">', "a/index.html: đoạn mã lạ: a href=javascript:"),
    ('<svg><a xlink:href="JavaScript:strange()">', "a/index.html: đoạn mã lạ: a xlink:href=javascript:"),
    ('<iframe srcdoc="&lt;script>strange()">', "a/index.html: đoạn mã lạ: iframe srcdoc"),
]


@pytest.mark.parametrize(("planted", "said"), [("", None), *FAULTY])
def test_faults_of_a_page_are_found(planted: str, said: str | None, tmp_path: Path) -> None:
    """A page, file or anchor that is not there, an id used twice, code that is not ours; nothing else."""
    sync(tmp_path, SITE | {"a/index.html": SITE["a/index.html"] + planted})
    assert list(faults(tmp_path, {"ours()"})) == ([said] if said else [])


OLD = {"same.txt": "same", "changed.txt": "old", "gone/away.txt": "x"}
NEW = {"same.txt": "same", "changed.txt": "new", "more/new.txt": "y"}


def test_the_writer_touches_only_what_changed(tmp_path: Path) -> None:
    """Same content is not written again, stale files and empty folders go, neighbours stay."""
    (tmp_path / "beside.txt").write_text("mine", encoding="utf-8")
    folder = tmp_path / "docs"
    assert sync(folder, OLD) == 3
    before = state(folder)
    assert sync(folder, OLD) == 0
    assert state(folder) == before
    assert sync(folder, NEW) == 3
    assert state(folder)["same.txt"] == before["same.txt"]
    assert not (folder / "gone").exists()
    assert (tmp_path / "beside.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["../beside.txt", "a/../../beside.txt", "/tmp/beside.txt", "", "."])  # noqa: S108
def test_the_writer_never_climbs(name: str, tmp_path: Path) -> None:
    """A path that leads out of the folder, or is the folder, is refused before anything is written."""
    folder = tmp_path / "docs"
    sync(folder, OLD)
    with pytest.raises(ValueError, match="ngoài thư mục"):
        sync(folder, {"new.txt": "x", name: "x"})
    assert tree(folder) == {path: text.encode() for path, text in OLD.items()}


def test_the_writer_follows_no_link_out(tmp_path: Path) -> None:
    """A link planted in the folder does not lead the writer to a file outside."""
    outside = tmp_path / "outside.txt"
    outside.write_text("mine", encoding="utf-8")
    folder = tmp_path / "docs"
    sync(folder, OLD)
    (folder / "link.txt").symlink_to(outside)
    with pytest.raises(ValueError, match="ngoài thư mục"):
        sync(folder, {"link.txt": "x"})
    assert outside.read_text(encoding="utf-8") == "mine"
