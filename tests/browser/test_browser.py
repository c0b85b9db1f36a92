"""The built site in a real Chromium, on a phone and on a desk: what a browser shows, not what we meant."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urljoin

import pytest
from browsing import Scheme, Visit

from generator.country.published_tables import ALL

pytestmark = pytest.mark.browser
WIDTHS = (360, 1280)
VINH_THUY = "quang-tri/vinh-thuy-19405/"


class Kind(NamedTuple):
    """A page type by one of its pages, with the fewest charts and tables that it must show."""

    path: str
    charts: int = 0
    tables: int = 0


KINDS = (
    Kind("", tables=1),
    Kind("danh-sach/", tables=1),
    Kind("quang-tri/"),
    Kind("chua-xac-dinh/"),
    Kind(VINH_THUY, 1),
    Kind("chua-xac-dinh/hoang-son-x0001/"),
    Kind("thai-nguyen/vinh-thong-01981/"),
    Kind(f"{VINH_THUY}thu-tuc-hanh-chinh/", 1, 20),
    Kind(f"{VINH_THUY}binh-dan-hoc-vu-so/", 0, 5),
    Kind(f"{VINH_THUY}ngan-sach/", 1, 3),
    Kind(f"{VINH_THUY}muc-tieu-nhiem-vu/", 1, 8),
    Kind(f"{VINH_THUY}ha-tang-nhan-luc/", 0, 5),
    Kind(f"{VINH_THUY}kinh-te-xa-hoi-so/", 0, 2),
    Kind(f"{VINH_THUY}chi-dao-kien-nghi/", 0, 3),
    Kind(f"{VINH_THUY}loa/"),
    Kind(f"{VINH_THUY}nguon-so-lieu/"),
    Kind(f"{VINH_THUY}nguon-so-lieu/230-bc-du/", tables=1),
    Kind(f"{VINH_THUY}nguon-so-lieu/230-bc-du/1/", tables=1),
    Kind(f"{VINH_THUY}dinh-chinh/"),
    Kind(f"{VINH_THUY}theo-luat/", tables=8),
    Kind("chi-tieu/"),
    Kind("chi-tieu/ty_le_dung_han/", tables=1),
    Kind("quang-tri/chi-tieu/ty_le_dung_han/"),
    Kind("quang-tri/day-du/"),
    Kind("quang-tri/day-du/so-moi/"),
    Kind("chat-luong-so-lieu/", tables=2),
    Kind(f"{VINH_THUY}chat-luong-so-lieu/", tables=15),
    Kind("phuong-phap/", tables=1),
    Kind("thuat-ngu/", tables=1),
    Kind("huong-dan/", tables=2),
    Kind("huong-dan/hang-thang/"),
    Kind("huong-dan/bieu-excel/", tables=1),
    Kind("huong-dan/doc-loi/", tables=2),
    Kind("huong-dan/cach-doc/", tables=5),
    Kind("huong-dan/ma-loi/"),
    Kind("du-lieu/", tables=1),
    Kind("gioi-thieu/"),
)

CHART_FAULTS = """() => [...document.querySelectorAll('svg.chart')].flatMap(chart => {
  const frame = chart.getBoundingClientRect(), faults = [];
  const words = [...chart.querySelectorAll('text, tspan')].filter(e => !e.childElementCount && e.textContent.trim());
  const boxes = words.map(text => text.getBoundingClientRect());
  boxes.forEach((box, i) => {
    const said = words[i].textContent;
    if (box.height < 10) faults.push(`small: ${said}`);
    if (box.left < frame.left - 2 || box.right > frame.right + 2) faults.push(`outside: ${said}`);
    if (['none', 'rgb(1, 1, 1)'].includes(getComputedStyle(words[i]).fill)) faults.push(`colour: ${said}`);
    boxes.slice(i + 1).forEach((other, j) => {
      const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
      const high = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
      if (wide > 2 && high > 5) faults.push(`covered: ${said} / ${words[i + 1 + j].textContent}`);
    });
  });
  return faults;
})"""
"""Words of charts that are too small, outside, of no colour of the palette, or over one another."""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.path or "home")
def test_page_is_whole(visit: Visit, kind: Kind, width: int) -> None:
    """No error, no foreign request, no sideways scroll; one heading; charts and tables are there."""
    page, faults = visit(kind.path, width)
    assert faults == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").count() == 1
    assert page.locator("article svg.chart[role=img] title").count() >= kind.charts
    assert page.locator("article table").count() >= kind.tables


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.charts], ids=lambda kind: kind.path)
def test_charts_are_readable_on_a_phone(visit: Visit, kind: Kind) -> None:
    """Letters in charts are 10 px or more, stay inside, do not cover each other, and follow the palette."""
    page, _ = visit(kind.path, 360)
    faults = page.evaluate(CHART_FAULTS)
    assert faults == []


@pytest.mark.parametrize(
    "path", [VINH_THUY, f"{VINH_THUY}thu-tuc-hanh-chinh/", f"{VINH_THUY}theo-luat/", "chat-luong-so-lieu/"]
)
def test_everything_is_there_without_scripts(visit: Visit, path: str) -> None:
    """Words, numbers, charts and links are the same with JavaScript off, but for the buttons that need it."""
    with_scripts, _ = visit(path, 360)
    with_scripts.evaluate("document.querySelectorAll('.opener').forEach(button => button.remove())")
    without, _ = visit(path, 360, java_script_enabled=False)
    assert without.locator("article").inner_text() == with_scripts.locator("article").inner_text()
    assert without.locator("article svg.chart").count() == with_scripts.locator("article svg.chart").count()


def test_three_answers_come_first(visit: Visit) -> None:
    """A commune's page answers before it shows anything else, each with number, sentence, link."""
    page, _ = visit(VINH_THUY, 360)
    answers = page.locator(".answer")
    assert answers.count() == 3
    assert "Văn bản ghi 98,97% hồ sơ được trả đúng hẹn hoặc sớm hơn." in answers.nth(0).inner_text()
    assert "20 tổ" in answers.nth(1).inner_text()
    assert "275,4 triệu đồng" in answers.nth(2).inner_text()
    assert all(answers.nth(number).locator("a").count() >= 1 for number in range(3))


