"""Why a number is refused: what it could mean, and what to write instead."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.language.vietnamese import number_in_words


class Unreadable(ValueError):
    """Text with no reading or more than one; `readings` shows them, `remedy` what to write."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


_SHORTENED = re.compile(r"[0-9][.,]?[0-9]*E[+-]?[0-9]+", re.IGNORECASE)
_DAY = re.compile(
    r"[0-9]{1,2}[-/ ](?:[A-Z][a-z]{2}|[Tt]hg ?[0-9]{1,2})(?:[-/ ][0-9]{2,4})?|[A-Z][a-z]{2}-[0-9]{2,4}"
    r"|[0-9]{1,2}[-/][0-9]{1,2}[-/][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}(?: 00:00:00)?"
)


def damaged(text: str) -> Unreadable | None:
    """What Excel made of a long number or of a ratio that looked like a day."""
    if _SHORTENED.fullmatch(text):
        return Unreadable(
            f"“{text}” là cách Excel viết tắt một số dài (dạng số mũ); các chữ số cuối có thể đã mất.",
            "Mở văn bản nguồn và gõ lại đủ chữ số, ví dụ 318.204.500; trong Excel, chọn kiểu ô Văn bản (Text) trước "
            "khi gõ.",
        )
    if _DAY.fullmatch(text):
        return Unreadable(
            f"“{text}” là một ngày, không phải số đếm: Excel thường tự đổi tỷ số như 07/10 thành ngày.",
            "Mở văn bản nguồn và gõ lại như in, ví dụ 07/10; trong Excel, chọn kiểu ô Văn bản (Text) trước khi gõ.",
        )
    return None


def in_foreign_style(number: str, tail: str) -> Unreadable | None:
    """A number with dots for decimals or commas for thousands: one reading by its form, but not our writing."""
    if re.fullmatch(r"[0-9]{1,3}(,[0-9]{3}){2,}|[0-9]{1,3}(,[0-9]{3})+\.[0-9]+", number):
        ours, what = number.translate(str.maketrans(",.", ".,")), "dấu phẩy cho hàng nghìn"
    elif re.fullmatch(r"0\.[0-9]+|[0-9]+\.([0-9]{1,2}|[0-9]{4,})|[0-9]{4,}\.[0-9]{3}", number):
        ours, what = number.replace(".", ","), "dấu chấm cho phần lẻ"
    else:
        return None
    return Unreadable(
        f"“{number}{tail}” dùng {what}.",
        f"Viết {ours}{tail}; nếu văn bản in như vậy, chép nguyên văn vào cột nhu_in.",
    )


def two_readings(number: str, unit: str) -> Unreadable:
    """A dot before three digits in a unit that may have decimals, or a comma before three where a fraction would say
    nothing: thousands or a fraction, nobody can know.
    """
    whole, part = re.sub("[.,]", "", number), number.replace(".", ",")
    comma = part.removesuffix(",000")
    return Unreadable(
        f"“{number} {unit}” đọc được hai cách: {whole} {unit} hoặc {comma} {unit}.",
        f"Nếu là {number} theo nghĩa hàng nghìn, viết {whole} {unit}; nếu là phần lẻ, viết "
        f"{comma} {unit}; chép nguyên văn vào cột nhu_in.",
    )


def placeholder(text: str) -> Unreadable:
    """A mark that keeps the place of a number which is not there."""
    return Unreadable(
        f"“{text}” chỉ giữ chỗ, không phải con số.",
        "Văn bản không nêu số thì để trống ô; văn bản kẻ ô mà bỏ trống thì ghi dấu “—”; bằng không thì viết 0.",
    )


_YEAR = "(?:19|20)[0-9]{2}"
_MONTH_OF_YEAR = re.compile(rf"(0?[1-9]|1[0-2])\s*([-–/])\s*({_YEAR})")
_YEAR_AND_MONTH = re.compile(rf"({_YEAR})\s*[-–/]\s*(0?[1-9]|1[0-2])")
_YEARS = re.compile(rf"({_YEAR})\s*(-|–|/|đến)\s*({_YEAR})")


