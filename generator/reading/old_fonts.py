"""Vietnamese that is not Unicode: old fonts and wrong decodings, recognised so that they can be refused.

A word that is no Vietnamese syllable as it stands, but becomes one when read in an old coding, speaks for
that coding. Nothing is converted for publication: a guess is not the officer's text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

_SURE = 2
"""So many words must speak for an old coding: one alone may be a foreign name."""
_TONES = dict.fromkeys(map(ord, "\u0300\u0309\u0303\u0301\u0323"))
_ONSET = re.compile(r"(?:ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?")
_RIMES = re.compile(
    "a(c|ch|i|m|n|ng|nh|o|p|t|u|y)?|ă(c|m|n|ng|p|t)|â(c|m|n|ng|p|t|u|y)|e(c|m|n|ng|o|p|t)?|ê(ch|m|n|nh|p|t|u)?"
    "|i(a|ch|êc|êm|ên|êng|êp|êt|êu|m|n|nh|p|t|u)?|y(êm|ên|êng|êt|êu|nh)?"
    "|o(a|ac|ach|ai|an|ang|anh|at|ay|ăc|ăm|ăn|ăng|ăt|c|e|en|eo|et|i|m|n|ng|oc|ong|p|t)?|ô(c|i|m|n|ng|p|t)?"
    "|ơ(i|m|n|p|t)?|u(a|ân|ât|ây|c|ê|êch|ênh|i|m|n|ng|ơ|ôc|ôi|ôm|ôn|ông|ôt|p|t)?"
    "|uy(a|ch|ên|êt|nh|t|u)?|ư(a|c|i|m|n|ng|ơc|ơi|ơm|ơn|ơng|ơp|ơt|ơu|t|u)?"
)
"""What may follow the first consonants of a syllable, without its tone."""

# TCVN 5712:1993, the coding of .VnTime: its bytes as Windows shows them.
_TCVN3 = str.maketrans(
    "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ®¡¢£¤¥¦§",
    "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĂÂÊÔƠƯĐ",
)
# VNI Windows, the coding of VNI-Times: a vowel and the mark behind it.
_VNI_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323", "â": "\u0302", "á": "\u0302\u0301",
    "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303", "ä": "\u0302\u0323", "ê": "\u0306",
    "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_ALONE = str.maketrans("ôöñæóòîÔÖÑ", "ơưđỉĩịỵƠƯĐ")
_VNI_PAIR = re.compile(f"([aeouyAEOUYôöÔÖ])([{''.join(_VNI_MARKS)}])")
_UNICODE = re.compile("[\u1ea0-\u1ef9đĐơƠưƯ]")
"""Letters that only Unicode has: where one stands, the text around it is not of an old coding."""
_WORD = re.compile(r"[^\W\d_]?[^\s\d!-/:-@\[-`{-~“”‘’…–—]+")


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """Whether a word is built like a Vietnamese syllable, whatever its case and tone."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    bare = unicodedata.normalize("NFC", decomposed.translate(_TONES))
    onset = _ONSET.match(bare)
    rest = bare[onset.end() :] if onset else bare
    return bool(_RIMES.fullmatch(rest) or (bare[:2] == "gi" and _RIMES.fullmatch(bare[1:])))


def _tcvn3(text: str) -> str:
    return text.translate(_TCVN3)


def _vni(text: str) -> str:
    paired = _VNI_PAIR.sub(lambda m: m[1].translate(_VNI_ALONE) + _VNI_MARKS[m[2]], text)
    return unicodedata.normalize("NFC", paired.translate(_VNI_ALONE))


def _bytes_of(text: str) -> bytes:
    """The bytes that Windows' Latin coding shows as this text. Raises UnicodeEncodeError where none do."""
    return b"".join(bytes([ord(c)]) if 0x7F < ord(c) < 0xA0 else c.encode("cp1252") for c in text)


def _windows_1258(text: str) -> str:
    return unicodedata.normalize("NFC", _bytes_of(text).decode("cp1258"))


def _utf8_as_latin(text: str) -> str:
    return _bytes_of(text).decode("utf-8")


_CODINGS: dict[str, Callable[[str], str]] = {
    "UTF-8 bị đọc nhầm thành chữ Latin": _utf8_as_latin,
    "phông chữ TCVN3 (.VnTime)": _tcvn3,
    "phông chữ VNI": _vni,
    "bảng mã windows-1258": _windows_1258,
}
"""Name for people to reading; the first that explains most words is told."""


def coding_of(text: str) -> str:
    """The coding that explains words which are not Vietnamese as they stand; '' where there is none.

    >>> coding_of("B¸o c¸o kÕt qu¶")
    'phông chữ TCVN3 (.VnTime)'
    """
    if text.isascii() or _UNICODE.search(text):
        return ""
    strange = [word for word in _WORD.findall(text) if not word.isascii() and not is_syllable(word)]
    votes = {name: sum(_explains(read, word) for word in strange) for name, read in _CODINGS.items()}
    best = max(votes, key=lambda name: votes[name])
    return best if votes[best] >= _SURE and 2 * votes[best] >= len(strange) else ""


def _explains(read: Callable[[str], str], word: str) -> bool:
    try:
        made = read(word)
    except UnicodeError:
        return False
    return made != word and not made.isascii() and is_syllable(made)
