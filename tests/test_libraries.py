"""Each library is imported by one wing, so that replacing one touches one room."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = {"indexer", "webapp"}
WINGS = {
    "brotli": ("indexer/reader/",),
    "bs4": ("indexer/cleaner/",),
    "catboost": ("indexer/cleaner/training/fit.py",),
    "charset_normalizer": ("indexer/reader/",),
    "click": ("indexer/cli/", "indexer/serving.py"),
    "flask": ("webapp/",),
    "gunicorn": ("webapp/server.py",),
    "lxml": ("indexer/cleaner/",),
    "numpy": ("indexer/", "webapp/"),
    "py3langid": ("indexer/cleaner/",),
    "rapidfuzz": ("indexer/spelling/nearness.py",),
    "scipy": ("indexer/cleaner/training/fit.py",),
    "sklearn": ("indexer/cleaner/training/fit.py",),
    "sqlite3": ("indexer/facts/",),
    "Stemmer": ("indexer/analyzer/",),
    "tqdm": ("indexer/cli/progress.py",),
    "warcio": ("indexer/reader/warc/",),
    "werkzeug": ("webapp/",),
    "whoosh": ("indexer/engine/whoosh_engine/internals.py",),
}


def imports():
    for top in sorted(OURS):
        for file in sorted((ROOT / top).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf8"))):
                names = [node.module] if isinstance(node, ast.ImportFrom) else []
                names += [one.name for one in node.names] if isinstance(node, ast.Import) else []
                for name in names:
                    yield name.split(".")[0], file.relative_to(ROOT).as_posix()


def libraries():
    standard = set(sys.stdlib_module_names) - set(WINGS)
    return {(name, file) for name, file in imports() if name not in standard | OURS}


def test_every_library_has_a_wing():
    assert {name for name, _ in libraries()} == set(WINGS)


@pytest.mark.parametrize("library", sorted(WINGS))
def test_a_library_is_imported_by_its_wing_alone(library):
    elsewhere = {
        file
        for name, file in libraries()
        if name == library and not file.startswith(WINGS[library])
    }
    assert elsewhere == set()


def test_every_library_stands_in_the_architecture():
    text = (ROOT / "docs/architecture.md").read_text("utf8")
    inherited = {"werkzeug", "numpy"}  # flask's own; and anywhere
    assert [name for name in sorted(set(WINGS) - inherited) if f"`{name}`" not in text] == []
