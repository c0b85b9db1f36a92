"""The reason that a form gives for what it changes of published figures, written into the commune's corrections."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Mapping, Sequence

from generator.changes.changed_figures import Pair
from generator.changes.unexplained import row_for
from generator.forms.form_facts import about
from generator.forms.read_form import Page
from generator.forms.words import REASON
from generator.language.vietnamese import clean
from generator.model.record import Record
from generator.reading.cell_text import Changes
from generator.reading.header import column_of
from generator.reading.split import split
from generator.reading.text_files import find_header
from generator.tables.dinh_chinh import TABLE

_COLUMNS = tuple(column.name for column in TABLE.columns)


def reason_of(pages: Sequence[Page]) -> str:
    """What the first sheet says why published figures are corrected; '' where it says nothing."""
    raw = about(pages).get(REASON)
    return "" if raw is None or raw.value is None else clean(str(raw.value))


def with_reasons(text: str | None, rows: Sequence[Record], pairs: Sequence[Pair], day: dt.date, reason: str) -> str:
    """The text of `dinh-chinh.csv`, None where there is none yet, with a row for each change; `rows` are those that
    were read of it. One that led to a figure which now moves or goes leads where that does.
    """
    lines = io.StringIO(text or ",".join(_COLUMNS[:4]) + "\n", newline="").readlines()
    end = lines[0][len(lines[0].rstrip("\r\n")) :] or "\n"
    for old, new in pairs:
        if old is None or (new and new.id == old.id):
            continue
        for row in rows:
            if row.table == TABLE.name and row["ma_so_moi"] == old.id != row["ma_so_cu"]:
                lines[row.line - 1] = lines[row.line - 1].replace(old.id, new.id if new else "", 1)
    made = "".join(lines)
    raw = split(made.removeprefix("\ufeff"), TABLE)
    found = find_header(raw.lines(), TABLE, Changes(""))
    names = [column_of(TABLE, name) for name in found[1]] if found else [*_COLUMNS]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=raw.mark, lineterminator=end)
    for pair in pairs:
        cells: Mapping[str, str] = dict(zip(_COLUMNS, row_for(pair, day, reason), strict=False))
        writer.writerow([cells.get(name, "") for name in names])
    return made + ("" if made.endswith(("\n", "\r")) else end) + out.getvalue()
