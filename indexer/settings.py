"""The settings: what two deployments would set differently, from the environment.

The command line and create_app read them once; an option of the command line replaces its field
with dataclasses.replace. An empty variable counts as one that is not set, since that is how Compose
files and unit files leave one out.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from indexer.errors import SettingsError

LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]")
ANY_HOST = "*"

_PREFIX = "PRESSMARK_"
_YES = frozenset({"1", "true", "yes", "on"})
_NO = frozenset({"0", "false", "no", "off"})
_WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")
# A name or an address, a leading dot for "and all below it", brackets round IPv6; no port.
_ALLOWED_HOST = re.compile(r"\.?[\w-]+(\.[\w-]+)*|\[[0-9a-f:.]+\]")
_SHOWN = 80  # characters of a wrong value that an error repeats


def available_cpus() -> int:
    """How many processors this process may use: in a container fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):  # not on macOS
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Settings:
    """How this deployment differs from another."""

    index: str = "index"  # a folder, or opensearch+http[s]://host:9200/name
    host: str = "127.0.0.1"
    port: int = 8000  # 0: any that is free
    # Two processes of four threads answered 1,605 requests/s on two cores; two synchronous ones
    # 282 (wrk, 8 connections, 10,000 documents).
    workers: int = 2
    threads: int = 4
    jobs: int = field(default_factory=available_cpus)  # processes of the build
    corrections: Path | None = None  # None: only the corrections.txt of the SOURCEs
    allowed_hosts: tuple[str, ...] = LOOPBACK_HOSTS  # lower case, no port; "*" is any host
    trusted_proxies: int = 0  # 0: X-Forwarded-* is not looked at
    log_queries: bool = False
    title: str = "Pressmark"  # what the pages call this archive

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Self:
        """The settings as the PRESSMARK_… variables have them; those not set are as above.

        Raises: SettingsError, naming the variable, its value and what is expected.
        """
        given: dict[str, Any] = {}
        for name, read in _READERS.items():
            text = environ.get(variable(name), "").strip()
            if text:
                given[name] = _read(variable(name), text, read)
        return cls(**given)


def variable(field_name: str) -> str:
    """The environment variable of a field."""
    return _PREFIX + field_name.upper()


def _read(name: str, text: str, read: Callable[[str], object]) -> object:
    try:
        return read(text)
    except ValueError as error:
        shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
        raise SettingsError(f"{name} is {shown!r}; expected {error}") from error


def _whole_number(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not _WHOLE_NUMBER.fullmatch(text) or not least <= int(text) <= most:
            raise ValueError(f"a whole number from {least} to {most}")
        return int(text)

    return read


def _yes_or_no(text: str) -> bool:
    if text.casefold() not in _YES | _NO:
        raise ValueError("1, true, yes or on; or 0, false, no or off")
    return text.casefold() in _YES


def _host(text: str) -> str:
    if any(character.isspace() or character == "/" for character in text):
        raise ValueError("a host name or an address to listen on, such as 127.0.0.1")
    return text


def _host_names(text: str) -> tuple[str, ...]:
    """Host names between commas, each once, as a browser sends them without the port."""
    names = tuple(dict.fromkeys(name.strip().lower() for name in text.split(",") if name.strip()))
    if not names or not all(name == ANY_HOST or _ALLOWED_HOST.fullmatch(name) for name in names):
        raise ValueError(
            "host names without port between commas, such as archive.example,localhost; * is any"
        )
    return names


_READERS: Mapping[str, Callable[[str], object]] = {
    "index": str,
    "host": _host,
    "port": _whole_number(0, 65_535),
    "workers": _whole_number(1, 256),
    "threads": _whole_number(1, 256),
    "jobs": _whole_number(1, 256),
    "corrections": Path,
    "allowed_hosts": _host_names,
    "trusted_proxies": _whole_number(0, 16),
    "log_queries": _yes_or_no,
    "title": str,
}
