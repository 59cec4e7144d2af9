"""The words by which exports say who speaks."""

from __future__ import annotations

from knowledge.records import Speaker

_WORDS: dict[Speaker, str] = {
    Speaker.CUSTOMER: """customer client user end-user enduser end_user visitor guest requester
        contact consumer buyer shopper lead incoming inbound in kunde kundin besucher 客户 用户 买家
        顾客""",
    Speaker.AGENT: """agent support operator staff admin administrator representative rep employee
        advisor adviser teammate seller outgoing outbound out mitarbeiter mitarbeiterin berater
        support-team 客服 人工客服 坐席 商家 卖家""",
    Speaker.BOT: "bot chatbot assistant virtual-assistant automation robot 机器人 智能客服",
    Speaker.SYSTEM: "system action event activity notification service info 系统",
}
_SPEAKER_OF = {word: speaker for speaker, words in _WORDS.items() for word in words.split()}


def parse_speaker(value: object) -> Speaker | None:
    """The speaker that an export's word means; ``None`` where it is none of those known."""
    if not isinstance(value, str):
        return None
    return _SPEAKER_OF.get("-".join(value.strip().casefold().split()))
