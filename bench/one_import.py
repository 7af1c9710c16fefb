"""Takes one list in a process of its own and prints as JSON what it cost: ``-m bench.one_import FILE FOLDER``."""

import json
import sys
import time
from pathlib import Path

from marketplace.app.commands import prepared_app
from marketplace.app.worker import drain, keep_index
from marketplace.catalogue.imports import run_import
from marketplace.core.actor import STRANGER
from tests.lists.measured import peak


def main() -> None:
    """CPU seconds of taking and of indexing, and the largest memory that the process ever had, in MB."""
    file, folder = Path(sys.argv[1]), Path(sys.argv[2])
    app = prepared_app(folder, "local")
    keep_index(app)
    began = time.process_time()
    with app.app_context():
        report = run_import(STRANGER, "products", file.name, file.read_bytes())
    taken = time.process_time()
    drain(app)
    print(
        json.dumps(
            {
                "rows": report.row_count,
                "counts": dict(report.counts),
                "taking": taken - began,
                "indexing": time.process_time() - taken,
                "memory": peak() // 1024**2,
            }
        )
    )


if __name__ == "__main__":
    main()
