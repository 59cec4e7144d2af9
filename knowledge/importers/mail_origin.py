"""Whether a person wrote an e-mail, or a program on its own.

Absence notes, receipts and returned mail say so in their headers, or else in their subject or their
sender ("noreply@…"). Mail that a list passed on ("Precedence: list") is a person's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_PROGRAMS: Final = re.compile(
    r"^(?:mailer-daemon|postmaster|mail-daemon|bounces?[+=-].*|.*(?:no|not)[-_.]?reply.*)@"
)
_SUBJECT: Final = re.compile(
    r"^(?:automatic reply|auto(?:matic)?[ -]?reply|auto(?:mated)? response|out of (?:the )?office"
    r"|autoreply|abwesenheits|automatische antwort|automatische beantwortung|réponse automatique"
    r"|absence du bureau|respuesta automática|fuera de la oficina|risposta automatica|fuori sede"
    r"|resposta automática|automatisch antwoord|afwezig|autosvar|automatiskt svar|frånvaro"
    r"|automatyczna odpowiedź|автоответ|автоматический ответ|自动回复|自動回覆|自動応答|자동 회신"
    r"|undelivered mail|undeliverable|delivery status notification|mail delivery failed"
    r"|returned mail|unzustellbar|read:|gelesen:|lu :)",
    re.I,
)
_ANSWERED: Final = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-failed-recipients")


def is_automatic(headers: Mapping[str, str], subject: str, sender: str) -> bool:
    """Whether a program wrote it; ``headers`` by their names in lower case."""
    submitted = headers.get("auto-submitted", "no").partition(";")[0].strip().casefold()
    return (
        submitted not in {"no", ""}
        or headers.get("precedence", "").casefold() in {"bulk", "junk", "auto_reply"}
        or any(headers.get(name, "").casefold() not in {"", "no"} for name in _ANSWERED)
        or _PROGRAMS.match(sender) is not None
        or _SUBJECT.match(subject) is not None
    )
