"""The key ``articles``: where articles come from by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from pydantic import Field

from bot.settings.strict import Strict

WebAddress = Annotated[str, Field(pattern=r"^https?://\S+$")]


class ArticleSettings(Strict):
    """``folders`` are watched while the server runs; relative ones are seen from the home.

    ``sites``, addresses of sitemaps or pages, are crawled anew every ``crawl_hours``.
    """

    folders: tuple[str, ...] = ()
    sites: tuple[WebAddress, ...] = ()
    crawl_hours: Annotated[float, Field(ge=1, le=8760)] = 24

    def paths(self, home: Path) -> Sequence[Path]:
        """The folders to watch."""
        return [home / Path(each).expanduser() for each in self.folders]
