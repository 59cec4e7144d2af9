"""The commands, one module a theme; ``bot.cli`` loads only the one that is asked for."""
