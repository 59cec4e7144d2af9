"""A Bot API server on loopback, in a thread of its own: keeps updates and what was sent.

It confirms updates by offset as Telegram does, refuses HTML that Telegram would refuse, and can be
told to throttle, fail, hang or break the line for one chat.
"""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from aiohttp import web

TOKEN = "4242:TEST-token"
BOT_ID = 4242
USERNAME = "frontdesk_test_bot"
LONGEST_POLL = 1.0
LONGEST_TEXT = 4_096
RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages",
    "can_manage_video_chats", "can_restrict_members", "can_promote_members", "can_change_info",
    "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
    "can_send_welcome_messages",
)  # fmt: skip
GIFTS = (
    "unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription",
    "gifts_from_channels",
)  # fmt: skip
LARGEST_FILE = 20 * 1024 * 1024
TAGS = {"a", "b", "code", "i", "pre", "s"}


@dataclass(frozen=True)
class Sent:
    """A message that arrived in a chat."""

    number: int
    chat: int
    text: str
    parse_mode: str | None
    buttons: tuple[tuple[str, str], ...]
    at: float
    thread: int | None = None


@dataclass
class Refusal:
    """How ``sendMessage`` answers instead. ``times`` counts down; "hang" and "break" drop it.

    With ``arrives`` the message is delivered all the same, which the sender cannot know.
    """

    status: int = 400
    description: str = "Bad Request"
    retry_after: int | None = None
    behaviour: str = "answer"
    times: int = 1
    migrate_to: int | None = None
    arrives: bool = False


