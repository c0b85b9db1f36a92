"""Each setting of mkdocs.yml changes the site or is refused with its line and what to do; none is ignored."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml
from support import CASES, ROOT

from generator.cli import main
from generator.publishing import mkdocs_site
from generator.publishing.faults import faults
from generator.publishing.mkdocs_site import Settings
from generator.publishing.write import sync
from generator.reading import operator
from generator.reading.operator import NotUsable, read
from generator.reading.site_settings import SHADES

SETTINGS = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
LOGO = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def written(folder: Path, *changes: tuple[str, str]) -> Path:
    """The project's own file with some words replaced, beside the pages written by hand and a picture."""
    text = SETTINGS
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    own = {p.name: p.read_bytes() for p in (ROOT / "site_src" / "assets").glob("*.*")}
    sync(folder / "site_src" / "assets", {**own, "co-quan.svg": LOGO})
    path = folder / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return path


def line(text: str) -> int:
    """The line of the project's file that begins so."""
    return next(number for number, one in enumerate(SETTINGS.splitlines(), start=1) if one.strip().startswith(text))


THEME, EXTRA = ("  font: false", "  {}\n  font: false"), ("\nextra:", "\nextra:\n  {}")
TOP = ("site_url:", "{}\nsite_url:")
REFUSED = [
    (EXTRA, "analytics: {provider: google, property: G-1}", "extra.analytics", "không gửi gì sang máy khác", "Xóa"),
    (EXTRA, "social: [{icon: a, link: b}]", "extra.social", "không đổi gì", "Xóa"),
    (EXTRA, "alternate: []", "extra.alternate", "không đổi gì", "Xóa"),
    (EXTRA, "version: {provider: mike}", "extra.version", "không đổi gì", "Xóa"),
    (EXTRA, "consent: {title: a}", "extra.consent", "không đổi gì", "Xóa"),
    (THEME, "features: [navigation.tabs]", "theme.features", "không phải của Material", "Xóa"),
    (THEME, "icon: {logo: material/home}", "theme.icon", "ghi ở theme.logo", "Xóa"),
    (
        THEME,
        "palette: [{scheme: default}]",
        "theme.palette",
        "chỉ ghi được hai dòng primary và accent",
        "dưới theme.palette",
    ),
    (THEME, "palette: {scheme: slate}", "theme.palette.scheme", "của người đọc", "Xóa"),
    (THEME, "palette: {primary: yellow}", "theme.palette.primary", "“yellow”", "red, pink"),
    (THEME, "palette: {accent: '#ff0000'}", "theme.palette.accent", "“#ff0000”", "red, pink"),
    (THEME, "logo: https://vi-du.vn/a.png", "theme.logo", "không có tệp site_src/https://", "Chép tệp"),
    (THEME, "logo: ../mkdocs.yml", "theme.logo", "không có tệp", "Chép tệp"),
    (THEME, "direction: rtl", "theme.direction", "không đổi gì", "Xóa"),
    (THEME, "static_templates: [a.html]", "theme.static_templates", "không đổi gì", "Xóa"),
    (TOP, "extra_javascript: [a.js]", "extra_javascript", "mã của chính nó", "Xóa"),
    (TOP, "extra_templates: [a.html]", "extra_templates", "không đổi gì", "Xóa"),
    (TOP, "site_description: a", "site_description", "không đổi gì", "Xóa"),
    (TOP, "site_author: a", "site_author", "extra.nguoi_van_hanh", "Xóa"),
    (TOP, "repo_url: https://vi-du.vn/kho", "repo_url", "không đổi gì", "Xóa"),
    (TOP, "edit_uri: a", "edit_uri", "không đổi gì", "Xóa"),
    (TOP, "google_analytics: [a, b]", "google_analytics", "không đổi gì", "Xóa"),
    (TOP, "INHERIT: a.yml", "INHERIT", "không đổi gì", "Xóa"),
    (TOP, "strict: false", "strict", "chỉ nhận một giá trị", "strict: true"),
    (TOP, "site_name: b", "site_name", "đã có ở trên", "Xóa một trong hai"),
]


