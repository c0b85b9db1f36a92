"""All tables, in the order in which officers meet them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.tables import (
    bdhvs,
    chi_tieu,
    diem_ho_tro,
    dinh_chinh,
    don_vi_hanh_chinh,
    ket_qua,
    kien_nghi,
    muc_tieu,
    muc_tieu_quoc_gia,
    ngan_sach,
    nguon,
    nhan_xet,
    nhiem_vu,
    tien_do,
    to_cong_nghe_so,
    toa_do_xa,
    tthc,
    van_ban,
)
from generator.tables.table import Table

TABLES: tuple[Table, ...] = (
    nguon.TABLE,
    tthc.TABLE,
    bdhvs.TABLE,
    to_cong_nghe_so.TABLE,
    diem_ho_tro.TABLE,
    ngan_sach.TABLE,
    chi_tieu.TABLE,
    muc_tieu.TABLE,
    nhiem_vu.TABLE,
    tien_do.TABLE,
    ket_qua.TABLE,
    van_ban.TABLE,
    kien_nghi.TABLE,
    nhan_xet.TABLE,
)
"""The tables of a commune that officers fill in: a new table joins here."""
BY_NAME: Mapping[str, Table] = {table.name: table for table in TABLES}

OF_A_COMMUNE = (*TABLES, dinh_chinh.TABLE)
"""What may lie in a commune's folder."""
OF_ALL_COMMUNES = (don_vi_hanh_chinh.TABLE, muc_tieu_quoc_gia.TABLE)
"""The tables that a shared catalogue must have."""
OPTIONAL = (toa_do_xa.TABLE,)
"""Those for which the project's own serve a catalogue that brings none."""
