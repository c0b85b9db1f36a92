"""What programs find at the root: every page with one address, dated by what changed it; what is here, in words."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from urllib.parse import urljoin

import pandas as pd
import pytest
import whole_country
from defusedxml.ElementTree import fromstring
from sites import ADDRESS, Sites

from generator.country import for_machines, sitemap
from generator.country.country import Country
from generator.country.sitemap import FILE, LARGEST

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
_ROOT = "https://so-lieu.example/"
VINH_THUY, VINH_THONG = "quang-tri/vinh-thuy-19405/", "thai-nguyen/vinh-thong-01981/"


def country(**days: str) -> Country:
    """The project's communes, with news of days by their codes (c19405 for 19405)."""
    known, _ = whole_country.project()
    news = known.frames.news.head(0)
    rows = [{"code": code.removeprefix("c"), "day": pd.Timestamp(day)} for code, day in days.items()]
    told = pd.DataFrame(rows, columns=news.columns) if rows else news
    return replace(known, site_url=_ROOT, frames=replace(known.frames, news=told))


def entries(text: str, name: str = "url") -> dict[str, str]:
    """The addresses of a map, each with its day or ''."""
    found = fromstring(text).findall(f"s:{name}", NAMES)
    return {one.findtext("s:loc", "", NAMES): one.findtext("s:lastmod", "", NAMES) for one in found}


def test_pages_are_dated_by_what_came_for_their_commune() -> None:
    """Those of its province, and the home page, by the newest of theirs; where nothing is known no day is made up."""
    pages = ["", "ban-do/", VINH_THUY, f"{VINH_THUY}ngan-sach/", "quang-tri/", "quang-tri/ban-do/", VINH_THONG]
    made = sitemap.files(country(c19405="2026-08-13"), pages)
    assert entries(made[FILE]) == {
        _ROOT: "2026-08-13",
        f"{_ROOT}ban-do/": "",
        f"{_ROOT}{VINH_THUY}": "2026-08-13",
        f"{_ROOT}{VINH_THUY}ngan-sach/": "2026-08-13",
        f"{_ROOT}quang-tri/": "2026-08-13",
        f"{_ROOT}quang-tri/ban-do/": "2026-08-13",
        f"{_ROOT}{VINH_THONG}": "",
    }
    later = sitemap.files(country(c19405="2026-08-13", c01981="2026-09-01"), pages)
    assert entries(later[FILE])[_ROOT] == "2026-09-01"
    assert entries(later[FILE])[f"{_ROOT}{VINH_THUY}"] == "2026-08-13"
    assert set(entries(sitemap.files(country(), pages)[FILE]).values()) == {""}


def test_the_day_of_the_site_changes_nothing() -> None:
    """Same data, same bytes."""
    made = country(c19405="2026-08-13")
    assert sitemap.files(made, [""]) == sitemap.files(replace(made, date=dt.date(2030, 1, 1)), [""])


def test_many_pages_are_divided_by_province() -> None:
    """Each map stands above what it tells of; a province with too many has several."""
    own = [f"{VINH_THUY}nguon-so-lieu/v{number}/" for number in range(5)]
    pages = ["", "ban-do/", VINH_THONG, *own]
    whole = sitemap.files(country(c19405="2026-08-13"), pages, len(pages))
    assert list(whole) == [FILE]
    made = sitemap.files(country(c19405="2026-08-13"), pages, 3)
    assert list(made) == [
        FILE, "khac-sitemap.xml", "quang-tri/sitemap.xml", "quang-tri/sitemap-2.xml", "thai-nguyen/sitemap.xml",
    ]  # fmt: skip
    assert list(entries(made[FILE], "sitemap")) == [f"{_ROOT}{name}" for name in list(made)[1:]]
    parts = {name: entries(text) for name, text in made.items() if name != FILE}
    assert all(len(part) <= 3 for part in parts.values())
    assert all(one.startswith(urljoin(_ROOT, name.rpartition("/")[0])) for name, part in parts.items() for one in part)
    assert {one: day for part in parts.values() for one, day in part.items()} == entries(whole[FILE])
    assert LARGEST == 50_000


