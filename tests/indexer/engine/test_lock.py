import os
import signal
import subprocess
import sys

import pytest

from indexer.engine.lock import WriterLock
from indexer.errors import LockedError


def test_a_second_lock_hears_who_holds_the_first(tmp_path):
    lock = WriterLock(tmp_path / "LOCK")
    with pytest.raises(LockedError, match=rf"{tmp_path} \(process {os.getpid()} on .+ since "):
        WriterLock(tmp_path / "LOCK")
    lock.release()
    lock.release()
    WriterLock(tmp_path / "LOCK").release()
    assert (tmp_path / "LOCK").read_text() == ""


def test_a_lock_without_a_name_in_it_is_a_lock_all_the_same(tmp_path):
    lock = WriterLock(tmp_path / "LOCK")
    os.truncate(tmp_path / "LOCK", 0)
    with pytest.raises(LockedError, match="not known which"):
        WriterLock(tmp_path / "LOCK")
    lock.release()


def test_a_forked_child_does_not_keep_the_lock(tmp_path):
    lock = WriterLock(tmp_path / "LOCK")
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(write_end, b"x")
        signal.pause()
        os._exit(0)
    try:
        os.read(read_end, 1)
        # Not released by name: closing alone must be enough, as when the parent is killed.
        os.close(lock._descriptor)
        WriterLock(tmp_path / "LOCK").release()
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(read_end)
        os.close(write_end)


def test_a_program_that_we_start_does_not_keep_the_lock(tmp_path):
    lock = WriterLock(tmp_path / "LOCK")
    code = f"import os; os.fstat({lock._descriptor})"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, close_fds=False
    )
    lock.release()
    assert b"Bad file descriptor" in done.stderr


def test_the_lock_of_a_killed_process_is_free(tmp_path):
    code = (
        "import os, signal; from pathlib import Path; from indexer.engine.lock import WriterLock;"
        f"lock = WriterLock(Path({str(tmp_path / 'LOCK')!r})); os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == -signal.SIGKILL
    WriterLock(tmp_path / "LOCK").release()