@dataclass
class BotApi:
    """The server's state; every method may be called from any thread.

    ``latency`` is the seconds that a message takes to arrive, ``on_the_wire`` how many are just
    now on their way.
    """

    url: str = ""
    latency: float = 0.0
    on_the_wire: int = 0
    sent: list[Sent] = field(default_factory=list)
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    confirmed: int = 0
    webhook: dict[str, Any] | None = None
    answer_with: dict[str, Any] | None = None
    failing_polls: int = 0
    failing_names: int = 0
    files: dict[str, bytes] = field(default_factory=dict)
    files_lost: bool = False
    topics_refused: bool = False
    topics: dict[int, dict[int, str]] = field(default_factory=dict)
    members: dict[tuple[int, int], dict[str, Any]] = field(default_factory=dict)
    chats: dict[int, dict[str, Any]] = field(default_factory=dict)
    webhook_error: str | None = None
    _updates: dict[int, dict[str, Any]] = field(default_factory=dict)
    _refusals: dict[int, list[Refusal]] = field(default_factory=dict)
    _next_update: int = 1000
    _next_message: int = 1
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def push(self, **content: Any) -> int:
        """Queue an update; returns its id."""
        with self._lock:
            update_id = self._next_update
            self._next_update += 1
            self._updates[update_id] = {"update_id": update_id, **content}
            return update_id

    def text(self, chat: int, text: str, name: str = "Kim", **more: Any) -> int:
        """Somebody writes to the bot in private."""
        return self.push(message=self.message(chat, name, text=text, **more))

    def press(self, chat: int, data: str, **message: Any) -> int:
        """Somebody presses a button."""
        with self._lock:
            number = self._next_message
        query = {
            "id": f"query-{number}-{data}",
            "from": person(chat, "Kim"),
            "chat_instance": "1",
            "data": data,
            "message": self.message(chat, "Bot", **message),
        }
        return self.push(callback_query=query)

    def message(self, chat: int, name: str, **content: Any) -> dict[str, Any]:
        """A message as Telegram describes it."""
        with self._lock:
            number = self._next_message
            self._next_message += 1
        return {
            "message_id": number,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private", "first_name": name},
            "from": person(chat, name),
            **content,
        }

    def redeliver(self, update_id: int, update: dict[str, Any]) -> None:
        """Queue an update under an id of one's own, also one that was confirmed."""
        with self._lock:
            self._updates[update_id] = {"update_id": update_id, **update}
            self.confirmed = min(self.confirmed, update_id)

    def throttle(self, chat: int, seconds: int, times: int = 1) -> None:
        """Answer 429 for this chat."""
        self.refuse(chat, 429, f"Too Many Requests: retry after {seconds}", seconds, times=times)

    def refuse(
        self,
        chat: int,
        status: int = 400,
        description: str = "Bad Request",
        retry_after: int | None = None,
        *,
        behaviour: str = "answer",
        times: int = 1,
    ) -> None:
        """Refuse the next messages to this chat."""
        refusal = Refusal(status, description, retry_after, behaviour, times)
        with self._lock:
            self._refusals.setdefault(chat, []).append(refusal)

    def migrate(self, chat: int, to: int) -> None:
        """Answer the next message to a group by the number it has as a supergroup."""
        refusal = Refusal(
            400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to=to
        )
        with self._lock:
            self._refusals.setdefault(chat, []).append(refusal)

    def membership(self, chat: int, status: str) -> int:
        """The customer blocks the bot ("kicked") or lets it in again ("member")."""
        bot = {"id": BOT_ID, "is_bot": True, "first_name": "Bot"}
        until_date = {"until_date": 0} if status == "kicked" else {}
        change = {
            "chat": {"id": chat, "type": "private", "first_name": "Kim"},
            "from": person(chat, "Kim"),
            "date": int(time.time()),
            "old_chat_member": {"user": bot, "status": "member"},
            "new_chat_member": {"user": bot, "status": status, **until_date},
        }
        return self.push(my_chat_member=change)

    def open_desk(self, chat: int, *members: int, manages: bool = True) -> None:
        """A group with topics, its members, and the bot among them."""
        self.topics[chat] = {}
        self.chats[chat] = {
            "id": chat,
            "type": "supergroup",
            "title": "Team",
            "is_forum": True,
            "accent_color_id": 1,
            "max_reaction_count": 11,
            "accepted_gift_types": dict.fromkeys(GIFTS, False),
        }
        for each in members:
            self.members[chat, each] = {"status": "member", "user": person(each, "Ada")}
        bot = {"id": BOT_ID, "is_bot": True, "first_name": "Bot"}
        rights = {**dict.fromkeys(RIGHTS, False), "can_manage_topics": manages}
        self.members[chat, BOT_ID] = {"status": "administrator", "user": bot, **rights}

    def in_desk(self, chat: int, thread: int, user: int, text: str, **more: Any) -> int:
        """Somebody writes in a topic."""
        message = self.message(user, "Ada", text=text, **more)
        message["chat"] = {"id": chat, "type": "supergroup", "title": "Team", "is_forum": True}
        message |= {"is_topic_message": True, "message_thread_id": thread, **more}
        return self.push(message=message)

    def relent(self, chat: int) -> None:
        """Take messages for this chat again."""
        with self._lock:
            self._refusals.pop(chat, None)

    def to(self, chat: int) -> list[str]:
        """The texts that arrived in a chat."""
        with self._lock:
            return [each.text for each in self.sent if each.chat == chat]

    def called(self, method: str) -> list[dict[str, Any]]:
        """The parameters of every call of ``method``."""
        with self._lock:
            return [params for name, params in self.calls if name == method]

    def unconfirmed(self) -> list[int]:
        """Updates that nobody has confirmed yet."""
        with self._lock:
            return sorted(each for each in self._updates if each >= self.confirmed)

    # What the HTTP side asks for.

    def take(self, offset: int) -> list[dict[str, Any]]:
        with self._lock:
            if offset > 0:
                self.confirmed = offset
                self._updates = {k: v for k, v in self._updates.items() if k >= offset}
            return [self._updates[each] for each in sorted(self._updates)[:100]]

    def refusal(self, chat: int) -> Refusal | None:
        with self._lock:
            waiting = self._refusals.get(chat)
            if not waiting:
                return None
            first = waiting[0]
            first.times -= 1
            if first.times <= 0:
                waiting.pop(0)
            return first

    def deliver(self, params: dict[str, Any]) -> dict[str, Any]:
        keyboard = json.loads(params["reply_markup"]) if params.get("reply_markup") else {}
        buttons = tuple(
            (each["callback_data"], each["text"])
            for row in keyboard.get("inline_keyboard", [])
            for each in row
        )
        chat, text = int(params["chat_id"]), params["text"]
        thread = int(params["message_thread_id"]) if params.get("message_thread_id") else None
        message = self.message(chat, "Bot", text=text)
        number, mode = message["message_id"], params.get("parse_mode")
        with self._lock:
            self.sent.append(Sent(number, chat, text, mode, buttons, time.monotonic(), thread))
        return message

    def in_topic(self, chat: int, thread: int) -> list[str]:
        """The texts that arrived in one topic of a group."""
        with self._lock:
            return [e.text for e in self.sent if (e.chat, e.thread) == (chat, thread)]

    def create_topic(self, chat: int, name: str) -> dict[str, Any]:
        """A new topic of a group that has topics."""
        with self._lock:
            thread = self._next_message
            self._next_message += 1
            self.topics.setdefault(chat, {})[thread] = name
        return {"message_thread_id": thread, "name": name, "icon_color": 7322096}

    def has_thread(self, params: dict[str, Any]) -> bool:
        """Whether the topic that a call names, if it names one, is there."""
        thread, chat = params.get("message_thread_id"), int(params["chat_id"])
        if not thread or chat not in self.topics:
            return True
        return int(thread) in self.topics[chat]


