"""`make bench`: what it says follows from what it measured, and what it measures is what it says."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from benchmarks import floors, home, rows, steps, straightforward, tables, weights
from benchmarks.measured import Cost, Failed, cost, family
from support import ROOT, TESTS

from generator.officer.sample import write_sample

BENCHMARKS = TESTS / "benchmarks"
MIB = 2**20


def found(communes: int, ways: dict[str, Cost], **more: object) -> rows.Found:
    weight = weights.Weight(communes, Counter(html=400_000 * communes, cards=900_000 * communes),
                            Counter(html=9 * communes, cards=2 * communes), 5_000, 3, 50_000 * communes)  # fmt: skip
    measured = tuple(rows.Row(communes, way, cost) for way, cost in ways.items())
    made = rows.Found(
        communes, 12, measured, {"compose": 3.0, "charts": 1.0}, weight, 8 * communes, 90 * communes, None
    )
    return made._replace(**more)  # type: ignore[arg-type]


def lines(text: str, begin: str) -> list[list[str]]:
    """The cells of the rows of a Markdown table whose first cell begins so."""
    return [row.strip("| ").split(" | ") for row in text.splitlines() if row.startswith(f"| {begin}")]


# --- measuring --------------------------------------------------------------------------------


def test_a_cost_is_of_all_processes(tmp_path: Path) -> None:
    """The memory of a child of the child counts, and its time."""
    alone = cost([sys.executable, "-c", "pass"], tmp_path)
    inner = "held = bytearray(150_000_000)\\nfor _ in range(2_000_000): pass"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{inner}'], check=True)"
    both = cost([sys.executable, "-c", code], tmp_path)
    assert both.largest > alone.largest + 140_000_000
    assert both.cpu > alone.cpu > 0
    assert both.wall > 0


def test_a_program_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(Failed, match=r"ended with 3:\nthe last words"):
        cost([sys.executable, "-c", "print('the last words'); raise SystemExit(3)"], tmp_path)


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="only Linux tells")
def test_a_family_is_a_process_and_what_it_started() -> None:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        assert child.pid in family(os.getpid())
    finally:
        child.communicate(b"\n")
    assert child.pid not in family(os.getpid())


def test_time_is_told_by_the_modules_at_work(tmp_path: Path) -> None:
    """Every process is looked at, those that it starts too, and ends as it would."""
    room = tmp_path / "generator" / "charts"
    room.mkdir(parents=True)
    (room / "busy.py").write_text(
        "import sitecustomize\ndef work():\n    while sitecustomize.looks[0] < 3: pass\n", encoding="utf-8"
    )
    code = "import subprocess, sys; from generator.charts import busy; busy.work()"
    code += "; len(sys.argv) > 1 or subprocess.run([sys.executable, '-c', sys.orig_argv[2], 'again'], check=True)"
    samples = tmp_path / "samples"
    samples.mkdir()
    environment = {"SAMPLES": str(samples), "PYTHONPATH": f"{BENCHMARKS / 'sampled'}:{tmp_path}"}
    cost([sys.executable, "-c", code], tmp_path, environment)
    read = steps.read(samples)
    assert len(read) == 2
    assert all(json.loads(one)["spent"]["charts/busy"] > 0 for one in read)
    assert next(iter(steps.by_step(read, 0.0))) == "charts"


@pytest.mark.parametrize(
    ("program", "chain", "step"),
    [
        ("mkdocs", "publishing/ready_html publishing/mkdocs_hook", "MkDocs"),
        ("", "language/personal_data publishing/guard publishing/at_fault build", "checks of the site"),
        ("", "language/personal_data checking/of_personal commune/examine build", "examine"),
        ("", "reading/split past/replay past/past build", "history"),
        ("", "charts/draw publishing/contents publishing/docs_dir build", "charts"),
        ("", "pieces/passports pages/document_pages publishing/contents build", "compose"),
        ("", "publishing/mkdocs_site build commands/build", "MkDocs"),
        ("", "publishing/not_written_yet build", "the rest of publishing"),
        ("", "build commands/build cli", steps.REST),
        ("", "", steps.REST),
    ],
)
def test_a_step_is_told_by_what_is_on_the_stack(program: str, chain: str, step: str) -> None:
    assert steps.step(program, chain) == step


def test_every_step_names_what_is_there() -> None:
    """A room or module that moved is told here, not by a step that has no time any more."""
    house = ROOT / "generator"
    named = [own for step in steps.STEPS.values() for own in step]
    assert [one for one in named if not (house / one).is_dir() and not (house / f"{one}.py").is_file()] == []


def test_steps_add_up_to_the_whole() -> None:
    samples = [json.dumps({"program": "", "spent": {"charts/draw": 2.0, "": 0.5}}),
               json.dumps({"program": "mkdocs", "spent": {"": 1.0}})]  # fmt: skip
    assert steps.by_step(samples, 10.0) == {steps.REST: 7.0, "charts": 2.0, "MkDocs": 1.0}


# --- weighing ---------------------------------------------------------------------------------


def test_weight_is_told_by_kind_and_commune(tmp_path: Path) -> None:
    drawing = b'<svg class="chart"><svg x="1"></svg></svg>'
    for name, content in {
        "index.html": b"12345", "tinh/index.html": b"1", "tinh/xa-00004/index.html": b"<p>" + drawing + b"</p>",
        "tinh/xa-x0001/du-lieu/so-lieu.csv": b"1234", "tinh/xa-x0001/the.png": b"123456", "tinh/xa-x0001/a.bin": b"1",
    }.items():  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    weight = weights.weighed(tmp_path)
    assert weight.communes == 2
    assert weight.bytes == Counter(html=len(drawing) + 7, csv=4, cards=6, other=1)
    assert weight.files == Counter(html=1, csv=1, cards=1, other=1)
    assert (weight.shared_bytes, weight.shared_files, weight.drawn) == (6, 2, len(drawing))


def test_trees_that_differ_are_told(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for tree, name, text in ((one, "same", "a"), (other, "same", "a"), (one, "changed", "a"), (other, "changed", "b"),
                             (one, "gone", "a"), (other, "new", "a")):  # fmt: skip
        tree.mkdir(exist_ok=True)
        (tree / name).write_text(text, encoding="utf-8")
    assert weights.different(one, other) == ["changed", "gone", "new"]


# --- the other ways ---------------------------------------------------------------------------


def test_one_cell_is_corrected(tmp_path: Path) -> None:
    write_sample(tmp_path, 3, 2, seed=1)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.csv")}
    told = home.correct(tmp_path)
    changed = [path for path, content in before.items() if path.read_bytes() != content]
    assert [f"{path.parent.name}, {path.name}" for path in changed] == [told.partition(":")[0]]
    old, new = (list(csv.reader(text.decode().splitlines())) for text in (before[changed[0]], changed[0].read_bytes()))
    cells = [(a, b) for one, other in zip(old, new, strict=True) for a, b in zip(one, other, strict=True) if a != b]
    assert [int(b) - int(a) for a, b in cells] == [1]


def test_the_straightforward_way_is_short() -> None:
    assert len((BENCHMARKS / "straightforward.py").read_text(encoding="utf-8").splitlines()) <= 150


@pytest.mark.slow
def test_the_straightforward_way_makes_the_same_pages_and_pictures(tmp_path: Path) -> None:
    """Each page, each chart once; what is no chart stays where it is."""
    docs, site, commune = tmp_path / "docs", tmp_path / "ours", "tinh/xa-00004"
    chart = '<svg class="chart {}"><svg></svg></svg>'
    for name, text in {
        "index.md": "# Trang chủ\n", f"{commune}/index.md": f"# Xã\n\n{chart.format(1)}\n\n<svg class='spark'></svg>\n",
        f"{commune}/ngan-sach/index.md": f"# Ngân sách\n\n{chart.format(1)}{chart.format(2)}\n", "a.json": "{}",
    }.items():  # fmt: skip
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")
    figures = site / commune / "du-lieu" / "so-lieu.csv"
    figures.parent.mkdir(parents=True)
    figures.write_text("chi_tieu,ky_in,gia_tri\nmot,Tháng 1,1\nmot,Tháng 2,2\nhai,Năm,x\n", encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.straightforward", *map(str, (docs, site, tmp_path / "work"))]
    cost(command, tmp_path, {"PYTHONPATH": str(TESTS), "NO_MKDOCS_2_WARNING": "1"})
    made = tmp_path / "work" / "site"
    assert sorted(path.name for path in (made / "charts").iterdir()) == ["0.svg", "1.svg"]
    assert "Tháng 2" in (made / "charts" / "0.svg").read_text(encoding="utf-8")
    page = (made / commune / "ngan-sach" / "index.html").read_text(encoding="utf-8")
    assert ['../../../charts/0.svg"' in page, '../../../charts/1.svg"' in page, "<svg class=\"chart" in page] == [
        True, True, False,
    ]  # fmt: skip
    assert "class='spark'" in (made / commune / "index.html").read_text(encoding="utf-8")
    assert (made / "a.json").read_text(encoding="utf-8") == "{}"


def test_pages_are_laid_out_for_hugo(tmp_path: Path) -> None:
    (tmp_path / "docs" / "a").mkdir(parents=True)
    for name in ("index.md", "a/index.md", "a/so.csv"):
        (tmp_path / "docs" / name).write_text(name, encoding="utf-8")
    floors.for_hugo(tmp_path / "docs", tmp_path / "hugo")
    assert (tmp_path / "hugo" / "content" / "a" / "_index.md").read_text(encoding="utf-8") == "a/index.md"
    assert (tmp_path / "hugo" / "static" / "a" / "so.csv").is_file()


def test_nav_and_bars_are_few() -> None:
    assert (straightforward.NAV, straightforward.BARS) == (10, 12)


# --- telling ----------------------------------------------------------------------------------


def test_a_ratio_has_two_digits() -> None:
    told = [tables.ratio(part, whole) for part, whole in
            ((1, 3), (1, 1), (1, 500), (5, 1), (25, 1), (1, None), (1, 0.0))]  # fmt: skip
    assert told == ["0.33", "1.0", "0.0020", "5.0", "25", "–", "–"]


def test_the_table_has_a_row_a_way() -> None:
    measured = found(30, {rows.COLD: Cost(60, 33, 200 * MIB, 310 * MIB), rows.CELL: Cost(1.5, 2, 90 * MIB),
                          rows.STRAIGHT: Cost(200, 150, 400 * MIB, 400 * MIB)})  # fmt: skip
    text = tables.told([measured], ["cell", "straightforward", "hugo"], "A machine.")
    assert [row[1:] for row in lines(text, "30 |")] == [
        ["ours, cold", "60.0", "33.0", "2,000.0", "0.30", "0.22", "1.0", "200", "310"],
        ["ours, one cell changed", "1.5", "2.0", "50.0", "0.0075", "0.013", "0.025", "90", "–"],
        ["the straightforward way", "200.0", "150.0", "6,666.7", "1.0", "1.0", "3.3", "400", "400"],
    ]
    assert "The row of Hugo is left out" in text
    assert lines(text, "compose") == [["compose", "75% (100)"]]
    assert lines(text, "all but cards") == [["all but cards", "400.0 (9.0)"]]
    assert lines(text, "cards") == [["cards", "900.0 (2.0)"]]
    assert "Fewer than the 8 charts" not in text
    assert "Fewer than the 8 charts" in tables.told([measured._replace(charts=239)], [], "")


def test_targets_are_judged() -> None:
    """At the limit a target holds; above it is said by how much."""
    ways = {rows.COLD: Cost(33, 22, 2**31, 2**31), rows.STRAIGHT: Cost(100, 100, 1), rows.CELL: Cost(1.32, 1, 1)}
    told = [row[2] for row in tables.targets([found(30, ways, different=())])]
    assert told == ["holds", "holds", "2 times too much", "holds", "holds"]
    assert [row[1] for row in tables.targets([found(30, ways)])] == ["0.33", "0.22", "0.04", "400 KB"]
    assert [row[1:] for row in tables.targets([found(30, ways, different=("a",))])][3] == ("1 files differ", "fails")


def test_targets_of_the_country_are_judged_of_the_country() -> None:
    large = {
        rows.COLD: Cost(3321 * 2.4, 1, 2**31, 3 * 2**30),
        rows.UNCHANGED: Cost(9, 10, 1),
        rows.CHECK: Cost(9, 61, 1),
    }
    small = {rows.COLD: Cost(600, 1, 1), rows.UNCHANGED: Cost(9, 99, 1)}
    told = [row for row in tables.targets([found(300, small), found(3321, large)]) if "KB" not in row[0]]
    assert [row[2] for row in told] == ["holds", "1.5 times too much", "1 times too much", "holds"]
    assert [row[0].partition(": ")[2][:9] for row in told] == ["unchanged", "memory ≤ ", "check ≤ 6", "CPU a com"]


def test_growth_is_looked_at_where_there_is_something_to_grow_from() -> None:
    grown = {rows.COLD: Cost(1000 * 3, 1, 1)}
    assert not [row for row in tables.targets([found(1000, grown)]) if "at 300" in row[0]]
