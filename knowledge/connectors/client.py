"""Asks a vendor's API politely: waits when told to, tries again what failed in passing, and gives
up within limits.

The token goes to the one host that was named; a redirect to another is refused. Proxies of the
environment are used, as for any program that goes out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic, sleep, time
from typing import Any, Final, NoReturn
from urllib.parse import urljoin, urlsplit

import httpx

from knowledge.connectors.access import check_base_url
from knowledge.connectors.waiting import asked_wait, backoff, wait_before_next
from knowledge.errors import PullFailedError, RefusedTokenError

Params = Mapping[str, str | int]
_AGAIN: Final = "; run the same command again to go on from there"
_MOST_HOPS: Final = 3
_HALF: Final = re.compile(rb"\\u[dD][89a-fA-F]")


class AnswerError(PullFailedError):
    """One request failed for good. ``status`` is ``None`` where the answer was no JSON."""

    def __init__(self, message: str, status: int | None) -> None:
        super().__init__(message)
        self.status = status

    @property
    def is_gone(self) -> bool:
        """Whether what was asked for is not there (any more)."""
        return self.status in {404, 410}


@dataclass(frozen=True, slots=True)
class ClientLimits:
    """How far to go for one request; a vendor that asks for a longer wait is not waited for."""

    bytes: int = 64 << 20
    seconds: float = 120.0
    attempts: int = 6
    longest_wait: float = 900.0


class ApiClient:
    """A connection to one API, to be closed at the end."""

    def __init__(
        self,
        base_url: str,
        headers: Mapping[str, str],
        limits: ClientLimits | None = None,
    ) -> None:
        self.base_url = check_base_url(base_url)
        self._limits = limits or ClientLimits()
        self._rest = 0.0
        named = {"User-Agent": "Frontdesk import", "Accept": "application/json", **headers}
        self._http = httpx.Client(headers=named, follow_redirects=False, timeout=30.0)

    def close(self) -> None:
        """Hang up."""
        self._http.close()

    def get(
        self, path: str, params: Params | None = None, headers: Mapping[str, str] | None = None
    ) -> Any:
        """The JSON at a path below the base address.

        Raises:
            AnswerError: it is refused, not there, or no JSON however often one asks.
            RefusedTokenError: the vendor does not take the token.
            PullFailedError: there is no answer within the limits.
        """
        return self._ask("GET", path, params=params, headers=headers)

    def post(self, path: str, body: Mapping[str, Any]) -> Any:
        """The JSON that a search answers; raises what ``get`` does."""
        return self._ask("POST", path, json=body)

    def _ask(self, method: str, path: str, **what: Any) -> Any:
        url = f"{self.base_url}{path}"
        reason: PullFailedError | None = None
        for attempt in range(1, self._limits.attempts + 1):
            self._pause(self._rest, url)
            self._rest = 0.0
            try:
                response, content = self._exchange(method, url, **what)
            except httpx.RequestError as error:
                told = str(error) or type(error).__name__
                reason = PullFailedError(f"{url}: cannot be reached: {told}{_AGAIN}")
                self._rest = backoff(attempt)
                continue
            if response.is_success:
                self._rest = wait_before_next(response.headers, time())
                try:
                    return _parsed(content)
                except (ValueError, RecursionError) as error:
                    reason = AnswerError(f"{url}: answered with broken JSON: {error}", None)
            else:
                reason = self._refusal(url, response)
            asked = asked_wait(response.headers, time())
            self._rest = backoff(attempt) if asked is None else asked
        assert reason is not None
        raise reason

    def _refusal(self, url: str, response: httpx.Response) -> AnswerError:
        """What will be raised unless another attempt succeeds; raises where none can."""
        status = response.status_code
        if status == httpx.codes.UNAUTHORIZED:
            raise RefusedTokenError(f"{url}: does not take the token (401); make a new one there")
        error = AnswerError(f"{url}: answered {status}", status)
        passing = status in {httpx.codes.TOO_MANY_REQUESTS, httpx.codes.REQUEST_TIMEOUT}
        if passing or response.is_server_error:
            return error
        raise error

    def _exchange(self, method: str, url: str, **what: Any) -> tuple[httpx.Response, bytes]:
        for _ in range(_MOST_HOPS + 1):
            with self._http.stream(method, url, **what) as response:
                if not response.has_redirect_location or method != "GET":
                    return response, self._content(url, response)
                onward = urljoin(url, response.headers["location"])
            if _origin(onward) != _origin(url):
                _refuse_host(url, onward)
            url, what = onward, {**what, "params": None}
        raise AnswerError(f"{url}: redirects more than {_MOST_HOPS} times", 310)

    def _content(self, url: str, response: httpx.Response) -> bytes:
        content = bytearray()
        deadline = monotonic() + self._limits.seconds
        for block in response.iter_bytes():
            content += block
            if len(content) > self._limits.bytes:
                size = f"{self._limits.bytes >> 20} MiB"
                raise AnswerError(f"{url}: answered with more than {size}", None)
            if monotonic() > deadline:
                raise httpx.ReadTimeout(f"took longer than {self._limits.seconds:.0f} s")
        return bytes(content)

    def _pause(self, seconds: float, url: str) -> None:
        if seconds > self._limits.longest_wait:
            raise PullFailedError(
                f"{url}: asks to wait {seconds / 60:.0f} minutes; run the same command again then, "
                "it goes on from there"
            )
        if seconds > 0:
            sleep(seconds)


def _parsed(content: bytes) -> Any:
    """The JSON, with "?" for halves of characters, which nothing that keeps text would take."""
    value = json.loads(content)
    if _HALF.search(content):
        return json.loads(json.dumps(value, ensure_ascii=False).encode(errors="replace"))
    return value


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc


def _refuse_host(url: str, onward: str) -> NoReturn:
    raise AnswerError(
        f"{url}: redirects to {urlsplit(onward).netloc}, which was not named; if that is the right "
        "place, give it as --base-url",
        302,
    )