def person(number: int, name: str) -> dict[str, Any]:
    """A Telegram user."""
    return {"id": number, "is_bot": False, "first_name": name, "language_code": "en"}


class _Html(HTMLParser):
    """Reads what Telegram's HTML mode reads, and fails where that fails."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.length = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            raise ValueError(f'Unsupported start tag "{tag}"')
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise ValueError(f'Unexpected end tag "{tag}"')

    def handle_data(self, data: str) -> None:
        self.length += len(data.encode("utf-16-le")) // 2


def fault_of(text: str, parse_mode: str | None) -> str | None:
    """Why Telegram would not take this text."""
    length = len(text)
    if parse_mode == "HTML":
        parser = _Html()
        try:
            parser.feed(text)
            parser.close()
            if parser.open:
                raise ValueError(f'Can\'t find end tag corresponding to start tag "{parser.open}"')
        except ValueError as error:
            return f"Bad Request: can't parse entities: {error}"
        length = parser.length
    if length > LONGEST_TEXT:
        return "Bad Request: message is too long"
    return None if text.strip() else "Bad Request: message text is empty"


async def _on_the_wire(
    api: BotApi, request: web.Request, params: dict[str, Any]
) -> web.StreamResponse:
    api.on_the_wire += 1
    try:
        return await _send_message(api, request, params)
    finally:
        api.on_the_wire -= 1


async def _send_message(api: BotApi, request: web.Request, params: dict[str, Any]) -> web.Response:
    if api.answer_with is not None:
        return web.json_response(api.answer_with)
    await asyncio.sleep(api.latency)
    refusal = api.refusal(int(params["chat_id"]))
    if refusal is None:
        if not api.has_thread(params):
            return _error(400, "Bad Request: message thread not found")
        fault = fault_of(params["text"], params.get("parse_mode"))
        return _error(400, fault) if fault else _ok(api.deliver(params))
    if refusal.arrives:
        api.deliver(params)
    if refusal.behaviour == "hang":
        await asyncio.sleep(30)
    if refusal.behaviour == "break":
        assert request.transport is not None
        request.transport.abort()
    return _error(refusal.status, refusal.description, refusal.retry_after, refusal.migrate_to)


async def _get_updates(api: BotApi, params: dict[str, Any]) -> web.Response:
    if api.failing_polls > 0:
        api.failing_polls -= 1
        return web.Response(status=502, text="<html>Bad Gateway</html>")
    if api.webhook is not None:
        return _error(409, "Conflict: can't use getUpdates method while webhook is active")
    offset = int(params.get("offset", 0))
    until = time.monotonic() + min(float(params.get("timeout", 0)), LONGEST_POLL)
    while True:
        updates = api.take(offset)
        if updates or time.monotonic() > until:
            return _ok(updates)
        await asyncio.sleep(0.01)


async def _handle(request: web.Request) -> web.Response:
    api: BotApi = request.app[STATE]
    if request.match_info["token"] != TOKEN:
        return _error(401, "Unauthorized")
    method = request.match_info["method"]
    params = dict(await request.post())
    api.calls.append((method, params))
    match method:
        case "getUpdates":
            return await _get_updates(api, params)
        case "sendMessage":
            return await _on_the_wire(api, request, params)
        case "sendPhoto" | "sendDocument":
            caption = params.get("caption", "")
            return await _on_the_wire(api, request, {**params, "text": caption or method})
        case "getMe" if api.failing_names > 0:
            api.failing_names -= 1
            return web.Response(status=502, text="<html>Bad Gateway</html>")
        case "getMe":
            return _ok({"id": BOT_ID, "is_bot": True, "first_name": "Bot", "username": USERNAME})
        case "setWebhook":
            api.webhook = params
            return _ok(True)
        case "deleteWebhook":
            api.webhook = None
            return _ok(True)
        case "answerCallbackQuery" | "sendChatAction" | "setMyCommands":
            return _ok(True)
        case "editMessageReplyMarkup":
            return _ok(True)
        case "getWebhookInfo":
            return _ok(_webhook_info(api))
        case "getFile":
            return _get_file(api, params["file_id"])
        case "getChat" | "getChatMember" | "createForumTopic" | "editForumTopic":
            return _forum(api, method, params)
    return _error(404, "Not Found: method not found")


def _webhook_info(api: BotApi) -> dict[str, Any]:
    info: dict[str, Any] = {
        "url": (api.webhook or {}).get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(api.unconfirmed()),
    }
    if api.webhook_error:
        info |= {"last_error_message": api.webhook_error, "last_error_date": int(time.time())}
    return info


def _get_file(api: BotApi, file_id: str) -> web.Response:
    if file_id not in api.files:
        return _error(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
    size = len(api.files[file_id])
    if size > LARGEST_FILE:
        return _error(400, "Bad Request: file is too big")
    return _ok(
        {
            "file_id": file_id,
            "file_unique_id": file_id,
            "file_size": size,
            "file_path": f"documents/{file_id}",
        }
    )


async def _download(request: web.Request) -> web.Response:
    api: BotApi = request.app[STATE]
    content = api.files.get(request.match_info["name"])
    return (
        web.Response(status=404)
        if content is None or api.files_lost
        else web.Response(body=content)
    )


def _forum(api: BotApi, method: str, params: dict[str, Any]) -> web.Response:
    chat = int(params["chat_id"])
    if method == "getChat":
        found = api.chats.get(chat)
        return _ok(found) if found else _error(400, "Bad Request: chat not found")
    if method == "getChatMember":
        user = int(params["user_id"])
        member = api.members.get((chat, user))
        return _ok(member) if member else _error(400, "Bad Request: member not found")
    if api.topics_refused:
        return _error(400, "Bad Request: not enough rights to create a topic")
    if method == "createForumTopic":
        return _ok(api.create_topic(chat, params["name"]))
    if not api.has_thread(params):
        return _error(400, "Bad Request: TOPIC_ID_INVALID")
    api.topics[chat][int(params["message_thread_id"])] = params["name"]
    return _ok(True)


def _ok(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def _error(
    status: int, description: str, retry_after: int | None = None, migrate_to: int | None = None
) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    if migrate_to is not None:
        body["parameters"] = {"migrate_to_chat_id": migrate_to}
    if retry_after is not None:
        body["parameters"] = {"retry_after": retry_after}
    return web.json_response(body, status=status)


STATE: web.AppKey[BotApi] = web.AppKey("state", BotApi)


@contextmanager
def running_bot_api(api: BotApi | None = None) -> Iterator[BotApi]:
    """The server, listening on a free port of loopback."""
    api = api or BotApi()
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="bot api", daemon=True)
    thread.start()
    runner = asyncio.run_coroutine_threadsafe(_listen(api), loop).result(10)
    try:
        yield api
    finally:
        asyncio.run_coroutine_threadsafe(_close(runner), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


async def _listen(api: BotApi) -> web.AppRunner:
    app = web.Application()
    app[STATE] = api
    app.router.add_post("/bot{token}/{method}", _handle)
    app.router.add_get("/file/bot{token}/documents/{name}", _download)
    runner = web.AppRunner(app, shutdown_timeout=0.2, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    api.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    return runner


async def _close(runner: web.AppRunner) -> None:
    await runner.cleanup()
    hanging = asyncio.all_tasks() - {asyncio.current_task()}
    for task in hanging:
        task.cancel()
    await asyncio.gather(*hanging, return_exceptions=True)


async def until(condition: Callable[[], Any], seconds: float = 30.0, what: str = "") -> None:
    """Wait until ``condition`` holds.

    Raises:
        AssertionError: it does not within ``seconds``.
    """
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"did not come true within {seconds:g} s: {what or condition}")
        await asyncio.sleep(0.01)
