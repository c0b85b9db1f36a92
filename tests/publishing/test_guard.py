"""The last look before publishing: texts and pictures of a finished site."""

from __future__ import annotations

import gzip
import io
import shutil
import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

import close_look
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from sites import Sites
from support import CASES, tree

from generator.cli import main
from generator.country.workbook import Sheet, workbook
from generator.model.edition import PAST
from generator.publishing import by_hand, guard
from generator.publishing.guard import leaks
from generator.publishing.pictures import Broken, beside_pixels
from generator.standing import workplace


def told(site: Path, allowed: Sequence[str] = ()) -> list[str]:
    """The sentences about what a site must not hold."""
    return [str(leak) for leak in leaks(site, allowed)]


def chunk(name: bytes, content: bytes = b"") -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(*extra: bytes) -> bytes:
    size = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + b"".join(extra) + pixels + chunk(b"IEND")


LADEN = {
    "comment": png(chunk(b"tEXt", b"Author\0A")),
    "xmp": png(chunk(b"iTXt", b"XML:com.adobe.xmp\0")),
    "exif": png(chunk(b"eXIf", b"II*\0")),
    "time": png(chunk(b"tIME", b"\0" * 7)),
    "behind": png() + b"PK\3\4",
}


def test_a_clean_picture_passes(tmp_path: Path) -> None:
    """Pixels, sizes and colours only; zeros after the end are nothing."""
    (tmp_path / "a.png").write_bytes(png())
    (tmp_path / "b.PNG").write_bytes(png() + b"\0\0")
    assert told(tmp_path) == []


@pytest.mark.parametrize("name", LADEN)
def test_a_laden_picture_is_told(name: str, tmp_path: Path) -> None:
    """Comments, EXIF, XMP, a file hidden behind the picture."""
    (tmp_path / f"{name}.png").write_bytes(LADEN[name])
    (said,) = told(tmp_path)
    assert said.startswith(f"{name}.png: ảnh mang theo")


@pytest.mark.parametrize("name", ["anh.jpg", "ANH.JPEG", "anh.webp", "anh.gif", "anh.heic", "favicon.ico"])
def test_a_site_holds_png_alone(name: str, tmp_path: Path) -> None:
    """Whatever such a file holds: what to do is said."""
    (tmp_path / name).write_bytes(png())
    (said,) = told(tmp_path)
    assert said.startswith(f"{name}: ảnh loại “{Path(name).suffix.lower()}”")
    assert "PNG" in said


@given(st.binary(max_size=60), st.integers(0, 80))
def test_any_bytes_are_judged(noise: bytes, at: int) -> None:
    """A broken picture is said to be broken: no other error, no endless loop."""
    for content in (noise, png()[:at] + noise, png()[:at] + noise + png()[at:]):
        try:
            assert isinstance(beside_pixels(content), list)
        except Broken:
            continue


def _by_somebody() -> bytes:
    """A workbook as a program for tables saves it, with who made it."""
    content = io.BytesIO()
    Workbook().save(content)
    return content.getvalue()


TEXTS: dict[str, str | bytes] = {
    "page.html": "<p>Gọi 0912 345 678</p>",
    "split.html": "<p>Gọi <b>0912</b> 345&#32;678</p>",
    "entity.html": "<p>Gọi &#48;912&nbsp;345&nbsp;678</p>",
    "mail.html": '<a href="mailto&#58;a.nguyen&#64;gmail.com">thư</a>',
    "hidden.html": "<!-- CCCD 001203004567 -->",
    "chart.svg": "<svg><title>0912.345.678</title></svg>",
    "drawn.svg": '<svg><metadata>A</metadata><path d="M0 0"/></svg>',
    "so-lieu.csv": "ghi_chu\n0912345678\n",
    "a.json": '{"a": "0912\\u2011345\\u2011678"}',
    "a.xml": "<loc>0912345678</loc>",
    "muc-luc.js": 'window.mucLuc={"a":"0912\\u2011345\\u2011678"};',
    "a.txt": "Số tài khoản: 3700205123456",
    "latin.html": "không".encode("utf-16"),
    "a.jsonld": '{"a": "0912 345 678"}',
    "so.xlsx": workbook([Sheet("A", [("a", "string", 9)], [("Gọi 0912 345 678",)])]),
    "o-so.xlsx": workbook([Sheet("A", [("a", "number", 9)], [("84912345678",)])]),
    "ten-to.xlsx": workbook([Sheet("0912345678", [("a", "string", 9)], [("a",)])]),
    "nguoi-lam.xlsx": _by_somebody(),
    "broken.xlsx": b"PK no",
    "a.csv.gz": gzip.compress(b"0912345678"),
    "broken.csv.gz": b"\x1f\x8bno",
    "bao-cao.pdf": b"%PDF",
    "broken.png": b"no picture",
}


