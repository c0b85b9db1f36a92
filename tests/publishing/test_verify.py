"""`portal verify`: a site, a part of it or a file, on a disk or on the web, and what is said of each."""

from __future__ import annotations

import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from test_editions import ONE, SITE, TWO, issued

from generator import cli
from generator.model.edition import MANIFEST, PAST, file_of
from generator.publishing import copies
from generator.publishing.copies import AtAddress, NotReached, OnDisk, above, read
from generator.publishing.edition import Origin, previous
from generator.publishing.runs import SiteError

PAGE, TABLE = "an-giang/a-00001/index.html", "du-lieu/so-lieu.csv"
Told = Callable[..., tuple[int, str]]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """Exit code and words of `portal verify`."""

    def verify(*arguments: object) -> tuple[int, str]:
        try:
            code = cli.main(["verify", *map(str, arguments)])
        except SystemExit as ended:
            code = int(str(ended.code))
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out + said.err

    return verify


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The second edition of a site, of which the first stands beside it."""
    issued(tmp_path / "first", Origin(ONE, ONE))
    origin = Origin(TWO, ONE, previous(OnDisk(tmp_path / "first")))
    issued(tmp_path / "site", origin, "2026-06-30", SITE | {"index.html": "<p>2"})
    return tmp_path / "site"


# --- a folder ---------------------------------------------------------------------------------


def test_a_site_that_matches(site: Path, told: Told) -> None:
    """Said with number, day and commits of the edition; a part of it too, and the site by its manifest; what a host
    puts beside it is no part of it.
    """
    code, said = told(site)
    assert (code, said) == (0, (
        "Khớp: cả 9 tệp đúng từng byte như bản phát hành số 2 ngày 30/06/2026.\n"
        "Bản ấy dựng từ dữ liệu 222222222222 (có tệp sửa mà chưa ghi vào git), chương trình 111111111111.\n"
    ))  # fmt: skip
    assert told(site / MANIFEST) == (code, said)
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").touch()
    (site / ".nojekyll").touch()
    assert told(site) == (code, said)
    for part, count in (("an-giang", 3), ("an-giang/a-00001", 1), ("du-lieu", 2)):
        assert f"cả {count} tệp trong {part}/ đúng từng byte" in told(site / part)[1]


def test_what_was_tampered_with_is_told(site: Path, told: Told) -> None:
    """A file that is changed, one that is missing, one too many: each by its name, exit code 1; a part without any of
    them still matches.
    """
    (site / PAGE).write_text("<p>x", encoding="utf-8")
    (site / TABLE).unlink()
    (site / "ha-noi" / "la\x1b.html").touch()
    code, said = told(site)
    assert code == 1
    assert said.splitlines()[0] == (
        "Không khớp bản phát hành số 2 ngày 30/06/2026: 1 khác, 1 thiếu, 1 thừa; 7 tệp khớp."
    )
    assert f"Có nhưng khác nội dung đã phát hành (1):\n  {PAGE}\n" in said
    assert f"Đã phát hành nhưng ở đây không có (1):\n  {TABLE}\n" in said
    assert "Ở đây có nhưng không có trong bản phát hành (1):\n ha-noi/la\ufffd.html\n" in said
    assert (told(site / "ha-noi")[0], told(site / "an-giang")[0], told(site / "an-giang/index.html")[0]) == (1, 1, 0)


def test_many_faults_are_counted(site: Path, told: Told) -> None:
    for number in range(25):
        (site / f"{number:02}.html").touch()
    code, said = told(site)
    assert code == 1
    assert "(25):\n  00.html" in said
    assert "  19.html\n  … và 5 tệp khác\n" in said


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_text("{}"), lambda path: path.write_text("")])
def test_a_province_without_its_list_is_not_judged(spoil: Callable[[Path], Any], site: Path, told: Told) -> None:
    """Its manifest is gone or is another: nothing it says is believed, and its files are neither right nor too many."""
    spoil(site / "ha-noi" / MANIFEST)
    code, said = told(site)
    assert code == 1
    assert "Chưa xem được nên chưa biết (1):\n  ha-noi/: " in said
    assert "b-00002" not in said


def test_a_manifest_that_is_cut_is_told(site: Path, told: Told) -> None:
    (site / MANIFEST).write_bytes((site / MANIFEST).read_bytes()[:500])
    code, said = told(site)
    assert (code, said.startswith("Không khớp: manifest.json bị hỏng")) == (1, True)


def test_without_a_manifest_there_is_nothing_to_say(tmp_path: Path, told: Told) -> None:
    """No site there, no such place, a manifest of something else, an address that is none: exit code 2."""
    (tmp_path / "a.csv").touch()
    for place in (tmp_path, tmp_path / "a.csv"):
        code, said = told(place)
        assert (code, "--manifest" in said) == (2, True)
    (tmp_path / MANIFEST).write_text('{"name": "app"}', encoding="utf-8")
    assert told(tmp_path)[0] == 2
    code, said = told(tmp_path / "a.csv", "--manifest", tmp_path)
    assert (code, "không phải manifest.json của trang số liệu" in said) == (2, True)
    for wrong in (tmp_path / "none", "https://", "http://[x", "xa.example/so-lieu"):
        assert told(wrong)[0] == 2


# --- a file -----------------------------------------------------------------------------------


def test_a_downloaded_file_is_known_by_its_hash(site: Path, tmp_path: Path, told: Told) -> None:
    """Whatever it is called, in the root or in a province: which file of which edition it is."""
    for name in (TABLE, PAGE):
        own = Path(shutil.copy(site / name, tmp_path / "tai-ve.x"))
        for manifest in (site, site / MANIFEST):
            code, said = told(own, "--manifest", manifest)
            assert (code, f"Khớp: đúng từng byte như {name} của bản phát hành số 2" in said) == (0, True)
            assert file_of(own.read_bytes()).sha256 in said
    assert told(site / PAGE)[0] == 0


def test_a_manifest_saved_beside_a_file_is_found(site: Path, tmp_path: Path, told: Told) -> None:
    """Without the provinces' manifests what is not found is not decided."""
    saved = tmp_path / "saved"
    saved.mkdir()
    for name in (MANIFEST, TABLE):
        shutil.copy(site / name, saved)
    assert told(saved / "so-lieu.csv")[0] == 0
    (saved / "so-lieu.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    code, said = told(saved / "so-lieu.csv")
    assert (code, said.startswith("Chưa kết luận được")) == (1, True)
    assert "ha-noi/: không có ha-noi/manifest.json" in said


def test_a_file_that_is_another_is_told(site: Path, tmp_path: Path, told: Told) -> None:
    """At its place in a site, and elsewhere: there with the files of its name."""
    own = tmp_path / "so-lieu.csv"
    own.write_text("a,b\n1,2\n", encoding="utf-8")
    code, said = told(own, "--manifest", site)
    assert (code, said.startswith("Không khớp: không tệp nào của bản phát hành số 2")) == (1, True)
    assert f"Tệp cùng tên, khác nội dung, của bản ấy (1):\n  {TABLE}" in said
    shutil.copy(site / "index.html", site / PAGE)
    code, said = told(site / PAGE)
    assert (code, said.startswith(f"Không khớp: {PAGE} khác nội dung đã phát hành")) == (1, True)
    assert "ở chỗ khác (1):\n  index.html" in said


def test_the_manifest_of_a_past_edition_is_known(site: Path, tmp_path: Path, told: Told) -> None:
    """Who kept one is told of which edition it is; not where the list is another than the edition's."""
    kept = tmp_path / "first" / MANIFEST
    code, said = told(kept, "--manifest", site)
    assert (code, "manifest.json của bản phát hành số 1 ngày 31/05/2026, một bản trước" in said) == (0, True)
    assert told(site / MANIFEST, "--manifest", site)[0] == 0
    (site / PAST).write_text((site / PAST).read_text().replace("\n1,", "\n7,"))
    code, said = told(kept, "--manifest", site)
    assert (code, f"{PAST}: không phải của bản này" in said) == (1, True)


# --- the web ----------------------------------------------------------------------------------


class Host(http.server.SimpleHTTPRequestHandler):
    """Serves a folder at `/so-lieu/`, and what no good host does, by the first part of the path."""

    folder = ""
    asked: list[str]

    def do_GET(self) -> None:
        """Answer by what the path begins with."""
        self.asked.append(self.path)
        trouble, _, rest = self.path[1:].partition("/")
        if trouble == "moved":
            self.send_response(301)
            self.send_header("Location", f"/so-lieu/{rest}")
            self.end_headers()
        elif trouble == "elsewhere":
            self.send_response(302)
            self.send_header("Location", f"file://{self.folder}/{rest}")
            self.end_headers()
        elif trouble == "round":
            self.send_response(302)
            self.send_header("Location", self.path)
            self.end_headers()
        elif trouble in ("500", "404", "403") or (trouble == "busy" and self.asked.count(self.path) < 3):
            self.send_error(int(trouble) if trouble != "busy" else 503)
        elif trouble == "short":
            self.send_response(200)
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(b'{"dang": 1')
        elif trouble == "large":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{" * 5000)
        elif trouble == "page":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<!doctype html>")
        elif trouble == "odd":
            self.wfile.write(b"no HTTP\r\n\r\n")
        else:
            self.path = f"/{rest}"
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def host(site: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of the host of the site, asked again without a pause."""
    monkeypatch.setattr("time.sleep", lambda _: None)

    class Ours(Host):
        folder, asked = str(site), []

        def __init__(self, *args: Any) -> None:
            super().__init__(*args, directory=str(site))

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Ours) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("way", ["so-lieu", "so-lieu/", "so-lieu/manifest.json", "moved/", "busy/"])
def test_a_site_on_the_web(way: str, host: str, told: Told) -> None:
    """Also where it has moved, or its host is busy at first; that files too many are not seen is said."""
    code, said = told(f"{host}/{way}")
    assert code == 0, said
    assert said.startswith("Khớp: cả 9 tệp")
    assert "Qua mạng không liệt kê được tệp" in said


def test_a_part_and_a_file_on_the_web(host: str, site: Path, tmp_path: Path, told: Told) -> None:
    """The manifest is found above them; what is not there any more is told, and what never was."""
    assert "cả 1 tệp trong an-giang/a-00001/" in told(f"{host}/so-lieu/an-giang/a-00001/")[1]
    assert told(f"{host}/so-lieu/{TABLE}?x=1#y")[0] == 0
    own = shutil.copy(site / TABLE, tmp_path / "own.csv")
    assert told(own, "--manifest", f"{host}/so-lieu/")[0] == 0
    assert told(site, "--manifest", f"{host}/so-lieu")[0] == 0
    (site / TABLE).unlink()
    for place in (f"{host}/so-lieu/{TABLE}", f"{host}/so-lieu/"):
        code, said = told(place)
        assert (code, f"ở đây không có (1):\n  {TABLE}" in said) == (1, True)
    assert told(f"{host}/so-lieu/none.csv")[0] == 2
    assert told(f"{host}/so-lieu/none/")[0] == 2


@pytest.mark.parametrize("way", ["404/", "elsewhere/", "round/", "500/", "403/", "short/", "page/", "odd/"])
def test_where_a_host_gives_no_manifest(way: str, host: str, told: Told) -> None:
    """A sentence and exit code 2, whatever it answers; no file of this machine is read for it."""
    code, said = told(f"{host}/{way}")
    assert (code, said.count("\n")) == (2, 1)


def test_a_wrong_address(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    for address in ("http://127.0.0.1:1/", "http://none.invalid/", "http://127.0.0.1:port/", "http://a b/"):
        code, said = told(address)
        assert (code, "Không đọc được" in said) == (2, True)


def test_a_host_that_stops_half_way(host: str, site: Path) -> None:
    """What it sent is no file; one that sends without end is left at what may be."""
    with pytest.raises(NotReached, match="ngắt kết nối giữa chừng"):
        read(AtAddress(f"{host}/short/"), "a")
    assert read(AtAddress(f"{host}/large/"), "a", 5000) == b"{" * 5000
    with pytest.raises(NotReached, match="lớn hơn"):
        read(AtAddress(f"{host}/large/"), "a", 4999)
    assert read(AtAddress(f"{host}/so-lieu/"), PAGE) == (site / PAGE).read_bytes()


def test_more_than_any_file_of_a_site_is_not_fetched(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether its host says so at once or not."""
    monkeypatch.setattr(copies, "MOST", 4000)
    for trouble in ("short", "large"):
        with pytest.raises(NotReached, match="lớn hơn"):
            copies.hashed(AtAddress(f"{host}/{trouble}/"), "a")


def test_the_edition_before_is_fetched(host: str, site: Path) -> None:
    """From the site that stands; a host that has none begins the list, one that does not answer stops the build."""
    assert previous(AtAddress(f"{host}/so-lieu/")) == previous(OnDisk(site))
    assert previous(AtAddress(f"{host}/404/")) is None
    for trouble in ("500", "403", "short", "page", "odd"):
        with pytest.raises(SiteError, match="--previous none"):
            previous(AtAddress(f"{host}/{trouble}/"))


def test_two_editions_at_once_are_asked_for_again(host: str, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a host shows the manifest of one edition and the list of another, neither is taken."""
    right, waits = (site / PAST).read_bytes(), []
    (site / PAST).write_bytes(b"of another")

    def wait(seconds: float) -> None:
        waits.append(seconds)
        (site / PAST).write_bytes(right)

    monkeypatch.setattr("time.sleep", wait)
    found = previous(AtAddress(f"{host}/so-lieu/"))
    assert found
    assert (found.past, len(waits)) == (right, 1)


@pytest.mark.parametrize(
    ("place", "roots"),
    [
        ("https://a.example", [("https://a.example/", "")]),
        ("https://a.example/x/y", [
            ("https://a.example/x/y/", ""), ("https://a.example/x/", "y/"), ("https://a.example/", "x/y/")]),
        ("https://a.example/x/s%E1%BB%91.csv?q#z", [
            ("https://a.example/x/", "số.csv"), ("https://a.example/", "x/số.csv")]),
    ],
)  # fmt: skip
def test_where_the_root_of_a_site_may_be(place: str, roots: list[tuple[str, str]]) -> None:
    assert [(str(copy), path) for copy, path in above(place)] == roots
