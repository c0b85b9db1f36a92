"""Nothing in the data runs on a page, and nothing that is not ours is ever replaced."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from support import COMMUNE, lay_over, replace, tree

from generator.build import documents, view_of
from generator.cli import main
from generator.examine import examine
from generator.vietnamese import clean

SCRIPT = "<script>alert(1)</script>"
HARM = {
    "source title": ("nguon.csv", "Báo cáo sau", f"Báo cáo {SCRIPT}"),
    "place": ("chi-tieu.csv", "Mục 2", f"Mục 2 {SCRIPT}"),
    "commune's note": ("xa.yml", "Số liệu giả", f"{SCRIPT} giả"),
}


def texts(data: Path, folder: Path) -> str:
    """All generated text of a data folder."""
    examined = examine(data)
    assert examined.problems == ()
    made = documents(view_of(examined, dt.date(2026, 7, 1)), folder / "charts", 1)
    return "\n".join(str(text) for name, text in made.items() if name.endswith(".md"))


@pytest.mark.parametrize("place", HARM)
def test_markup_in_data_is_text(place: str, tmp_path: Path) -> None:
    """A script in any text stays text, also in a page's title and description, which the theme prints raw."""
    data = lay_over("khac-hai-co-so", tmp_path)
    file, old, new = HARM[place]
    path = data / COMMUNE / file
    if old in path.read_text(encoding="utf-8"):
        replace(path, old, new)
    else:
        table = path.read_text(encoding="utf-8").splitlines()
        column = table[0].split(",").index("ten" if file == "nguon.csv" else "vi_tri")
        cells = table[1].split(",")
        cells[column] = f"{cells[column]} {SCRIPT}"
        path.write_text("\n".join([table[0], ",".join(cells), *table[2:]]) + "\n", encoding="utf-8")
    assert "<script" not in texts(data, tmp_path)


@pytest.mark.parametrize("mark", ["\x02", "\x1b", "\x7f", "\x96", "\u202e", "\u2066", "\u200b", "\ufeff"])
def test_marks_that_cannot_be_seen_are_left_out(mark: str) -> None:
    """Control characters and marks that turn the reading direction do not reach a page."""
    assert clean(f"Xã {mark}Vĩnh Thủy") == "Xã Vĩnh Thủy"


def test_a_folder_of_something_else_is_not_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--out` at a folder that is no site is refused with exit 2, and every file stays."""
    data = lay_over("khac-hai-co-so", tmp_path)
    before = tree(data)
    assert main(["build", "--data", str(data), "--out", str(data)]) == 2
    assert "không phải trang" in capsys.readouterr().err
    assert tree(data) == before


def test_an_empty_site_replaces_nothing(tmp_path: Path) -> None:
    """A data folder without communes is refused with exit 2."""
    (tmp_path / "xa").mkdir()
    assert main(["build", "--data", str(tmp_path), "--out", str(tmp_path / "site")]) == 2
    assert not (tmp_path / "site").exists()
