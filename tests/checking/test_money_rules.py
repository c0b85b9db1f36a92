"""What the rules on a budget take as it comes, and what they refuse by its name."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from support import BASE, COMMUNE

from generator.commune.outcome import Survey
from generator.commune.survey import survey

HEAD = "ky,tu_ngay,den_ngay,bang,ma_dong,ma_cha,noi_dung,giai_doan,cap_giao,so_tien,so_du_toan,nguon,vi_tri"
YEAR, MAY = "Năm 2026,2026-01-01,2026-12-31", "5 tháng,2026-01-01,2026-05-31"
MARCH, LAST = "3 tháng,2026-01-01,2026-03-31", "Năm 2025,2025-01-01,2025-12-31"


def survey_of(folder: Path, rows: Sequence[str]) -> Survey:
    """A commune whose budget has such rows, each from one document."""
    shutil.copytree(BASE, folder / "data")
    text = "\n".join([HEAD, *(f"{row},bc-5,Biểu 2" for row in rows)])
    (folder / "data" / COMMUNE / "ngan-sach.csv").write_text(f"{text}\n", encoding="utf-8")
    return survey(folder / "data")


@pytest.mark.parametrize(
    "rows",
    {
        "one code for plan, allocation, three and five months, settlement": (
            f"{YEAR},chi,y-te,,Chi y tế,du_toan,,300 triệu đồng,",
            f"{YEAR},chi,y-te,,Chi y tế,duoc_phan_bo,,290 triệu đồng,",
            f"{MARCH},chi,y-te,,Chi y tế,thuc_hien,,60 triệu đồng,",
            f'{MAY},chi,y-te,,Chi y tế,thuc_hien,,126 triệu đồng,"42,0%"',
            f"{MAY},chi,y-te,,Chi y tế,uoc_thuc_hien,,130 triệu đồng,",
            f"{LAST},chi,y-te,,Chi y tế,quyet_toan,,270 triệu đồng,",
        ),
        "two givers of one line": (
            f"{YEAR},thu,tong,,Tổng thu ngân sách,du_toan,tỉnh giao,800 triệu đồng,",
            f"{YEAR},thu,tong,,Tổng thu ngân sách,du_toan,xã giao,900 triệu đồng,",
            f'{MAY},thu,tong,,Tổng thu ngân sách,thuc_hien,,450 triệu đồng,"50,0%"',
        ),
        "a per cent of the other giver's plan": (
            f"{YEAR},thu,tong,,Tổng thu ngân sách,du_toan,tỉnh giao,800 triệu đồng,",
            f"{YEAR},thu,tong,,Tổng thu ngân sách,du_toan,xã giao,900 triệu đồng,",
            f'{MAY},thu,tong,,Tổng thu ngân sách,thuc_hien,,450 triệu đồng,"56,3%"',
        ),
        "a balance below zero": (
            f"{MAY},can_doi,chenh-lech,,Chênh lệch thu và chi,thuc_hien,,-12 triệu đồng,",
            f"{MARCH},can_doi,chenh-lech,,Chênh lệch thu và chi,thuc_hien,,(1.500.000) đồng,",
        ),
        "one code in two tables": (
            f"{YEAR},thu,tong,,Tổng thu ngân sách,du_toan,,900 triệu đồng,",
            f"{YEAR},chi,tong,,Tổng chi ngân sách,du_toan,,880 triệu đồng,",
        ),
        "more came in than was planned": (
            f"{YEAR},thu,phi,,Phí và lệ phí,du_toan,,10 triệu đồng,",
            f"{MAY},thu,phi,,Phí và lệ phí,thuc_hien,,12 triệu đồng,",
        ),
    }.values(),
)  # fmt: skip
def test_such_a_budget_is_taken_as_it_is(rows: Sequence[str], tmp_path: Path) -> None:
    assert survey_of(tmp_path, rows).told == ()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        *(("khoan-khong-cong-khai", words) for words in (
            "Chi quốc phòng", "a) Chi quốc phòng", "II. Chi thường xuyên quốc phòng", "Trong đó: chi quốc phòng",
            "1.1. Chi an ninh và trật tự an toàn xã hội", "Chi sự nghiệp an ninh", "Bảo đảm quốc phòng, an ninh",
            "Chi dự trữ quốc gia",
        )),
        *(("thieu-bang", words) for words in (
            "Tổng chi ngân sách", "A. Tổng thu NSNN trên địa bàn", "I - Chi cân đối ngân sách", "Tổng số chi NSĐP",
        )),
        *(("", words) for words in (
            "An toàn, an ninh mạng", "An ninh mạng", "Bảo đảm an ninh, an toàn thông tin", "An ninh và an toàn dữ liệu",
            "Lớp học giáo dục quốc phòng trực tuyến", "Chi ngân sách cho khoa học, công nghệ",
            "Tổng chi ngân sách xã cho chuyển đổi số", "Chi từ ngân sách xã",
        )),
    ],
)  # fmt: skip
def test_a_line_is_refused_by_its_name(code: str, words: str, tmp_path: Path) -> None:
    """Lines of defence, security and reserves, and a whole budget among money for digital transformation; what only
    sounds like them is taken.
    """
    told = survey_of(tmp_path, [f'{YEAR},,dong,,"{words}",du_toan,,10 triệu đồng,'])
    assert [problem.code for problem in told.told] == ([code] if code else [])
