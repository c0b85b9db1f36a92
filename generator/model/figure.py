"""One value of one indicator, and a target beside its result."""

from __future__ import annotations

import math
from typing import NamedTuple

BUDGET = "kinh_phi_cds"
"""The indicator of every budget line."""


class Figure(NamedTuple):
    """One value of one indicator: a row of the frame of figures (`tidy.frame`), typed.

    The first 23 fields are the published columns of the public contract, under their names; numbers are NaN where
    there is none. The rest stays inside: `so_le` printed decimals (of money in đồng, so that whole
    millions have −6), `nhan_dinh` what the
    document claims, `gom_ky_truoc` whether online counts include those carried over, `noi_dung` words of a target or
    budget line, `ma_cha`/`du_dong_con` the budget tree, `lap_lai` whether a target holds every year, `in_sai` 'co'
    where the row says that it is printed so, `tep`/`dong` file and line. Of its document: `ngay_biet` the last day that
    it can know, `ngay_nguon` the day it was issued or, where that is not printed, `ngay_biet`; `thay_boi` the document
    that replaces it, '' while it stands.
    """

    ma_so: str
    ma_xa: str
    chi_tieu: str
    phan_to: str
    ky_in: str
    loai_ky: str
    tu_ngay: str
    den_ngay: str
    so_sanh: str
    gia_tri: float
    gia_tri_den: float
    don_vi: str
    nhu_in: str
    tu_so: float
    mau_so: float
    co_so: str
    ngoai_tru: str
    loai: str
    tinh_trang: str
    don_vi_bao_cao: str
    nguon: str
    vi_tri: str
    ghi_chu: str
    so_le: int
    nhan_dinh: str
    gom_ky_truoc: str
    noi_dung: str
    ma_cha: str
    du_dong_con: str
    lap_lai: str
    in_sai: str
    tep: str
    dong: int
    ngay_biet: str
    ngay_nguon: str
    thay_boi: str

    @property
    def order_day(self) -> str:
        """The day (ISO) by which it is ordered among others: its last one, else the last that its document can know,
        which is never told as its own.
        """
        return self.den_ngay or self.ngay_biet

    @property
    def is_ratio(self) -> bool:
        """Whether the value is printed as a ratio (07/10) or made of two counts."""
        return not math.isnan(self.tu_so)

    @property
    def is_exact(self) -> bool:
        """Whether it claims one exact value: no “khoảng”, “trên”, no range."""
        return self.so_sanh == "=" and not self.is_range

    @property
    def is_range(self) -> bool:
        """Whether the value has a second end (55%–60%)."""
        return not math.isnan(self.gia_tri_den)


class Standing(NamedTuple):
    """A target beside the latest result that falls into its stage.

    `status` is one of the words of `compute`: at or below the target while its stage runs, met or not after it, not
    begun, or nothing to compare.
    """

    target: Figure
    result: Figure | None
    status: str
