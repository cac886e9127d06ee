"""What every test may ask for: the evaluation data and a browser, where they are there."""

import os
import shutil
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def evaluation_data() -> Path:
    """The folder with real documents and evaluators; the test is skipped where there is none."""
    folder = os.environ.get("PRESSMARK_EVALUATION_DATA")
    if not folder:
        pytest.skip("needs PRESSMARK_EVALUATION_DATA")
    return Path(folder)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; skipped where there is none, unless the run demands one."""
    found = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if found is None and os.environ.get("PRESSMARK_REQUIRE_BROWSER"):
        pytest.fail("PRESSMARK_REQUIRE_BROWSER is set and there is no Chromium")
    if found is None:
        pytest.skip("needs Chromium")
    return found
