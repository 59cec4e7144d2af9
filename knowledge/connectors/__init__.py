"""Conversations, canned answers and articles fetched from a help desk's own API, page by page.

Reads only, and keeps nothing itself: each page carries the state from which a later pull goes on.
"""

from __future__ import annotations

from knowledge.connectors.access import read_token
from knowledge.connectors.canned import CannedAnswer
from knowledge.connectors.pulling import VENDORS, Page, connect, pull
from knowledge.connectors.state import PullState

__all__ = ["VENDORS", "CannedAnswer", "Page", "PullState", "connect", "pull", "read_token"]
