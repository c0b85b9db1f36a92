"""Under which licence the compilation may be used, as who runs the site says in `mkdocs.yml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple


class Licence(NamedTuple):
    """`id` is that of SPDX, '' for another one; `name` is what people call it, `address` where its text is."""

    id: str
    name: str
    address: str


_CC = "https://creativecommons.org"
LICENCES: Mapping[str, Licence] = {
    one.id: one
    for one in (
        Licence("CC-BY-4.0", "Creative Commons Ghi công 4.0 (CC BY 4.0)", f"{_CC}/licenses/by/4.0/"),
        Licence("CC-BY-SA-4.0", "Creative Commons Ghi công, chia sẻ tương tự 4.0 (CC BY-SA 4.0)",
                f"{_CC}/licenses/by-sa/4.0/"),
        Licence("CC0-1.0", "Creative Commons không giữ quyền nào (CC0 1.0)", f"{_CC}/publicdomain/zero/1.0/"),
        Licence("ODbL-1.0", "Open Database License 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
        Licence("ODC-By-1.0", "Open Data Commons Attribution License 1.0",
                "https://opendatacommons.org/licenses/by/1-0/"),
    )
}  # fmt: skip
USUAL = LICENCES["CC-BY-4.0"]
"""Where nothing else is written."""
_OWN = re.compile(r"([^<>]*[^<>\s])\s*<(https?://[^\s<>]+)>")
REMEDY = f"Ghi một trong các tên: {', '.join(LICENCES)}; hoặc giay_phep: Tên giấy phép <https://địa-chỉ-văn-bản>."


def read(text: str) -> Licence | None:
    """The licence that a text names; None where it names none.

    >>> read("CC0-1.0").address
    'https://creativecommons.org/publicdomain/zero/1.0/'
    >>> read("Giấy phép của tỉnh <https://tinh.example/giay-phep>").name
    'Giấy phép của tỉnh'
    """
    own = _OWN.fullmatch(text.strip())
    return LICENCES.get(text.strip()) or (Licence("", own[1], own[2]) if own else None)
