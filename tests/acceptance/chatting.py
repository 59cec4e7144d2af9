"""What customers and agents do over HTTP, with nothing but the published contract."""

from __future__ import annotations

import time
from typing import Any
from uuid import uuid4

import httpx
from live import LiveServer

Message = dict[str, Any]
PATIENCE = 30.0


class Chat:
    """One customer's conversation over plain HTTP."""

    def __init__(self, url: str, **session: str) -> None:
        self.client = httpx.Client(base_url=f"{url}/api/chat", timeout=PATIENCE)
        begun = self.client.post("/sessions", json=session)
        assert begun.status_code == 201, begun.text
        self.id = begun.json()["conversation_id"]
        self.token = begun.json()["token"]
        self.client.headers["Authorization"] = f"Bearer {self.token}"

    def close(self) -> None:
        self.client.close()

    def send(self, text: str = "", **more: str) -> httpx.Response:
        body = {"client_msg_id": uuid4().hex, **({"text": text} if text else {}), **more}
        return self.client.post("/messages", json=body)

    def say(self, text: str = "", **more: str) -> int:
        sent = self.send(text, **more)
        assert sent.status_code == 200, sent.text
        return int(sent.json()["seq"])

    def page(self, after: int = 0, wait: float = 0) -> dict[str, Any]:
        found = self.client.get("/messages", params={"after": after, "wait": wait})
        assert found.status_code == 200, found.text
        return dict(found.json())

    def messages(self) -> list[Message]:
        return list(self.page()["messages"])

    def owner(self) -> str:
        return str(self.page(after=2**40)["state"]["owner"])

    def answer_to(self, seq: int) -> Message:
        """The bot's reply to the message ``seq``."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for message in self.page(after=seq, wait=2)["messages"]:
                if seq in message["reply_to"]:
                    return dict(message)
        raise AssertionError(f"no reply to {seq}: {self.messages()}")

    def ask(self, text: str = "", **more: str) -> Message:
        return self.answer_to(self.say(text, **more))

    def hear(self, after: int, author: str) -> Message:
        """The next message of ``author``."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for message in self.page(after=after, wait=2)["messages"]:
                if message["author"] == author:
                    return dict(message)
        raise AssertionError(f"nothing from {author}: {self.messages()}")


class AgentAtDesk:
    """Somebody signed in at the desk."""

    def __init__(self, server: LiveServer) -> None:
        self.client = httpx.Client(base_url=f"{server.url}/api/desk", timeout=PATIENCE)
        body = {"email": server.desk_email, "password": server.desk_password}
        signed = self.client.post("/login", json=body)
        assert signed.status_code == 200, signed.text
        self.client.headers["X-CSRF-Token"] = signed.json()["csrf"]

    def close(self) -> None:
        self.client.close()

    def thread(self, chat: Chat) -> dict[str, Any]:
        return dict(self.client.get(f"/conversations/{chat.id}").json())

    def reasons(self, chat: Chat, message: Message) -> dict[str, Any]:
        (found,) = [m for m in self.thread(chat)["messages"] if m["seq"] == message["seq"]]
        return dict(found["reasons"])

    def act(self, chat: Chat, what: str, **body: Any) -> httpx.Response:
        return self.client.post(f"/conversations/{chat.id}/{what}", json=body)

    def reply(self, chat: Chat, text: str) -> int:
        sent = self.act(chat, "reply", client_msg_id=uuid4().hex, text=text)
        assert sent.status_code == 200, sent.text
        return int(sent.json()["seq"])
