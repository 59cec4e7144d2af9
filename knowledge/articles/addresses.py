"""Which addresses a server may be asked to fetch from: public ones only.

Otherwise whoever may add an article could read what stands behind the firewall. A host name is
resolved once, every answer is checked, and the connection goes to the very address that was
checked, so that a second answer of the name server changes nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence
from urllib.parse import urlsplit

from knowledge.errors import FetchFailedError, RefusedAddressError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def resolve(host: str, port: int) -> Sequence[str]:
    """The numeric addresses of a host, from the machine's name service.

    Raises:
        FetchFailedError: the name is not known.
    """
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchFailedError(f"{host}: is not found: {error}") from None
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


def is_public(address: Address) -> bool:
    """Whether an address is reached over the internet, also where it wraps an IPv4 one."""
    inner = _inner(address)
    if inner is not None:
        return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved


def check_address(url: str) -> tuple[str, int]:
    """Host and port of an address that may be asked for, before its host is resolved.

    Raises:
        RefusedAddressError: it is not http or https, has no host, or carries a password.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise RefusedAddressError(f"{url}: is no address: {error}") from None
    if parts.scheme not in {"http", "https"}:
        raise RefusedAddressError(f"{url}: only http and https addresses are fetched")
    if not parts.hostname:
        raise RefusedAddressError(f"{url}: names no host")
    if parts.username is not None or parts.password is not None:
        raise RefusedAddressError(f"{parts.hostname}: leave user name and password out")
    return parts.hostname, port or (443 if parts.scheme == "https" else 80)


def _inner(address: Address) -> Address | None:
    """The IPv4 address inside an IPv6 one: mapped, 6to4, Teredo, or NAT64."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
