"""Trust by degrees: what the bot says itself, what it drafts, what it leaves to people. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.hierarchy import lineage
from knowledge.records import IntentId


class Mode(StrEnum):
    """How far the bot is trusted."""

    OFF = "off"
    DRAFT = "draft"
    LIVE = "live"


ORDER = (Mode.OFF, Mode.DRAFT, Mode.LIVE)


@dataclass(frozen=True, slots=True)
class Degree:
    """``share`` of the conversations (0 to 1) are answered live; the others get a draft."""

    mode: Mode = Mode.LIVE
    share: float = 1.0

    def mode_for(self, bucket: float) -> Mode:
        """The mode of the conversation whose place among all is ``bucket``, from 0 below 1."""
        return Mode.DRAFT if self.mode is Mode.LIVE and bucket >= self.share else self.mode


@dataclass(frozen=True, slots=True)
class Trust:
    """What the operator set by channel and by intent; what is not named is live."""

    channels: Mapping[str, Degree] = field(default_factory=dict)
    intents: Mapping[IntentId, Degree] = field(default_factory=dict)

    def mode(self, channel: str, intents: Iterable[IntentId], bucket: float) -> Mode:
        """The least that the channel and any of ``intents`` are trusted with."""
        degrees = [self.channels.get(channel), *map(self._degree, intents)]
        modes = (each.mode_for(bucket) for each in degrees if each is not None)
        return min(modes, key=ORDER.index, default=Mode.LIVE)

    def _degree(self, intent: IntentId) -> Degree | None:
        """That of the intent, or of the nearest that it stands under."""
        named = (self.intents[each] for each in lineage(intent) if each in self.intents)
        return next(named, None)
