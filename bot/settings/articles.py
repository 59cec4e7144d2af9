"""The key ``articles``: where articles come from by themselves, and how much is quoted of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from pydantic import Field

from bot.settings.strict import Strict

Characters = Annotated[int, Field(ge=100, le=4_000)]


class QuotedSettings(Strict):
    """The characters of an answer made of an article's sentences, by channel."""

    web: Characters = 800
    telegram: Characters = 600


WebAddress = Annotated[str, Field(pattern=r"^https?://\S+$")]


class ArticleSettings(Strict):
    """``folders`` are watched while the server runs; relative ones are seen from the home.

    ``sites``, addresses of sitemaps or pages, are crawled anew every ``crawl_hours``.
    """

    folders: tuple[str, ...] = ()
    quoted_characters: QuotedSettings = QuotedSettings()
    sites: tuple[WebAddress, ...] = ()
    crawl_hours: Annotated[float, Field(ge=1, le=8760)] = 24

    def paths(self, home: Path) -> Sequence[Path]:
        """The folders to watch."""
        return [home / Path(each).expanduser() for each in self.folders]
