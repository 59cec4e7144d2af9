"""A mail server on loopback, in threads of its own: keeps what was handed in.

It can be told to answer a command with a refusal, to hang, or to break the line once the text came.
"""

from __future__ import annotations

import email
import email.policy
import socketserver
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path

BREAK = "break the line"
HANG = "hang"
HANG_SECONDS = 1.0


@dataclass(frozen=True)
class HandedIn:
    """A mail that was taken."""

    sender: str
    receiver: str
    message: EmailMessage

    @property
    def text(self) -> str:
        return self._body("plain")

    @property
    def html(self) -> str:
        return self._body("html")

    def _body(self, form: str) -> str:
        part = self.message.get_body((form,))
        assert isinstance(part, EmailMessage)
        return str(part.get_content()).replace("\r\n", "\n")


@dataclass
class MailServer:
    """The server's state. ``answers`` holds what a command is answered with next, instead of OK.

    ``TEXT`` stands for the end of the mail's text.
    """

    port: int = 0
    mails: list[HandedIn] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=dict)
    features: tuple[str, ...] = ()
    certificate: Path | None = None

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}?from=support@shop.example"

    def answer(self, command: str, reply: str, times: int = 1) -> None:
        self.answers.setdefault(command, []).extend([reply] * times)

    def verbs(self) -> list[str]:
        return [command.split()[0].upper() for command in self.commands]


@contextmanager
def mail_server(certificate: Path | None = None) -> Iterator[MailServer]:
    """A server that listens until the block ends; with ``certificate`` it offers STARTTLS."""
    state = MailServer(certificate=certificate)
    if certificate is not None:
        state.features = ("STARTTLS",)

    class Handler(_Conversation):
        server_state = state

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True

        def handle_error(self, *_: object) -> None:
            """A client that breaks the line is part of the tests."""

    with Server(("127.0.0.1", 0), Handler) as server:
        state.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield state
        server.shutdown()
        thread.join()


class _Conversation(socketserver.StreamRequestHandler):
    server_state: MailServer
    sender = receiver = ""

    def handle(self) -> None:
        self._say("220 fake")
        while line := self.rfile.readline():
            command = line.decode().rstrip("\r\n")
            self.server_state.commands.append(command)
            verb = command.split()[0].upper() if command else ""
            if not self._answered(verb) and not self._taken(verb, command):
                return

    def _taken(self, verb: str, command: str) -> bool:
        """Answer as a server that has nothing against it; False ends the conversation."""
        address = command.partition("<")[2].partition(">")[0]
        if verb in ("EHLO", "HELO"):
            lines = ["fake", *self.server_state.features]
            for text in lines[:-1]:
                self._say(f"250-{text}")
            self._say(f"250 {lines[-1]}")
        elif verb == "MAIL":
            self.sender = address
            self._say("250 OK")
        elif verb == "RCPT":
            self.receiver = address
            self._say("250 OK")
        elif verb == "DATA":
            return self._text()
        elif verb == "STARTTLS":
            self._begin_tls()
        elif verb == "AUTH":
            self._say("235 OK")
        elif verb == "QUIT":
            self._say("221 bye")
            return False
        else:
            self._say("250 OK")
        return True

    def _text(self) -> bool:
        self._say("354 go on")
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return False
            lines.append(line[1:] if line.startswith(b"..") else line)
        if self._answered("TEXT"):
            return True
        message = email.message_from_bytes(b"".join(lines), policy=email.policy.default)
        self.server_state.mails.append(HandedIn(self.sender, self.receiver, message))
        self._say("250 taken")
        return True

    def _answered(self, verb: str) -> bool:
        """Whether the command was answered as the test wants it."""
        waiting = self.server_state.answers.get(verb)
        if not waiting:
            return False
        reply = waiting.pop(0)
        if reply == HANG:
            time.sleep(HANG_SECONDS)
            reply = BREAK
        if reply == BREAK:
            raise ConnectionAbortedError
        self._say(reply)
        return True

    def _begin_tls(self) -> None:
        assert self.server_state.certificate is not None
        self._say("220 go on")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.server_state.certificate)
        self.connection = context.wrap_socket(self.connection, server_side=True)
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb", 0)

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())
