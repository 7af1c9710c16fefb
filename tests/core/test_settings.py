"""Settings: what is malformed stops the start with its name, and secrets stay secret."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from marketplace.app.commands import main
from marketplace.app.configuration import _config
from marketplace.core import settings as core_settings
from marketplace.core.settings import Misconfigured, Settings

PRODUCTION = {
    "MARKETPLACE_KIND": "production",
    "MARKETPLACE_SECRET_KEY": "s" * 32,
    "MARKETPLACE_SITE_URL": "https://cho.example.org",
    "MARKETPLACE_SITE_OWNER": "UBND xã Quảng Bạch",
    "MARKETPLACE_MAIL_FROM": "cho@example.org",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def load(folder: Path, environment: dict[str, str] | None = None, **named: str) -> Settings:
    given = {f"MARKETPLACE_{name.upper()}": value for name, value in named.items()}
    found: Settings = _config().load({"MARKETPLACE_DATA": str(folder), **(environment or {}), **given})
    return found


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "prod"),
        ("port", "80a"),
        ("port", "0"),
        ("port", "-1"),
        ("port", "65536"),
        ("web_processes", "two"),
        ("answer_within_hours", "1.5"),
        ("sign_in_tries", "0"),
        ("inquiries_per_hour", "many"),
        ("proxies", "yes"),
        ("site_url", "cho.example.org"),
        ("site_url", "ftp://cho.example.org"),
        ("site_url", "https://"),
        ("site_url", "https://cho.example.org/a/path"),
        ("database_url", "cho.sqlite3"),
        ("mail_from", "cho at example.org"),
    ],
)
def test_a_malformed_value_stops_the_start_with_its_name(folder: Path, name: str, value: str) -> None:
    with pytest.raises(Misconfigured, match=f"MARKETPLACE_{name.upper()}"):
        load(folder, {f"MARKETPLACE_{name.upper()}": value})


def test_an_empty_value_is_none(folder: Path) -> None:
    assert load(folder, port="", site_url="", database_url="", secret_key="").port == 8000


def test_what_is_given_is_taken(folder: Path) -> None:
    found = load(folder, port="9000", site_name="Chợ Đồn", proxies="1", host="0.0.0.0")
    assert (found.port, found.site_name, found.proxies, found.host) == (9000, "Chợ Đồn", 1, "0.0.0.0")
    assert found.site_url == "http://127.0.0.1:9000"


def test_local_needs_nothing(folder: Path) -> None:
    found = load(folder)
    assert (found.kind, found.host, found.site_url) == ("local", "127.0.0.1", "http://127.0.0.1:8000")
    assert found.database_url == f"sqlite:///{folder}/marketplace.sqlite3"


def test_production_with_all_that_it_needs(folder: Path) -> None:
    assert load(folder, PRODUCTION).kind == "production"
    assert not (folder / "secret").exists()


@pytest.mark.parametrize("missing", [name for name in PRODUCTION if not name.endswith("KIND")])
def test_production_without_one_of_them(folder: Path, missing: str) -> None:
    with pytest.raises(Misconfigured, match=missing):
        load(folder, {name: value for name, value in PRODUCTION.items() if name != missing})


@pytest.mark.parametrize(("name", "value"), [("site_url", "http://cho.example.org"), ("secret_key", "s" * 31)])
def test_production_without_https_or_a_long_secret(folder: Path, name: str, value: str) -> None:
    with pytest.raises(Misconfigured, match=f"MARKETPLACE_{name.upper()}"):
        load(folder, PRODUCTION, **{name: value})


def test_an_own_secret_is_made_once_and_for_its_owner_alone(folder: Path) -> None:
    first = load(folder).secret_key
    assert len(first) >= 32
    assert load(folder).secret_key == first
    assert (folder / "secret").stat().st_mode & 0o777 == 0o600
    assert [file.name for file in folder.iterdir()] == ["secret"]


def test_a_secret_that_others_could_read_is_closed_again(folder: Path) -> None:
    load(folder)
    (folder / "secret").chmod(0o644)
    load(folder)
    assert (folder / "secret").stat().st_mode & 0o777 == 0o600


def test_an_emptied_secret_stops_the_start(folder: Path) -> None:
    load(folder)
    (folder / "secret").write_text("\n")
    with pytest.raises(Misconfigured, match="secret"):
        load(folder)


def test_the_first_of_two_processes_makes_the_secret(folder: Path) -> None:
    config, secret = _config(), load(folder).secret_key
    config._write_secret(folder / "secret")
    assert load(folder).secret_key == secret


def test_masked_are_secret_and_database_only(folder: Path) -> None:
    rows = load(folder, PRODUCTION, database_url="postgresql+psycopg://cho:mat-khau@db/cho").rows()
    masked = {name for name, value, _meaning in rows if value == "••••••"}
    assert masked == {"database_url", "secret_key"}
    assert "mat-khau" not in repr(rows)
    assert all(meaning for _name, _value, meaning in rows)


def test_every_setting_can_be_given(folder: Path) -> None:
    config: Any = _config()
    own = {"kind", "data_folder", "database_url", "secret_key", "site_url"}
    assert {name for name, _, _ in load(folder).rows()} == own | set(config._TEXTS) | set(config._NUMBERS)


def test_the_demonstration_says_who_runs_it(folder: Path) -> None:
    found = load(folder, kind="demo")
    assert found.is_demonstration
    assert "minh họa" in found.site_owner
    assert not load(folder).is_demonstration


def test_no_settings_before_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core_settings, "_current", [])
    with pytest.raises(Misconfigured):
        core_settings.settings()


def test_the_command_masks_secrets(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARKETPLACE_SECRET_KEY", "a-secret-that-nobody-may-ever-see")
    monkeypatch.setenv("MARKETPLACE_DATA", str(folder))
    outcome = CliRunner().invoke(main, ["config"])
    assert outcome.exit_code == 0, outcome.output
    assert "a-secret" not in outcome.output
    assert "••••••" in outcome.output


def test_a_command_ends_with_the_reason(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARKETPLACE_PORT", "65536")
    monkeypatch.setenv("MARKETPLACE_DATA", str(folder))
    outcome = CliRunner().invoke(main, ["config"])
    assert outcome.exit_code == 1
    assert "MARKETPLACE_PORT" in outcome.stderr
