"""An article fetched from the web, within limits, and from public addresses only.

Redirects are followed by hand, because each hop is checked like the first address. Proxies of the
environment are not used: they would resolve names out of our sight.
"""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NoReturn
from urllib.parse import urljoin, urlsplit

import httpx

from knowledge.articles.addresses import Address, check_address, is_public, resolve
from knowledge.articles.document import Document
from knowledge.articles.identity import slug
from knowledge.articles.reading import parse_document
from knowledge.errors import FetchFailedError, RefusedAddressError, UnreadableFileError
from knowledge.records import Article, ArticleId

_SUFFIX_OF_TYPE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_HEADERS = {"User-Agent": "Frontdesk article import", "Accept-Encoding": "gzip"}


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How far to go for one article; ``seconds`` is for all hops together."""

    bytes: int = 10 << 20
    seconds: float = 20.0
    hops: int = 5


@dataclass(frozen=True, slots=True)
class _Page:
    url: str
    suffix: str
    content: bytes


class ArticleFetcher:
    """Fetches articles. The defaults are for use; tests pass a resolver and a rule of their own."""

    def __init__(
        self,
        limits: FetchLimits | None = None,
        resolve: Callable[[str, int], Sequence[str]] = resolve,
        is_allowed: Callable[[Address], bool] = is_public,
    ) -> None:
        self._limits = limits or FetchLimits()
        self._resolve = resolve
        self._is_allowed = is_allowed

    def fetch(self, url: str) -> Article:
        """The article at an http or https address: HTML, Markdown, text, PDF or DOCX.

        Its ``url`` is the address it was finally found at, its id made from that.

        Raises:
            RefusedAddressError: the address, or one it redirects to, is not a public one.
            FetchFailedError: no answer, an error, too large, too slow, or no article in it.
        """
        deadline = time.monotonic() + self._limits.seconds
        with httpx.Client(trust_env=False, follow_redirects=False, headers=_HEADERS) as client:
            page = self._follow(client, url, deadline)
        try:
            article = parse_document(Document(page.url, page.content), page.suffix)
        except UnreadableFileError as error:
            raise FetchFailedError(str(error)) from None
        return replace(article, id=_id_of(page.url), url=article.url or page.url)

    def _follow(self, client: httpx.Client, url: str, deadline: float) -> _Page:
        for _ in range(self._limits.hops + 1):
            answer = self._ask(client, url, deadline)
            if isinstance(answer, _Page):
                return answer
            url = urljoin(url, answer)
        raise FetchFailedError(f"{url}: redirects more than {self._limits.hops} times")

    def _ask(self, client: httpx.Client, url: str, deadline: float) -> _Page | str:
        """The page, or the address it redirects to."""
        host, port = check_address(url)
        address = self._checked_address(host, port)
        numeric = httpx.URL(url).copy_with(host=str(address))
        remaining = deadline - time.monotonic()
        if remaining <= 0:
            _too_slow(url, self._limits)
        try:
            with client.stream(
                "GET",
                numeric,
                headers={"Host": urlsplit(url).netloc},
                extensions={"sni_hostname": host},
                timeout=remaining,
            ) as response:
                if response.is_redirect:
                    return response.headers["location"]
                return self._page(url, response, deadline)
        except httpx.TimeoutException:
            _too_slow(url, self._limits)
        except httpx.HTTPError as error:
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

    def _page(self, url: str, response: httpx.Response, deadline: float) -> _Page:
        if response.status_code != httpx.codes.OK:
            raise FetchFailedError(f"{url}: answered {response.status_code}")
        kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
        suffix = _SUFFIX_OF_TYPE.get(kind)
        if suffix is None:
            raise FetchFailedError(f"{url}: is {kind or 'of no stated type'}, not an article")
        content = bytearray()
        for block in response.iter_bytes():
            content += block
            if len(content) > self._limits.bytes:
                raise FetchFailedError(f"{url}: is larger than {self._limits.bytes >> 20} MiB")
            if time.monotonic() > deadline:
                _too_slow(url, self._limits)
        return _Page(url, ".md" if url.endswith(".md") else suffix, bytes(content))


def _too_slow(url: str, limits: FetchLimits) -> NoReturn:
    raise FetchFailedError(f"{url}: took longer than {limits.seconds:.0f} s")


def _id_of(url: str) -> ArticleId:
    parts = urlsplit(url)
    return ArticleId(slug(f"{parts.netloc} {parts.path} {parts.query}"))