def like_a_date(shown: str, text: str, unit: str) -> Unreadable | None:
    """Why a text is no number that is as likely a month or two years: 05/2026, 2025-2026; `shown` is the whole cell."""
    when, one, sign, two = "", "", "", ""
    if found := _MONTH_OF_YEAR.fullmatch(text):
        one, sign, two = found.groups()
        when = f"tháng {int(one)}/{two}"
    elif found := _YEAR_AND_MONTH.fullmatch(text):
        return Unreadable(
            f"“{shown}” là tháng {int(found[2])}/{found[1]}, không phải con số.",
            "Ghi thời gian ở cột ky; ở ô này chép con số mà văn bản in, hoặc để trống.",
        )
    elif (found := _YEARS.fullmatch(text)) and (found[2] != "/" or int(found[3]) == int(found[1]) + 1):
        one, sign, two = found.groups()
        when = f"hai năm {one} và {two}"
    if not when:
        return None
    count = " và ".join([f"{int(one):,}".replace(",", "."), f"{int(two):,}".replace(",", ".")])
    first, last = count.split(" và ")
    meant = f"{first}/{last}" if sign == "/" else f"{first}–{last}"
    said = f"{first} trên {last}" if sign == "/" else f"từ {first} đến {last}"
    return Unreadable(
        f"“{shown}” đọc được hai cách: {when}, hoặc {said} {unit}.",
        f"Thời gian thì ghi ở cột ky, còn ô này chép con số mà văn bản in. Nếu đúng là con số thì viết {meant}.",
    )


_NUMBER = r"[0-9][0-9.,]*"
_NOTED = re.compile(
    rf"({_NUMBER}(?: ?%| ?[^\W\d_][^\d()\[\]*]*?)?) ?"
    r"(\([0-9]{1,2}\)|\[[0-9]{1,2}\]|\*{1,3}|[¹²³⁰-⁹]{1,2})( ?%)?"
)
_SAID_TWICE = re.compile(rf"({_NUMBER}) ?\([^\W\d_][^\d()]*\)")
_WITH_WORDS = re.compile(rf"({_NUMBER}) ?([^\W\d_][^\d]*)")
_SCALED = re.compile(rf"({_NUMBER} ?(?:tỷ|tỉ|triệu|tr|nghìn|ngàn)) ([^\W\d_][^\d]*)", re.IGNORECASE)
_COMPARED = re.compile(
    r"(tăng|giảm|thêm|bớt|cao hơn|thấp hơn|vượt|hụt|[+±↑↓▲▼]).*[0-9].*"
    r"|.*[0-9].*(so với|cùng kỳ|kỳ trước|năm trước|tháng trước|kế hoạch|chỉ tiêu|dự toán|chỉ tiêu giao).*",
    re.IGNORECASE,
)
_LETTERS = str.maketrans("OolI|", "00111")


def oddly_written(text: str) -> Unreadable | None:
    """Why a text that holds a number is none, and the number to write instead: formulas, footnote marks, letters
    that look like digits, numbers in words, blanks and marks that do not belong.
    """
    message = remedy = ""
    bare = text.strip("'\"`+.,;:“”‘’ ")
    if text.startswith("="):
        message = f"“{text}” là công thức của Excel, không phải con số."
        remedy = "Gõ vào ô con số mà công thức cho ra, đúng như văn bản in."
    elif _COMPARED.fullmatch(text):
        message = f"“{text}” là mức tăng, giảm hoặc so với số khác, không phải số của chính kỳ này."
        remedy = (
            "Ghi con số của kỳ mà văn bản in; văn bản chỉ in mức so sánh thì để trống ô này và chép lời ấy vào cột "
            "ghi_chu."
        )
    elif found := _NOTED.fullmatch(text):
        message = f"“{text}” có dấu chú thích “{found[2]}” dính vào số."
        remedy = f"Viết {found[1]}{found[3] or ''}; lời của chú thích thì chép vào cột ghi_chu."
    elif found := _SAID_TWICE.fullmatch(text):
        message = f"“{text}” kèm chữ trong ngoặc."
        remedy = f"Viết {found[1]}, bỏ phần trong ngoặc."
    elif re.fullmatch(r"[0-9OolI|.,]+ ?%?", text) and re.search("[0-9]", text) and re.search("[OolI|]", text):
        letter = next(char for char in text if char in "OolI|")
        message = f"“{text}” có chữ “{letter}” lẫn trong các chữ số."
        remedy = f"So với văn bản nguồn; nếu đúng là {text.translate(_LETTERS)} thì viết {text.translate(_LETTERS)}."
    elif (number := number_in_words(text)) is not None:
        message = f"“{text}” là số viết bằng chữ."
        remedy = f"Viết bằng chữ số: {number}."
    elif re.fullmatch(r"[0-9]{1,3}( [0-9]{3})+(,[0-9]+)? ?%?", text):
        message = f"“{text}” dùng dấu cách cho hàng nghìn."
        remedy = f"Nếu là một số, viết {re.sub('(?<=[0-9]) (?=[0-9])', '.', text)}; nếu là hai số, mỗi số một dòng."
    elif re.fullmatch(rf"[−–-] ?{_NUMBER} ?%?", text):
        message = f"“{text}” là số âm."
        remedy = (
            f"Nếu dấu trừ gõ thừa, viết {text.lstrip('−–- ')}; nếu văn bản nói giảm đi, để trống ô này và chép lời văn "
            "bản vào cột ghi_chu."
        )
    elif bare != text and re.fullmatch(r"[0-9]+(\.[0-9]{3})*(,[0-9]+)? ?%?", bare):
        message = f"“{text}” có ký hiệu thừa ở đầu hoặc cuối số."
        remedy = f"Viết {bare} vào ô này."
    return Unreadable(message, remedy) if message else None


