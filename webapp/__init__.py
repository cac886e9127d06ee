"""The web front end: pages and the JSON API, over one Searcher that is only read."""
