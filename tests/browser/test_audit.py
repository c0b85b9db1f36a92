"""`make audit`: page types are read from the tree, bytes are those on the wire, budgets break where they should."""

from __future__ import annotations

import gzip
import http.client
import json
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from audit.browse import visit
from audit.host import Host, serving
from audit.model import Audited, Finding, Lighthouse, Visit
from audit.pages import page_types
from audit.verdict import broken, findings, table
from playwright.sync_api import Browser
from support import TESTS

WORDS = " ".join(f"chữ {number}" for number in range(400))
PAGES = {
    "": "trang đầu",
    "danh-sach/": "A-Z",
    "tinh-a/": "một tỉnh",
    "tinh-a/chi-tieu/thu/2/": "các xã của một chỉ tiêu",
    "tinh-a/day-du/so-moi/": "tháng nào có số",
    "tinh-a/xa-b-00001/": "xã",
    "tinh-a/xa-b-00001/ngan-sach/": "ngân sách " + WORDS,
    "tinh-a/xa-b-00001/ngan-sach/niem-yet/": "giấy dán",
    "tinh-a/xa-b-00001/nguon-so-lieu/": "nguồn",
    "tinh-a/xa-b-00001/nguon-so-lieu/12-bc/": "văn bản",
    "tinh-a/xa-c-x0001/": "xã dài hơn " + WORDS,
    "tinh-a/xa-c-x0001/ngan-sach/": "ngân sách",
    "tinh-a/xa-cu-x0002/": '<meta http-equiv="refresh" content="0; url=../xa-b-00001/">' + WORDS * 3,
    "chi-tieu/": "các chỉ tiêu",
    "chi-tieu/ho_so/": "một chỉ tiêu",
    "chi-tieu/thu/": "một chỉ tiêu dài hơn",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of little pages that share a style sheet and an icon."""
    for address, text in PAGES.items():
        up = "../" * address.count("/")
        path = tmp_path / "site" / address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = (
            f'<title>x</title><link rel="stylesheet" href="{up}chung.css"><link rel="icon" href="{up}bieu-tuong.svg">'
        )
        path.write_text(f'<!doctype html><html lang="vi"><head>{head}</head><body><p>{text}</p></body></html>', "utf-8")
    (tmp_path / "site" / "chung.css").write_text("p { color: black }\n" * 500, "utf-8")
    (tmp_path / "site" / "bieu-tuong.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    (tmp_path / "site" / "404.html").write_text("không có", "utf-8")
    return tmp_path / "site"


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    with serving(site) as made:
        yield made


def test_each_type_is_shown_by_its_heaviest_page(site: Path) -> None:
    """Whatever varies is a word in the name; pages that only send elsewhere are none; communes have a page before."""
    assert [(kind.name, kind.address, kind.before) for kind in page_types(site)] == [
        ("trang-chu", "", None),
        ("tinh", "tinh-a/", None),
        ("tinh/chi-tieu", "tinh-a/chi-tieu/thu/2/", None),
        ("tinh/day-du", "tinh-a/day-du/so-moi/", None),
        ("xa", "tinh-a/xa-c-x0001/", "tinh-a/xa-c-x0001/ngan-sach/"),
        ("xa/*/niem-yet", "tinh-a/xa-b-00001/ngan-sach/niem-yet/", "tinh-a/xa-b-00001/"),
        ("xa/ngan-sach", "tinh-a/xa-b-00001/ngan-sach/", "tinh-a/xa-b-00001/"),
        ("xa/nguon-so-lieu", "tinh-a/xa-b-00001/nguon-so-lieu/", "tinh-a/xa-b-00001/"),
        ("xa/nguon-so-lieu/mot", "tinh-a/xa-b-00001/nguon-so-lieu/12-bc/", "tinh-a/xa-b-00001/"),
        ("chi-tieu", "chi-tieu/", None),
        ("chi-tieu/mot", "chi-tieu/thu/", None),
        ("danh-sach", "danh-sach/", None),
    ]


def test_only_a_commune_and_its_subjects_have_the_smaller_budget(site: Path) -> None:
    assert [kind.name for kind in page_types(site) if kind.narrow] == ["xa", "xa/ngan-sach"]


@contextmanager
def line_to(host: Host) -> Iterator[http.client.HTTPConnection]:
    with closing(http.client.HTTPConnection("127.0.0.1", host.server_port)) as line:
        yield line


def ask(host: Host, path: str, **head: str) -> tuple[http.client.HTTPResponse, bytes]:
    with line_to(host) as line:
        line.request("GET", path, headers=head)
        answer = line.getresponse()
        return answer, answer.read()


def test_host_compresses_and_lets_keep(host: Host, site: Path) -> None:
    """Text goes out packed where that is understood; a file that has not changed is not sent again."""
    packed, body = ask(host, "/chung.css", **{"Accept-Encoding": "gzip"})
    assert gzip.decompress(body) == (site / "chung.css").read_bytes()
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Cache-Control"].startswith("max-age=")
    assert ask(host, "/chung.css")[1] == (site / "chung.css").read_bytes()
    again, body = ask(host, "/chung.css", **{"Accept-Encoding": "gzip", "If-None-Match": packed.headers["ETag"]})
    assert (again.status, body) == (304, b"")


def test_host_finds_pages_and_stays_in_its_folder(host: Host) -> None:
    assert ask(host, "/chi-tieu/")[0].status == 200
    assert ask(host, "/chi-tieu")[0].headers["Location"] == "/chi-tieu/"
    lost, body = ask(host, "/khong-co/")
    assert (lost.status, body.decode()) == (404, "không có")
    assert ask(host, "/../secret")[0].status == 404
    assert ask(host, "/%2e%2e/%2e%2e/etc/passwd")[0].status == 404


def test_host_counts_what_goes_over_the_wire(host: Host) -> None:
    """The count is the whole response, head and body, and the line stays open for the next."""
    with line_to(host) as line:
        for path in ("/chung.css", "/danh-sach/"):
            line.request("GET", path, headers={"Accept-Encoding": "gzip"})
            answer = line.getresponse()
            head = [
                f"HTTP/1.1 {answer.status} {answer.reason}",
                *(f"{name}: {value}" for name, value in answer.getheaders()),
            ]
            size = sum(len(said) + 2 for said in [*head, ""]) + len(answer.read())
            assert host.sent[-1] == (path, size)
            assert not answer.will_close
    assert len(host.sent) == 2


@pytest.mark.browser
def test_visits_are_counted_once(host: Host, browser: Browser) -> None:
    """A first visit counts page, style sheet and icon once each; a second page comes without what is already there."""
    seen = visit(browser, host, "tinh-a/xa-b-00001/ngan-sach/", "tinh-a/xa-b-00001/")
    sizes = {}
    for path in ("/tinh-a/xa-b-00001/ngan-sach/", "/chung.css", "/bieu-tuong.svg"):
        ask(host, path, **{"Accept-Encoding": "gzip"})
        sizes[path] = host.sent[-1].size
    assert (seen.first, seen.html, seen.requests) == (sum(sizes.values()), next(iter(sizes.values())), 3)
    assert seen.second == seen.html
    assert 2 <= seen.answer <= 6, "the style sheet alone takes two seconds on slow 3G"


KB = 1024
PERFECT = Lighthouse((100, 100, 100, 100), 1.0, 0, ())
GOOD = Audited("xa", "tinh-a/xa/", True, Visit(60 * KB, 20 * KB, 5, 20 * KB, 3.0), PERFECT, (), ())
FAULT = Finding("axe", "color-contrast", "Colours must differ", "p [light 320]")


def test_a_budget_is_broken_only_beyond_it() -> None:
    assert list(broken(GOOD)) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"visit": replace(GOOD.visit, first=61 * KB)}, "first visit 61.0 KB, at most 60"),
        ({"visit": replace(GOOD.visit, first=76 * KB), "narrow": False}, "first visit 76.0 KB, at most 75"),
        ({"visit": replace(GOOD.visit, html=21 * KB)}, "HTML 21.0 KB, at most 20"),
        ({"visit": replace(GOOD.visit, second=21 * KB)}, "second page 21.0 KB, at most 20"),
        ({"visit": replace(GOOD.visit, answer=3.01)}, "first answer on slow 3G 3.01 s, at most 3.0"),
        ({"lighthouse": Lighthouse((100, 99, 100, 100), 1.0, 0, ())}, "accessibility 99, wanted 100"),
        ({"lighthouse": Lighthouse((100, 100, 100, 100), 1.01, 0, ())}, "LCP 1.01 s, at most 1.0"),
        ({"axe": (FAULT,)}, "axe 1, wanted 0"),
        ({"html": (FAULT, FAULT)}, "html-validate 2, wanted 0"),
    ],
)
def test_each_budget_is_told_when_broken(change: dict[str, object], words: str) -> None:
    assert list(broken(replace(GOOD, **change))) == [words]  # type: ignore[arg-type]


def test_table_is_aligned_and_leaves_out_what_was_not_measured() -> None:
    lines = table(
        [GOOD, replace(GOOD, name="trang-chu", lighthouse=None, visit=replace(GOOD.visit, second=None))]
    ).split("\n")
    assert len({len(line) for line in lines}) == 1
    assert lines[1].split() == ["xa", *["100"] * 4, "1.00", "0.0", "60.0", "20.0", "20.0", "5", "3.00", "0", "0"]
    assert lines[2].split() == ["trang-chu", *["-"] * 6, "60.0", "20.0", "-", "5", "3.00", "0", "0"]


def test_a_fault_is_told_once_with_its_page_types() -> None:
    rows = [replace(GOOD, axe=(FAULT,)), replace(GOOD, name="tinh", axe=(FAULT, replace(FAULT, place="h1 [dark 320]")))]
    assert findings(rows, None).split("\n") == [
        "axe · color-contrast: Colours must differ",
        "    p [light 320]  (every page type)",
        "    h1 [dark 320]  (tinh)",
    ]
    assert findings(rows, 1).split("\n")[-1] == "    and 1 more places: --all"


def test_packages_are_exact_and_name_no_registry() -> None:
    """Each machine asks the registry that it is set to; versions and hashes are the lock's."""
    wanted = json.loads((TESTS / "audit" / "package.json").read_text("utf-8"))["dependencies"]
    packages = json.loads((TESTS / "audit" / "package-lock.json").read_text("utf-8"))["packages"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert not any("resolved" in package for package in packages.values())
    assert all("integrity" in package for name, package in packages.items() if name)
