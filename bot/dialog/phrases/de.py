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
    "wait": (
        "Sie sind Nummer {position} in der Warteschlange; meist kommt die Antwort innerhalb von "
        "etwa {minutes} Minuten."
    ),
    "wait_long": (
        "Sie sind Nummer {position} in der Warteschlange. Es ist viel los, die Antwort kann mehr "
        "als eine Stunde dauern; Sie müssen nicht hier darauf warten."
    ),
    "no_agent": (
        "Leider war noch niemand frei. Sie behalten Ihren Platz, und ich habe dem Team noch einmal "
        "gesagt, dass Sie warten. Sie müssen nicht hierbleiben: Die Antwort steht dann hier."
    ),
    "agent_idle": (
        "Leider konnte {name} noch nicht antworten. Sie sind wieder in der Warteschlange, vor "
        "allen, die später kamen, und das Team weiß Bescheid. Ein Mensch antwortet Ihnen hier."
    ),
    "passed_on": (
        "{name} gibt das an die zuständigen Kolleginnen und Kollegen weiter. Ein Mensch antwortet "
        "Ihnen hier; Sie müssen nichts wiederholen."
    ),
    "lapsed": (
        "Hier war es eine Weile still, darum ist dieses Gespräch jetzt geschlossen. Schreiben Sie "
        "jederzeit, dann wird es wieder geöffnet."
    ),
}
