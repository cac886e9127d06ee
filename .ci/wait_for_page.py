"""Waits until the page answers, asks it one question, and fails loudly if it does not."""

import json
import sys
import time
import urllib.error
import urllib.request

PATIENCE = 120  # seconds


def main(address: str) -> None:
    """Exits with an error if no page of results comes within PATIENCE."""
    deadline = time.monotonic() + PATIENCE
    while not _ready(address):
        if time.monotonic() > deadline:
            sys.exit(f"error: {address} is not ready after {PATIENCE} s")
        time.sleep(0.5)
    with urllib.request.urlopen(f"{address}/api/v1/search?q=harbour", timeout=10) as answer:
        total = json.load(answer)["total"]
    if not total:
        sys.exit("error: the sample archive has no article with the word harbour")
    print(f"{address} answers: {total} articles with the word harbour")


def _ready(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/readyz", timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


if __name__ == "__main__":
    main(sys.argv[1])
