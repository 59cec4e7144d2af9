"""What is found in a home, in English: what a terminal says."""

from typing import Final

AREAS: Final = {
    "settings": "settings",
    "names": "names",
    "model": "model",
    "language": "language",
    "index": "index",
    "templates": "templates",
    "reranking": "reranking",
    "site": "site",
    "bot": "bot",
    "mail": "mail",
    "telegram": "telegram",
    "rewriting": "rewriting",
}

FINDINGS: Final = {
    "settings_usable": "can be used",
    "unusable": "{told}",
    "doubt": "{doubt}",
    "names_known": "everything that the settings name is known",
    "model_none": "there is none; `frontdesk train` makes one",
    "model_serves": "{model} serves {intents} intents",
    "model_searches": "{model} serves search alone; `frontdesk train` teaches it intents",
    "model_damaged": "{told} `frontdesk models rollback` puts the one before into service",
    "model_closed": "{model} could not be opened a moment ago; run this again",
    "language_read": "{examples} examples; the encoder's vocabulary holds {share} of them",
    "language_half_read": (
        "{examples} examples; the encoder knows its words in pieces alone: articles are found by "
        "letters, templates and intents less surely; a multilingual base model "
        "(`frontdesk train --base-model FOLDER`) would read it"
    ),
    "language_ngrams": (
        "{examples} examples; intents by character n-grams, templates and search by characters; "
        "a multilingual base model (`frontdesk train --base-model FOLDER`) would read it"
    ),
    "language_unread": (
        "{examples} examples; the encoder cannot read them: only near repetitions are recognised; "
        "train anew with at least twenty examples of two intents, or a multilingual base model "
        "(`frontdesk train --base-model FOLDER`) would read it"
    ),
    "index_serves": "serves",
    "index_none": "there is none; `frontdesk index` makes one of your articles",
    "templates_serve": "{count} in service",
    "templates_none": "none is in service; review the drafts at the desk",
    "reranking_off": "off, `reranking` names no folder",
    "reranking_on": "{folder} reranks passages within {budget} ms",
    "reranking_damaged": "{told} Passages keep their order until then",
    "reranking_waits": "can be used once something serves",
    "site_new": "not crawled yet; `frontdesk serve` does it by itself",
    "site_failed": "crawled {at}: {told}",
    "site_crawled": "crawled {at} UTC",
    "bot_speaks": "may speak",
    "bot_silenced": "silenced by {by}; `frontdesk silence off` lets it speak",
    "mail_usable": "can be used",
    "mail_off": "off, FRONTDESK_SMTP_URL is not set",
    "telegram_off": "off, FRONTDESK_TELEGRAM_TOKEN is not set",
    "telegram_webhook": "can be used; Telegram brings updates",
    "telegram_polling": "can be used; Telegram is asked for updates",
    "rewriting_off": "off, FRONTDESK_GENERATOR_URL is not set",
    "rewriting_used": (
        "{requests} requests this month, {refused} turned down, {failed} failed; they cost {cost}"
    ),
    "rewriting_spent": (
        "{requests} requests this month, {refused} turned down, {failed} failed; "
        "they cost {cost}; the limit of {limit} is spent"
    ),
}

DOUBTS: Final = {
    "intent": "{place}: there is no intent {name}",
    "intent_near": "{place}: there is no intent {name}; did you mean {near}?",
    "template": "{place}: there is no template {name}",
    "template_near": "{place}: there is no template {name}; did you mean {near}?",
    "resting": "{place}: the template {name} is not in service; put it there",
    "queue": "queues: {user} takes the queue {name}, which is not there",
    "queue_near": "queues: {user} takes the queue {name}, which is not there; did you mean {near}?",
}
