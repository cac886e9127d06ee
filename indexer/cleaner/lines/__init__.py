"""The model of a line: how likely it is the article's, from its looks, words and neighbours."""

from indexer.cleaner.lines.model import article_odds

__all__ = ["article_odds"]
