"""Which column of a table holds what: by its usual names, or as people mapped it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.errors import UnknownColumnError
from knowledge.importers.interface import Columns

_SYNONYMS: Mapping[str, str] = {
    "conversation": """conversation conversation_id ticket ticket_id ticket_number thread thread_id
        chat chat_id case case_id case_number dialog dialog_id dialogue dialogue_id session
        session_id gespräch vorgang 会话 会话id 工单 工单号""",
    "speaker": """speaker role sender sender_type sender_role author_type author_role from
        direction participant participant_type who absender 角色 发送者 发送方""",
    "text": """text message message_text body content utterance msg comment message_body nachricht
        内容 消息 消息内容""",
    "time": """time timestamp date datetime created_at created sent_at message_time created_utc
        zeit datum zeitpunkt 时间 发送时间""",
    "author": "author author_name sender_name agent_name name agent_id",
    "question": """question customer_message customer_question query customer_text frage 问题
        用户问题""",
    "answer": """answer reply response agent_reply agent_answer agent_response antwort 答案 回答
        回复""",
    "tags": "tags tag labels label category categories intent topic",
    "rating": "rating csat satisfaction score stars",
    "resolved": "resolved solved is_resolved status",
    "private": "private is_private internal is_internal note",
    "customer": "customer customer_id customer_email requester requester_id user_id contact_id",
    "language": "language lang locale",
}
_AGENT = "agent"
FIELDS = frozenset(_SYNONYMS) | {_AGENT}
_GAP = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the fields stand: our name → the table's column. ``agents`` are names of accounts."""

    column_of: Mapping[str, str]
    agents: frozenset[str]

    @property
    def has_messages(self) -> bool:
        """One row a message, grouped by a conversation."""
        return {"conversation", "speaker", "text"} <= set(self.column_of)

    @property
    def has_pairs(self) -> bool:
        """One row a question with its answer."""
        return {"question", "answer"} <= set(self.column_of)

    def cell(self, row: Mapping[str, str], field: str) -> str:
        """The cell of a field, stripped; empty where the table has no such column."""
        column = self.column_of.get(field)
        return row[column].strip() if column is not None else ""


def find_layout(header: Sequence[str], columns: Columns) -> Layout:
    """The layout of a table with this header.

    Raises:
        UnknownColumnError: a mapped column is not in the table.
    """
    by_name = {_plain(column): column for column in reversed(header)}
    column_of: dict[str, str] = {}
    for field, synonyms in _SYNONYMS.items():
        if field in columns:
            column_of[field] = _mapped(columns[field], by_name, header)
            continue
        match = next((name for name in synonyms.split() if name in by_name), None)
        if match is not None:
            column_of[field] = by_name[match]
    return Layout(column_of, account_names(columns))


def account_names(columns: Columns) -> frozenset[str]:
    """The agents' accounts that ``agent=Anna, Ben`` names, in lower case."""
    listed = columns.get(_AGENT, "").split(",")
    return frozenset(name.strip().casefold() for name in listed if name.strip())


def _mapped(wanted: str, by_name: Mapping[str, str], header: Sequence[str]) -> str:
    if wanted in header:
        return wanted
    if _plain(wanted) in by_name:
        return by_name[_plain(wanted)]
    raise UnknownColumnError(
        f"columns: there is no column '{wanted}'; the file has {', '.join(header) or 'none'}"
    )


def _plain(column: str) -> str:
    return _GAP.sub("_", column.casefold()).strip("_")
