"""Adapters between the conversations and the places where people write."""
