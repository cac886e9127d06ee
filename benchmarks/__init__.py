"""Figures for docs/evaluation.md: quality by the evaluators, and speed. Never run as tests."""
