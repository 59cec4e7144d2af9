"""Conversations in the product's own JSONL form, as they are stored and written out."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from knowledge import Speaker, Transcript, TranscriptId, Turn


def content_of(transcript: Transcript) -> str:
    """A conversation as one line of JSON."""
    return json.dumps(transcript_to_json(transcript), ensure_ascii=False)


def content_hash(content: str) -> str:
    """By which an import tells whether a conversation has changed."""
    return hashlib.sha256(content.encode(errors="surrogatepass")).hexdigest()


def renamed(transcript: Transcript, old: str, new: str) -> Transcript:
    """The conversation with ``new`` for its customer or author ``old``."""
    return replace(
        transcript,
        customer=new if transcript.customer == old else transcript.customer,
        turns=tuple(
            replace(turn, author=new) if turn.author == old else turn for turn in transcript.turns
        ),
    )


def transcript_to_json(transcript: Transcript) -> dict[str, Any]:
    """A conversation in the product's own JSONL form."""
    document: dict[str, Any] = {
        "id": transcript.id,
        "source": transcript.source,
        "turns": [_turn_to_json(turn) for turn in transcript.turns],
    }
    for name in ("resolved", "rating", "customer", "language"):
        value = getattr(transcript, name)
        if value is not None:
            document[name] = value
    for name in ("tags", "customer_aliases"):
        if getattr(transcript, name):
            document[name] = list(getattr(transcript, name))
    return document


def transcript_from_json(document: dict[str, Any]) -> Transcript:
    """The conversation that ``transcript_to_json`` wrote."""
    return Transcript(
        id=TranscriptId(document["id"]),
        turns=tuple(_turn_from_json(turn) for turn in document["turns"]),
        source=document["source"],
        tags=tuple(document.get("tags", ())),
        resolved=document.get("resolved"),
        rating=document.get("rating"),
        customer=document.get("customer"),
        language=document.get("language"),
        customer_aliases=tuple(document.get("customer_aliases", ())),
    )


def _turn_to_json(turn: Turn) -> dict[str, Any]:
    document: dict[str, Any] = {"speaker": turn.speaker.value, "text": turn.text}
    if turn.time is not None:
        document["time"] = turn.time.isoformat()
    if turn.author is not None:
        document["author"] = turn.author
    if turn.private:
        document["private"] = True
    return document


def _turn_from_json(document: dict[str, Any]) -> Turn:
    time = document.get("time")
    return Turn(
        speaker=Speaker(document["speaker"]),
        text=document["text"],
        time=datetime.fromisoformat(time) if time else None,
        author=document.get("author"),
        private=document.get("private", False),
    )
