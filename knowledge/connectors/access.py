"""Which token opens a vendor's API, and which addresses it may be sent to.

The token stands in a file, because what stands on a command line is seen by everybody on the
machine. A file that everybody may read is refused for the same reason.
"""

from __future__ import annotations

import ipaddress
import os
import stat
from pathlib import Path
from urllib.parse import urlsplit

from knowledge.errors import RefusedAddressError, RefusedTokenError

_LONGEST_TOKEN = 4096


def read_token(path: Path) -> str:
    """The token in a file of one line.

    Raises:
        RefusedTokenError: there is no such file, everybody may read it, or it holds no token.
    """
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            content = file.read(_LONGEST_TOKEN + 1)
    except OSError as error:
        raise RefusedTokenError(f"{path}: {error.strerror or error}") from None
    if os.name == "posix" and mode & stat.S_IROTH:
        raise RefusedTokenError(
            f"{path}: everybody on this machine may read it; make it your own with "
            f"`chmod 600 {path}`"
        )
    token = content.strip()
    if not token or len(content) > _LONGEST_TOKEN or not all(33 <= byte < 127 for byte in token):
        raise RefusedTokenError(f"{path}: must hold the token alone, in one line")
    return token.decode("ascii")


def check_base_url(url: str) -> str:
    """The address of an API without a slash at its end.

    Raises:
        RefusedAddressError: it is not https (on this machine itself: or http), or carries more
            than host, port and path.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise RefusedAddressError(f"{url}: is no address: {error}") from None
    del port
    if not host or parts.scheme not in {"http", "https"}:
        raise RefusedAddressError(f"{url}: write the address as in https://support.example.com")
    if parts.username is not None or parts.password is not None:
        raise RefusedAddressError(f"{host}: leave user name and password out of the address")
    if parts.query or parts.fragment:
        raise RefusedAddressError(f"{url}: leave out what follows '?' or '#'")
    if parts.scheme == "http" and not _is_this_machine(host):
        raise RefusedAddressError(f"{url}: the token would be sent unencrypted; use https")
    return url.rstrip("/")


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
