"""`portal parts`: the parts of a site that several machines may build at once, as JSON for a workflow."""

from __future__ import annotations

import argparse
import json

from generator import parts
from generator.model.problem import Refused
from generator.reading import data_folder
from generator.reading.catalogue_files import FOLDER, catalogue_home, load_catalogue
from generator.reading.folders import on_disk


def run(options: argparse.Namespace) -> int:
    """Print them on one line. Raises Refused where the catalogue cannot be read."""
    catalogue, _ = load_catalogue(on_disk(catalogue_home(options.data) / FOLDER, FOLDER), [])
    if catalogue is None:
        raise Refused("Danh mục chung có lỗi; chạy portal check để biết lỗi ở đâu.")
    print(json.dumps(parts.planned(data_folder.commune_folders(options.data), catalogue.units)))
    return 0