@pytest.mark.parametrize(("where", "setting", "name", "why", "remedy"), REFUSED)
def test_what_the_frame_does_not_read_is_refused(
    where: tuple[str, str], setting: str, name: str, why: str, remedy: str, tmp_path: Path
) -> None:
    """With the line, the key, the reason and what to do."""
    path = written(tmp_path, (where[0], where[1].format(setting)))
    at = next(number for number, one in enumerate(path.read_text("utf-8").splitlines(), 1) if one.strip() == setting)
    with pytest.raises(NotUsable) as told:
        read(path)
    sentence, way = str(told.value).splitlines()
    assert sentence.startswith(f"mkdocs.yml, dòng {at}, mục {name}: ")
    assert why in sentence
    assert way.startswith("Cách sửa: ")
    assert remedy in way


FIXED = [
    ("site_url: ''", 'site_url: ""', "site_url: https://vi-du.vn/", "--site-url"),
    ("docs_dir: site_src", "docs_dir: site_src", "docs_dir: docs", "chỉ nhận một giá trị"),
    ("site_dir: build/site", "site_dir: build/site", "site_dir: site", "chỉ nhận một giá trị"),
    ("use_directory_urls: true", "use_directory_urls: true", "use_directory_urls: false", "chỉ nhận một giá trị"),
    ("name: material", "name: material", "name: mkdocs", "chỉ nhận một giá trị"),
    ("custom_dir: overrides", "custom_dir: overrides", "custom_dir: khung", "chỉ nhận một giá trị"),
    ("language: vi", "language: vi", "language: en", "tiếng Việt"),
    ("font: false", "font: false", "font: {text: Roboto}", "không tải từ nơi khác"),
    ("generator: false", "generator: false", "generator: true", "chỉ nhận một giá trị"),
    ("plugins: []", "plugins: []", "plugins: [search]", "phần cắm thêm"),
    ("hooks: [generator", "hooks: [", "hooks: [them.py, ", "chỉ nhận một giá trị"),
    ("markdown_extensions: [attr_list", "  - def_list\n", "  - def_list\n  - admonition\n", "thành lệnh"),
]


@pytest.mark.parametrize(("remedy", "old", "new", "why"), FIXED)
def test_what_the_site_is_built_on_stays(remedy: str, old: str, new: str, why: str, tmp_path: Path) -> None:
    """Another value is refused with the reason and the one that may stand there."""
    with pytest.raises(NotUsable) as told:
        read(written(tmp_path, (old, new)))
    sentence, way = str(told.value).splitlines()
    assert why in sentence
    assert f"{remedy}" in way


def test_what_may_not_be_left_out_is_asked_for(tmp_path: Path) -> None:
    """What MkDocs would choose by itself: its search, its theme, the folder of the published site."""
    path = written(tmp_path)
    path.write_text("theme:\nextra: {generator: False}\n", encoding="utf-8")
    with pytest.raises(NotUsable) as told:
        read(path)
    missing = re.findall(r"dòng 1: thiếu mục (\S+)\.", str(told.value))
    assert missing == [
        "docs_dir", "extra_css", "hooks", "markdown_extensions", "nav", "plugins", "site_dir", "site_name",
        "theme.custom_dir", "theme.favicon", "theme.font", "theme.language", "theme.name",
    ]  # fmt: skip


@pytest.mark.parametrize("value", ["!ENV TEN", "!!python/object/apply:os.getcwd []", "[!ENV TEN]"])
def test_a_value_is_said_as_it_stands(value: str, tmp_path: Path) -> None:
    """What MkDocs would read elsewhere or run is told, and neither read nor run."""
    with pytest.raises(NotUsable, match=r"mục copyright: chỉ ghi thẳng giá trị, không ghi !"):
        read(written(tmp_path, ("site_url:", f"copyright: {value}\nsite_url:")))


def test_what_is_refused_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1, the sentences, and no site; all of them at once."""
    path = written(
        tmp_path, ("\nextra:", "\nextra:\n  analytics: {provider: google}"), ("plugins: []", "plugins: [search]")
    )
    monkeypatch.setattr(operator, "SETTINGS", path)
    assert main(["build", "--data", str(CASES / "mot-xa"), "--out", str(tmp_path / "site")]) == 1
    told = capsys.readouterr().err
    assert told.count("Cách sửa: ") == 2
    assert f"mkdocs.yml, dòng {line('extra:') + 1}, mục extra.analytics: " in told
    assert not (tmp_path / "site").exists()


NAV = """nav:
  - Trang chủ: index.md
  - Nhóm:
      - Trang a: a/index.md
      - Ngoài: https://vi-du.vn/
