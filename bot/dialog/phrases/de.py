"""What the bot itself says, in German."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Hallo, ich bin der automatische Assistent von {company}. Was ich sicher weiß, "
        "beantworte ich; für alles andere hole ich einen Menschen. Wie kann ich helfen?"
    ),
    "disclosure": "Ich bin der automatische Assistent von {company}.",
    "notice": "Automatischer Assistent",
    "as_written": (
        "Manche unserer Texte gibt es nicht in Ihrer Sprache; ich zeige sie Ihnen so, wie sie sind."
    ),
    "hello": "Hallo! Wobei kann ich helfen?",
    "thanks": "Gern geschehen. Kann ich sonst noch etwas tun?",
    "agreed": "In Ordnung. Wobei kann ich helfen?",
    "declined": "In Ordnung. Wenn noch etwas ist, schreiben Sie mir einfach.",
    "goodbye": "Auf Wiedersehen und danke für die Nachricht.",
    "cancelled": "In Ordnung, das lasse ich. Wobei kann ich sonst helfen?",
    "clarify": "Damit ich nichts Falsches sage: Meinen Sie eines davon?",
    "rephrase": (
        "Ich bin nicht sicher, ob ich das verstanden habe. Können Sie es anders sagen, "
        "oder soll ich einen Menschen holen?"
    ),
    "other_words": (
        "Verstehe. Sagen Sie es bitte mit anderen Worten, oder soll ich einen Menschen holen?"
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
    "handoff_language": (
        "In Ihrer Sprache kann ich nicht verlässlich antworten. Ich gebe es an eine Kollegin oder "
        "einen Kollegen weiter; die Antwort kommt hier."
    ),
    "handoff_urgent": (
        "Das braucht sofort einen Menschen. Sie stehen jetzt ganz vorn; die Antwort kommt hier."
    ),
    "handoff_refused": (
        "Schade, dass das nicht Ihre Frage beantwortet. Ich gebe sie an eine Kollegin oder einen "
        "Kollegen weiter; die Antwort kommt hier."
    ),
    "above": (
        "Am nächsten kommt dem die Antwort oben, „{title}“. Wenn Ihre Frage damit offen bleibt, "
        "hole ich gern einen Menschen."
    ),
    "above_unsure": (
        "Zu „{new}“ im Besonderen bin ich nicht sicher. Am nächsten kommt dem die Antwort oben, "
        "„{title}“. Wenn Ihre Frage damit offen bleibt, hole ich gern einen Menschen."
    ),
    "above_quoted": (
        "Am nächsten kommt dem, was ich oben zitiert habe. Wenn Ihre Frage damit offen bleibt, "
        "hole ich gern einen Menschen."
    ),
    "above_quoted_unsure": (
        "Zu „{new}“ im Besonderen bin ich nicht sicher: Mehr, als ich oben zitiert habe, habe ich "
        "nicht. Wenn Ihre Frage damit offen bleibt, hole ich gern einen Menschen."
    ),
    "one_at_a_time": (
        "Sie haben auch nach {titles} gefragt. Fragen Sie mich bitte noch einmal, sobald das hier "
        "erledigt ist."
    ),
    "list_separator": ", ",
    "of_request": "{request}: {said}",
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
    "waiting_identity": (
        "Ich bin ein automatischer Assistent, kein Mensch. "
        "Ein Mensch ist gerufen und antwortet Ihnen hier."
    ),
    "waiting_thanks": (
        "Gern geschehen. Ein Mensch sieht sich das noch an und antwortet Ihnen hier."
    ),
    "waiting_declined": (
        "In Ordnung. Ihre Nachrichten liegen dem Team vor, falls noch etwas offen ist."
    ),
    "still_waiting": "Danke, das liegt jetzt auch dem Team vor. Ein Mensch antwortet Ihnen hier.",
    "lookup_failed": (
        "Ich kann das gerade nicht nachsehen und gebe es deshalb an eine Kollegin oder einen "
        "Kollegen weiter; die Antwort kommt hier. Was Sie geschrieben haben, ist dort zu sehen."
    ),
    "lookup_none": (
        "Ich finde nichts, zu dem diese Angaben passen. Bitte prüfen Sie sie und "
        "schicken Sie sie noch einmal."
    ),
    "ask_again": "Zum Nachsehen brauche ich noch:",
    "sources": "Aus unseren Hilfeseiten:",
    "attachment": "Ich selbst kann Dateien nicht ansehen, das Team kann sie aber öffnen.",
    "attachment_other": "Damit kann ich selbst nichts anfangen, aber das Team sieht es.",
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
    "near_article": (
        "Bei der Antwort bin ich nicht sicher. Vielleicht steht sie hier, oder "
        "soll ich einen Menschen holen?"
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
    "silenced": (
        "Der automatische Assistent ist zurzeit abgeschaltet. Ihre Nachricht liegt beim "
        "Team, ein Mensch antwortet Ihnen hier."
    ),
    "silenced_greeting": (
        "Willkommen. Der automatische Assistent von {company} ist zurzeit abgeschaltet. "
        "Schreiben Sie, worum es geht; ein Mensch antwortet Ihnen hier."
    ),
    "rate": (
        "Wie war dieses Gespräch? 1 ist schlecht, 5 ist ausgezeichnet. "
        "Ist noch etwas offen, schreiben Sie einfach."
    ),
    "rated": "Danke für Ihre Bewertung.",
    "yes": "Ja",
    "no": "Nein",
    "detail_several": "Da sehe ich mehr als eine Angabe. Welche ist gemeint?",
    "detail_too_short": "Das ist zu kurz; ich brauche mindestens {limit} Zeichen.",
    "detail_too_long": "Das ist zu lang; ich kann höchstens {limit} Zeichen aufnehmen.",
    "detail_integer": "Dort brauche ich eine ganze Zahl.",
    "detail_currency": (
        "Welche Währung das ist, erkenne ich nicht, oder ich kann sie nicht annehmen. "
        "Ich brauche einen Betrag wie 12,50 {limit}."
    ),
    "detail_too_small": "Es muss mindestens {limit} sein.",
    "detail_too_large": "Es darf höchstens {limit} sein.",
    "detail_no_such_day": "Diesen Tag gibt es nicht.",
    "detail_too_early": "Es darf nicht vor dem {limit} liegen.",
    "detail_too_late": "Es darf nicht nach dem {limit} liegen.",
    "detail_two_days": (
        "Das kann {first} oder {second} heißen. Bitte schreiben Sie es auf eine dieser "
        "beiden Arten."
    ),
    "detail_email": "Das sieht nicht nach einer vollständigen E-Mail-Adresse aus.",
    "detail_phone": (
        "Eine Telefonnummer erkenne ich dort nicht. Bitte schreiben Sie sie mit "
        "Ländervorwahl, etwa +49."
    ),
    "form_again": "Das habe ich in Ihrer Nachricht nicht gefunden.",
    "form_example": "Zum Beispiel: {examples}",
    "form_options": "Mögliche Antworten: {options}",
    "form_skip": "Überspringen",
    "form_check": "Bitte schauen Sie, ob das stimmt:",
    "form_check_ask": "Ist alles richtig?",
    "form_yes": "Ja, alles richtig",
    "form_no": "Nein, etwas ändern",
    "form_which": "Was davon stimmt nicht?",
    "form_or_these": "Oder schreiben Sie den Namen: {names}",
    "form_back": "Zurück zu „{title}“:",
    "form_cancelled": (
        "In Ordnung, das lasse ich: „{title}“ ist verworfen. Wobei kann ich sonst helfen?"
    ),
    "form_left": (
        "„{title}“ lege ich beiseite. Sagen Sie einfach, wenn Sie damit weitermachen möchten."
    ),
    "form_unsure": "Darauf habe ich keine sichere Antwort; dabei kann jemand aus dem Team helfen.",
    "form_hello": "Hallo!",
    "form_thanks": "Gern geschehen.",
    "form_wait": "Nehmen Sie sich Zeit.",
    "form_sent": (
        "Vielen Dank, mehr brauche ich nicht. „{title}“ liegt jetzt bei einer Kollegin "
        "oder einem Kollegen; die Antwort kommt hier."
    ),
    "insult": (
        "Es tut mir leid, dass das so ärgerlich ist. Ich möchte helfen: Worum geht es? Oder "
        "soll ich eine Kollegin oder einen Kollegen holen?"
    ),
    "compliment": "Danke, das ist freundlich. Kann ich sonst noch etwas tun?",
    "take_your_time": ("Gern, lassen Sie sich Zeit. Schreiben Sie einfach, wenn Sie so weit sind."),
    "wait": (
        "Sie sind Nummer {position} in der Warteschlange; meist kommt die Antwort innerhalb von "
        "etwa {minutes} Minuten."
    ),
    "wait_unknown": "Sie stehen an Stelle {position} in der Warteschlange.",
    "farewell_closed": "Gern geschehen. Wenn noch etwas ist, schreiben Sie einfach.",
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
    "help_pages": "Hilfe",
    "help_search": "Suchen",
    "help_nothing": "Nichts gefunden.",
}
