"""What letters to the team say, in the languages of the desk and in German; others get English.

Customers never read these: what the bot says to them stands in ``bot/dialog/phrases``.
"""

from __future__ import annotations

from typing import Final

from bot.dialog.phrases import spoken_language

NOTICES: Final[dict[str, dict[str, str]]] = {
    "en": {
        "waiting_outside_hours": "A customer is waiting outside opening hours",
        "nobody_looked": "A customer is waiting, and nobody has looked yet",
        "unattended_urgent": "Something urgent is waiting",
        "no_agent": "A customer was told that it takes longer",
        "agent_idle": "A conversation went back into the queue unanswered",
        "promise_at_risk": "A promised time is about to pass",
        "promise_broken": "A promised time has passed",
        "retraining_passed": "A newly learned model passed its tests and waits to be promoted",
        "retraining_promoted": "A newly learned model passed its tests and serves now",
        "retraining_refused": "A newly learned model was refused; the one before serves on",
        "retraining_failed": "Learning anew did not come to an end; the model before serves on",
    },
    "zh-Hans": {
        "waiting_outside_hours": "有客户在营业时间之外等待",
        "nobody_looked": "有客户在等待，还没有人查看",
        "unattended_urgent": "有紧急事项在等待处理",
        "no_agent": "已告知客户需要等待更久",
        "agent_idle": "有对话未获回复，已退回队列",
        "promise_at_risk": "承诺的时间即将到期",
        "promise_broken": "承诺的时间已过",
        "retraining_passed": "机器人已重新学习；新模型通过了检验，等待启用",
        "retraining_promoted": "机器人已重新学习，新模型已启用",
        "retraining_refused": "机器人已重新学习；新模型未通过检验，仍使用原来的模型",
        "retraining_failed": "重新学习未能完成；仍使用原来的模型",
    },
    "de": {
        "waiting_outside_hours": "Jemand wartet außerhalb der Öffnungszeiten",
        "nobody_looked": "Jemand wartet, und noch hat niemand hineingesehen",
        "unattended_urgent": "Etwas Dringendes wartet",
        "no_agent": "Jemandem wurde gesagt, dass es länger dauert",
        "agent_idle": "Ein Gespräch ging unbeantwortet in die Warteschlange zurück",
        "promise_at_risk": "Eine zugesagte Zeit läuft bald ab",
        "promise_broken": "Eine zugesagte Zeit ist verstrichen",
        "retraining_passed": "Ein neu gelerntes Modell hat bestanden und wartet auf Einsatz",
        "retraining_promoted": "Ein neu gelerntes Modell hat bestanden und ist im Einsatz",
        "retraining_refused": "Ein neu gelerntes Modell wurde abgelehnt; das bisherige bleibt",
        "retraining_failed": "Neues Lernen wurde nicht fertig; das bisherige Modell bleibt",
    },
}
OTHERS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "unknown": "Something at the desk needs you",
        "mentioned": "{name} mentions you in a note",
        "why_mentioned": (
            "You get this mail because a colleague called you by name at the desk, and you have "
            "not looked since."
        ),
        "more": "And {count} more.",
        "why": (
            "You get this mail because your address stands under notify.emails in the settings "
            "of Frontdesk."
        ),
    },
    "zh-Hans": {
        "unknown": "服务台有事项需要您处理",
        "mentioned": "{name} 在备注中提到了您",
        "why_mentioned": "您收到这封邮件，是因为同事在服务台提到了您，而您还没有查看。",
        "more": "另有 {count} 项。",
        "why": "您收到这封邮件，是因为您的地址列在 Frontdesk 设置的 notify.emails 中。",
    },
    "de": {
        "unknown": "Am Desk wird jemand gebraucht",
        "mentioned": "{name} erwähnt Sie in einer Notiz",
        "why_mentioned": (
            "Sie erhalten diese E-Mail, weil ein Teammitglied Sie am Desk beim Namen genannt hat "
            "und Sie seither nicht hineingesehen haben."
        ),
        "more": "Und {count} weitere.",
        "why": (
            "Sie erhalten diese E-Mail, weil Ihre Adresse in den Einstellungen von Frontdesk "
            "unter notify.emails steht."
        ),
    },
}
"""What stands for a kind that has no words, and what stands below the notices."""


def notice_words(kind: str, language: str | None) -> str:
    """What a kind of notice says."""
    return NOTICES[team_language(language)].get(kind) or notice_frame("unknown", language)


def notice_frame(key: str, language: str | None, **values: str) -> str:
    """What stands around the notices of a letter."""
    return OTHERS[team_language(language)][key].format(**values)


def team_language(language: str | None) -> str:
    """The language in which the team is written to."""
    spoken = spoken_language(language)
    if spoken in NOTICES:
        return spoken
    return "zh-Hans" if spoken == "zh-Hant" else "en"
