"""Takes pictures in, in a process of its own, and says what each cost: what memory holds is seen nowhere else."""

import json
import sys
from pathlib import Path

from marketplace.core.errors import Refused
from marketplace.media.imaging import render, take_picture
from tests.lists.measured import peak


def main(*files: str) -> None:
    """One line of JSON a file: the peak so far, in bytes above what the programme had at rest; what became of it."""
    at_rest = peak()
    for file in files:
        content = Path(file).read_bytes()
        try:
            taken = take_picture(content)
            widths = len(list(render(taken.content)))
            said = f"{taken.width}x{taken.height}, {widths} files"
        except Refused as refused:
            said = f"refused: {refused}"
        print(json.dumps({"file": Path(file).name, "peak": peak() - at_rest, "said": said}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
