"""The key ``articles``: where articles come from by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.settings.strict import Strict


class ArticleSettings(Strict):
    """``folders`` are watched while the server runs; relative ones are seen from the home."""

    folders: tuple[str, ...] = ()

    def paths(self, home: Path) -> Sequence[Path]:
        """The folders to watch."""
        return [home / Path(each).expanduser() for each in self.folders]