"""


@pytest.mark.slow
def test_what_is_honoured_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Logo, copyright, colours of the palette, a menu in groups, own style sheets: with their files, no fault."""
    settings = yaml.safe_load(SETTINGS)
    nav = SETTINGS[SETTINGS.index("nav:\n") : SETTINGS.index("not_in_nav:")]
    own = (
        "extra_css: [assets/portal.css]",
        "extra_css: [assets/portal.css, assets/co-quan.css]\ncopyright: © Ủy ban xã",
    )
    colours = "  logo: assets/co-quan.svg\n  palette: {primary: teal, accent: deep purple}\n  font: false"
    files = {p.name: p.read_bytes() for p in (ROOT / "site_src" / "assets").glob("*.*")}
    sync(tmp_path / "docs" / "assets", {**files, "co-quan.svg": LOGO, "co-quan.css": "p { color: red }"})
    for place in (".", "a", "danh-sach", "gioi-thieu"):
        page = tmp_path / "docs" / place / "index.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text("# A {#bao-loi}\n\nb\n", encoding="utf-8")
    path = written(tmp_path, (nav, NAV), own, ("  font: false", colours))
    (tmp_path / "site_src" / "assets" / "co-quan.css").write_text("p { color: red }", encoding="utf-8")
    assert read(path).site == settings["site_name"]
    for name in ("overrides", "generator"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.setattr(mkdocs_site, "ROOT", tmp_path)
    mkdocs_site.make(tmp_path / "docs", tmp_path / "site", Settings(dt.date(2026, 7, 1)))
    made = (tmp_path / "site" / "a" / "index.html").read_text(encoding="utf-8")
    assert '<a class="brand" href=".."><img src="../assets/co-quan.svg" alt=""><span>' in made
    assert "<p>© Ủy ban xã</p>" in made
    assert re.search(r"<li><a href=\"\./\" aria-current=\"true\">Nhóm</a></li>", made)
    assert len(re.findall(r"<p>Nhóm</p><ul>\s*<li><a href=\"\./\" aria-current=\"page\">Trang a</a></li>", made)) == 2
    day, bar, link = SHADES["teal"][0], SHADES["teal"][1], SHADES["deep purple"][2]
    assert f":root{{--bar:{day};--link:{SHADES['deep purple'][0]}}}" in made
    assert made.count(f"--bar:{bar};--link:{link}}}") == 2
    assert f'<meta name="theme-color" content="{day}">' in made
    assert "p{color: red}" in made
    assert list(faults(tmp_path / "site", mkdocs_site.own_scripts())) == []


def contrast(one: str, other: str) -> float:
    """How well two colours stand out against each other (WCAG 2)."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", SHADES)
def test_letters_can_be_read_in_each_colour(name: str) -> None:
    """White on both bars; links on every ground of the page by day and in the dark."""
    css = (ROOT / "site_src" / "assets" / "portal.css").read_text(encoding="utf-8")
    grounds = [re.findall(rf"--{ground}: (#[0-9a-f]+);", css) for ground in ("page", "card", "missing-bg", "differ-bg")]
    day, bar, link = SHADES[name]
    assert min(contrast(day, "#ffffff"), contrast(bar, "#ffffff")) >= 4.5
    for bright, dark, *_ in grounds:
        assert contrast(day, "#ffffff" if bright == "#fff" else bright) >= 4.5
        assert contrast(link, dark) >= 4.5


def test_the_frame_fills_every_block_in_which_material_asks_others() -> None:
    """Fonts and Google's analytics stand in blocks of the theme; the frame leaves both empty, whatever is set."""
    frame = (ROOT / "overrides" / "main.html").read_text(encoding="utf-8")
    for block in ("analytics", "fonts", "libs", "config"):
        assert f"{{% block {block} %}}{{% endblock %}}" in frame
