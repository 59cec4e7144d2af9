"""Takes out of a reply what belongs to one customer or one agent.

Signatures, names in greetings and addresses, and part numbers ("1/2") go; what redaction replaced
becomes a field. Names are learned from the replies themselves: whoever is greeted by name there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ADDRESSED_SHARE = 0.5
_AFTER_NAME = tuple(",.!:;—–-")
FIELDS: Mapping[str, str] = {
    "[order]": "{{ order_number }}",
    "[email]": "{{ support_email }}",
    "[phone]": "{{ support_phone }}",
    "[iban]": "{{ iban }}",
    "[card]": "{{ card_number }}",
}
_NAME = r"(?:\[name\]|[A-ZÄÖÜ][a-zäöüßéèñç'’-]+(?: [A-ZÄÖÜ][a-zäöüßéèñç'’-]+)?)"
_GREETING = re.compile(
    rf"^\W*(?P<hello>(?i:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening)|hallo|liebe[r]?|"
    rf"guten (?:tag|morgen)|您好|你好))(?:[ ,]+(?i:there|again|mr|ms|mrs|herr|frau)\.?)?"
    rf"(?P<between>[ ,]*)(?P<name>{_NAME})?(?=[\s,.!:;—–-]|$)\s*[,.!:;—–-]*\s*"
)
_FIRST_WORD = re.compile(rf"^\W*(?P<name>{_NAME})\s*[,!:—–-]\s+")
_SIGNATURE = re.compile(
    r"(?:\s*[*^~/]\s?(?:\[name\]|[A-Za-zÀ-ÿ]{1,12}\b)\s*(?:\(?\d/\d\)?)?\s*$)"
    r"|(?:[\s,]*(?i:(?:kind|best|warm|many)? ?(?:regards|wishes)|sincerely|best|cheers|yours|"
    r"(?:mit )?(?:freundlichen|besten|lieben|viele|liebe) grüßen?|mfg|lg)[,!]?\s*\n?\s*"
    rf"(?:{_NAME})?[\w\s.,'’|-]{{0,40}}$)"
    rf"|(?:(?:\n|\s[-–—~]+)\s*{_NAME}\s*$)"
)
_PART = re.compile(
    r"\s*(?:\(\s*)?(?<!\d)[1-5]\s?/\s?[2-5](?!\d)(?:\s*\))?\s*|\s*\(?cont(?:\.{2,3}|inued|')?\)?\.*\s*$"
)
_LAST_PART = re.compile(r"(?<!\d)([1-5])\s?/\s?([2-5])(?!\d)")
# No sentence ends with most of these; where one seems to, a link or a name was taken out behind it.
_OPEN_END = re.compile(
    r"(?:\(?cont(?:\.{2,}|inued|')?\)?\.*|\.\.\.|…|[,;&]|\b(?:and|or|the|your|our|at|via))\W*$"
    r"|\b(?:to|you)[^\w.!?]*$"
)


@dataclass(frozen=True, slots=True)
class Impersonal:
    """A reply without its personal parts.

    ``complete`` is False where the reply breaks off, as the first of two parts does.
    """

    text: str
    complete: bool


def names_addressed(replies: Sequence[str]) -> frozenset[str]:
    """Names by which replies address customers.

    They are greeted by them ("Hi Bill,"), or the word rarely stands elsewhere ("Sure, Zoe.").
    """
    greeted: set[str] = set()
    addressed: Counter[str] = Counter()
    everywhere: Counter[str] = Counter()
    for reply in replies:
        everywhere.update(re.findall(r"[^\W\d_][\w'’-]*", reply))
        greeting, first = _GREETING.match(reply), _FIRST_WORD.match(reply)
        if greeting and greeting["name"] and greeting[0].rstrip()[-1:] in _AFTER_NAME:
            greeted.add(greeting["name"].split()[0])
        if first:
            addressed[first["name"].split()[0]] += 1
        addressed.update(re.findall(r", ([A-ZÄÖÜ][a-zäöüß]+)[.!?](?:\s|$)", reply))
    rare_elsewhere = {
        name
        for name, count in addressed.items()
        if count >= ADDRESSED_SHARE * everywhere[name] and not everywhere[name.lower()]
    }
    return frozenset(greeted | rare_elsewhere)


def make_impersonal(reply: str, names: frozenset[str], agent: str | None = None) -> Impersonal:
    """The reply as it could be said to anyone; ``names`` are those that customers bear.

    ``agent`` is who said it: that name goes where it stands as a signature.
    """
    parts = [(int(a), int(b)) for a, b in _LAST_PART.findall(reply)]
    text = reply.strip()
    for _ in range(2):
        text = _SIGNATURE.sub("", text).strip()
        text = _without_agent(text, agent)
    complete = not _OPEN_END.search(text) and (not parts or parts[-1][0] == parts[-1][1])
    text = _PART.sub(" ", text)
    text = _without_greeting(text, names)
    text = _without_names(text, names)
    for placeholder, field in FIELDS.items():
        text = text.replace(placeholder, field)
    text = re.sub(r"\s+([,.!?])", r"\1", re.sub(r"[ \t]+", " ", text)).strip()
    return Impersonal(text[:1].upper() + text[1:], complete)


def _without_agent(text: str, agent: str | None) -> str:
    """Drops the agent's first name, or initials, from the end of a reply."""
    if not agent:
        return text
    names = [re.escape(part) for part in (agent, agent.split()[0])]
    signed = rf"(?:(?<=[.!?)])|\n)\s*[-–—]*\s*(?:{'|'.join(names)}|[A-Z]{{2,3}})\W*$"
    return re.sub(signed, "", text).strip()


def _without_greeting(text: str, names: frozenset[str]) -> str:
    found = _GREETING.match(text)
    if found and (found["name"] is None or _is_name(found["name"], names)):
        return text[found.end() :]
    if found and found[0].rstrip()[-1:] in _AFTER_NAME:
        return text[found.end() :]
    if found:
        return text[found.end("between") :]
    first = _FIRST_WORD.match(text)
    return text[first.end() :] if first and _is_name(first["name"], names) else text


def _without_names(text: str, names: frozenset[str]) -> str:
    """Drops names by which the customer is addressed: between commas, or before a full stop."""

    def drop(found: re.Match[str]) -> str:
        return found["end"] if _is_name(found["name"], names) else found[0]

    ended = re.sub(rf"[,\s]\s*(?P<name>{_NAME})(?P<end>[.!?](?=\s|$)|$)", drop, text)
    opened = re.sub(rf"(?P<end>(?:^|(?<=[.!?])\s+))(?P<name>{_NAME}),\s+(?=\w)", drop, ended)
    inside = re.sub(rf",\s+(?P<name>{_NAME})(?P<end>,)", drop, opened)
    return inside.replace("[name]", "").replace(" ,", ",")


def _is_name(candidate: str, names: frozenset[str]) -> bool:
    return candidate == "[name]" or candidate.split()[0] in names
