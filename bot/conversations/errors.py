"""What can be wrong with a request about a conversation."""


class ConversationError(Exception):
    """Base of everything below."""


class UnknownConversationError(ConversationError):
    """There is no such conversation, or this token does not open it."""

    def __init__(self) -> None:
        super().__init__("there is no such conversation")


class ConflictingMessageError(ConversationError):
    """The same ``client_msg_id`` came before with another content."""

    def __init__(self, client_msg_id: str) -> None:
        super().__init__(
            f"client_msg_id {client_msg_id!r} was used for another message; choose a new one"
        )


class UnknownButtonError(ConversationError):
    """No message of this conversation has this button."""

    def __init__(self, button: str) -> None:
        super().__init__(f"this conversation has no button {button!r}; take an id from `buttons`")


class ForeignConversationError(ConversationError):
    """The conversation belongs to another customer."""

    def __init__(self) -> None:
        super().__init__("this conversation is another customer's; begin a new one")


class StaleOwnerError(ConversationError):
    """Somebody else owns the conversation by now."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)


class ForeignAttachmentError(ConversationError):
    """No file of this conversation that its sender uploaded has this id."""

    def __init__(self, attachment: str) -> None:
        super().__init__(
            f"this conversation has no attachment {attachment!r} of yours; upload the file again"
        )


class UsedAttachmentError(ConversationError):
    """The file stands in another message already."""

    def __init__(self, attachment: str) -> None:
        super().__init__(
            f"the attachment {attachment!r} was sent with another message; upload it once more"
        )


class UnusableTimeError(ConversationError):
    """The time to come back to a conversation is past, or too far away."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
