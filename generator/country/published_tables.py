"""The tables that leave the site: what each is called, what its columns mean and may hold, by what its rows are known.

Those that communes fill, and those of the catalogue that say what the codes in them mean. A table whose rows are no
figures leaves the site by itself as soon as it stands in `OF_A_COMMUNE`.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.country.published_table import Field, Published, Reference, Type
from generator.language.value import Compared, State
from generator.model.catalogue import Indicator
from generator.model.figure import Kind, Stage
from generator.model.history import VALUE
from generator.model.period import PeriodKind
from generator.model.published_columns import COLUMNS, NUMBERS
from generator.tables import muc_tieu_quoc_gia, muc_tieu_tinh, nguon
from generator.tables.all_tables import OF_A_COMMUNE
from generator.tables.shared_columns import AS_PRINTED
from generator.tables.table import Column, Table

# --- references ---------------------------------------------------------------------------------

COMMUNE = Field("ma_xa", "mã xã, xem xa.csv", required=True)
_OF_COMMUNE = Reference(("ma_xa",), "xa", ("ma_xa",))
_OF_DOCUMENT = Reference(("ma_xa", "nguon"), "nguon", ("ma_xa", "nguon"))
_OF_INDICATOR = Reference(("chi_tieu",), "chi-tieu", ("chi_tieu",))


# --- what communes fill ---------------------------------------------------------------------------

_FIGURE_WORDS = {
    "ma_so": "mã của con số, không đổi", "ma_xa": "mã xã", "chi_tieu": "mã chỉ tiêu",
    "phan_to": "phần của chỉ tiêu (cơ quan, nhóm, dòng kinh phí)", "ky_in": "kỳ như văn bản in",
    "loai_ky": "thoi_diem, trong_ky hoặc luy_ke", "tu_ngay": "ngày đầu của kỳ; trống là không nêu",
    "den_ngay": "ngày cuối của kỳ", "so_sanh": "=, >=, >, <=, < hoặc khoang (khoảng)",
    "gia_tri": "giá trị theo đơn vị; trống là chưa có số liệu", "gia_tri_den": "đầu lớn của một khoảng",
    "don_vi": "đơn vị", "nhu_in": "như văn bản in", "tu_so": "tử số", "mau_so": "mẫu số",
    "co_so": "tỷ lệ tính trên gì", "ngoai_tru": "không kể những gì",
    "loai": "bao_cao, tinh_lai, muc_tieu, nhu_cau hoặc phan_bo",
    "tinh_trang": "co, chua_co (trống) hoặc khong_luong_hoa (không nêu con số)",
    "don_vi_bao_cao": "cơ quan phải báo cáo", "nguon": "mã văn bản nguồn", "vi_tri": "vị trí trong văn bản",
    "ghi_chu": "ghi chú",
    "giai_doan": "của số tiền: nhu_cau, du_toan, duoc_phan_bo, uoc_thuc_hien, thuc_hien hoặc quyet_toan",
    "noi_dung": "của số tiền: tên khoản như văn bản in",
    "ma_cha": "của số tiền: mã khoản chứa nó (phan_to của khoản ấy)",
}  # fmt: skip
_FIGURE_CHOICES = {
    "loai_ky": tuple(PeriodKind), "so_sanh": tuple(Compared), "loai": tuple(Kind), "tinh_trang": tuple(State),
    "giai_doan": tuple(Stage),
}  # fmt: skip
_DAYS = frozenset({"tu_ngay", "den_ngay"})
_MAY_BE_BLANK = frozenset(COLUMNS) - {
    "ma_so", "ma_xa", "chi_tieu", "loai_ky", "so_sanh", "loai", "tinh_trang", "nguon", "vi_tri",
}  # fmt: skip


def _of_figures(name: str) -> Field:
    kind: Type = "number" if name in NUMBERS else "date" if name in _DAYS else "string"
    choices = tuple(map(str, _FIGURE_CHOICES.get(name, ())))
    return Field(name, _FIGURE_WORDS[name], kind, name not in _MAY_BE_BLANK, choices)


FIGURES = Published(
    "so-lieu",
    "Số liệu",
    "Mọi con số: chép từ văn bản, tự tính lại, mục tiêu. Mỗi dòng một con số.",
    tuple(map(_of_figures, COLUMNS)),
    ("ma_so",),
    (_OF_COMMUNE, _OF_DOCUMENT, _OF_INDICATOR, Reference(("don_vi",), "don-vi", ("don_vi",))),
)
HISTORY = Published(
    "lich-su",
    "Lịch sử",
    "Mỗi giá trị từng đăng của mỗi số: từ ngày nào, đến ngày nào, vì sao đổi. Không kể số đã gỡ vì không công khai.",
    (
        _of_figures("ma_so"),
        COMMUNE,
        *(_of_figures(column)._replace(required=False) for column in VALUE),
        Field("tu_ngay_dang", "ngày giá trị này được ghi vào kho số liệu", "date", required=True),
        Field("den_ngay_dang", "ngày giá trị này được sửa hoặc rút; trống là đang đăng", "date"),
        Field("lan_ghi", "mã lần ghi (commit của git) đưa giá trị này vào; trống là chưa ghi vào kho"),
        Field("lan_ghi_sau", "mã lần ghi sửa hoặc rút giá trị này; trống là đang đăng, hoặc lần sửa chưa ghi vào kho"),
        Field("ly_do", "vì sao giá trị này thay giá trị trước; trống là giá trị đầu tiên, hoặc không ai ghi lý do"),
        Field("ly_do_sau", "vì sao giá trị này được sửa hoặc rút"),
    ),
    references=(_OF_COMMUNE,),
)
DIFFERENCES = Published(
    "khac-biet",
    "Chỗ cần đọc kỹ",
    "Những chỗ chưa khớp, hoặc phải đọc cả hai mới hiểu.",
    (
        COMMUNE,
        Field("quy_tac", "quy tắc chung đã tìm ra", required=True),
        Field("chi_tieu", "mã chỉ tiêu"),
        Field("so_lieu", "mã các con số liên quan (ma_so của so-lieu.csv), ngăn bằng |"),
        Field("gia_tri_in", "các giá trị như in hoặc tự tính, ngăn bằng |"),
        Field("nguon", "mã các văn bản, ngăn bằng |"),
        Field("ngay", "ngày của từng giá trị, ngăn bằng |"),
        Field("lech", "độ lệch"),
        Field("cau", "diễn giải", required=True),
    ),
    references=(_OF_COMMUNE,),
)


def _field(column: Column) -> Field:
    """A column as officers fill it. A quantity stays as it is printed; the number read in it is in `so-lieu.csv`."""
    words = column.heading[:1].lower() + column.heading[1:]
    printed = "; chép như in, số đã đọc ở so-lieu.csv" if column.kind == "quantity" else ""
    choices = tuple(column.choices) if column.choices and column.kind == "choice" and not column.open else ()
    return Field(column.name, words + printed, "date" if column.kind == "date" else "string", column.required, choices)


def _as_filled(table: Table, own: tuple[Field, ...] = (COMMUNE,)) -> Published:
    """A table of officers as it leaves the site: `own` columns before its own, without what only the check reads."""
    shown = (column for column in table.columns if column is not AS_PRINTED and column.name not in table.unseen)
    fields = (*own, *map(_field, shown))
    names = {field.name for field in fields}
    leads = (_OF_COMMUNE, *(() if table is nguon.TABLE else (_OF_DOCUMENT,)), _OF_INDICATOR)
    return Published(
        table.name,
        table.title,
        f"{table.form_words.partition('. ')[0].removesuffix('.')}.",
        fields,
        (*(field.name for field in own), *table.key) if table.has_unique_ids or not own else (),
        tuple(one for one in leads if names.issuperset(one.columns)),
    )


def no_figures(tables: Iterable[Table]) -> tuple[Published, ...]:
    """The tables whose rows are no figures, or things with an id of their own that are told in figures besides."""
    return tuple(_as_filled(table) for table in tables if table.melt is None or table.has_unique_ids)


SOURCES = _as_filled(nguon.TABLE)
OF_PROVINCES = tuple(_as_filled(table, ()) for table in (nguon.TABLE, muc_tieu_tinh.TABLE))
"""What provinces publish of themselves besides their figures: below the address of each, and in no table of communes.
"""
HANDED = (DIFFERENCES, HISTORY, *no_figures(OF_A_COMMUNE))
"""What a commune hands over; its figures it publishes itself."""
OF_COMMUNES = (FIGURES, *HANDED)


# --- what the codes mean --------------------------------------------------------------------------

COMMUNES = Published(
    "xa",
    "Xã, phường, đặc khu",
    "Các nơi có số liệu ở đây. Mã bắt đầu bằng x là nơi chưa ai xác nhận là xã nào.",
    (
        Field("ma_xa", "mã xã, năm chữ số của danh mục chính thức", required=True),
        Field("ten_xa", "tên", required=True),
        Field("ma_tinh", "mã tỉnh, hai chữ số; trống là chưa xác định"),
        Field("ten_tinh", "tên tỉnh"),
        Field("dia_chi", "địa chỉ trang của xã, tính từ trang chủ", required=True),
    ),
    ("ma_xa",),
)
INDICATORS = Published(
    "chi-tieu",
    "Chỉ tiêu",
    "Mỗi chỉ tiêu đo cái gì, theo đơn vị nào, căn cứ vào đâu.",
    (
        Field("chi_tieu", "mã chỉ tiêu, không đổi", required=True),
        Field("ten", "tên", required=True),
        Field("cau_hoi", "câu hỏi mà chỉ tiêu trả lời", required=True),
        Field("don_vi", "đơn vị"),
        Field("chu_de", "chủ đề: trang của xã có chỉ tiêu này", required=True),
        Field("tot_khi", "cao, thap hoặc khong (không có chiều tốt xấu)", choices=("cao", "thap", "khong")),
        Field("tinh_tren", "tỷ lệ tính trên gì"),
        Field("can_cu", "căn cứ hoặc nguồn gốc"),
        Field("cach_tinh", "cách tính lại từ số đếm; nhiều cách ngăn bằng |"),
    ),
    ("chi_tieu",),
)


def row_of_indicator(one: Indicator) -> tuple[str, ...]:
    """An indicator as its row of that table."""
    ways = " | ".join(formula.words for formula in one.formulas)
    return one.id, one.name, one.question, one.unit, one.subject, one.better, one.base, one.basis, ways


BREAKDOWNS = Published(
    "phan-to",
    "Phân tổ",
    "Các phần của mỗi chỉ tiêu: cơ quan, nhóm người, khoản tiền.",
    (
        Field("chi_tieu", "mã chỉ tiêu", required=True),
        Field("phan_to", "mã phần, hoặc lời văn bản gọi phần ấy", required=True),
        Field("ten", "tên phần", required=True),
    ),
    ("chi_tieu", "phan_to"),
    (_OF_INDICATOR,),
)
UNITS = Published(
    "don-vi",
    "Đơn vị",
    "Các đơn vị của giá trị, và giá trị ấy là loại số nào.",
    (
        Field("don_vi", "đơn vị như trong so-lieu.csv", required=True),
        Field("loai", "ty_le (phần trăm), tien (đồng), dem (số đếm, luôn nguyên) hoặc do (số đo)", required=True,
              choices=("ty_le", "tien", "dem", "do")),
    ),
    ("don_vi",),
)  # fmt: skip
NATIONAL_TARGETS = _as_filled(muc_tieu_quoc_gia.TABLE, ())
OF_CATALOGUE = (COMMUNES, INDICATORS, BREAKDOWNS, UNITS, NATIONAL_TARGETS)
ALL = (*OF_COMMUNES, *OF_CATALOGUE)
"""Every table of the site, in the order in which they are offered."""
BY_NAME = {table.name: table for table in ALL}
