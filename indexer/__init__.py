"""Pressmark's way in: sources are read, cleaned, named and indexed; queries are answered."""

__version__ = "0.1.0"
