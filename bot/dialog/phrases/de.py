"""What the bot itself says, in German."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Hallo, ich bin der automatische Assistent von {company}. Was ich sicher weiß, "
        "beantworte ich; für alles andere hole ich einen Menschen. Wie kann ich helfen?"
    ),
    "disclosure": "Ich bin der automatische Assistent von {company}.",
    "notice": "Automatischer Assistent",
    "hello": "Hallo! Wobei kann ich helfen?",
    "thanks": "Gern geschehen. Kann ich sonst noch etwas tun?",
    "goodbye": "Auf Wiedersehen und danke für die Nachricht.",
    "cancelled": "In Ordnung, das lasse ich. Wobei kann ich sonst helfen?",
    "clarify": "Damit ich nichts Falsches sage: Meinen Sie eines davon?",
    "rephrase": (
        "Ich bin nicht sicher, ob ich das verstanden habe. Können Sie es anders sagen, "
        "oder soll ich einen Menschen holen?"
    ),
    "none_of_these": "Etwas anderes",
    "person": "Mit einem Menschen sprechen",
    "handoff": (
        "Ich gebe das an eine Kollegin oder einen Kollegen weiter; die Antwort kommt "
        "hier. Was Sie geschrieben haben, ist dort zu sehen."
    ),
    "handoff_unsure": (
        "Darauf habe ich keine sichere Antwort. Ich gebe es an eine Kollegin oder "
        "einen Kollegen weiter; die Antwort kommt hier."
    ),
    "handoff_urgent": (
        "Das braucht sofort einen Menschen. Sie stehen jetzt ganz vorn; die Antwort kommt hier."
    ),
    "handoff_failed": (
        "Bei mir ist etwas schiefgegangen. Ich gebe das an eine Kollegin oder einen "
        "Kollegen weiter; Ihre Nachricht ist sicher."
    ),
    "closed": (
        "Im Moment ist niemand da. Ihre Nachricht liegt für das Team bereit; ab "
        "{opening} antwortet Ihnen jemand hier."
    ),
    "closed_unknown": (
        "Im Moment ist niemand da. Ihre Nachricht liegt für das Team bereit; sobald "
        "jemand da ist, kommt die Antwort hier."
    ),
    "still_waiting": "Danke, das liegt jetzt auch dem Team vor. Ein Mensch antwortet Ihnen hier.",
    "lookup_none": (
        "Ich finde keine Bestellung, zu der beide Angaben passen. Bitte prüfen Sie sie "
        "und schicken Sie sie noch einmal."
    ),
    "ask_again": "Zum Nachsehen brauche ich noch:",
    "sources": "Aus unseren Hilfeseiten:",
    "attachment": (
        "Ich kann keine Dateien öffnen, und auch das Team sieht hier bisher nur, dass eine kam."
    ),
    "commands": "Schreiben Sie einfach, worum es geht. Mit /human erreichen Sie einen Menschen.",
    "taken_over": (
        "{name} ist jetzt im Gespräch und antwortet ab hier. Sie sprechen nun mit einem Menschen."
    ),
    "back_to_bot": "Sie schreiben wieder mit dem automatischen Assistenten.",
    "given_back": (
        "{name} hat das Gespräch verlassen. Sie sprechen wieder mit dem automatischen Assistenten."
    ),
    "identity": (
        "Ich bin ein automatischer Assistent, kein Mensch. Was ich "
        "sicher weiß, beantworte ich; auf Wunsch hole ich jemanden aus dem Team."
    ),
    "clarify_one": "Damit ich nichts Falsches sage: Meinen Sie das?",
    "silenced": (
        "Der automatische Assistent ist zurzeit abgeschaltet. Ihre Nachricht liegt beim "
        "Team, ein Mensch antwortet Ihnen hier."
    ),
    "silenced_greeting": (
        "Willkommen. Der automatische Assistent von {company} ist zurzeit abgeschaltet. "
        "Schreiben Sie, worum es geht; ein Mensch antwortet Ihnen hier."
    ),
    "mail_answer_subject": "{company}: eine Antwort von {name}",
    "mail_answer": "{name} ({company}) hat Ihnen im Chat geantwortet:",
    "mail_answer_link": (
        "Hier lesen Sie weiter und antworten. Der Link öffnet nur dieses Gespräch und gilt "
        "{days} Tage; bitte behalten Sie ihn für sich:"
    ),
    "mail_answer_why": (
        "Sie erhalten diese E-Mail, weil Sie den Chat verlassen hatten, bevor die Antwort "
        "kam. Bitte antworten Sie über den Link: Eine Antwort auf diese E-Mail erreicht das "
        "Gespräch nicht."
    ),
    "link_invalid": (
        "Dieser Link ist nicht gültig. Bitte öffnen Sie ihn genau so, wie er in der E-Mail "
        "steht, oder beginnen Sie ein neues Gespräch."
    ),
    "link_expired": (
        "Dieser Link ist abgelaufen. Bitte beginnen Sie ein neues Gespräch; das frühere liegt "
        "dem Team weiterhin vor."
    ),
    "mail_notice": "Am Desk wird jemand gebraucht",
    "notice_waiting_outside_hours": "Jemand wartet außerhalb der Öffnungszeiten",
    "notice_nobody_looked": "Jemand wartet, und noch hat niemand hineingesehen",
    "notice_unattended_urgent": "Etwas Dringendes wartet",
    "notice_no_agent": "Jemandem wurde gesagt, dass es länger dauert",
    "notice_agent_idle": "Ein Gespräch ging unbeantwortet in die Warteschlange zurück",
    "notice_promise_at_risk": "Eine zugesagte Zeit läuft bald ab",
    "notice_promise_broken": "Eine zugesagte Zeit ist verstrichen",
    "mail_notice_more": "Und {count} weitere.",
    "mail_notice_why": (
        "Sie erhalten diese E-Mail, weil Ihre Adresse in den Einstellungen von Frontdesk "
        "unter notify.emails steht."
    ),
}
