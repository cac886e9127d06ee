from dataclasses import dataclass

from indexer.engine.whoosh_engine.cache import Cache


@dataclass(frozen=True)
class Value:
    name: str
    nbytes: int = 1000


def test_a_value_is_made_once():
    cache, made = Cache(10_000), []
    for _ in range(3):
        assert cache.get("a", lambda: made.append(1) or Value("a")).name == "a"
    assert len(made) == 1


def test_the_least_recently_used_goes_first():
    cache = Cache(3 * 1400)
    for name in ("a", "b", "c", "a", "d"):
        cache.get(name, lambda name=name: Value(name))
    made = []
    for name in ("a", "c", "d"):
        cache.get(name, lambda name=name: made.append(name) or Value(name))
    assert made == []
    cache.get("b", lambda: made.append("b") or Value("b"))
    assert made == ["b"]
    assert cache.nbytes <= 3 * 1400


def test_a_value_larger_than_the_cache_is_held_alone():
    cache = Cache(500)
    cache.get("small", lambda: Value("small", 10))
    cache.get("large", lambda: Value("large", 10_000))
    made = []
    cache.get("large", lambda: made.append(1) or Value("large"))
    assert made == []
    cache.clear()
    assert cache.nbytes == 0


def test_two_that_miss_at_once_agree_on_the_size():
    cache = Cache(100_000)

    def slow():
        cache.get("a", lambda: Value("the other one"))
        return Value("a")

    assert cache.get("a", slow).name == "a"
    assert cache.get("a", slow).name == "the other one"
    assert cache.nbytes == 1400
