"""Whoosh's own matcher finds in our index what our collector finds.

AND and OR of words only: Whoosh's AndNotMatcher (2.7.4 to 3.54) lets the first document through
even where it is excluded, and its phrases know another form of positions. What every kind of node
must find is told by test_contract_oracle.py.
"""

import random

from whoosh.index import open_dir
from whoosh.query import And, Or, Term

from indexer.model import AllTerms, AnyTerm, AnyTerms, MatchRequest


def test_whooshs_own_matcher_finds_the_same_documents(engine, article):
    chance = random.Random(7)
    words = [f"w{n}" for n in range(30)]
    # Without deletions a document of ours has Whoosh's number: they are put in order.
    with engine.writer() as writer:
        for n in range(300):
            text = " ".join(word for k, word in enumerate(words) if chance.random() < 1 / (k + 2))
            writer.put(article(f"d{n:03}", text), "", "print")
        writer.publish()
    searcher = engine.searcher()
    index = open_dir(str(engine.folder / engine.current()))
    with index.searcher() as oracle:
        for _ in range(60):
            one, two, three = chance.sample(words, 3)
            theirs = Or([And([Term("exact", one), Term("exact", two)]), Term("exact", three)])
            ours = AnyTerms((AllTerms((leaf(one), leaf(two))), leaf(three)))
            expected = [f"d{number:03}" for number in oracle.docs_for_query(theirs)]
            assert list(searcher.stream(MatchRequest(tree=ours))) == expected
    index.close()


def leaf(word):
    return AnyTerm("exact", (word,))
