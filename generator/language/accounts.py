"""Numbers of bank accounts: digits that follow the name of an account or stand beside that of a bank."""

from __future__ import annotations

import re

from generator.language.digits import BETWEEN_CELLS, Number

_BANKS = (
    r"ngan hang|agribank|vietcombank|vcb|bidv|viet ?in ?bank|ctg|techcombank|tcb|mb ?bank|mb|acb|vp ?bank|tp ?bank"
    r"|sacombank|shb|hd ?bank|vib|msb|ocb|sea ?bank|lp ?bank|lien ?viet ?post ?bank|scb|eximbank|pvcombank|kienlongbank"
    r"|nam ?a ?bank|bac ?a ?bank|ab ?bank|ncb|viet ?a ?bank|bao ?viet ?bank|dong ?a ?bank|co-?op ?bank|vbsp|momo"
)
_BANK = rf"(?:{_BANKS})"
WORDS = rf"tk|tai khoan|chuyen khoan|so the|the atm|ck|{_BANKS}"
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
_DAY = re.compile(r"(19|20)\d\d(0[1-9]|1[0-2])[0-3]\d")
_SHORTEST, _SHORTEST_UNSURE, _SHORTEST_HALF = 8, 10, 5


def sure_account(number: Number) -> str:
    """The number of an account whose name stands before it; '' where it is none."""
    may_be = len(number.digits) >= _SHORTEST and _is_whole(number) and _SURELY.search(number.before)
    return number.digits if may_be and _is_account(number) else ""


def likely_account(number: Number) -> str:
    """The number of an account that stands beside a bank or words about paying; '' where it is none."""
    if len(number.digits) < _SHORTEST_UNSURE or not _is_whole(number):
        return ""
    said = _BEFORE.search(number.before) or _AFTER.match(number.after)
    may_be = said and not (number.is_counted or number.is_code)
    return number.digits if may_be and _is_account(number) else ""


def _is_whole(number: Number) -> bool:
    """Whether its groups may be those of one account, no row of counts: quickly seen, so asked first."""
    gaps = number.gaps
    if BETWEEN_CELLS in gaps:
        return len(gaps) == 1 and min(number.lengths) >= _SHORTEST_HALF
    return not gaps or gaps.count(gaps[0]) == len(gaps)


def _is_account(number: Number) -> bool:
    """Whether digits in such groups are no amount and no day, and stand by themselves."""
    return number.stands_free and not (number.is_tied or number.is_amount or _DAY.fullmatch(number.digits))
