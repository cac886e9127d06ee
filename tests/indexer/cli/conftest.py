"""Commands run as a user would, on a folder with a few articles."""

import json

import pytest
from click.testing import CliRunner

from indexer.__main__ import application

STRIKE = """Harbour strike ends

The strike in the harbour of Vessin ended on Monday, nine weeks after it had begun at the quay.

Interior Minister Ilka Torvald said that the dockers would return to work on Tuesday morning.

“We have won nothing but our own work,” said Marten Vosk, who speaks for the dockers' guild.

Leave a Reply

Show Buttons
Hide Buttons
"""
MINE = {
    "id": "mine-7",
    "title": "The mine at Garn closes",
    "source": "Garn Post",
    "published": "2017-01-20",
    "text": "The mine at Garn has closed, and the miners have gone to the harbour to look for work.",
    "persons": ["Odile Marn"],
}


class Commands:
    """Runs commands; by default they must succeed and print nothing but data."""

    def __init__(self, folder):
        self.folder = folder
        self.index = str(folder / "index")

    def run(self, *arguments, status=0, standard_input=None):
        result = CliRunner().invoke(application, [*map(str, arguments)], input=standard_input)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == status, result.output
        return result

    def lines(self, *arguments, status=0, standard_input=None):
        output = self.run(*arguments, status=status, standard_input=standard_input).stdout
        return [json.loads(line) for line in output.splitlines()]

    def on_index(self, command, *arguments, **options):
        return self.run(command, *arguments, "--index", self.index, **options)


@pytest.fixture
def commands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Commands(tmp_path)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """Two articles, indexed once; for commands that only read."""
    folder = tmp_path_factory.mktemp("archive")
    articles = folder / "articles"
    articles.mkdir()
    (articles / "strike.txt").write_text(STRIKE, "utf8")
    (articles / "post.jsonl").write_text(json.dumps(MINE) + "\n", "utf8")
    made = Commands(folder)
    (articles / "corrections.txt").write_text("alias: pit = mine, the quay\n", "utf8")
    made.on_index("index", articles, "--jobs", 1)
    return made
