"""From another package only its outward files are imported; the layers themselves are import-linter's."""

import grimp
import pytest

OUTWARD = {"vocabulary", "models", "queries", "policies", "services", "presenters", "fields"}
FREE = {"core", "web"}  # the kernel and the kit are there for all


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("marketplace", cache_dir=None)


def test_other_packages_use_outward_files_only(graph: grimp.ImportGraph) -> None:
    wrong = []
    for importer in graph.modules:
        for imported in graph.find_modules_directly_imported_by(importer):
            own, other = importer.split(".")[1:2], imported.split(".")
            if len(other) < 3 or own == other[1:2] or own == ["app"] or other[1] in FREE:
                continue
            if other[2] not in OUTWARD:
                wrong.append(f"{importer} imports {imported}")
    assert not wrong


def test_only_one_file_knows_flask_login(graph: grimp.ImportGraph) -> None:
    """`web/signin.py` alone; so that another way of signing in needs one change."""
    whole = grimp.build_graph("marketplace", include_external_packages=True, cache_dir=None)
    assert whole.find_modules_that_directly_import("flask_login") == {"marketplace.web.signin"}
