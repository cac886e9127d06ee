"""The documentation says what is: every command, option, setting and page parameter stands in it."""

import re
from pathlib import Path

import pytest

from indexer.__main__ import application
from indexer.settings import Settings

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
COMMANDS = sorted(application.commands)


def section_of(command):
    text = (ROOT / "docs/command-line.md").read_text("utf8")
    sections = re.split(r"^## ", text, flags=re.M)[1:]
    found = [one for one in sections if re.match(rf"pressmark {command}\b", one)]
    assert found, f"docs/command-line.md has no section for {command}"
    return "\n".join(found)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_section_with_each_of_its_options(command):
    section = section_of(command)
    options = [
        name
        for parameter in application.commands[command].params
        for name in parameter.opts
        if name.startswith("--") and parameter.name != "location"
    ]
    if "the filters of `search`" in section:
        section += section_of("search")
    missing = [name for name in options if name not in section]
    assert not missing


def test_no_command_is_documented_that_does_not_exist():
    text = (ROOT / "docs/command-line.md").read_text("utf8")
    documented = set(re.findall(r"^## pressmark (\w+)", text, flags=re.M))
    assert documented == set(COMMANDS)


def test_every_setting_stands_in_the_deployment_page():
    text = (ROOT / "docs/deployment.md").read_text("utf8")
    fields = [f"PRESSMARK_{name.upper()}" for name in Settings.__dataclass_fields__]
    assert [name for name in fields if f"`{name}`" not in text] == []


def test_every_setting_of_the_deployment_page_exists():
    text = (ROOT / "docs/deployment.md").read_text("utf8")
    known = {f"PRESSMARK_{name.upper()}" for name in Settings.__dataclass_fields__}
    assert set(re.findall(r"PRESSMARK_[A-Z_]+", text)) <= known


def test_the_readme_names_commands_that_the_makefile_has():
    makefile = (ROOT / "Makefile").read_text("utf8")
    named = re.findall(r"^make (\w+)", (ROOT / "README.md").read_text("utf8"), flags=re.M)
    assert named == ["serve", "test"]
    assert all(re.search(rf"^{name}:", makefile, flags=re.M) for name in named)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_between_pages_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf8")):
        if "://" not in target:
            assert (page.parent / target.split("#")[0]).exists(), target


def test_the_makefile_stays_short():
    assert len((ROOT / "Makefile").read_text("utf8").splitlines()) <= 30


def test_every_room_named_in_the_architecture_exists():
    text = (ROOT / "docs/architecture.md").read_text("utf8")
    floors = re.findall(r"^\| [1-6] \| (.*) \|$", text, flags=re.M)
    rooms = {name for floor in floors for name in re.findall(r"`([\w.]+)`", floor)}
    for room in rooms - {"indexer.__main__", "webapp", "serve", "indexer.cli"}:
        assert (ROOT / "indexer" / room).is_dir() or (ROOT / f"indexer/{room}.py").is_file(), room
