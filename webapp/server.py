"""`pressmark serve`: the web app on gunicorn, threads in a few processes."""

import ipaddress
import sys
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]  # it has no types

from indexer.engine import open_engine
from indexer.settings import Settings
from webapp.app import create_app

# An archive's longest honest address: 500 characters of query, percent-encoded, and fifty filters.
LONGEST_REQUEST_LINE = 8190
SECONDS_TO_STOP = 10
_BEFORE_OTHERS = """\
Listening on {host}: other machines can read this archive, and nobody is asked for a password.
Put a proxy in front that speaks TLS and asks for one, and set
  PRESSMARK_ALLOWED_HOSTS     the names it is reached by
  PRESSMARK_TRUSTED_PROXIES   how many proxies stand in front: usually 1
docs/deployment.md shows one."""


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn with our settings instead of a configuration file."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        """What gunicorn is told; it reads no file and no environment of its own."""
        for name, value in gunicorn_settings(self._settings).items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """The app, made in each worker after the fork: no file or lock of the index is shared."""
        return create_app(open_engine(self._settings.index), self._settings)


def serve(settings: Settings) -> None:
    """Serves until it is told to stop. Says where, and what to put in front of a public address."""
    if not is_loopback(settings.host):
        print(_BEFORE_OTHERS.format(host=settings.host), file=sys.stderr)
    open_engine(settings.index)  # a location that no engine knows is told here, not in each worker
    Server(settings).run()


def gunicorn_settings(settings: Settings) -> dict[str, Any]:
    """Gunicorn's own names for what we decided."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return {
        "bind": [f"{host}:{settings.port}"],
        "worker_class": "gthread",
        "workers": settings.workers,
        "threads": settings.threads,
        "graceful_timeout": SECONDS_TO_STOP,
        "limit_request_line": LONGEST_REQUEST_LINE,
        # ProxyFix decides about X-Forwarded-*, by PRESSMARK_TRUSTED_PROXIES alone.
        "forwarded_allow_ips": "",
        "secure_scheme_headers": {},
        # A socket that commands are taken from, in the home of whoever serves: not needed.
        "control_socket_disable": True,
        "accesslog": "-" if settings.log_queries else None,
        "proc_name": "pressmark",
    }


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
