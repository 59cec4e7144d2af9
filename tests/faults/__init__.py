"""Faults done to the running product on purpose, and what became of its promises meanwhile."""
