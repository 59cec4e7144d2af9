"""Who among the people of a mailbox answers for the company.

The addresses and domains that ``--columns agent=…`` names. Else it is guessed: the domain (at a
public provider, the address) that customers write to and that answers most threads, while it opens
few; all that take part in more than half of the threads like that count.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

_PUBLIC_LISTED: Final = """
    gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk hotmail.de hotmail.fr live.com
    msn.com yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.co.jp ymail.com icloud.com me.com
    mac.com aol.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de mail.ru
    yandex.ru rambler.ru bk.ru list.ru qq.com 163.com 126.com foxmail.com sina.com sohu.com
    proton.me protonmail.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it
    tiscali.it seznam.cz wp.pl o2.pl onet.pl interia.pl ziggo.nl kpnmail.nl naver.com daum.net
    hanmail.net docomo.ne.jp uol.com.br bol.com.br terra.com.br comcast.net verizon.net att.net
    btinternet.com bluewin.ch telenet.be
"""
_PUBLIC: Final = frozenset(_PUBLIC_LISTED.split())


class Habits(NamedTuple):
    """In how many threads somebody opened, answered, and was written to by who opened."""

    who: str
    opened: int
    answered: int
    addressed: int


@dataclass(frozen=True, slots=True)
class Agents:
    """Decides for each address whether it is an agent's."""

    who: frozenset[str]
    """Addresses and domains, in lower case."""

    def has(self, address: str) -> bool:
        """Whether the address, its domain, or one above that is an agent's."""
        domain = address.rpartition("@")[2]
        labels = domain.split(".")
        above = (".".join(labels[place:]) for place in range(len(labels) - 1))
        return address in self.who or not self.who.isdisjoint(above)


def side_of(address: str) -> str:
    """Whom an address speaks for: its domain, or at a public provider itself alone."""
    domain = address.rpartition("@")[2]
    return address if domain in _PUBLIC else domain


def named_agents(names: Collection[str]) -> Agents:
    """Those that people named: "anna@shop.example", "shop.example" or "@shop.example"."""
    return Agents(frozenset(name.removeprefix("@") for name in names))


def likely_agents(sides: Sequence[Habits], addresses: Sequence[Habits], threads: int) -> Agents:
    """Those whose habits are an agent's; nobody where no thread tells.

    Where colleagues write to each other, their domain opens as many threads as it answers: then
    single addresses are told apart.
    """
    return _likely(sides, threads) or _likely(addresses, threads) or Agents(frozenset())


def _likely(habits: Sequence[Habits], threads: int) -> Agents | None:
    serving = [h for h in habits if 2 * h.opened < max(h.answered, h.addressed)]
    if not serving:
        return None
    sure = [h.who for h in serving if 2 * max(h.answered, h.addressed) > threads]
    best = max(serving, key=lambda h: (h.answered + h.addressed - h.opened, h.who))
    return Agents(frozenset(sure or [best.who]))
