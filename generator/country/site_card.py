"""The card that stands for the site when one of its own pages is shared."""

from __future__ import annotations

from generator.charts.card import Card
from generator.country import frame
from generator.country.country import Country, with_data
from generator.language.numbers import show_number
from generator.language.vietnamese import show_date


def site_card(country: Country) -> dict[str, Card]:
    """The card by its address, ''. None where the site's address is not known: chat apps want whole addresses."""
    if not country.site_url:
        return {}
    day = frame.newest_day(country.frames)
    until = f"có kết quả đến\u00a0{show_date(day.isoformat())}" if day else "có số liệu"
    sentence = "Chép từ văn bản của xã, nói bằng lời dễ hiểu, ai cũng tra lại được."
    question = "Hồ sơ có đúng hẹn không? Tiền đi đâu?"
    site, many = country.operator.site, show_number(with_data(country.communes))
    return {"": Card(site, "", question, f"{many} xã", until, sentence, "", site)}
