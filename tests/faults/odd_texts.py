"""Texts that break programs: shown exactly, or refused with a reason, never an error of ours."""

from __future__ import annotations

import html
import json
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from fastapi.testclient import TestClient
from fastapi.websockets import WebSocketDisconnect
from live import DESK_EMAIL, DESK_PASSWORD

from bot.app import create_app
from bot.conversations.runner import TurnTiming
from bot.settings import Settings
from faults.findings import Finding, none_of, some, told
from faults.place import Place

REFUSED = 400
SERVER_ERROR = 500
PATIENCE = 30.0
LANGUAGES = {
    "Arabic": "أين طلبي؟ لقد دفعت قبل أسبوع.",
    "Bengali": "আমার অর্ডার কোথায়?",
    "Chinese": "我的订单到哪里了？我上周付的款。",
    "English": "Where is my order? I've paid a week ago.",
    "Georgian": "სად არის ჩემი შეკვეთა?",
    "German": "Wo bleibt meine Bestellung? Ich hätte sie längst gebraucht.",
    "Greek": "Πού είναι η παραγγελία μου;",
    "Hebrew": "איפה ההזמנה שלי?",
    "Hindi": "मेरा ऑर्डर कहाँ है? मैंने पिछले हफ़्ते भुगतान किया था।",
    "Japanese": "注文した商品はどこですか。先週払いました。",
    "Korean": "제 주문은 어디에 있나요?",
    "Russian": "Где мой заказ? Я оплатил его неделю назад.",
    "Thai": "คำสั่งซื้อของฉันอยู่ที่ไหน",
}
ODD = {
    "64 KiB": "where is it? " * (64 * 1024 // 13),
    "just too long": "x" * 8_001,
    "as long as may be": "長" * 8_000,
    "high surrogate alone": "price: \ud83d!",
    "low surrogate alone": "\ude00 hello",
    "surrogates swapped": "\ude00\ud83d",
    "NUL": "before\0after",
    "every control character": "".join(map(chr, range(1, 32))) + "\x7f" + "x",
    "C1 controls": "".join(map(chr, range(0x80, 0xA0))) + "x",
    "right-to-left override": "invoice\u202efdp.exe",
    "isolates left open": "\u2066\u2067\u2068 who is it",
    "zero width": "a\u200b\u200d\u2060\ufeffb",
    "noncharacters": "a\ufffe\uffff\U0010ffffb",
    "combining marks": "Z" + "\u0300" * 500,
    "emoji families": "👨‍👩‍👧‍👦🏳️‍🌈🇳🇱" * 20,
    "markup": "<script>alert(1)</script> <b>bold</b> &amp; **x** [a](javascript:b)",
    "line separators": "a\u2028b\u2029c\r\nd\re\n\n\nf",
    "spaces around": "  \t leading and trailing \n ",
    "only what is not seen": "\u200b\u200b",
    "only spaces": " \n\t ",
    "SQL": "'; DROP TABLE message; -- %s {0} {{ order }}",
    "deep brackets": "[" * 4_000 + "]" * 4_000,
}


@dataclass
class Seen:
    """What became of every text, wherever it was sent."""

    errors: list[str] = field(default_factory=list)
    altered: list[str] = field(default_factory=list)
    unexplained: list[str] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    shown: int = 0
    requests: int = 0

    def judge(self, where: str, status: int, reason: str) -> bool:
        """Whether a text was taken; a refusal needs a reason."""
        self.requests += 1
        if status >= SERVER_ERROR:
            self.errors.append(f"{where}: {status}")
        elif status >= REFUSED:
            self.refused[where] += 1
            if not reason:
                self.unexplained.append(f"{where}: {status}")
        return status < REFUSED

    def compare(self, where: str, sent: str, shown: list[str]) -> None:
        """A text that was taken has to stand there as it was sent."""
        self.shown += 1
        if sent not in shown:
            self.altered.append(where)


@dataclass
class Visitor:
    """A customer's conversation in which one odd text is sent in every way."""

    client: TestClient
    seen: Seen
    name: str
    text: str
    desk: dict[str, str]

    def __post_init__(self) -> None:
        begun = self.client.post("/api/chat/sessions", json={}).json()
        self.id, self.token = begun["conversation_id"], begun["token"]
        self.headers = {"Authorization": f"Bearer {self.token}"}

    def call(
        self, method: str, path: str, body: object = None, headers: dict[str, str] | None = None
    ) -> bool:
        """Send ``body`` as JSON in which every surrogate is written out; whether it was taken."""
        given = {"Content-Type": "application/json", **(headers or self.headers)}
        content = None if body is None else json.dumps(body)
        answer = self.client.request(method, path, content=content, headers=given)
        where = f"{self.name}: {method} {path.partition('?')[0].replace(self.id, 'ID')}"
        problem = answer.json() if answer.status_code >= REFUSED else {}
        return self.seen.judge(where, answer.status_code, problem.get("detail", ""))

    def messages(self) -> list[dict[str, Any]]:
        """The conversation as the customer sees it."""
        page = self.client.get("/api/chat/messages", headers=self.headers).json()
        return list(page["messages"])

    def thread(self) -> list[str]:
        """The words of the conversation as the desk shows them."""
        thread = self.client.get(f"/api/desk/conversations/{self.id}", headers=self.desk).json()
        return [each["text"] for each in thread["messages"]]

    def compare(self, where: str) -> None:
        """The text as plain words, as HTML and at the desk."""
        page = self.messages()
        as_html = [html.unescape(each["html"].replace("<br>", "\n")) for each in page]
        self.seen.compare(f"{where}, text", self.text, [each["text"] for each in page])
        self.seen.compare(f"{where}, HTML", self.text, as_html)
        self.seen.compare(f"{where}, desk", self.text, self.thread())

    def writes(self) -> None:
        """The text as a message over HTTP, and as a key, a button, a locale and a comment."""
        message = {"client_msg_id": "post", "text": self.text}
        if self.call("POST", "/api/chat/messages", message):
            self.compare(f"{self.name}: HTTP")
        self.call("POST", "/api/chat/messages", {"client_msg_id": self.text[:100], "text": "hi"})
        self.call("POST", "/api/chat/messages", {"client_msg_id": "b", "button": self.text[:40]})
        self.call("POST", "/api/chat/sessions", {"locale": self.text[:35]})
        self.call("POST", "/api/chat/rating", {"score": 3, "comment": self.text[:2_000]})

    def writes_over_a_socket(self) -> None:
        """The text as a frame, under a key of its own."""
        protocols = ["frontdesk.v1", f"frontdesk.{self.token}"]
        frame = {"type": "message", "client_msg_id": "frame", "text": self.text}
        address, origin = "/api/chat/ws?after=1000", {"origin": "http://testserver"}
        problem = {"status": SERVER_ERROR, "detail": "the line broke"}
        with (
            suppress(WebSocketDisconnect),
            self.client.websocket_connect(address, protocols, headers=origin) as socket,
        ):
            socket.send_text(json.dumps(frame))
            while (heard := socket.receive_json())["type"] not in ("ack", "error"):
                pass
            problem = heard.get("problem", {"status": 200, "detail": ""})
        where = f"{self.name}: WebSocket"
        if self.seen.judge(where, problem["status"], problem["detail"]):
            self.compare(where)

    def is_answered(self) -> None:
        """Wait until the bot owes nothing."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            page = self.messages()
            asked = {each["seq"] for each in page if each["author"] == "customer"}
            if asked <= {seq for each in page for seq in each["reply_to"]}:
                return
            time.sleep(0.02)
        self.seen.unanswered.append(self.name)

    def is_written_to(self) -> None:
        """The text as a note, as an agent's reply, a search and a trial at the desk."""
        path = f"/api/desk/conversations/{self.id}"
        self.call("POST", f"{path}/takeover", {}, self.desk)
        message = {"client_msg_id": "desk", "text": self.text}
        if self.call("POST", f"{path}/note", message, self.desk):
            self.seen.compare(f"{self.name}: note", self.text, self.thread())
        if self.call("POST", f"{path}/reply", message, self.desk):
            self.compare(f"{self.name}: reply")
        self.call("POST", "/api/desk/templates/try", {"text": self.text}, self.desk)
        query = quote(self.text[:200], errors="surrogatepass")
        self.call("GET", f"/api/desk/conversations?q={query}", None, self.desk)


def sign_in(client: TestClient) -> dict[str, str]:
    """The headers of somebody signed in at the desk."""
    body = {"email": DESK_EMAIL, "password": DESK_PASSWORD}
    return {"X-CSRF-Token": client.post("/api/desk/login", json=body).json()["csrf"]}


def run(place: Place, *, quick: bool) -> list[Finding]:
    """The same in both sizes."""
    settings = Settings.load(place.trained_home(), {})
    app = create_app(settings, timing=TurnTiming(quiet=0.01))
    seen, texts = Seen(), {**LANGUAGES, **ODD}
    with TestClient(app, raise_server_exceptions=False) as client:
        desk = sign_in(client)
        for name, text in texts.items():
            visitor = Visitor(client, seen, name, text, desk)
            visitor.writes()
            visitor.writes_over_a_socket()
            visitor.is_answered()
            visitor.is_written_to()
    return [
        Finding(
            "Texts that break programs",
            f"{len(LANGUAGES)} languages and {len(ODD)} odd texts (64 KiB, lone surrogates, "
            "controls, right-to-left overrides, …) as messages, keys, replies, notes, searches",
            (
                none_of("answers of 5xx", seen.errors),
                none_of("texts shown otherwise than sent", seen.altered),
                none_of("refusals without a reason", seen.unexplained),
                none_of("conversations left unanswered", seen.unanswered),
                some("texts shown exactly", seen.shown),
                some("refused with a reason", seen.refused.total()),
                told("requests", seen.requests),
            ),
        )
    ]
