"""Hands files in by command, one after the other in one process of its own, and says what became of each."""

import json
import resource
import sys
import time
from pathlib import Path

from click.testing import CliRunner

from marketplace.app.commands import main as marketplace


def main(data: str, *files: str) -> None:
    """One line of JSON for each file: ``peak`` is the largest memory so far in bytes, ``seconds`` of its own work."""
    for file in files:
        began = time.process_time()
        outcome = CliRunner().invoke(marketplace, ["import", "products", file, "--data", data])
        said = {
            "file": Path(file).name,
            "status": outcome.exit_code,
            "told": outcome.stderr,
            "seconds": time.process_time() - began,
            "peak": peak(),
        }
        print(json.dumps(said), flush=True)


def peak() -> int:
    """The largest memory of this program in bytes. ``ru_maxrss`` also counts what the one that started it had."""
    status = Path("/proc/self/status")
    if not status.exists():  # no Linux
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