def not_whole(text: str, unit: str) -> Unreadable:
    """Why a text is no count of things of this unit."""
    things = f"số đếm ({unit})" if unit and unit != "đếm" else "số đếm"
    message = f"“{text}” có phần lẻ, còn ô này ghi {things}, là số nguyên."
    if fault := oddly_written(text):
        return fault
    if re.fullmatch(rf"{_NUMBER} ?(%|phần trăm)", text):
        message = f"“{text}” là một tỷ lệ, còn ô này ghi {things}."
        remedy = (
            "Viết số đếm mà văn bản in; văn bản chỉ in tỷ lệ thì để trống ô này và ghi tỷ lệ thành một dòng của "
            "chi-tieu.csv."
        )
    elif found := _SCALED.fullmatch(text) or _WITH_WORDS.fullmatch(text):
        message = f"“{text}” kèm chữ “{found[2]}”, còn ô này ghi {things}."
        remedy = f"Nếu đúng là {things} thì viết {found[1]}; nếu văn bản đếm thứ khác thì chọn lại chỉ tiêu hoặc cột."
    elif found := re.fullmatch(r"([0-9]+)[.,]0{1,2}", text):
        remedy = f"Viết {found[1]} vào ô này."
    elif re.fullmatch(r"[1-9][0-9]*(\.[0-9]+)+", text):
        message = f"“{text}” có dấu chấm không đứng trước đúng ba chữ số."
        remedy = f"Viết liền các chữ số như văn bản in, ví dụ {text.replace('.', '')}, hoặc thêm chữ số bị thiếu."
    elif re.fullmatch(r"[0-9.]+[.,][0-9]+", text):
        remedy = (
            "Mở văn bản nguồn và viết đủ chữ số, ví dụ 2842; nếu văn bản in số lẻ thì chọn chỉ tiêu có đơn vị khác."
        )
    else:
        message = f"“{text}” không đọc được là một {things}."
        remedy = (
            "Viết số nguyên, ví dụ 2842 hoặc 2.842; để trống ô nếu văn bản không nêu; viết “Không phát sinh” nếu bằng "
            "không."
        )
    return Unreadable(message, remedy)


def dotted_share(text: str, number: str) -> Unreadable:
    """A share with a dot: Excel keeps 99% as 0.99, others write 99.9%."""
    comma = number.replace(".", ",")
    if number.startswith("0."):
        return part_of_one(text, comma)
    return Unreadable(
        f"“{text}” dùng dấu chấm cho phần lẻ: có thể là {comma}% hoặc {number.replace('.', '')}%.",
        f"Viết phần lẻ bằng dấu phẩy, ví dụ {comma}%; nếu văn bản in như vậy, chép nguyên văn vào cột nhu_in.",
    )


def part_of_one(text: str, share: str) -> Unreadable:
    """A share of at most 1 without its sign: percent as it stands, or hundredths as a spreadsheet keeps them.
    `share` is the number with a decimal comma.
    """
    whole = f"{(Decimal(share.replace(',', '.')) * 100).normalize():f}".replace(".", ",")
    return Unreadable(
        f"“{text}” đọc được hai cách: {share}%, hoặc {whole}% mà Excel lưu thành phần của 1.",
        f"Mở văn bản nguồn: viết {whole}% hoặc {share}%, đúng như in, có dấu %.",
    )
