"""Pages of single communes that must not be published, told to those who must mend their data."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from generator.model.catalogue import Place
from generator.model.commune import Commune
from generator.model.problem import Problem
from generator.publishing import guard
from generator.publishing.contents import NotComposed
from generator.publishing.runs import SiteError
from generator.reading.commune_file import OWN_FILE
from generator.reading.data_folder import COMMUNE_FOLDER

_LEAKS = (
    "Có nội dung không được đưa lên trang công khai; hãy xóa nó. Số máy, hộp thư của cơ quan: kê vào duong_day của "
    "xa.yml; của người vận hành trang: ghi ở mục extra của mkdocs.yml."
)


class AtFault(SiteError):
    """Pages of single communes must not be published: a problem for each of these communes."""

    def __init__(self, said: str, problems: Sequence[Problem]) -> None:
        super().__init__(said)
        self.problems = tuple(problems)


def public_lines(offices: Iterable[Place | Commune], of_operator: str) -> list[str]:
    """What may be public: lines of the offices, of places that help everybody, of provinces and of who runs the site
    (the text of `mkdocs.yml`).
    """
    return [*(line for office in offices for line in office.lines), of_operator]


def nothing_leaks(
    fresh: Path,
    communes: Sequence[Commune],
    lines: Sequence[str],
    new: Collection[str] | None = None,
    jobs: int = 1,
    before: Path | None = None,
) -> None:
    """No lines are public but some: in a tree, or in its `new` files as far as they differ from those of a site
    `before` in which nothing was found; looked at by `jobs` processes. Raises SiteError, as AtFault where single
    communes are to blame.
    """
    if leaks := guard.leaks(fresh, lines, new, jobs, before):
        said = "\n".join([_LEAKS, *map(str, leaks[:20])])
        own = [(commune, leak) for commune in communes for leak in leaks if leak.file.startswith(commune.address)]
        if own:
            first = {commune.folder: _leaking(commune, leak) for commune, leak in reversed(own)}
            raise AtFault(said, [first[folder] for folder in sorted(first)])
        raise SiteError(said)


def uncomposed(fault: NotComposed) -> AtFault:
    """A commune whose pages could not be composed, as a problem of its folder."""
    problem = Problem(
        f"{COMMUNE_FOLDER}/{fault.commune.folder}/{OWN_FILE}", 1, "", "khong-soan-duoc", "error",
        f"Không soạn được trang của {fault.commune.name}: máy dừng giữa chừng. Đây là lỗi của chương trình, không phải "
        "của người nhập.",
        f"Gửi cho người phụ trách chương trình thư mục {fault.commune.folder} và câu này: {fault}",
    )  # fmt: skip
    return AtFault(f"Không soạn được trang của {fault.commune.name}. {fault}", [problem])


def _leaking(commune: Commune, leak: guard.Leak) -> Problem:
    return Problem(
        f"{COMMUNE_FOLDER}/{commune.folder}/{OWN_FILE}", 1, "", "thong-tin-ca-nhan", "error",
        f"Trang đã dựng của {commune.name} không đăng được: {leak}",
        f"Tìm trong mọi tệp của thư mục {commune.folder} chỗ sinh ra nội dung ấy rồi xóa đi. Nếu đó là số máy hoặc "
        "hộp thư của cơ quan, được phép công khai: thêm nó vào mục duong_day của tệp xa.yml.",
    )  # fmt: skip
