"""Tests of the web programs in a real browser."""