@pytest.mark.parametrize("name", TEXTS)
def test_what_must_not_be_public_is_told(name: str, tmp_path: Path) -> None:
    """In pages, charts and tables, packed or written with entities; kinds nobody can look into are refused."""
    content = TEXTS[name]
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    (said,) = told(tmp_path)
    assert said.startswith(f"{name}: ")
    assert "345" not in said


def test_amounts_side_by_side_are_no_number(tmp_path: Path) -> None:
    """84,375 % of 736 are 621: three cells of a row, no telephone number."""
    sheet = Sheet(
        "A", [("gia_tri", "number", 9), ("tu_so", "number", 9), ("mau_so", "number", 9)], [("84.375", "621", "736")]
    )
    (tmp_path / "so.xlsx").write_bytes(workbook([sheet]))
    assert told(tmp_path) == []


@pytest.mark.parametrize("name", ["assets/a.js", "assets/a.css", "a.js.map", "tim-kiem/a.js"])
def test_assets_are_read(name: str, tmp_path: Path) -> None:
    """A remark in a script or a style sheet is public too."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("/* hỏi bà B 0912345678 */", encoding="utf-8")
    assert [said.split(":")[0] for said in told(tmp_path)] == [name]


PARTED = {
    "tags": "<p>Gọi <span class='a'>0912</span><a href='#x'>345</a><i>678</i></p>",
    "boxes": "<div>0912</div>\n<div>345 678</div>",
    "cells": "<tr><td>SĐT</td><td>912345678</td></tr>",
    "halves": "<tr><td>0912</td>\n<td>345678</td></tr>",
    "lines": "<p>Gọi 0912<br>345\n678</p>",
    "label": "<dl><dt>Số tài khoản</dt><dd>3700205123456</dd></dl>",
    "attribute": "<p><a title='0912 345 678'>gọi</a></p>",
    "picture": "<img alt='nguyen.a@gmail.com' src='a.svg'>",
    "mail": "<p><span>nguyen.a</span><span>@</span><span>gmail.com</span></p>",
    "address": "<a href='mailto:nguyen.a%40gmail.com'>thư</a>",
    "style": "<style>/* 0912345678 */</style>",
    "text": "<svg><text>0912<tspan>345678</tspan></text></svg>",
}


@pytest.mark.parametrize("way", PARTED)
def test_what_tags_part_is_told(way: str, tmp_path: Path) -> None:
    """A number in pieces, its word in another box, a number within a tag."""
    (tmp_path / "a.html").write_text(PARTED[way], encoding="utf-8")
    assert len(told(tmp_path)) == 1


MARKUP = st.lists(
    st.sampled_from(
        ["0912", " ", "345", "\n", "  ", "\u00a0", "<b>", "</b>", "<br>", "<br/>", "<td>", "</td>", "<a href='x'>",
         "</a>", "<a-b>", "<span title='a > b'>", "<!-- gọi -->", "<!---->", "<!-->", "<", ">", "<style>", "</style>",
         "<style media='a'>", "<script>", "</script>", "a<b", '<path d="M0 1" id="x">', "<i\n>", "<BR>", "chữ", "</"]
    ), max_size=14,
).map("".join)  # fmt: skip


@settings(max_examples=1000)
@given(MARKUP)
@example("a <b> b</b> <br> <br> c<td>\n</td> <br>\n<i> </i>")
@example("<style>a</script></style> <script></style>0912</script>0912<style>")
def test_markup_is_parted_as_a_reader_sees_it(markup: str) -> None:
    """The quick way of parting gives what the careful way gives; parts that are alike on many pages are taken apart."""
    pieces = guard._STYLES.split(markup)
    assert pieces[1::3] == close_look.styles(markup)
    assert guard._words(" ".join(pieces[::3])) == close_look.words(markup)


@pytest.mark.parametrize("name", ["anh_0912345678.svg", "0912-345-678/a.html", "so-lieu/cmnd_191234567.csv"])
def test_names_are_looked_at(name: str, tmp_path: Path) -> None:
    """Of files and of folders."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("", encoding="utf-8")
    (said,) = told(tmp_path)
    assert "tên tệp" in said
    assert said.startswith(name.partition("/")[0])


