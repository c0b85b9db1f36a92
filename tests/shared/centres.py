"""`data/danh-muc/toa-do-xa.csv` anew, from the package of the official list (`make centres`).

    python tests/shared/centres.py vietnamadminunits-1.0.4-py3-none-any.whl >data/danh-muc/toa-do-xa.csv

A centre is given to a thousandth of a degree, about 110 m: nearer no dot of a map can stand, and neighbouring wards
still stand apart. An area is given to a tenth of a km²; the package has none of two communes.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

_DATABASE = "vietnamadminunits/data/dataset.db"
_ROWS = "SELECT wardCode, wardLat, wardLon, wardAreaKm2 FROM admin_units ORDER BY wardCode"


def lines(wheel: Path) -> Iterator[str]:
    """The lines of the table, the first with its columns."""
    yield "ma,vi_do,kinh_do,dien_tich"
    with tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(zipfile.ZipFile(wheel).extract(_DATABASE, folder))
        for code, latitude, longitude, area in database.execute(_ROWS):
            yield f"{code},{latitude:.3f},{longitude:.3f},{'' if area is None else f'{area:.1f}'}"
        database.close()


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in lines(Path(sys.argv[1])))
