"""A desk inside Telegram: a group with a topic for each customer who was handed over."""
