"""What is never published stands in no table of a commune, not even as a title, and hangs on no notice.

The kinds are told in `luoc_bo` of each document, and nowhere else: a note beside a gap would tell what is missing.
"""

from __future__ import annotations

import csv
import datetime as dt
import re

import pytest
from support import ROOT

from generator.commune.survey import survey
from generator.notice.facts import facts
from generator.pieces.views import view_of

TABLES = sorted((ROOT / "data" / "xa").glob("*/*.csv")) + sorted((ROOT / "tests" / "doc-lai").glob("*.csv"))
KINDS = {
    "the Party's own members, accounts, fees, handbook, procedures": (
        r"đảng phí|(số|toàn thể|\d) đảng viên|đảng viên (4\.0|điện tử)|đảng tịch|chi bộ trực thuộc"
        r"|(thủ tục hành chính|TTHC) của Đảng"
    ),
    "state secrets": r"(máy tính|máy|phần mềm) (soạn thảo văn bản )?mật|cơ yếu|lộ lọt|máy mật",
    "network, addresses, lines": r"Mbps|\bIP\b|Switch|cáp quang theo|\bđiểm mạng|(số lượng|số) đường truyền|mạng LAN",
    "passwords, security levels": r"mật khẩu|cấp độ an toàn|hồ sơ cấp độ",
    "software that is missing": r"bản quyền (windows|office|phần mềm)|(windows|office) có bản quyền|phần mềm bản quyền",
    "people below the leadership": r"đồng chí [A-ZĐ][^ ]+ [A-ZĐ]|[Hh]ọ và tên:",
}


@pytest.mark.parametrize("kind", KINDS)
def test_no_table_has_it(kind: str) -> None:
    found = []
    for path in TABLES:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                cells = {name: cell for name, cell in row.items() if name != "luoc_bo"}
                found += [f"{path.name}: {name}" for name, cell in cells.items() if re.search(KINDS[kind], cell)]
    assert found == []


def test_no_remark_names_a_weakness_of_security() -> None:
    """Of what is lacking or weak, no sentence of the communes' documents names information security."""
    weak = re.compile(r"(an toàn thông tin|an ninh mạng|bảo mật)[^.;]*(hạn chế|còn thiếu|chưa (đáp|có|được)|yếu)")
    for path in TABLES:
        if path.name == "nhan-xet.csv":
            with path.open(encoding="utf-8", newline="") as file:
                assert [row["vi_tri"] for row in csv.DictReader(file) if weak.search(row["noi_dung"])] == []


def test_no_notice_tells_how_safe_the_systems_are() -> None:
    view = view_of(survey(ROOT / "data"), dt.date(2026, 10, 1))
    told = [fact for commune in view.dataset.communes for fact in facts(view, commune, "ha-tang-nhan-luc")]
    assert told
    assert not [fact.figure for fact in told if re.search("su_co_attt|ro_ri_du_lieu", fact.figure)]
