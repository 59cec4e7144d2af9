"""How much anybody may ask of the server at once: token buckets in memory, by address or by name.

Nothing that was accepted is ever dropped; who is too fast is told when to come again. The memory is
bounded: of very many, those not heard of for longest are forgotten, and begin with a full bucket.
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

from starlette.datastructures import Address

from bot.settings import LimitSettings

MOST_KEYS = 20_000
HOUR = 3_600.0
MINUTE = 60.0
IPV6_HOST_BITS = 64


class TooManyError(Exception):
    """Somebody is too fast. ``seconds`` from now the same will be taken."""

    def __init__(self, what: str, seconds: float) -> None:
        self.seconds = max(1, math.ceil(seconds))
        super().__init__(f"too many {what}; try again in {self.seconds} s")


class Limiter:
    """Buckets that hold as much as one period allows, and fill evenly. One thread uses it."""

    def __init__(
        self,
        what: str,
        period: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        most_keys: int = MOST_KEYS,
    ) -> None:
        self._what = what
        self._period = period
        self._clock = clock
        self._most_keys = most_keys
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str, allowed: int) -> None:
        """Count one for ``key``, of which ``allowed`` fit into a period.

        Raises:
            TooManyError: its bucket is empty.
        """
        now, rate = self._clock(), allowed / self._period
        left, at = self._buckets.pop(key, (float(allowed), now))
        left = min(float(allowed), left + (now - at) * rate)
        enough = left >= 1
        self._buckets[key] = (left - 1 if enough else left, now)
        if len(self._buckets) > self._most_keys:
            self._buckets.popitem(last=False)
        if not enough:
            raise TooManyError(self._what, (1 - left) / rate)


def network_of(address: str | None) -> str:
    """Who is behind an address: an IPv6 network as a whole, since one host has all of it."""
    try:
        parsed = ip_address(address or "")
    except ValueError:
        return address or "unknown"
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is None:
        return f"{IPv6Address(int(parsed) >> IPV6_HOST_BITS << IPV6_HOST_BITS)}/64"
    return str(parsed.ipv4_mapped if isinstance(parsed, IPv6Address) else parsed)


def is_loopback(address: str) -> bool:
    """Whether it is this machine that asks."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


class WebLimits:
    """What the web channel takes from one address and in one conversation, by the settings."""

    def __init__(self, settings: Callable[[], LimitSettings]) -> None:
        self._settings = settings
        self._sessions = Limiter("conversations begun from this address", HOUR)
        self._messages = Limiter("messages in this conversation", MINUTE)

    def session(self, client: Address | None) -> None:
        """Count a conversation that ``client`` begins.

        Raises:
            TooManyError: its address has begun too many.
        """
        host = client.host if client else None
        self._sessions.take(network_of(host), self._settings().sessions_per_hour)

    def message(self, conversation_id: str) -> None:
        """Count a message, before it is stored.

        Raises:
            TooManyError: too many came in this conversation.
        """
        self._messages.take(conversation_id, self._settings().messages_per_minute)
