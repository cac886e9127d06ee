"""What every engine does, in sentences: it gives up when the work allowed is used up."""

import pytest

from indexer.deadline import deadline
from indexer.errors import DeadlineError
from indexer.model import AnyTerm, MatchRequest


def test_a_match_beyond_its_deadline_is_given_up_and_can_be_asked_again(fill, article):
    searcher = fill(article("a", "rain", "rain and snow"), article("b", "news", "rain"))
    many = MatchRequest(tree=AnyTerm("exact", ("rain", *(f"rain{n}" for n in range(600)))))
    with deadline(-1), pytest.raises(DeadlineError):
        searcher.match(many)
    assert searcher.match(many).total == 2
