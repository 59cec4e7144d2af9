"""One customer's rights: a copy of everything about them, and to be forgotten."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import click
from sqlmodel import col, select

from bot.commands.context import CommandError, Home, json_option, say, to_json
from bot.content.customers import FoundCustomer, find_customer
from bot.content.erasure import Erased
from bot.content.file_bytes import FileBytes
from bot.content.originals import Originals
from bot.content.transcript_json import transcript_to_json
from bot.content.transcripts import pseudonym_key
from bot.conversations.rating import ratings_of
from bot.forgetting import erase_customer, people_of
from bot.services import utc_now
from bot.store.tables import (
    AttachmentRow,
    BehaviourRow,
    ConversationRow,
    MessageRow,
    OriginalRow,
    RatingRow,
    SuggestionChoiceRow,
    TranscriptRow,
)

CUSTOMER = click.argument("customer")


@click.command()
@CUSTOMER
@json_option
@click.pass_obj
def erase(home: Home, customer: str, as_json: bool) -> None:
    """Erase everything about CUSTOMER: an e-mail address, an id (or SOURCE:ID), or a name.

    A later import of the same export does not bring it back.
    """
    files = FileBytes(home.settings.attachments)
    erased = erase_customer(home.database, home.settings.home, files, customer, utc_now())
    say(as_json, {"erased": asdict(erased)}, _sentence(customer, erased))


def _sentence(customer: str, erased: Erased) -> str:
    retrain = len(erased.models_to_retrain)
    models = f" {retrain} models may have learned from them: `frontdesk train`." if retrain else ""
    if not erased.anything:
        return f"Nothing of {customer} was found; later imports will leave them out.{models}"
    return (
        f"Erased: {erased.transcripts:,} imported conversations with {erased.pairs:,} pairs and "
        f"{erased.examples:,} examples, {erased.conversations:,} live conversations with "
        f"{erased.messages:,} messages and {erased.attachments:,} files.{models}"
    )


@click.command("customer")
@CUSTOMER
@json_option
@click.pass_obj
def export_customer(home: Home, customer: str, as_json: bool) -> None:
    """A copy of everything about CUSTOMER as one JSON object."""
    key = pseudonym_key(home.database)
    with home.database.read() as session:
        found = find_customer(session, key, customer)
    if not found.persons and not found.conversations:
        raise CommandError(
            f"nothing of {customer!r} is known; name an e-mail address, an id (SOURCE:ID), "
            "or a name"
        )
    copy = {
        "customer": customer,
        "imported": _imported(home, found),
        "conversations": _live(home, found),
        "suggestions": _suggestions(home, found),
    }
    _show(copy, as_json)


@click.command("original")
@click.argument("conversation")
@json_option
@click.pass_obj
def export_original(home: Home, conversation: str, as_json: bool) -> None:
    """The imported CONVERSATION (SOURCE:ID) as it came, where originals are kept."""
    original = Originals(home.settings.originals_key).read(home.database, conversation)
    _show(transcript_to_json(original), as_json)


def _show(document: dict[str, Any], as_json: bool) -> None:
    """The document as JSON: in one line, or indented for people."""
    indent = None if as_json else 2
    click.echo(json.dumps(to_json(document), ensure_ascii=False, indent=indent))


def _imported(home: Home, found: FoundCustomer) -> list[dict[str, Any]]:
    """The imported conversations; as they came where originals are kept."""
    originals = Originals(home.settings.originals_key)
    theirs = col(TranscriptRow.customer).in_(found.persons)
    with home.database.read() as session:
        rows = session.exec(
            select(TranscriptRow, OriginalRow)
            .join(OriginalRow, isouter=True)
            .where(theirs)
            .order_by(col(TranscriptRow.key))
        ).all()
    return [
        transcript_to_json(originals.open(original)) if original else json.loads(row.content)
        for row, original in rows
    ]


def _live(home: Home, found: FoundCustomer) -> list[dict[str, Any]]:
    with home.database.read() as session:
        rows = session.exec(
            select(ConversationRow)
            .where(col(ConversationRow.id).in_(found.conversations))
            .order_by(col(ConversationRow.created_at))
        ).all()
        return [_conversation(session, row) for row in rows]


def _suggestions(home: Home, found: FoundCustomer) -> dict[str, Any]:
    """What they chose about suggestions, and what was kept of what they did with them."""
    with home.database.read() as session:
        people = people_of(session, found.conversations)
        choices = session.exec(
            select(SuggestionChoiceRow).where(col(SuggestionChoiceRow.person).in_(people))
        ).all()
        acts = session.exec(
            select(BehaviourRow)
            .where(col(BehaviourRow.person).in_(people))
            .order_by(col(BehaviourRow.at))
        ).all()
    return {
        "choices": [{"choice": each.choice, "at": each.at} for each in choices],
        "acts": [{"act": each.kind, "item": each.item, "at": each.at} for each in acts],
    }


def _conversation(session: Any, row: ConversationRow) -> dict[str, Any]:
    """A live conversation as its customer saw it; notes and drafts are the team's own."""
    messages = session.exec(
        select(MessageRow)
        .where(
            MessageRow.conversation_id == row.id,
            col(MessageRow.author).in_(("customer", "bot", "agent", "system")),
        )
        .order_by(col(MessageRow.seq))
    ).all()
    files = session.exec(select(AttachmentRow).where(AttachmentRow.conversation_id == row.id)).all()
    rating = session.get(RatingRow, row.id)
    return {
        "id": row.id,
        "channel": row.channel,
        "name": row.customer,
        "email": row.customer_email,
        "customer_id": row.customer_key,
        "language": row.language,
        "created_at": row.created_at,
        "messages": [
            {"seq": each.seq, "author": each.author, "text": each.text, "sent_at": each.sent_at}
            for each in messages
        ],
        "attachments": [
            {"id": each.id, "name": each.name, "media_type": each.media_type, "size": each.size}
            for each in files
        ],
        "rating": {"score": rating.score, "comment": rating.comment} if rating else None,
        "ratings": [asdict(each) for each in ratings_of(session, row.id)],
    }
