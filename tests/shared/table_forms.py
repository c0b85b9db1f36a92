"""What offices' programs make of a table."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Callable

FORMS: dict[str, Callable[[str], bytes]] = {
    "bom": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "semicolon": lambda text: text.replace(",", ";").encode(),
    "tab": lambda text: text.replace(",", "\t").encode(),
    "nfd": lambda text: unicodedata.normalize("NFD", text).encode(),
    "blank lines": lambda text: text.replace("\n", "\n\n").encode() + b",,,\n",
    "non-breaking spaces": lambda text: text.replace(" ", "\u00a0").encode(),
    "zero-width spaces": lambda text: text.replace("Mục", "Mục\u200b").encode(),
    "unicode text of Excel": lambda text: codecs.BOM_UTF16_LE + text.replace(",", "\t").encode("utf-16-le"),
    "big-endian": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "title above": lambda text: ("BÁO CÁO THÁNG\n\n" + text).encode(),
    "comments": lambda text: ("# Ghi chú của người nhập\n" + text.replace("\n", "\n# Mỗi dòng một kỳ\n", 1)).encode(),
    "empty columns": lambda text: text.replace("\n", ",,,\n").encode(),
    "header repeated": lambda text: (text + text.split("\n")[0] + "\n").encode(),
    "capital headings": lambda text: (
        text.replace("vi_tri", "Vị trí trong văn bản").replace("doc_o_dau", "DOC O DAU").encode()
    ),
}
NOTED = {
    "nfd", "non-breaking spaces", "zero-width spaces", "title above", "header repeated", "capital headings",
}  # fmt: skip
"""What changes the text of a table, however slightly, is noted; what only wraps it is not."""