def test_tables_are_read_by_cells(tmp_path: Path) -> None:
    """A number in two cells of a row; not what stands in two rows."""
    (tmp_path / "a.csv").write_text('a,b\n"0912","345678"\n', encoding="utf-8")
    (tmp_path / "b.csv").write_text("a,b\n1,0912\n345678,2\n", encoding="utf-8")
    assert [said.split(":")[0] for said in told(tmp_path)] == ["a.csv"]


def test_public_lines_and_drawings_pass(tmp_path: Path) -> None:
    """Lines of the office, coordinates, ids of figures, hashes, amounts."""
    text = (
        '<tr id="s-19405-x-20260101-20260518-trong-ky"><td>318.204.500</td></tr><a href="tel:02333822123">gọi</a>'
        f"<svg>{''.join(f'<text>{count}</text>' for count in '010300300001')}</svg>"  # months with few late dossiers
        '<svg viewBox="0 0 0912345678 1"><path d="M0 912 345 678L0912345678 1" id="t0912345678"/></svg>'
    )
    (tmp_path / "a.html").write_text(text, encoding="utf-8")
    assert told(tmp_path, ["Một cửa: 0233 3822 123"]) == []


@pytest.mark.parametrize(("letters", "found"), [(42, True), (43, False), (44, True)])
def test_the_hash_of_a_script_is_nobodys_number(letters: int, found: bool, tmp_path: Path) -> None:
    """Whatever digits it holds; but only what is as long as a hash is one."""
    text = f"""<meta content="script-src 'sha256-{"+0912345678+".ljust(letters, "a")}='">"""
    (tmp_path / "a.html").write_text(text, encoding="utf-8")
    assert bool(told(tmp_path)) is found


@pytest.mark.slow
def test_a_page_with_personal_data_is_not_published(
    sites: Sites, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 1 with a sentence; the old site stays to the byte, the refused one is gone."""
    out = tmp_path / "site"
    arguments = ["build", "--data", str(CASES / "mot-xa"), "--out", str(out), "--date"]
    shutil.copytree(sites("made-up"), out)
    before = tree(tmp_path)
    pages = tmp_path / "pages"
    shutil.copytree(by_hand.HAND_WRITTEN, pages)
    page = pages / "gioi-thieu" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n\nGọi **0912** 345 678.\n", encoding="utf-8")
    monkeypatch.setattr(by_hand, "HAND_WRITTEN", pages)
    capsys.readouterr()
    assert main([*arguments, "2026-07-02"]) == 1
    assert "gioi-thieu/index.html: có số điện thoại 0912•••678." in capsys.readouterr().err
    shutil.rmtree(pages)
    assert tree(tmp_path) == before
    shutil.rmtree(workplace(out), ignore_errors=True)


@pytest.mark.parametrize("before", [guard.ROWS - 2, guard.ROWS - 1, guard.ROWS, 2 * guard.ROWS - 1, 2 * guard.ROWS])
def test_a_long_table_is_read_to_its_end(before: int, tmp_path: Path) -> None:
    """Wherever a part of it begins."""
    rows = ["ghi_chu,so", *["việc,1"] * (before - 1), "gọi 0912345678,1", *["việc,1"] * 5]
    (tmp_path / "so-lieu.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (said,) = told(tmp_path)
    assert said.startswith("so-lieu.csv: có số điện thoại")


def test_counts_of_editions_are_no_number(tmp_path: Path) -> None:
    """Beside each other in the list of past editions they are counts; elsewhere, and within one cell, they are told."""
    (tmp_path / "du-lieu").mkdir()
    for name, row, alarms in (
        (PAST, "f4dd,26,12182,348,1546", 0),
        ("du-lieu/khac.csv", "f4dd,26,12182,348,1546", 1),
        (PAST, "1,0912345678,1", 1),
    ):
        (tmp_path / name).write_text(f"a,b,c\n{row}\n", encoding="utf-8")
        assert len(told(tmp_path)) == alarms, name
        (tmp_path / name).unlink()
