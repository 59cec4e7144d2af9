"""Forms: details asked for one by one, checked, looked up, and what then becomes of them."""

from bot.dialog.forms.returning import back_to_form
from bot.dialog.forms.steps import answer_with, continue_form, needs_details, open_by_intent
from bot.dialog.forms.which import settled

__all__ = [
    "answer_with",
    "back_to_form",
    "continue_form",
    "needs_details",
    "open_by_intent",
    "settled",
]
