"""What taking a picture in costs, against Pillow's plain open, thumbnail, save of the same photograph.

A made-up photograph of 12 megapixels, as JPEG, WebP and (of 4, for more would be over 20 MB) PNG, is taken in and
rendered in all widths and formats; the plain way opens it, shrinks it to 1600 pixels and saves one JPEG. Both in turn,
five rounds, CPU seconds. The peak of memory is that of a process which does nothing else.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image

from marketplace.media.imaging import render, take_picture

ROUNDS = 5
SIZE = (4000, 3000)


def photograph() -> Image.Image:
    """Soft shapes with the grain of a phone's sensor."""
    shapes = Image.effect_mandelbrot((400, 300), (-2.0, -1.2, 1.0, 1.2), 60).resize(SIZE, Image.Resampling.BICUBIC)
    grain = Image.effect_noise(SIZE, 14)
    soft = Image.blend(shapes, grain, 0.2)
    return Image.merge("RGB", (soft, Image.blend(soft, grain, 0.2), Image.blend(shapes, grain, 0.4)))


def plain(content: bytes) -> None:
    """What one writes first."""
    with Image.open(BytesIO(content)) as image:
        image.thumbnail((1600, 1600))
        image.convert("RGB").save(BytesIO(), "JPEG", quality=88)


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of one run."""
    began = time.process_time()
    work()
    return time.process_time() - began


def compared(content: bytes) -> tuple[float, float, float]:
    """(plain, take, render): medians in CPU seconds, taken in turn."""
    taken = take_picture(content)
    rounds = [
        (
            seconds(lambda: plain(content)),
            seconds(lambda: take_picture(content)),
            seconds(lambda: list(render(taken.content))),
        )
        for _ in range(ROUNDS)
    ]
    first, second, third = (statistics.median(column) for column in zip(*rounds, strict=True))
    return first, second, third


def peak(content: bytes, folder: Path) -> int:
    """Bytes above what the programme has at rest."""
    path = folder / "picture"
    path.write_bytes(content)
    whole = [sys.executable, "-m", "tests.media.measured", str(path)]
    done = subprocess.run(whole, capture_output=True, text=True, check=True)
    return int(json.loads(done.stdout)["peak"])


def main() -> None:
    """Print a line for each kind."""
    image = photograph()
    print("a photograph of 12 megapixels; plain = open, thumbnail, save")
    with tempfile.TemporaryDirectory() as folder:
        for kind, options in (("JPEG", {"quality": 88}), ("PNG", {"compress_level": 1}), ("WEBP", {"method": 0})):
            out = BytesIO()
            image.resize(SIZE if kind != "PNG" else (2400, 1800)).save(out, kind, **options)
            first, second, third = compared(out.getvalue())
            most = peak(out.getvalue(), Path(folder)) / 2**20
            print(
                f"{kind:5} take {second / first:5.2f} × plain   render {third / first:5.2f} × plain"
                f"   {1 / (second + third):5.2f} pictures a CPU second   peak {most:.0f} MB"
            )


if __name__ == "__main__":
    main()
