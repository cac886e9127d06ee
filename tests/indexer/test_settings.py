from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.errors import SettingsError
from indexer.settings import LOOPBACK_HOSTS, Settings, available_cpus, variable

NAMES = [field.name for field in fields(Settings)]


def test_without_variables_the_settings_are_for_one_machine_alone():
    settings = Settings.from_environment({})
    assert settings == Settings()
    assert settings.index == "index"
    assert settings.host == "127.0.0.1"
    assert settings.allowed_hosts == LOOPBACK_HOSTS
    assert settings.trusted_proxies == 0
    assert settings.log_queries is False
    assert settings.corrections is None


def test_every_variable_sets_its_field():
    settings = Settings.from_environment(
        {
            "PRESSMARK_INDEX": "opensearch+http://search:9200/news",
            "PRESSMARK_HOST": "0.0.0.0",
            "PRESSMARK_PORT": "0",
            "PRESSMARK_WORKERS": "3",
            "PRESSMARK_THREADS": "5",
            "PRESSMARK_JOBS": "7",
            "PRESSMARK_CORRECTIONS": "/srv/corrections.txt",
            "PRESSMARK_ALLOWED_HOSTS": "Archive.Example, .example.org,[::1],localhost,localhost",
            "PRESSMARK_TRUSTED_PROXIES": "1",
            "PRESSMARK_LOG_QUERIES": "Yes",
            "PRESSMARK_TITLE": "The Archive",
        }
    )
    assert settings == Settings(
        index="opensearch+http://search:9200/news",
        host="0.0.0.0",
        port=0,
        workers=3,
        threads=5,
        jobs=7,
        corrections=Path("/srv/corrections.txt"),
        allowed_hosts=("archive.example", ".example.org", "[::1]", "localhost"),
        trusted_proxies=1,
        log_queries=True,
        title="The Archive",
    )


def test_the_build_takes_every_processor_it_may_use_unless_told():
    assert Settings.from_environment({}).jobs == available_cpus() >= 1


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_variable_is_one_that_is_not_set(name):
    assert Settings.from_environment({variable(name): "  "}) == Settings()


def test_a_star_allows_any_host():
    assert Settings.from_environment({"PRESSMARK_ALLOWED_HOSTS": "*"}).allowed_hosts == ("*",)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("PRESSMARK_PORT", "http", "a whole number from 0 to 65535"),
        ("PRESSMARK_PORT", "65536", "a whole number from 0 to 65535"),
        ("PRESSMARK_PORT", "-1", "a whole number from 0 to 65535"),
        ("PRESSMARK_PORT", "٨٠", "a whole number from 0 to 65535"),
        ("PRESSMARK_PORT", "9" * 50, "a whole number from 0 to 65535"),
        ("PRESSMARK_WORKERS", "0", "a whole number from 1 to 256"),
        ("PRESSMARK_THREADS", "4.5", "a whole number from 1 to 256"),
        ("PRESSMARK_JOBS", "all", "a whole number from 1 to 256"),
        ("PRESSMARK_TRUSTED_PROXIES", "yes", "a whole number from 0 to 16"),
        ("PRESSMARK_LOG_QUERIES", "maybe", "1, true, yes or on"),
        ("PRESSMARK_HOST", "http://here", "a host name or an address"),
        ("PRESSMARK_ALLOWED_HOSTS", "archive.example:8000", "host names without port"),
        ("PRESSMARK_ALLOWED_HOSTS", "https://archive.example", "host names without port"),
        ("PRESSMARK_ALLOWED_HOSTS", ",", "host names without port"),
    ],
)
def test_a_wrong_value_is_named_with_its_variable_and_what_is_expected(name, value, expected):
    with pytest.raises(SettingsError) as error:
        Settings.from_environment({name: value})
    assert str(error.value).startswith(f"{name} is {value!r}; expected {expected}")


def test_an_error_repeats_only_the_beginning_of_an_endless_value():
    with pytest.raises(SettingsError) as error:
        Settings.from_environment({"PRESSMARK_PORT": "x" * 100_000})
    assert len(str(error.value)) < 300


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from([variable(name) for name in NAMES]), st.text(max_size=40)))
def test_no_environment_brings_another_error_than_the_one_for_settings(environ):
    try:
        settings = Settings.from_environment(environ)
    except SettingsError:
        return
    assert 0 <= settings.port <= 65_535
    assert settings.allowed_hosts


def test_settings_do_not_change():
    with pytest.raises(FrozenInstanceError):
        Settings().port = 1  # type: ignore[misc]


def test_where_the_system_does_not_tell_which_processors_are_ours_all_of_them_count(monkeypatch):
    monkeypatch.delattr("os.sched_getaffinity", raising=False)
    assert available_cpus() >= 1
