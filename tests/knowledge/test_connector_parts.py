"""Tokens, addresses, waits, canned answers and states, each by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import PullFailedError, RefusedAddressError, RefusedTokenError
from knowledge.connectors.access import check_base_url, read_token
from knowledge.connectors.canned import canned_answer
from knowledge.connectors.client import AnswerError, ApiClient, ClientLimits
from knowledge.connectors.state import Cursor, PullState
from knowledge.connectors.waiting import asked_wait, backoff, wait_before_next
from knowledge.templates.fields import fields_of
from tests.fakes.help_desk_api import TOKEN, Answer, Intercom, served

NOW = 1_740_823_200.0


def token_file(folder: Path, content: bytes, mode: int = 0o600) -> Path:
    file = folder / "token"
    file.write_bytes(content)
    file.chmod(mode)
    return file


def test_a_token_stands_alone_in_its_file(tmp_path: Path) -> None:
    assert read_token(token_file(tmp_path, b" you@x.example/token:abc\r\n")) == (
        "you@x.example/token:abc"
    )


@pytest.mark.parametrize("content", [b"", b"\n", b"a b", b"a\nb", b"a\x00", "schlüssel".encode(),
                                     b"x" * 5000])  # fmt: skip
def test_what_is_no_token_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(RefusedTokenError, match="token alone"):
        read_token(token_file(tmp_path, content))


def test_a_token_that_everybody_may_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedTokenError, match="chmod 600"):
        read_token(token_file(tmp_path, b"abc", 0o644))
    with pytest.raises(RefusedTokenError, match="No such file"):
        read_token(tmp_path / "missing")


def test_addresses_are_https_or_of_this_machine() -> None:
    assert check_base_url("https://desk.example/sub/") == "https://desk.example/sub"
    assert check_base_url("http://[::1]:8000") == "http://[::1]:8000"
    for url in ("http://127.0.0.1.evil.example", "https://desk.example?x=1", "https://[", "https:",
                "https://desk.example:99999"):  # fmt: skip
        with pytest.raises(RefusedAddressError):
            check_base_url(url)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "Sat, 01 Mar 2025 10:01:00 GMT"}, 60.0),
        ({"retry-after": "Sat, 01 Mar 2025 09:00:00 GMT"}, 0.0),
        ({"x-ratelimit-reset": str(int(NOW) + 9)}, 9.0),
        ({"ratelimit-reset": "12"}, 12.0),
        ({"retry-after": "soon"}, None),
        ({}, None),
    ],
)
def test_waits_are_read_from_every_vendors_headers(
    headers: dict[str, str], seconds: float | None
) -> None:
    assert asked_wait(headers, NOW) == seconds


def test_a_used_up_window_is_waited_out_before_it_is_overdrawn() -> None:
    assert wait_before_next({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "5"}, NOW) == 5.0
    assert wait_before_next({"x-ratelimit-remaining": "1", "x-ratelimit-reset": "5"}, NOW) == 0.0
    assert [backoff(number) for number in (1, 2, 3, 50)] == [1.0, 2.0, 4.0, 60.0]


@given(st.dictionaries(st.sampled_from(["retry-after", "x-ratelimit-reset"]), st.text()))
def test_no_header_breaks_the_waiting(headers: dict[str, str]) -> None:
    wait = asked_wait(headers, NOW)
    assert wait is None or wait >= 0


@pytest.fixture
def made() -> Iterator[Intercom]:
    desk = Intercom()
    with served(desk):
        yield desk


@contextmanager
def client_of(url: str, limits: ClientLimits | None = None) -> Iterator[ApiClient]:
    with closing(ApiClient(url, {"Authorization": f"Bearer {TOKEN}"}, limits)) as client:
        yield client


def test_a_wait_that_is_too_long_ends_the_pull(made: Intercom) -> None:
    made.trouble["/me"] = [Answer({}, 429, {"Retry-After": "7200"})]
    with client_of(made.url) as client, pytest.raises(PullFailedError, match="120 minutes"):
        client.get("/me")


def test_an_answer_without_end_is_refused(made: Intercom) -> None:
    made.trouble["/me"] = [Answer(b"[" + b" " * 5000 + b"]")]
    limits = ClientLimits(bytes=4000)
    with client_of(made.url, limits) as client, pytest.raises(AnswerError, match="more than"):
        client.get("/me")


def test_halves_of_characters_become_question_marks(made: Intercom) -> None:
    made.trouble["/me"] = [Answer(b'{"a": "x \\ud83d", "b": "\\ud83d\\udc4d"}')]
    with client_of(made.url) as client:
        assert client.get("/me") == {"a": "x ?", "b": "👍"}


def test_a_redirect_on_the_same_host_is_followed_a_few_times(made: Intercom) -> None:
    made.contacts = {"7": {"id": "7"}}
    made.trouble["/old"] = [Answer(b"", 301, {"Location": "/contacts/7"})]
    made.trouble["/round"] = [Answer(b"", 302, {"Location": "/round"})] * 9
    with client_of(made.url) as client:
        assert client.get("/old") == {"id": "7"}
        with pytest.raises(AnswerError, match="redirects more than"):
            client.get("/round")


def test_nobody_there_is_told_after_a_few_attempts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.connectors.client.sleep", lambda _: None)
    with served(Intercom()) as url:
        pass
    with client_of(url) as client, pytest.raises(PullFailedError, match="cannot be reached"):
        client.get("/me")


@given(st.text() | st.text("{}%| abc<>attribute key=\"'", max_size=60))
def test_a_canned_answer_never_holds_a_place_that_cannot_be_filled(body: str) -> None:
    answer = canned_answer("x", "X", body)
    if answer is not None:
        assert answer.text
        assert fields_of(answer.text) == ()


cursors = st.builds(Cursor, st.none() | st.text(), st.integers(0), st.integers(0))


@given(st.builds(PullState, cursors, cursors, cursors))
def test_a_state_comes_back_as_it_was(state: PullState) -> None:
    assert PullState.from_json(state.to_json()) == state


@pytest.mark.parametrize("text", ["", "[]", '{"x": {}}', '{"articles": 1}', "null",
                                  '{"articles": {"since": "now"}}'])  # fmt: skip
def test_a_damaged_state_is_refused(text: str) -> None:
    with pytest.raises(PullFailedError, match="damaged"):
        PullState.from_json(text)
