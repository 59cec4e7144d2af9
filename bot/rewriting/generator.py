"""Asks an OpenAI-compatible endpoint for a completion, streamed, within one deadline.

It knows the protocol, not what is asked. What the endpoint sends is anybody's text.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import httpx

from bot.outgoing import certificates, within

MAX_CHARACTERS: Final = 8_000
MAX_LINE: Final = 64 * 1024
MAX_BYTES: Final = 512 * 1024
_CHARACTERS_A_TOKEN: Final = 4


class GeneratorError(Exception):
    """No completion came; the message says why, without what was asked or a key."""


@dataclass(frozen=True, slots=True)
class Generated:
    """The completion, and the tokens that it cost; estimated where the endpoint does not tell."""

    text: str
    prompt_tokens: int
    completion_tokens: int


@dataclass(frozen=True, slots=True)
class Generator:
    """``url`` is the base under which ``/chat/completions`` lies, as in ``http://host:8080/v1``."""

    url: str
    model: str
    key: str | None
    timeout_seconds: float

    def complete(self, messages: Sequence[dict[str, str]], max_tokens: int) -> Generated:
        """The completion of ``messages``.

        Raises:
            GeneratorError: the endpoint fails, answers nonsense, writes without end, or is not done
                in time, connecting and resolving its name included.
        """
        try:
            certificates()  # read before the clock starts
            return within(self.timeout_seconds, self._asked(messages, max_tokens))
        except TimeoutError:
            raise GeneratorError(f"not done within {self.timeout_seconds:g} s") from None
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise GeneratorError(f"cannot be reached ({type(error).__name__})") from None
        except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
            raise GeneratorError("answers no stream of completions") from None

    async def _asked(self, messages: Sequence[dict[str, str]], max_tokens: int) -> Generated:
        body = {
            "model": self.model,
            "messages": list(messages),
            "temperature": 0,
            "max_tokens": max_tokens,
            "stream": True,
            "stream_options": {"include_usage": True},
        }
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        address = f"{self.url.rstrip('/')}/chat/completions"
        async with (
            httpx.AsyncClient(verify=certificates(), timeout=None) as client,  # noqa: S113
            client.stream("POST", address, json=body, headers=headers) as response,
        ):
            if response.status_code != httpx.codes.OK:
                raise GeneratorError(f"answers with status {response.status_code}")
            text, usage = await _read(response)
        if not text.strip():
            raise GeneratorError("answers nothing")
        asked = sum(len(each["content"]) for each in messages)
        return Generated(
            text,
            _count(usage, "prompt_tokens", asked),
            _count(usage, "completion_tokens", len(text)),
        )


async def _read(response: httpx.Response) -> tuple[str, dict[str, Any]]:
    """The streamed text, and what the endpoint says that it cost.

    A connection that ends is no end of a text: half a sentence may say the opposite of the whole.
    """
    text: list[str] = []
    ended = False
    usage: dict[str, Any] = {}
    async for line in _lines(response):
        if not line.startswith("data:"):
            continue
        data = line.removeprefix("data:").strip()
        if data == "[DONE]":
            ended = True
            break
        event = json.loads(data)
        usage = event.get("usage") or usage
        for choice in event.get("choices") or ():
            text.append(choice["delta"].get("content") or "")
            match choice.get("finish_reason"):
                case None:
                    pass
                case "stop":
                    ended = True
                case _:
                    raise GeneratorError("was cut off before its end")
        if sum(map(len, text)) > MAX_CHARACTERS:
            raise GeneratorError(f"writes more than {MAX_CHARACTERS:,} characters")
    if text and not ended:
        raise GeneratorError("broke off before its end")
    return "".join(text), usage


async def _lines(response: httpx.Response) -> AsyncIterator[str]:
    """Lines as they arrive; httpx's own would gather one without an end."""
    rest, read = b"", 0
    async for chunk in response.aiter_bytes():
        read += len(chunk)
        *lines, rest = (rest + chunk).split(b"\n")
        if len(rest) > MAX_LINE or read > MAX_BYTES:
            raise GeneratorError("writes without end")
        for line in lines:
            yield line.decode().rstrip("\r")
    if rest:
        yield rest.decode()


def _count(usage: dict[str, Any], name: str, characters: int) -> int:
    told = usage.get(name)
    if isinstance(told, int) and 0 <= told <= MAX_BYTES:
        return told
    return -(-characters // _CHARACTERS_A_TOKEN)
