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
    "attachment": "Ich selbst kann Dateien nicht ansehen, das Team kann sie aber öffnen.",
    "attachment_image": "Ich selbst kann das Bild nicht ansehen, das Team sieht es aber.",
    "attachment_audio": "Ich selbst kann die Aufnahme nicht anhören, das Team aber schon.",
    "attachment_video": "Ich selbst kann das Video nicht ansehen, das Team aber schon.",
    "attachment_document": "Ich selbst kann die Datei nicht lesen, das Team kann sie aber öffnen.",
    "handoff_file": (
        "Ich gebe das an eine Kollegin oder einen Kollegen weiter; die Antwort kommt hier. Ein "
        "paar Worte dazu, worum es geht, helfen dabei."
    ),
    "file_too_large": (
        "Ihre Datei „{name}“ ist zu groß und konnte hier nicht aufbewahrt werden. Bitte schicken "
        "Sie eine kleinere."
    ),
    "file_refused": (
        "Dateien wie „{name}“ nehmen wir hier nicht an; sie wurde nicht aufbewahrt. Bitte "
        "schreiben Sie es, oder schicken Sie eine andere Art von Datei."
    ),
    "file_too_many": (
        "Das sind mehr Dateien, als an einem Tag aufbewahrt werden können; „{name}“ fehlt daher. "
        "Bitte schreiben Sie, oder schicken Sie sie morgen."
    ),
    "file_unavailable": (
        "Ihre Datei „{name}“ ist nicht bei uns angekommen. Bitte schicken Sie sie noch einmal."
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
}