def test_without_an_address_there_is_no_map_of_the_site() -> None:
    assert not sitemap.files(replace(country(), site_url=""), [""])


def test_what_is_made_for_other_pages_is_no_page() -> None:
    files = [
        "index.md", "a/index.md", "a/x-1/nhung/index.md", "a/x-1/nhung/tra-loi/index.html", "a/nhung/ban-do/index.html",
        "nhung/ban-do/index.html", "a/loa/index.html", "a/du-lieu/so-lieu.csv", "a/xindex.md",
    ]  # fmt: skip
    assert sitemap.pages_of(files) == ["", "a/", "a/loa/", "a/x-1/nhung/"]


@pytest.mark.parametrize(
    ("site", "robots"),
    [(_ROOT, True), ("https://tinh.example/so-lieu-xa/", False), ("", False)],
)
def test_robots_are_told_at_the_root_of_a_host_alone(site: str, *, robots: bool) -> None:
    made = for_machines.files(replace(country(), site_url=site))
    assert ("robots.txt" in made) == robots
    if robots:
        assert made["robots.txt"] == f"User-agent: *\nAllow: /\nSitemap: {site}sitemap.xml\n"


def test_what_is_here_is_said_in_few_words() -> None:
    """What there is, where the data are, how to read and to cite them, under which licence."""
    text = for_machines.files(country())["llms.txt"]
    assert len(text.encode()) < 4_096
    assert text.startswith("# ")
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## Trang", "## Dữ liệu", "## Đọc cho đúng", "## Trích dẫn",
    ]  # fmt: skip
    for said in (f"({_ROOT}du-lieu/so-lieu.csv)", "datapackage.json", "không xếp hạng", "CC BY 4.0"):
        assert said in text
    assert "](du-lieu/so-lieu.csv)" in for_machines.files(replace(country(), site_url=""))["llms.txt"]


# --- a site ---------------------------------------------------------------------------------------


def test_every_page_has_one_address(sites: Sites) -> None:
    """Light pages too: absolute, of a page that is there; the map of the site names those that stand for themselves."""
    site = sites("made-up, public")
    own = []
    for file in sorted(site.rglob("*.html")):
        address = f"{ADDRESS}{file.relative_to(site).as_posix().removesuffix('index.html')}"
        if file.name == "404.html":
            continue
        (found,) = re.findall(r'<link rel="canonical" href="([^"]*)">', file.read_text(encoding="utf-8"))
        assert found.startswith(ADDRESS)
        assert (site / found.removeprefix(ADDRESS) / "index.html").is_file(), file
        own += [address] if found == address else []
    named = entries((site / FILE).read_text(encoding="utf-8"))
    assert sorted(named) == sorted(own)
    assert not (site / "sitemap.xml.gz").exists()


def test_what_is_said_of_files_is_true(sites: Sites) -> None:
    """Every address in `llms.txt` is there."""
    for site in (sites("made-up"), sites("made-up, public")):
        links = re.findall(r"\]\(([^)]*)\)", (site / "llms.txt").read_text(encoding="utf-8"))
        assert links
        for link in links:
            path = site / link.removeprefix(ADDRESS)
            assert path.is_file() or (path / "index.html").is_file(), link


def test_a_commune_is_a_place(sites: Sites) -> None:
    """Its first page says so to programs, with code, province and centre."""
    page = (sites("made-up, public") / "thanh-hoa/hoang-son-15910/index.html").read_text(encoding="utf-8")
    (said,) = re.findall(r'\{"@context":"https://schema.org","@type":"AdministrativeArea".*?(?=</script>)', page)
    for part in ('"name":"Xã Hoằng Sơn"', '"value":"15910"', '"name":"Tỉnh Thanh Hóa"', '"@type":"GeoCoordinates"'):
        assert part in said
