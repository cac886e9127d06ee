"""The process follows the published generation, and never leaves a reader in the middle."""

import shutil
import threading
import time

import pytest

from indexer.engine import open_engine
from indexer.errors import NoIndexError
from indexer.settings import Settings
from webapp.app import create_app
from webapp.searcher import CurrentSearcher


@pytest.fixture
def write(tmp_path, documents, write_archive):
    return lambda count: write_archive(tmp_path / "index", documents[:count])


def wait_for(condition):
    until = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < until, "nothing happened in five seconds"
        time.sleep(0.01)


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_a_new_generation_is_taken_up_and_the_old_one_finishes(write):
    engine, clock = write(2), Clock()
    current = CurrentSearcher(engine, clock)
    with current.borrowed() as old:
        write(3)
        with current.borrowed() as still:
            assert still is old  # CURRENT was looked at less than a second ago
        clock.now = 1.5

        def is_new():
            with current.borrowed() as now:
                return now is not old

        wait_for(is_new)
        assert old.document("fire") is not None  # still usable by who borrowed it
        assert old.summary().documents == 2
    with current.borrowed() as new:
        assert new.summary().documents == 3


def test_after_a_pause_the_first_reader_sees_what_is_published_now(write):
    engine, clock = write(2), Clock()
    current = CurrentSearcher(engine, clock)
    with current.borrowed() as old:
        assert old.summary().documents == 2
    write(3)
    clock.now = 60.0
    with current.borrowed() as new:
        assert new.summary().documents == 3


def test_current_is_looked_at_once_a_second_at_most(write):
    looks = []

    class Counted:
        def __init__(self, engine):
            self._engine = engine

        def current(self):
            looks.append(1)
            return self._engine.current()

        def searcher(self):
            return self._engine.searcher()

    clock = Clock()
    current = CurrentSearcher(Counted(write(1)), clock)
    for _ in range(50):
        with current.borrowed():
            pass
    assert len(looks) == 1
    clock.now = 1.0
    for _ in range(50):
        with current.borrowed():
            pass
    wait_for(lambda: len(looks) == 2)


def test_readers_in_many_threads_get_whole_answers_while_generations_change(write):
    app = create_app(write(2), Settings())
    app.extensions["pressmark-searcher"].clock = time.monotonic
    wrong, done = [], threading.Event()

    def read():
        client = app.test_client()
        while not done.is_set():
            answer = client.get("/api/v1/search?size=50").get_json()
            if answer["total"] != len(answer["hits"]) or answer["total"] not in (2, 3, 4):
                wrong.append(answer)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    write(3)
    time.sleep(1.2)
    write(4)
    client = app.test_client()
    wait_for(lambda: client.get("/api/v1/search").get_json()["total"] == 4)
    done.set()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_without_an_index_every_page_says_what_to_do(tmp_path):
    app = create_app(open_engine(str(tmp_path / "none")), Settings())
    client = app.test_client()
    for address in ("/", "/search?q=x", "/documents/x", "/persons", "/search.csv"):
        page = client.get(address)
        assert page.status_code == 503
        assert "pressmark index" in page.text
        assert page.headers["Retry-After"]
    assert client.get("/api/v1/search").mimetype == "application/problem+json"
    assert client.get("/healthz").status_code == 200
    ready = client.get("/readyz")
    assert ready.status_code == 503
    assert "pressmark index" in ready.get_json()["detail"]
    with (
        pytest.raises(NoIndexError),
        CurrentSearcher(open_engine(str(tmp_path / "none"))).borrowed(),
    ):
        pass


def test_an_index_that_appears_later_is_served(tmp_path, documents, write_archive):
    app = create_app(open_engine(str(tmp_path / "index")), Settings())
    assert app.test_client().get("/").status_code == 503
    write_archive(tmp_path / "index", documents[:2])
    assert app.test_client().get("/").status_code == 200
    assert app.test_client().get("/readyz").get_json()["documents"] == 2


def test_when_the_new_generation_cannot_be_opened_the_old_one_goes_on(write, tmp_path, caplog):
    app = create_app(write(2), Settings())
    client, clock = app.test_client(), Clock()
    current = app.extensions["pressmark-searcher"]
    current.clock = clock
    assert client.get("/readyz").status_code == 200
    (tmp_path / "index" / "CURRENT").write_text("g999999\n")
    clock.now = time.monotonic() + 10
    wait_for(lambda: client.get("/readyz").status_code == 503)
    assert client.get("/search").status_code == 200
    assert client.get("/readyz").get_json()["status"] == "an older generation serves"
    for _ in range(3):
        clock.now += 2
        client.get("/")
    wait_for(lambda: not current._opening.locked())
    assert caplog.text.count("cannot be opened") == 1
    shutil.rmtree(tmp_path / "index")
    assert client.get("/search?q=harbour").status_code == 200
