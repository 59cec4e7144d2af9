"""The shapes that travel between the widget and the server."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from bot.channels.rendering import markdown_as_read, markdown_to_html, plain_to_html
from bot.channels.web.positions import Position
from bot.content.attachments import Attachment
from bot.conversations.intake import Inbound
from bot.conversations.reading import CustomerView, OwnerView
from bot.recommending import Choice, Suggestion
from bot.recommending.behaviour import Act
from bot.store.tables import MessageRow

MAX_TEXT = 8_000
MOST_ITEMS = Field(max_length=20)
Link = Callable[[str], str]


class TextTooLongError(ValueError):
    """A message longer than the contract allows."""

    def __init__(self, length: int) -> None:
        super().__init__(
            f"the text has {length:,} characters, at most {MAX_TEXT:,} fit into one message; "
            "split it"
        )


def storable(text: str) -> str:
    """``text``, if it can be stored and shown as it is.

    Raises:
        ValueError: it holds half of a surrogate pair, or NUL.
    """
    if "\x00" in text:
        raise ValueError("the text holds a NUL character; leave it out")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(
            f"the text holds half of a surrogate pair at character {error.start}; send whole ones"
        ) from None
    return text


StoredText = Annotated[str, AfterValidator(storable)]
CustomerToken = Annotated[str, Field(min_length=1, max_length=8_000)]
GivenDetail = Annotated[StoredText, Field(max_length=4_000)]


class Strict(BaseModel):
    """A request body in which unknown fields are refused."""

    model_config = ConfigDict(extra="forbid")


class SessionRequest(Strict):
    """Begin a conversation. ``details`` are what the form before it brought."""

    locale: Annotated[str | None, Field(max_length=35)] = None
    customer: CustomerToken | None = None
    details: Annotated[dict[StoredText, GivenDetail], Field(max_length=20)] = {}
    consented: bool = False


class IdentityRequest(Strict):
    """Who the customer is, by the host's word."""

    customer: CustomerToken


class MessageRequest(Strict):
    """A customer's message. ``client_msg_id`` is chosen by the client, unique to the message."""

    client_msg_id: Annotated[StoredText, Field(min_length=1, max_length=100)]
    text: StoredText | None = None
    button: Annotated[StoredText | None, Field(max_length=300)] = None
    attachment: Annotated[StoredText | None, Field(max_length=40)] = None

    @model_validator(mode="after")
    def _says_something(self) -> MessageRequest:
        words = self.text and self.text.strip()
        if not words and self.button is None and self.attachment is None:
            raise ValueError("a message needs a text, a button or an attachment")
        if self.button is not None and self.attachment is not None:
            raise ValueError("a button has no attachment; send that as a message of its own")
        return self

    def inbound(self) -> Inbound:
        """The message as intake takes it.

        Raises:
            TextTooLongError: it is longer than one message may be.
        """
        if self.text is not None and len(self.text) > MAX_TEXT:
            raise TextTooLongError(len(self.text))
        attachments = (self.attachment,) if self.attachment is not None else ()
        return Inbound(self.client_msg_id, self.text or "", self.button, attachments)


class FeedbackRequest(Strict):
    """Thumbs on the bot reply ``seq``."""

    seq: Annotated[Position, Field(ge=1)]
    helpful: bool


class RatingRequest(Strict):
    """How the whole conversation was."""

    score: Annotated[int, Field(ge=1, le=5)]
    comment: Annotated[StoredText | None, Field(max_length=2_000)] = None


class ClientFrame(Strict):
    """A frame that is not a message; ``read`` means that all up to ``seq`` has been seen."""

    type: Literal["typing", "read"]
    seq: Position | None = None


class ChoiceRequest(Strict):
    """What the customer chooses about suggestions."""

    choice: Choice


class ActRequest(Strict):
    """What the customer did with suggestions, or the address of a source that was opened."""

    act: Act
    items: Annotated[tuple[Annotated[StoredText, Field(max_length=300)], ...], MOST_ITEMS] = ()
    url: Annotated[StoredText | None, Field(max_length=2_000)] = None

    @model_validator(mode="after")
    def _names_something(self) -> ActRequest:
        if not self.items and self.url is None:
            raise ValueError("name `items`, or the `url` of an article that was opened")
        return self


def suggestion_json(suggestion: Suggestion) -> dict[str, Any]:
    """A suggestion as the widget shows it."""
    because = suggestion.because and {"text": suggestion.because, "kind": suggestion.because_kind}
    return {
        "id": suggestion.id,
        "kind": suggestion.kind,
        "text": suggestion.text,
        "url": suggestion.url,
        "because": because,
    }


def attachment_json(attachment: Attachment, url: str) -> dict[str, Any]:
    """A file as customers and agents see it; ``url`` opens it once it is stored."""
    return {
        "id": attachment.id,
        "name": attachment.name,
        "media_type": attachment.media_type,
        "size": attachment.size,
        "state": attachment.state,
        "problem": attachment.problem,
        "url": url if attachment.state == "stored" else None,
    }


def message_json(row: MessageRow, attachments: Sequence[Attachment], link: Link) -> dict[str, Any]:
    """A message as the chat API shows it. ``link`` gives the address of a file by its id."""
    shown = plain_to_html if row.author in ("customer", "note") else markdown_to_html
    return {
        "seq": row.seq,
        "author": row.author,
        "name": row.name,
        "text": row.text,
        "html": shown(row.text),
        "buttons": [{"id": each["id"], "label": each["label"]} for each in row.buttons],
        "sources": [{**each, "reads": markdown_as_read(each["quote"])} for each in row.sources],
        "attachments": [attachment_json(each, link(each.id)) for each in attachments],
        "reply_to": row.reply_to,
        "sent_at": row.sent_at.isoformat(),
    }


def state_json(state: OwnerView) -> dict[str, Any]:
    """Who answers now."""
    return {
        "owner": state.owner,
        "name": state.name,
        "position": state.position,
        "expected_wait_seconds": state.expected_wait_seconds,
    }


def view_json(view: CustomerView, link: Link) -> dict[str, Any]:
    """A page of messages with the state of ownership."""
    return {
        "messages": [
            message_json(row, view.attachments.get(row.seq, ()), link) for row in view.messages
        ],
        "state": state_json(view.state),
    }
