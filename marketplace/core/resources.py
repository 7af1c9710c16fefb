"""Where templates, static files, migrations and ``config.py`` stand: in the package of a wheel, else one folder up."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource(name: str) -> Path:
    """Path of a top-level resource such as ``templates`` or ``config.py``; raises FileNotFoundError."""
    for folder in (_PACKAGE, _PACKAGE.parent):
        if (folder / name).exists():
            return folder / name
    raise FileNotFoundError(name)
