"""`portal import`: filled forms become data, one or those of a whole province; so does a table of many communes."""

from __future__ import annotations

import argparse

from generator.forms import exchange
from generator.language.vietnamese import lines_in_print
from generator.long_tables.kind_of_file import is_table, is_text
from generator.long_tables.table_map import as_yaml, read_mapping
from generator.long_tables.take_in import catalogue_of, look_at_table, proposal
from generator.model.problem import Refused
from generator.officer.form_answer import answer, report
from generator.officer.province_forms import take_in
from generator.officer.table_answer import of_proposal, of_table
from generator.publishing.write import replace_together
from generator.reading.province import province_of


def run(options: argparse.Namespace) -> int:
    """Print what changes, and write it but with `--dry-run`; 1 where a form has errors: nothing of it is written."""
    if options.tinh:
        return _of_province(options)
    if options.theo:
        return _of_table(options)
    if is_text(options.file):
        return _propose(options)
    came = exchange.import_form(options.file, options.data, write=not options.dry_run)
    if came.broken and not came.code and is_table(options.file):
        return _propose(options)
    print(answer(came, written=not options.dry_run))
    return 1 if came.broken else 0


def _of_province(options: argparse.Namespace) -> int:
    province, write = province_of(options.data, options.tinh), not options.dry_run
    came = take_in(options.file, options.data, province, options.list, options.out, write=write)
    for line in report(came.many, province, came.listed):
        print(lines_in_print(line))
    if not write:
        print("Chạy thử: chưa ghi gì vào số liệu và danh sách theo dõi.")
    print(lines_in_print(f"Lời trả lời từng xã, để gửi lại cho xã: {came.answers}"))
    if came.list_path and write:
        print(lines_in_print(f"Đã đánh dấu vào danh sách theo dõi: {came.list_path}"))
    return 1 if came.many.broken else 0


def _propose(options: argparse.Namespace) -> int:
    """Write the mapping that the headings suggest; 1, since nothing of the table is in the data yet."""
    map, path = proposal(options.file, options.data), options.file.with_suffix(".yml")
    if path.exists():
        raise Refused(f"Đã có “{path}”: chạy portal import {options.file} --theo {path}, hoặc chuyển tệp ấy đi.")
    replace_together(path.parent, {path.name: as_yaml(map).encode()})
    for line in of_proposal(map, str(path), str(options.file), catalogue_of(options.data)):
        print(lines_in_print(line))
    return 1


def _of_table(options: argparse.Namespace) -> int:
    """Write every commune that passes, and name the others; nothing where the table itself is at fault, or with
    `--all-or-none` where any commune is.
    """
    catalogue = catalogue_of(options.data)
    map = read_mapping(options.theo, catalogue)
    made = look_at_table(options.file, options.data, map)
    write = not (options.dry_run or made.whole or (options.all_or_none and made.broken))
    for came in made.communes.values() if write else ():
        exchange.write_in(came, options.data)
    if options.all_or_none and made.broken and not made.whole:
        print("Không ghi xã nào, vì --all-or-none và còn xã phải sửa.")
    for line in of_table(made, map, catalogue, options.file.name, written=write):
        print(lines_in_print(line))
    return 1 if made.broken else 0
