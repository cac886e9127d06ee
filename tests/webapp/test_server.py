"""`pressmark serve` on gunicorn: a real process answers, and says what to put in front."""

import re
import signal
import subprocess
import sys
import urllib.request

import pytest

from indexer.errors import LocationError
from indexer.settings import Settings
from webapp.server import Server, gunicorn_settings, is_loopback, serve


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_loopback_is_this_machine_alone(host):
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "archive.example"])
def test_other_addresses_are_reached_by_others(host):
    assert not is_loopback(host)


def test_settings_reach_gunicorn_and_nothing_else_is_believed():
    found = gunicorn_settings(Settings(host="::1", port=8123, workers=3, threads=7))
    assert found["bind"] == ["[::1]:8123"]
    assert (found["workers"], found["threads"], found["worker_class"]) == (3, 7, "gthread")
    assert found["forwarded_allow_ips"] == ""
    assert found["accesslog"] is None
    assert gunicorn_settings(Settings(log_queries=True))["accesslog"] == "-"


def test_each_worker_makes_its_own_app(tmp_path):
    server = Server(Settings(index=str(tmp_path / "index")))
    assert server.load() is not server.load()
    assert server.cfg.worker_class_str == "gthread"
    assert not server.cfg.preload_app


def test_a_location_that_no_engine_knows_is_told_before_anything_starts(capsys):
    with pytest.raises(LocationError):
        serve(Settings(index="ftp://nowhere", host="0.0.0.0"))
    said = capsys.readouterr()
    assert "PRESSMARK_ALLOWED_HOSTS" in said.err
    assert said.out == ""


@pytest.fixture
def server(engine, tmp_path_factory, request):
    folder = next(tmp_path_factory.getbasetemp().glob("webapp*/index"))
    program = (
        "from indexer.settings import Settings; from webapp.server import serve; import sys;"
        "serve(Settings(index=sys.argv[1], port=0, workers=1, threads=2))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], stderr=subprocess.PIPE, text=True
    )
    yield process
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=20)


def test_a_served_archive_answers(server):
    address = next(
        found[0] for line in server.stderr if (found := re.search(r"http://[0-9.]+:[0-9]+", line))
    )
    with urllib.request.urlopen(f"{address}/search?q=lighthouse", timeout=20) as answer:
        page = answer.read().decode()
    assert "<mark>lighthouse</mark>" in page
