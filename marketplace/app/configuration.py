"""Loads ``config.py`` from its path, so that no global module of that name can stand in its place."""

from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

from marketplace.core.resources import resource
from marketplace.core.settings import Settings


def _config() -> ModuleType:
    spec = spec_from_file_location("marketplace_config", resource("config.py"))
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load_settings(kind: str | None = None) -> Settings:
    """The settings of the environment; ``kind`` overrides MARKETPLACE_KIND. Raises Misconfigured."""
    settings: Settings = _config().load(kind=kind)
    return settings
