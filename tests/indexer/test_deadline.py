"""A deadline counts the work of its own thread, and nothing outside of it."""

import threading

import pytest

from indexer.deadline import check_deadline, deadline
from indexer.errors import DeadlineError


def test_without_a_deadline_nothing_is_too_late():
    check_deadline()


def test_within_its_time_work_goes_on():
    with deadline(60):
        check_deadline()


def test_work_beyond_the_time_is_given_up_and_says_what_to_do():
    with deadline(-1), pytest.raises(DeadlineError, match="takes too long"):
        check_deadline()


def test_after_a_deadline_there_is_none():
    with deadline(-1):
        pass
    check_deadline()


def test_one_threads_deadline_is_not_anothers():
    raised = []

    def work():
        try:
            check_deadline()
        except DeadlineError as error:
            raised.append(error)

    with deadline(-1):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    assert raised == []
