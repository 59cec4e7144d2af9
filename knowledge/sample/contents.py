"""The sample company's files, read as far as the check needs them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from knowledge.errors import KnowledgeError
from knowledge.records import AnswerTemplate, Speaker
from knowledge.templates import read_templates

OUT_OF_SCOPE = "none"


class UnreadableSampleError(Exception):
    """A file of the sample is missing or malformed; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """One transcript: when it began, who it was with, and what the customer said in it."""

    id: str
    began: datetime
    customer: str | None
    customer_texts: tuple[str, ...]
    turns: int
    tags: tuple[str, ...]
    rated: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class HeldOutQuestion:
    """A question kept for testing; two intents where it asks two things."""

    text: str
    intents: tuple[str, ...]
    template: str
    transcript: str


@dataclass(frozen=True, slots=True)
class Intent:
    """One row of ``intents.csv``; ``template`` is empty where only a person answers."""

    id: str
    articles: tuple[str, ...]
    template: str


@dataclass(frozen=True, slots=True)
class Sample:
    """Everything of the sample company; ``articles`` maps a slug to the text under its header."""

    conversations: tuple[Conversation, ...]
    held_out: tuple[HeldOutQuestion, ...]
    intents: Mapping[str, Intent]
    templates: tuple[AnswerTemplate, ...]
    articles: Mapping[str, str]


def read_sample(folder: Path) -> Sample:
    """Read the sample in ``folder``.

    Raises:
        UnreadableSampleError: a file is missing or malformed.
    """
    intents = [
        Intent(row["id"], tuple(filter(None, row["article_slugs"].split(";"))), row["template_id"])
        for row in _rows(folder / "intents.csv", {"id", "article_slugs", "template_id"})
    ]
    held_out = (
        HeldOutQuestion(
            row["text"], tuple(row["intent"].split("+")), row["template"], row["transcript"]
        )
        for row in _rows(folder / "held_out.csv", {"text", "intent", "template", "transcript"})
    )
    try:
        templates = read_templates(folder / "templates.yaml")
    except KnowledgeError as error:
        raise UnreadableSampleError(str(error)) from None
    return Sample(
        conversations=tuple(_conversations(folder / "transcripts.jsonl")),
        held_out=tuple(held_out),
        intents={intent.id: intent for intent in intents},
        templates=templates,
        articles={path.stem: _body(path) for path in sorted((folder / "articles").glob("*.md"))},
    )


def _conversations(path: Path) -> Iterator[Conversation]:
    for number, line in enumerate(_text(path).rstrip("\n").split("\n"), start=1):
        try:
            yield _conversation(json.loads(line))
        except (ValueError, KeyError, IndexError, TypeError) as error:
            raise UnreadableSampleError(
                f"{path}, line {number}: {error!r}; it needs an id, a customer, and turns with "
                "speaker, text and time"
            ) from None


def _conversation(record: dict[str, Any]) -> Conversation:
    turns = record["turns"]
    began = datetime.fromisoformat(turns[0]["time"])
    if began.tzinfo is None:
        raise ValueError(f"the time {began} has no time zone")
    return Conversation(
        id=record["id"],
        began=began,
        customer=record["customer"],
        customer_texts=tuple(
            turn["text"] for turn in turns if Speaker(turn["speaker"]) is Speaker.CUSTOMER
        ),
        turns=len(turns),
        tags=tuple(record.get("tags") or ()),
        rated=record.get("rating") is not None,
        closed=record.get("resolved") is not None,
    )


def _rows(path: Path, columns: set[str]) -> list[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(_text(path), newline=""), restval="")
    missing = columns - set(reader.fieldnames or ())
    if missing:
        raise UnreadableSampleError(f"{path} has no column {', '.join(sorted(missing))}; add it")
    return list(reader)


def _body(path: Path) -> str:
    parts = _text(path).split("---\n", 2)
    if len(parts) != 3 or parts[0]:
        raise UnreadableSampleError(f"{path} does not begin with a header between --- lines")
    if f"id: {path.stem}\n" not in parts[1]:
        raise UnreadableSampleError(f"{path}: the header's id is not {path.stem}; make them equal")
    return parts[2]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableSampleError(f"{path} cannot be read: {error}") from None
