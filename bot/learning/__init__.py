"""The loop: what happened in live conversations becomes what the next model learns from."""
