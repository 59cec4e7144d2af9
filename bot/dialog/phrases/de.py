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
    "help": (
        "Ich bin der automatische Assistent von {company}. Schreiben Sie einfach in eigenen "
        "Worten, worum es geht; was ich nicht sicher weiß, geht an einen Menschen.\n\n"
        "/human – mit einem Menschen sprechen\n/language – Sprache wählen\n"
        "/help – diese Übersicht"
    ),
    "unknown_command": "Den Befehl {command} kenne ich nicht.",
    "command_help": "Was ich kann",
    "command_human": "Mit einem Menschen sprechen",
    "command_language": "Sprache wählen",
    "language_name": "Deutsch",
    "language_ask": "In welcher Sprache soll ich schreiben?",
    "language_set": "In Ordnung, ab jetzt schreibe ich auf Deutsch.",
    "language_unknown": "Diese Sprache spreche ich leider nicht. Diese schon:",
    "slow_down": (
        "Sie schreiben schneller, als ich folgen kann. Es geht nichts verloren: Ich sammle Ihre "
        "Nachrichten und beantworte sie zusammen. Bitte geben Sie mir einen Moment."
    ),
}
