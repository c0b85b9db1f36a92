"""A build after a change makes what depends on it and lets the rest stand: byte for byte the site of a build from
nothing, whatever kind of input has changed.
"""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support import ROOT, tree

from generator import communes
from generator.charts.cache import there
from generator.cli import main
from generator.communes import KEPT
from generator.officer.sample import write_sample
from generator.publishing.docs_dir import DOCS
from generator.standing import workplace

pytestmark = pytest.mark.slow


def built(data: Path, out: Path, *more: str) -> dict[str, bytes]:
    """The files of a site after a build."""
    assert main(["build", "--data", str(data), "--out", str(out), "--date", "2026-12-01", "--quiet", *more]) == 0
    return tree(out)


def anew(data: Path, folder: Path, *more: str) -> dict[str, bytes]:
    """The files of the same site built from nothing."""
    try:
        return built(data, folder / "anew", *more)
    finally:
        shutil.rmtree(workplace(folder / "anew"))
        shutil.rmtree(folder / "anew")


def told(site: dict[str, bytes]) -> dict[str, bytes]:
    """All but what says when and from what the edition is."""
    return {name: content for name, content in site.items() if name != "manifest.json"}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three communes of a province, one month."""
    folder = tmp_path_factory.mktemp("data") / "data"
    write_sample(folder, 3, 1, seed=1, provinces=["44"])
    return folder


@pytest.fixture(scope="module")
def site(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Its site, which each test builds again after a change."""
    out = tmp_path_factory.mktemp("site") / "site"
    built(data, out)
    yield out
    shutil.rmtree(workplace(out))


def first(data: Path) -> Path:
    return min((data / "xa").iterdir())


def edited(path: Path, change: Callable[[list[dict[str, str]]], object]) -> None:
    """Edit a table as an officer does."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    change(rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8")


def a_number(data: Path) -> None:
    """Of one commune, in one cell."""

    def more(rows: list[dict[str, str]]) -> None:
        row = next(row for row in reversed(rows) if row["chi_tieu"] == "pakn_moi")
        row["gia_tri"] = {"7": "8"}.get(row["gia_tri"], "7")

    edited(first(data) / "chi-tieu.csv", more)


def rows_and_titles(data: Path) -> None:
    """A row is gone, and what a document is called has changed."""
    edited(first(data) / "diem-ho-tro.csv", list.pop)
    edited(first(data) / "nguon.csv", lambda rows: rows[-1].update(ten="Báo cáo tên khác"))


def a_commune_gone(data: Path) -> None:
    shutil.rmtree(max((data / "xa").iterdir()))


def a_line_of_an_office(data: Path) -> None:
    path = first(data) / "xa.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + '\nduong_day: ["0233 3000 111"]\n', encoding="utf-8")


def a_province(data: Path) -> None:
    edited(data / "tinh" / "44" / "nguon.csv", lambda rows: rows[-1].update(ten="Kế hoạch tên khác"))


def a_catalogue(data: Path) -> None:
    shutil.copytree(ROOT / "data" / "danh-muc", data / "danh-muc", dirs_exist_ok=True)
    path = data / "danh-muc" / "chi-tieu.yml"
    text = path.read_text(encoding="utf-8")
    assert "Số thủ tục" in text
    path.write_text(text.replace("Số thủ tục", "Số lượng thủ tục"), encoding="utf-8")


CHANGES = {
    "number": (a_number, ()), "rows and titles": (rows_and_titles, ()), "office": (a_line_of_an_office, ()),
    "province": (a_province, ()), "catalogue": (a_catalogue, ()), "commune gone": (a_commune_gone, ()),
    "day": (lambda _: None, ("--date", "2027-02-01")), "address": (lambda _: None, ("--site-url", "https://a.example/")),
}  # fmt: skip


@pytest.mark.parametrize("kind", CHANGES)
def test_after_a_change_the_site_is_that_of_a_build_from_nothing(
    kind: str, data: Path, site: Path, tmp_path: Path
) -> None:
    """One change after another, of each kind of input; what nothing of it depends on is the old file."""
    change, more = CHANGES[kind]
    before = {name: path.stat().st_ino for path in site.rglob("*.html") if (name := path.relative_to(site).as_posix())}
    change(data)
    now = built(data, site, *more)
    assert told(now) == told(anew(data, tmp_path, *more))
    stood = sum(name in before and (site / name).stat().st_ino == before[name] for name in now if "." in name)
    assert stood > 0 or kind == "address"


def test_of_a_commune_alone_the_others_stand(data: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the commune of which something has changed is examined and composed."""
    made, call = list[str](), communes._Maker.__call__

    def noted(maker: communes._Maker, name: str) -> communes.Made:
        made.append(name)
        return call(maker, name)

    monkeypatch.setattr(communes._Maker, "__call__", noted)
    built(data, site)  # another day or address may have been built before
    made.clear()
    a_number(data)
    built(data, site)
    assert made == [first(data).name]


def test_what_is_damaged_is_made_again(data: Path, site: Path) -> None:
    """A record that was cut, a prepared page that is gone or that somebody changed: nothing of it is believed."""
    built(data, site)
    work, name = workplace(site), first(data).name
    record = work / KEPT / name
    page = next(path for path in (work / DOCS).rglob("index.md") if name.split("-", 1)[1] in str(path))
    content = page.read_bytes()
    damages: list[Callable[[], object]] = [
        lambda: record.write_bytes(record.read_bytes()[:-9]), page.unlink, lambda: page.write_bytes(content + b"x"),
    ]  # fmt: skip
    for damage in damages:
        damage()
        edited(
            max((data / "xa").iterdir()) / "nguon.csv", lambda rows: rows[-1].update(ghi_chu=rows[-1]["ghi_chu"] + " a")
        )
        built(data, site)
        assert page.read_bytes() == content
        assert there(record) is not None
