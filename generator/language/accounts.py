"""Numbers of bank accounts: digits that follow the name of an account or stand beside that of a bank."""

from __future__ import annotations

import re

from generator.language.digits import BETWEEN_CELLS, Number

_BANK = (
    r"(?:ngan hang|agribank|vietcombank|vcb|bidv|viet ?in ?bank|ctg|techcombank|tcb|mb ?bank|mb|acb|vp ?bank|tp ?bank"
    r"|sacombank|shb|hd ?bank|vib|msb|ocb|sea ?bank|lp ?bank|lien ?viet ?post ?bank|scb|eximbank|pvcombank|kienlongbank"
    r"|nam ?a ?bank|bac ?a ?bank|ab ?bank|ncb|viet ?a ?bank|bao ?viet ?bank|dong ?a ?bank|co-?op ?bank|vbsp|momo)"
)
WORDS = rf"tk|tai khoan|chuyen khoan|so the|the atm|ck|{_BANK}"
"""Any word that makes digits an account."""
_USERS = r"vneid|dinh danh|dich vu|nguoi dung|email|cong vu|facebook|kich hoat|thu dien tu"
"""Accounts that are no bank's."""
_NO_USERS = rf"(?![a-z])(?![^0-9]*(?:{_USERS}))"
_NEXT_CELL = r"(?:\|[^a-z0-9]{0,4})?$"
_SURELY = re.compile(
    r"(?<![a-z])(?:stk|so tai khoan|tai khoan so|so tk|tk so|(?:tai khoan|tk) ngan hang|so the|the atm)"
    rf"{_NO_USERS}[^\n0-9;|]{{0,28}}{_NEXT_CELL}|(?<![a-z])stk$"
)
_BEFORE = re.compile(
    rf"(?<![a-z])(?:tk|tai khoan|chuyen khoan|ck|{_BANK}){_NO_USERS}[^\n0-9;|]{{0,40}}{_NEXT_CELL}"
)  # fmt: skip
"""Words that may also speak of other things."""
_AFTER = re.compile(rf"[^a-z0-9\n]{{0,6}}(?:(?:tai|o|thuoc|nh|mo tai)[ :]+)?{_BANK}(?![a-z])")
_SHORTEST, _SHORTEST_UNSURE, _SHORTEST_HALF = 8, 10, 5


def sure_account(number: Number) -> str:
    """The number of an account whose name stands before it; '' where it is none."""
    if len(number.digits) < _SHORTEST or not _SURELY.search(number.before):
        return ""
    return number.digits if _is_account(number) else ""


def likely_account(number: Number) -> str:
    """The number of an account that stands beside a bank or words about paying; '' where it is none."""
    if len(number.digits) < _SHORTEST_UNSURE or number.is_counted or number.is_code:
        return ""
    said = _BEFORE.search(number.before) or _AFTER.match(number.after)
    return number.digits if said and _is_account(number) else ""


def _is_account(number: Number) -> bool:
    """Whether the digits are no amount, no day, no row of counts."""
    dated = re.fullmatch(r"(19|20)\d\d(0[1-9]|1[0-2])[0-3]\d", number.digits)
    halves = BETWEEN_CELLS not in number.sorts or (len(number.gaps) == 1 and min(number.lengths) >= _SHORTEST_HALF)
    return number.stands_free and halves and not (number.is_tied or number.is_amount or dated or len(number.sorts) > 1)
