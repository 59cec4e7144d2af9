"""Asks the web for one page, within limits, and from public addresses only.

Redirects are followed by hand, because each hop is checked like the first address. Proxies of the
environment are not used: they would resolve names out of our sight. What a page means is not known
here.
"""

from __future__ import annotations

import ipaddress
import ssl
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NoReturn
from urllib.parse import urljoin, urlsplit

import httpx

from knowledge.articles.addresses import Address, check_address, is_public, resolve
from knowledge.articles.hanging_up import HangUp
from knowledge.errors import FetchFailedError, RefusedAddressError

ROBOT = "Frontdesk"
"""Under which name robots.txt may speak of us."""
_HEADERS = {"User-Agent": f"{ROBOT} article import", "Accept-Encoding": "gzip"}


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How far to go for one article; ``seconds`` is for all hops together."""

    bytes: int = 10 << 20
    seconds: float = 20.0
    hops: int = 5


@dataclass(frozen=True, slots=True)
class WebAnswer:
    """What an address answered at last: ``url`` is where, ``type`` the content's without more."""

    url: str
    status: int
    type: str
    content: bytes = field(repr=False)
    etag: str | None = None
    last_modified: str | None = None


class WebReader:
    """Asks for pages. The defaults are for use; tests pass a resolver and a rule of their own."""

    def __init__(
        self,
        limits: FetchLimits | None = None,
        resolve: Callable[[str, int], Sequence[str]] = resolve,
        is_allowed: Callable[[Address], bool] = is_public,
    ) -> None:
        self.limits = limits or FetchLimits()
        self._resolve = resolve
        self._is_allowed = is_allowed

    def get(
        self,
        url: str,
        headers: Mapping[str, str] | None = None,
        check: Callable[[str], None] = lambda _: None,
    ) -> WebAnswer:
        """What is at an address, whatever its status; redirects are followed.

        ``check`` is given every address before it is asked, and may raise.

        Raises:
            RefusedAddressError: the address, or one it redirects to, is not a public one.
            FetchFailedError: no answer, or one that is too large or too slow.
        """
        deadline = time.monotonic() + self.limits.seconds
        asked = {**_HEADERS, **(headers or {})}
        for _ in range(self.limits.hops + 1):
            check(url)
            answer = self._ask(url, asked, deadline)
            if isinstance(answer, WebAnswer):
                return answer
            url = _joined(url, answer)
        raise FetchFailedError(f"{url}: redirects more than {self.limits.hops} times")

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return httpx.create_ssl_context(trust_env=False)

    def _ask(self, url: str, headers: Mapping[str, str], deadline: float) -> WebAnswer | str:
        """The answer, or the address it redirects to.

        A connection serves one question: kept, it could serve another host at the same address
        whose name was never held against the certificate.
        """
        host, port = check_address(url)
        numeric = _numeric(url, self._checked_address(host, port))
        remaining = deadline - time.monotonic()
        if remaining <= 0:
            self._too_slow(url)
        try:
            with (
                HangUp(remaining) as hang_up,
                httpx.Client(trust_env=False, follow_redirects=False, verify=self._tls) as client,
                client.stream(
                    "GET",
                    numeric,
                    headers={**headers, "Host": urlsplit(url).netloc},
                    extensions={"sni_hostname": host, "trace": hang_up.trace},
                    timeout=remaining,
                ) as response,
            ):
                if response.has_redirect_location:
                    return response.headers["location"]
                return self._answer(url, response, hang_up)
        except httpx.TimeoutException:
            self._too_slow(url)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            if hang_up.is_over:
                self._too_slow(url)
            raise FetchFailedError(f"{url}: could not be fetched: {error}") from None

    def _checked_address(self, host: str, port: int) -> Address:
        addresses = [ipaddress.ip_address(a.split("%")[0]) for a in self._resolve(host, port)]
        for address in addresses:
            if not self._is_allowed(address):
                raise RefusedAddressError(
                    f"{host}: is {address}, not a public address; "
                    "save the page to a file and import that"
                )
        if not addresses:
            raise FetchFailedError(f"{host}: is not found")
        return addresses[0]

    def _answer(self, url: str, response: httpx.Response, hang_up: HangUp) -> WebAnswer:
        """All of it; what was hung up on may look like an answer that came to its end."""
        content = bytearray()
        for block in response.iter_bytes():
            content += block
            if len(content) > self.limits.bytes:
                raise FetchFailedError(f"{url}: is larger than {self.limits.bytes >> 20} MiB")
        if hang_up.is_over:
            self._too_slow(url)
        return WebAnswer(
            url,
            response.status_code,
            response.headers.get("content-type", "").split(";")[0].strip().lower(),
            bytes(content),
            response.headers.get("etag"),
            response.headers.get("last-modified"),
        )

    def _too_slow(self, url: str) -> NoReturn:
        raise FetchFailedError(f"{url}: took longer than {self.limits.seconds:.0f} s")


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise RefusedAddressError(f"{url}: redirects to what is no address: {error}") from None


def _numeric(url: str, address: Address) -> httpx.URL:
    try:
        return httpx.URL(url).copy_with(host=str(address))
    except httpx.InvalidURL as error:
        raise RefusedAddressError(f"{url}: is no address: {error}") from None
