"""Training the English tagger; see MODEL.md for the data and the figures."""
