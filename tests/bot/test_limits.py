"""How much is too much: by address and by conversation, refused before anything is stored."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from serving import Shop

from bot.app import create_app
from bot.limits import MINUTE, Limiter, TooManyError, network_of
from bot.settings import Settings


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def limiter(clock: Clock, most_keys: int = 10) -> Limiter:
    return Limiter("messages", MINUTE, clock=clock, most_keys=most_keys)


def test_a_bucket_holds_one_periods_worth_and_fills_evenly():
    clock = Clock()
    limited = limiter(clock)
    for _ in range(6):
        limited.take("eve", 6)
    with pytest.raises(TooManyError) as refused:
        limited.take("eve", 6)
    assert refused.value.seconds == 10
    limited.take("ada", 6)
    clock.now += 10
    limited.take("eve", 6)
    with pytest.raises(TooManyError):
        limited.take("eve", 6)


def test_asking_in_vain_does_not_put_the_end_off():
    clock = Clock()
    limited = limiter(clock)
    limited.take("eve", 1)
    for _ in range(59):
        clock.now += 1
        with pytest.raises(TooManyError):
            limited.take("eve", 1)
    clock.now += 1
    limited.take("eve", 1)


def test_the_memory_is_bounded_and_the_longest_silent_is_forgotten():
    limited = limiter(Clock(), most_keys=2)
    for key in ("a", "b", "c", "a"):
        limited.take(key, 1)
    with pytest.raises(TooManyError):
        limited.take("c", 1)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("testclient", "testclient"),
        (None, "unknown"),
    ],
)
def test_an_ipv6_network_counts_as_one(address, network):
    assert network_of(address) == network


@pytest.fixture
def strict(tmp_path):
    (tmp_path / "frontdesk.yaml").write_text(
        "limits: {sessions_per_hour: 2, messages_per_minute: 2}"
    )
    app = create_app(Settings.load(tmp_path, {}))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield Shop(app, client)


def test_sessions_are_limited_by_address_and_the_refusal_says_when_to_come_again(strict):
    for _ in range(2):
        strict.customer()
    refused = strict.client.post("/api/chat/sessions", json={})
    assert refused.status_code == 429
    assert 1 <= int(refused.headers["retry-after"]) <= 1_800
    assert refused.headers["content-type"] == "application/problem+json"
    assert strict.client.post("/api/chat/sessions/resume", json={"link": "x"}).status_code == 429
    elsewhere = TestClient(strict.app, client=("203.0.113.9", 4711))
    assert elsewhere.post("/api/chat/sessions", json={}).status_code == 201


def test_messages_are_limited_by_conversation_and_what_was_accepted_stays(strict):
    fast, calm = strict.customer(), strict.customer()
    fast.says("one")
    fast.says("two")
    refused = fast.send("three")
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) <= 30
    calm.says("one")
    texts = [m["text"] for m in fast.page()["messages"] if m["author"] == "customer"]
    assert texts == ["one", "two"]


def test_over_the_socket_the_same_limit_is_an_error_frame(strict):
    with strict.customer().socket(after=1) as socket:
        for number in range(3):
            frame = {"type": "message", "client_msg_id": f"k{number}", "text": "hi"}
            socket.send_json(frame)
        while (frame := socket.receive_json())["type"] != "error":
            pass
    assert (frame["client_msg_id"], frame["problem"]["status"]) == ("k2", 429)
