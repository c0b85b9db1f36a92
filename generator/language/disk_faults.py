"""Why the system refused a file, in Vietnamese."""

from __future__ import annotations

import errno

_WHY = {
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết phần đĩa được cấp",
    errno.EFBIG: "tệp lớn hơn mức hệ thống cho phép",
    errno.EROFS: "đĩa chỉ cho đọc",
    errno.EACCES: "không được phép",
    errno.EPERM: "không được phép",
    errno.EMFILE: "đang mở quá nhiều tệp cùng lúc",
    errno.ENFILE: "máy đang mở quá nhiều tệp cùng lúc",
    errno.EIO: "đĩa hỏng hoặc đã mất kết nối",
    errno.ENOENT: "không có tệp hay thư mục ấy",
    errno.ENOTDIR: "trong đường dẫn có tên không phải thư mục",
    errno.EISDIR: "đó là một thư mục",
    errno.EEXIST: "đã có tệp hay thư mục ấy",
    errno.ENOTEMPTY: "thư mục ấy không trống",
    errno.ENAMETOOLONG: "tên dài quá mức hệ thống cho phép",
    errno.EILSEQ: "tên có ký tự mà hệ thống không nhận",
    errno.ELOOP: "các liên kết trỏ vòng quanh",
    errno.EXDEV: "hai nơi ở hai đĩa khác nhau",
    errno.EBUSY: "tệp đang được chương trình khác dùng",
    errno.ETXTBSY: "tệp đang được chương trình khác dùng",
    errno.ENOMEM: "máy thiếu bộ nhớ",
}


def why(fault: OSError) -> str:
    """The cause in a few words; a rare one by the system's code. Without an errno, what was copied and could not be.

    >>> why(OSError(errno.ENOSPC, "No space left on device")), why(OSError(errno.EDOM, "Numerical argument"))
    ('đĩa đã đầy', 'mã lỗi EDOM của hệ thống')
    """
    if fault.errno in _WHY:
        return _WHY[fault.errno]
    if fault.errno is not None:
        return f"mã lỗi {errno.errorcode.get(fault.errno, fault.errno)} của hệ thống"
    listed = fault.args[0] if fault.args and isinstance(fault.args[0], list) else []  # as of shutil.copytree
    names = ", ".join(f"“{source}”" for source, *_ in listed[:3])
    return f"không chép được {names}" if names else "hệ thống không nói lý do"
