"""The endpoint's protocol: streamed text and its cost, or a reason why there is none."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from completions import Script, dripping, endpoint, failing, piece, raw, saying

from bot.rewriting import Generator, GeneratorError

MESSAGES = [{"role": "user", "content": "a question of forty characters, or nearly."}]


def complete(url: str, seconds: float = 4.0) -> tuple[str, int, int]:
    got = Generator(url, "small", "secret", seconds).complete(MESSAGES, max_tokens=50)
    return got.text, got.prompt_tokens, got.completion_tokens


def test_a_completion_is_read_from_the_stream() -> None:
    asked: list[dict[str, Any]] = []
    usage = {"prompt_tokens": 21, "completion_tokens": 7}
    with endpoint(saying("It takes three days.", usage), asked) as url:
        assert complete(url) == ("It takes three days. ", 21, 7)
    assert asked[0]["path"] == "/v1/chat/completions"
    assert asked[0]["auth"] == "Bearer secret"
    assert asked[0] | {"model": "small", "stream": True, "max_tokens": 50} == asked[0]


def test_tokens_are_estimated_where_they_are_not_told() -> None:
    with endpoint(saying("It takes three days.")) as url:
        _, prompt, completion = complete(url)
    assert prompt == 11
    assert completion == 6


def test_either_sign_of_an_end_will_do() -> None:
    for end in (line(piece("", "stop")), b"data: [DONE]\n\n"):
        with endpoint(raw(line(piece("Three days.")) + end)) as url:
            assert complete(url)[0] == "Three days."


def line(data: object) -> bytes:
    return b"data: " + json.dumps(data).encode() + b"\n\n"


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (failing(500), "status 500"),
        (failing(302), "status 302"),
        (failing(429), "status 429"),
        (raw(b""), "answers nothing"),
        (raw(b"<html>hello</html>"), "answers nothing"),
        (raw(b"data: {not json\n\n"), "no stream of completions"),
        (raw(line([1, 2])), "no stream of completions"),
        (raw(line({"choices": [{"text": "old form"}]})), "no stream of completions"),
        (raw(line({"choices": [{"delta": {"content": 5}}]})), "no stream of completions"),
        (raw(b"data: \xff\xfe\n\n"), "no stream of completions"),
        (raw(b"data: " + b"[" * 50_000 + b"\n\n"), "no stream of completions"),
        (raw(b"x" * 200_000), "without end"),
        (raw(line(piece("word ")) * 9_000), "characters"),
        (raw(line(piece("It takes", "length"))), "cut off"),
        (raw(line(piece("It takes", "content_filter"))), "cut off"),
        (raw(line(piece("We repair paddles ")) + line(piece("within"))), "broke off"),
    ],
)
def test_nonsense_is_told_from_a_completion(script: Script, reason: str) -> None:
    with endpoint(script) as url, pytest.raises(GeneratorError, match=reason):
        complete(url)


def test_one_deadline_holds_however_the_endpoint_drips() -> None:
    with endpoint(dripping) as url:
        began = time.monotonic()
        with pytest.raises(GeneratorError, match=r"within 0\.3 s"):
            complete(url, seconds=0.3)
    assert time.monotonic() - began < 2.0


def test_nobody_there_is_said() -> None:
    with pytest.raises(GeneratorError, match="cannot be reached"):
        complete("http://127.0.0.1:9/v1")
