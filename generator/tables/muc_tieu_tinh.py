"""`muc-tieu.csv` of a province: what a document of the province aims at, for each of its communes or as a whole."""

from __future__ import annotations

from dataclasses import replace

from generator.tables import muc_tieu
from generator.tables.table import Column

EACH = "tung_xa"
"""Of a target: each commune is to reach it."""
CHO = Column(
    "cho",
    "Đặt cho",
    "choice",
    required=True,
    choices={EACH: "từng xã, phường, đặc khu", "ca_tinh": "cả tỉnh"},
    explained="Văn bản đặt mục tiêu cho từng xã, hay cho cả tỉnh tính chung.",
)
_MA, *_REST = muc_tieu.TABLE.columns

TABLE = replace(
    muc_tieu.TABLE,
    name="muc-tieu-tinh",
    title="Mục tiêu của tỉnh",
    columns=(_MA, CHO, *_REST),
    filed_as=muc_tieu.TABLE.name,
    form_words="Mục tiêu mà văn bản của tỉnh đặt ra, cho từng xã hoặc cho cả tỉnh.",
)
