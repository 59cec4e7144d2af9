"""What opens an account: passwords, user names, one-time codes, after the words that announce them.

"My password is wrong" says nothing secret: after a linking word a secret needs a digit, a sign or
capitals inside. Web addresses count where a parameter carries a token or somebody's address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from knowledge.redaction.cues import CuedValue
from knowledge.redaction.spans import Span

_OPENS = (
    r"(?:current |old |new )?(?:pass(?:word|wort|phrase|code|(?=\s?[:=]))|pwd|pw|kennwort|"
    r"mot de passe|"
    r"contraseña|"
    r"clave|parola d'ordine|wachtwoord|hasło|senha|lösenord|adgangskode|密码|密碼|口令|パスワード)"
)
_LOGIN = (
    r"(?:user ?name|user ?id|login(?: name)?|log-in|benutzername|nutzername|anmeldename|"
    r"identifiant|nom d'utilisateur|usuario|nome utente|gebruikersnaam|nazwa użytkownika|"
    r"账号|帐号|用户名|帳號|ユーザー名)"
)
_CODE = (
    r"(?:pin|(?:verification|security|confirmation|one[- ]time|access|2fa|sms) code|otp|tan|cvv|"
    r"cvc|"
    r"bestätigungscode|sicherheitscode|code de vérification|código de verificación|"
    r"验证码|驗證碼|認証コード)"
)
_OPENS_STEMS = "pass pw kenn woord clave contraseña parola hasło senha lösen gangskode 密 口令 パス"
_LOGIN_STEMS = (
    "user login log-in benutzer nutzer anmelde identifiant utili usuario utente gebruiker użytk "
    "号 户 號 ユーザー"
)
_CODE_STEMS = "pin code código otp tan cvv cvc 码 碼 コード"
_ADDRESS = re.compile(r"https?://[^\s<>\"'，。]+[^\s<>\"'，。.,;:!?)\]]", re.IGNORECASE)
_TELLING_PARAMETER = re.compile(
    r"[?&#;](?:\w*(?:token|session|sid|auth|secret|signature|sig|passw|otp|jwt|apikey|api_key|"
    r"e-?mail|phone)\w*|key|code|hash|u|uid)=[^&#]{4,}",
    re.IGNORECASE,
)


def _is_secret(value: str) -> bool:
    """Whether it is no plain word: it has a digit, or a capital or a sign inside."""
    return any(c.isdigit() for c in value) or bool(re.search(r"\w[^\w\s'’.,-]\w|[a-z][A-Z]", value))


def _is_short_code(value: str) -> bool:
    return 3 <= sum(c.isdigit() for c in value) <= 8


_VALUES = (
    CuedValue.of(
        "secret",
        _OPENS,
        r"[^\s,;，。、\"'<>\u3040-\u9fff]{3,63}[^\s.,;，。、\"'<>)\u3040-\u9fff]",
        _is_secret,
        stems=_OPENS_STEMS,
    ),
    CuedValue.of(
        "secret", _LOGIN, r"[A-Za-z0-9_.+-]{2,39}[A-Za-z0-9_]", _is_secret, stems=_LOGIN_STEMS
    ),
    CuedValue.of(
        "secret",
        _LOGIN,
        rf"[\w.+-]{{2,39}}\w(?=[\s,/]+(?:(?:y|and|und|et|e|en|i)\s+)?{_OPENS}[\s:])",
        stems=_LOGIN_STEMS,
    ),
    CuedValue.of("secret", _CODE, r"\d{3,4}[ -]?\d{0,4}(?!\w)", _is_short_code, stems=_CODE_STEMS),
)


def find_logins(text: str) -> Iterator[Span]:
    """Passwords, user names and codes."""
    lowered = text.lower()
    for value in _VALUES:
        yield from value.find(text, lowered)


def find_telling_addresses(text: str) -> Iterator[Span]:
    """Web addresses that carry a token, a session, or somebody's e-mail address."""
    if "://" in text:
        for match in _ADDRESS.finditer(text):
            if _TELLING_PARAMETER.search(unquote(match[0])):
                yield Span(*match.span(), "url")
