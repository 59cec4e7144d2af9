"""A suggested question, pressed: a button that stood under no message, and means one live answer.

Knows nothing of why it was suggested.
"""

from __future__ import annotations

from typing import Any, Final

from sqlmodel import Session

from bot.content.template_json import from_json
from bot.dialog.template_words import title_in
from bot.store.tables import ConversationRow, TemplateRow
from knowledge import TemplateState

QUESTION: Final = "template:"


def suggested_button(session: Session, conversation_id: str, button: str) -> dict[str, Any] | None:
    """The button of a suggestion's id, its label in the conversation's language.

    None where the id is no suggestion's, or the answer is not live.
    """
    if not button.startswith(QUESTION):
        return None
    row = session.get(TemplateRow, button.removeprefix(QUESTION))
    conversation = session.get(ConversationRow, conversation_id)
    if row is None or conversation is None or row.state != TemplateState.LIVE:
        return None
    label = title_in(from_json(row.id, row.content), conversation.language or "en")
    return {"id": button, "label": label, "action": {"template": row.id}}
