"""Training the cleaner; see MODEL.md for the data and the figures."""
