"""Which column of a table holds what: by its usual names, or as people mapped it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from knowledge.errors import UnknownColumnError
from knowledge.importers.interface import Columns

_SYNONYMS: Mapping[str, str] = {
    "conversation": """conversation conversation_id conversation_number conversation_uuid ticket
        ticket_id ticket_number ticket_no ticket_key thread thread_id chat chat_id case case_id
        case_number dialog dialog_id dialogue dialogue_id session session_id request_id
        inquiry_id issue_id issue_key room_id gespräch gesprächs_id vorgang vorgangsnummer
        ticketnummer conversación id_conversación conversa id_conversa conversazione
        id_conversazione gesprek диалог id_диалога обращение 会话 会话id 会话编号 对话id 工单
        工单号 会話id チャットid 대화 대화id""",
    "message": "message_id msg_id comment_id message_uuid nachricht_id id_mensaje 消息id",
    "speaker": """speaker role sender sender_type sender_role author_type author_role
        message_author message_sender user_type actor_type from from_type direction
        message_direction participant participant_type participant_role who sent_by written_by
        absender rolle remitente rol expéditeur rôle remetente mittente ruolo afzender
        отправитель роль 角色 发送者 发送方 发送人 送信者 발신자""",
    "text": """text message message_text message_body message_content body body_text plain_body
        content utterance msg comment comment_body description reply_text nachricht
        nachrichtentext inhalt mensaje texto mensagem messaggio testo bericht tekst wiadomość
        сообщение текст 内容 消息 消息内容 文本 メッセージ 本文 메시지 내용""",
    "time": """time timestamp date datetime date_time created_at created created_on created_time
        sent_at sent message_time message_date message_timestamp created_utc sent_date posted_at
        zeit datum zeitpunkt uhrzeit fecha hora date_heure data ora дата время 时间 日期 发送时间
        创建时间 日時 시간""",
    "author": """author author_name sender_name agent_name from_name name agent_id autor auteur
        autore автор 姓名 客服姓名""",
    "question": """question customer_message customer_question query customer_text customer_query
        user_message user_question inbound_message frage kundenfrage pregunta domanda pergunta
        vraag вопрос 问题 用户问题 质问 質問 질문""",
    "answer": """answer reply response agent_reply agent_answer agent_response agent_message
        support_response outbound_message antwort respuesta réponse resposta risposta antwoord
        ответ 答案 回答 回复 답변""",
    "tags": "tags tag labels label category categories intent topic kategorie etiquetas étiquettes",
    "rating": "rating csat csat_score satisfaction satisfaction_score score stars bewertung",
    "resolved": "resolved solved is_resolved status ticket_status conversation_status state",
    "private": "private is_private internal is_internal note is_note internal_note",
    "customer": """customer customer_id customer_email requester requester_id requester_email
        user_id contact_id contact_email end_user_id visitor_id kunde cliente client""",
    "language": "language lang locale sprache idioma langue",
}
_AGENT, _DATES = "agent", "dates"
FIELDS = frozenset(_SYNONYMS) | {_AGENT, _DATES}
_OF_MESSAGES = ("conversation", "speaker", "text")
_OF_PAIRS = ("question", "answer")
_COLUMNS_SHOWN = 30
_GAP = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the fields stand: our name → the table's column. ``agents`` are names of accounts."""

    column_of: Mapping[str, str]
    agents: frozenset[str]

    @property
    def has_messages(self) -> bool:
        """One row a message, grouped by a conversation."""
        return self.column_of.keys() >= set(_OF_MESSAGES)

    @property
    def has_pairs(self) -> bool:
        """One row a question with its answer."""
        return self.column_of.keys() >= set(_OF_PAIRS)

    def needed(self, header: Sequence[str]) -> int:
        """How many cells a row needs at least; a table leaves out empty ones at its end."""
        fields = _OF_MESSAGES if self.has_messages else _OF_PAIRS
        return 1 + max(header.index(self.column_of[field]) for field in fields)

    def lack(self, header: Sequence[str]) -> str:
        """What is missing for either, and the option that says where it stands."""
        known = [
            f"{field} in '{self.column_of[field]}'"
            for field in _OF_MESSAGES + _OF_PAIRS
            if field in self.column_of
        ]
        missing = [field for field in _OF_MESSAGES if field not in self.column_of]
        found = f"found {', '.join(known)}, but" if known else "found"
        shown = ", ".join(header[:_COLUMNS_SHOWN]) + (" …" if len(header) > _COLUMNS_SHOWN else "")
        return (
            f"has the columns {shown}; {found} no {', no '.join(missing)}; name them with "
            f"--columns {','.join(f'{field}=…' for field in missing)} (or, where each row is a "
            "question with its answer, --columns question=…,answer=…)"
        )

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


def suits(header: Sequence[str], columns: Columns) -> bool:
    """Whether the columns of a table with this header say who said what."""
    try:
        layout = find_layout(header, columns)
    except UnknownColumnError:
        return False
    return layout.has_messages or layout.has_pairs


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
    return _GAP.sub("_", normalize("NFKC", column).casefold()).strip("_")
