"""Customers and agents over the real HTTP and WebSocket API, in few words."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response
from starlette.testclient import WebSocketTestSession

from bot.desk.users import SESSION_LIFETIME, Role
from bot.services import Services
from bot.store.tables import DeskSessionRow, UserRow

PASSWORD = "correct horse battery"
ORIGIN = "http://testserver"


class Customer:
    """One conversation through the chat API."""

    def __init__(self, client: TestClient, **session: Any) -> None:
        self.client = client
        begun = client.post("/api/chat/sessions", json=session)
        assert begun.status_code == 201, begun.text
        self.id = begun.json()["conversation_id"]
        self.token = begun.json()["token"]
        self.headers = {"Authorization": f"Bearer {self.token}"}

    def post(self, path: str, body: Any) -> Response:
        return self.client.post(f"/api/chat/{path}", json=body, headers=self.headers)

    def send(self, text: str, key: str | None = None) -> Response:
        body = {"client_msg_id": key or f"key of {text}"[:100], "text": text}
        return self.post("messages", body)

    def says(self, text: str, key: str | None = None) -> int:
        sent = self.send(text, key)
        assert sent.status_code == 200, sent.text
        return int(sent.json()["seq"])

    def page(self, after: int = 0, wait: float = 0) -> dict[str, Any]:
        found = self.client.get(
            "/api/chat/messages", params={"after": after, "wait": wait}, headers=self.headers
        )
        assert found.status_code == 200, found.text
        return dict(found.json())

    def reply_to(self, seq: int, seconds: float = 15) -> dict[str, Any]:
        """The bot's reply to the message ``seq``."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for message in self.page(after=seq, wait=1)["messages"]:
                if seq in message["reply_to"]:
                    return dict(message)
        raise AssertionError(f"no reply to {seq} within {seconds} s")

    def asks(self, text: str) -> dict[str, Any]:
        return self.reply_to(self.says(text))

    def socket(self, after: int = 0, **more: Any) -> WebSocketTestSession:
        given = {
            "subprotocols": ["frontdesk.v1", f"frontdesk.{self.token}"],
            "headers": {"origin": ORIGIN},
            **more,
        }
        session = self.client.websocket_connect(f"/api/chat/ws?after={after}", **given)
        assert isinstance(session, WebSocketTestSession)
        return session


class Person:
    """Somebody signed in at the desk, with cookies of their own."""

    def __init__(self, client: TestClient, user: UserRow, cookie: str, csrf: str) -> None:
        self.client = client
        self.id, self.name, self.cookie = user.id, user.name, cookie
        self.headers = {"Cookie": f"frontdesk_desk={cookie}", "X-CSRF-Token": csrf}

    def get(self, path: str, **params: Any) -> Response:
        return self.client.get(f"/api/desk/{path}", params=params, headers=self.headers)

    def post(self, path: str, body: Any | None = None, **headers: str) -> Response:
        return self.client.post(
            f"/api/desk/{path}", json=body or {}, headers={**self.headers, **headers}
        )

    def put(self, path: str, body: Any, **headers: str) -> Response:
        return self.client.put(f"/api/desk/{path}", json=body, headers={**self.headers, **headers})

    def delete(self, path: str, **headers: str) -> Response:
        return self.client.delete(f"/api/desk/{path}", headers={**self.headers, **headers})

    def thread(self, conversation: str) -> dict[str, Any]:
        return dict(self.get(f"conversations/{conversation}").json())

    def act(self, conversation: str, what: str, **body: Any) -> Response:
        return self.post(f"conversations/{conversation}/{what}", body)


@dataclass
class Shop:
    """The running application and a client for it."""

    app: FastAPI
    client: TestClient

    @property
    def services(self) -> Services:
        services = self.app.state.services
        assert isinstance(services, Services)
        return services

    def customer(self, **session: Any) -> Customer:
        return Customer(self.client, **session)

    def person(self, name: str = "Ada", role: Role = Role.AGENT) -> Person:
        """Somebody signed in already: hashing passwords is slow on purpose."""
        now = self.services.clock()
        cookie, csrf = f"cookie-of-{name}", f"csrf-of-{name}"
        hashed = hashlib.sha256(cookie.encode()).hexdigest()
        user = UserRow(
            id=f"id-of-{name}",
            email=f"{name.lower()}@shop.example",
            name=name,
            role=role.value,
            password_hash="",
            created_at=now,
        )
        ends = now + SESSION_LIFETIME
        row = DeskSessionRow(token_hash=hashed, user_id=user.id, csrf=csrf, expires_at=ends)
        with self.services.database.write() as session:
            session.add(user)
            session.flush()
            session.add(row)
            session.flush()
            session.expunge_all()
        return Person(self.client, user, cookie, csrf)
