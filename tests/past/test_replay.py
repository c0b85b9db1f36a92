"""Whoever replays `lich-su.csv` to any commit has exactly the figures that the commit published."""

from __future__ import annotations

import csv
import datetime as dt
import io
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from repositories import git
from support import BASE, COMMUNE

from generator.commune.examine import examine
from generator.commune.outcome import Outcome, Shared
from generator.country.open_data import history_text
from generator.model.history import VALUE, value_of
from generator.model.published_columns import published
from generator.past.histories import history_of
from generator.past.past import past
from generator.pieces.views import view
from generator.reading.catalogue_files import load_catalogue
from generator.reading.folders import Folder, on_disk
from generator.reading.operator import Operator

Files = Mapping[str, bytes]
CATALOGUE, _ = load_catalogue(on_disk(BASE / "danh-muc", "danh-muc"), [])
HEADER = "chi_tieu,phan_to,ky,loai_ky,tu_ngay,den_ngay,gia_tri,don_vi,nhan_dinh,nguon,vi_tri,dung_nhu_van_ban"
ROWS = st.dictionaries(
    st.tuples(st.sampled_from(("so_tthc", "so_dvctt_toan_trinh", "so_dvctt_mot_phan")), st.sampled_from(("05", "06"))),
    st.sampled_from(("", "0", "7", "khoảng 7", "7 thủ tục", "không nêu", "7.0.0", "-")),
    max_size=5,
)
"""Indicator and month to a value as officers write it; one of them cannot be read."""


def table(rows: Mapping[tuple[str, str], str], *, turned: bool, quoted: bool) -> bytes:
    """`chi-tieu.csv` in one of its writings."""
    days = {"05": "2026-05-31", "06": "2026-06-30"}
    cells = [
        [id, "", f"tháng {month}", "thoi_diem", "", days[month], value, "", "", f"bc-{int(month)}", "Mục 1", ""]
        for (id, month), value in rows.items()
    ]
    out = io.StringIO()
    made = [HEADER.split(","), *cells]
    csv.writer(out, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL).writerows(
        [row[::-1] for row in made] if turned else made
    )
    return out.getvalue().encode()


def committed(states: Sequence[Files], repository: Path) -> list[str]:
    """A repository of these states, a commit each, some on one day; the ids of the commits."""
    git(repository, "init", "--quiet", "--initial-branch=chinh")
    written = []
    for number, files in enumerate(states):
        when = int(dt.datetime(2026, 7, 1, 5, tzinfo=dt.UTC).timestamp()) + number * 43_200
        head = f"commit refs/heads/chinh\ncommitter Thu <thu@xa.example> {when} +0000\ndata 3\nSua\n"
        written.append(head.encode())
        for name, content in files.items():
            written.append(f"M 100644 inline data/{name}\ndata {len(content)}\n".encode() + content + b"\n")
    subprocess.run(["git", "-C", str(repository), "fast-import", "--quiet"], input=b"".join(written), check=True)
    git(repository, "reset", "--quiet", "--hard", "chinh")
    return git(repository, "rev-list", "--reverse", "chinh").split()


def at(text: str, commit: str, order: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """What the table says that a commit published, by figure."""
    place = {id: number for number, id in enumerate(order)}
    then = place[commit]
    return {
        row["ma_so"]: tuple(row[name] for name in VALUE)
        for row in csv.DictReader(io.StringIO(text))
        if place[row["lan_ghi"]] <= then and (not row["lan_ghi_sau"] or then < place[row["lan_ghi_sau"]])
    }


@settings(max_examples=25)
@given(st.lists(st.tuples(ROWS, st.booleans(), st.booleans()), min_size=1, max_size=8))
def test_replayed_to_a_commit_it_gives_its_figures(
    changes: list[tuple[dict[tuple[str, str], str], bool, bool]],
) -> None:
    """Values, blanks, words, withdrawals, faults, other writings, several commits on a day."""
    assert CATALOGUE
    base = {path.relative_to(BASE).as_posix(): path.read_bytes() for path in sorted(BASE.rglob("*")) if path.is_file()}
    states = [base, *(
        {f"{COMMUNE}/chi-tieu.csv": table(rows, turned=turned, quoted=quoted)} for rows, turned, quoted in changes
    )]  # fmt: skip
    with tempfile.TemporaryDirectory() as made:
        order = committed(states, Path(made))
        there = past(Path(made) / "data")
        own, expected = {name.removeprefix(f"{COMMUNE}/"): content for name, content in base.items()
                         if name.startswith(COMMUNE)}, []  # fmt: skip
        good = None
        for number, state in enumerate(states):
            own |= {name.removeprefix(f"{COMMUNE}/"): content for name, content in state.items()} if number else {}
            day = dt.date(2026, 7, 1) + dt.timedelta(days=number)
            examined = examine(Folder(COMMUNE, dict(own)), CATALOGUE, day)
            good = good if examined.stopped else examined
            assert good
            expected.append({figure.id: value_of(published(figure)) for figure in good.figures})
        assert good
        known = history_of(there, good, Path(made) / "cache", dt.date(2026, 12, 1), CATALOGUE.indicators)
        outcome = Outcome(good.folder, good, good.problems)
        seen = view([outcome], Shared(CATALOGUE), dt.date(2026, 12, 1), "", Operator(), known)
    for commit, figures in zip(order, expected, strict=True):
        assert at(history_text(seen), commit, order) == figures