def test_a_figure_is_found_by_its_address(visit: Visit, site: str) -> None:
    """The link from a passport to the figure's other periods lands on the figure, opened and marked."""
    page, _ = visit(f"{VINH_THUY}nguon-so-lieu/230-bc-du/1/", 1280)
    href = page.locator("article a[href*='#s-']").first.get_attribute("href")
    assert href
    page.goto(page.url.rsplit("#")[0] + href if href.startswith("#") else site + _resolved(page.url, href, site))
    anchor = href.split("#")[1]
    target = page.locator(f"[id='{anchor}']")
    assert target.count() == 1
    assert target.is_visible()


def _resolved(base: str, href: str, site: str) -> str:
    return urljoin(base, href).removeprefix(site)


def test_data_files_are_published(site: str, visit: Visit) -> None:
    """The downloads of the contract answer under their addresses."""
    page, _ = visit("du-lieu/", 360)
    for name in ("so-lieu.csv", "nguon.csv", "khac-biet.csv", "datapackage.json", "dcat.jsonld"):
        assert page.request.get(f"{site}du-lieu/{name}").ok
    links = page.locator("article .grid a").evaluate_all("all => all.map(a => a.href)")
    assert len(links) == 2 * len(ALL)
    assert all(page.request.get(link).ok for link in links)
    assert page.request.get(f"{site}{VINH_THUY}du-lieu/so-lieu.csv").ok
    visit_own, _ = visit(f"{VINH_THUY}nguon-so-lieu/", 360, java_script_enabled=False)
    own = visit_own.locator("#tai-ve ~ .links a").evaluate_all("all => all.map(a => a.href)")
    assert [link.rsplit("/", 1)[1].partition(".")[2] for link in own] == ["xlsx", "csv", "json", ""]
    assert all(page.request.get(link).ok for link in own)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_ink_stands_out(visit: Visit, scheme: Scheme, scripts: bool) -> None:
    """Text keeps a contrast of 4.5 to 1 in both palettes (WCAG 2.2, 1.4.3), dark also without scripts."""
    page, _ = visit(VINH_THUY, 1280, scheme, java_script_enabled=scripts)
    worst = page.evaluate(
        """() => {
          const rgb = c => (c.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
          const linear = v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
          const light = c => {
            const [r, g, b] = rgb(c).map(v => linear(v / 255));
            return .2126 * r + .7152 * g + .0722 * b;
          };
          const ground = e => {
            for (; e; e = e.parentElement) {
              const c = rgb(getComputedStyle(e).backgroundColor);
              if (c.length < 4 || c[3] === 1) return getComputedStyle(e).backgroundColor;
            }
            return 'rgb(255, 255, 255)';
          };
          const ratio = e => {
            const a = light(getComputedStyle(e).color), b = light(ground(e));
            return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
          };
          return Math.min(...[...document.querySelectorAll('article :is(p, td, th, a, dt, summary)')].map(ratio));
        }"""
    )
    assert worst >= 4.5
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(255, 255, 255)") == (scheme == "light")
