"""The harness of atheris works; to look for faults, run it for minutes (`atheris_cleaner.py`)."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def test_the_harness_runs_where_atheris_is_installed(tmp_path):
    pytest.importorskip("atheris", reason="atheris is not installed: pip install atheris")
    run = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.atheris_cleaner", "-runs=500", "-seed=1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)},
    )
    assert run.returncode == 0, run.stderr[-3000:]
