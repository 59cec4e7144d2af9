"""Conversations: what comes in, who owns it, what goes out, and what the clock brings about."""
