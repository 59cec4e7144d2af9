"""What the bot itself says, in English."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Hi, I'm the automated assistant of {company}. I answer what I'm sure of and "
        "fetch a person for the rest. How can I help?"
    ),
    "disclosure": "I'm the automated assistant of {company}.",
    "notice": "Automated assistant",
    "hello": "Hello! What can I help you with?",
    "thanks": "You're welcome. Is there anything else?",
    "goodbye": "Goodbye, and thanks for writing.",
    "cancelled": "All right, I've left that. What else can I help you with?",
    "clarify": "I want to be sure that I get this right. Do you mean one of these?",
    "rephrase": (
        "I'm not sure that I understood. Could you say it in other words, or shall I "
        "fetch a person?"
    ),
    "none_of_these": "Something else",
    "person": "Talk to a person",
    "handoff": (
        "I'm passing this on to a colleague, who will answer you right here. They can "
        "see what you wrote, so there is no need to repeat it."
    ),
    "handoff_unsure": (
        "I don't have a sure answer to that, so I'm passing it on to a colleague, who "
        "will answer you right here."
    ),
    "handoff_urgent": (
        "This needs a person straight away. I've put you at the front of the queue; a "
        "colleague will answer you right here."
    ),
    "handoff_failed": (
        "Something went wrong on my side, so I'm passing this on to a colleague, who "
        "will answer you right here. Your message is safe."
    ),
    "closed": (
        "Nobody is here at the moment. I've kept your message for the team, and "
        "somebody will answer you right here once we're back on {opening}."
    ),
    "closed_unknown": (
        "Nobody is here at the moment. I've kept your message for the team, and "
        "somebody will answer you right here as soon as they are back."
    ),
    "still_waiting": "Thanks, I've added that for the team. A person will answer you right here.",
    "lookup_none": (
        "I couldn't find an order that matches both details. Could you check them and "
        "send them again?"
    ),
    "ask_again": "To look that up I still need this:",
    "sources": "From our help pages:",
    "attachment": (
        "I can't open files, and the team can't see them here yet, only that you sent one."
    ),
    "commands": "Just write what it is about. With /human you reach a person.",
    "taken_over": (
        "{name} has joined the conversation and answers from here. You are now talking to a person."
    ),
    "back_to_bot": "You are talking to the automated assistant again.",
    "given_back": (
        "{name} has left the conversation. You are talking to the automated assistant again."
    ),
    "identity": (
        "I'm an automated assistant, not a person. I answer what I'm "
        "sure of; say the word and I'll fetch a colleague."
    ),
    "clarify_one": "I want to be sure that I get this right. Do you mean this?",
    "help": (
        "I'm the automated assistant of {company}. Just write in your own words what it is about; "
        "what I'm not sure of goes to a person.\n\n"
        "/human – talk to a person\n/language – choose the language\n/help – this overview"
    ),
    "unknown_command": "I don't know the command {command}.",
    "command_help": "What I can do",
    "command_human": "Talk to a person",
    "command_language": "Choose the language",
    "language_name": "English",
    "language_ask": "Which language shall I write in?",
    "language_set": "All right, I'll write in English from now on.",
    "language_unknown": "I'm sorry, I don't speak that language. These I do:",
    "slow_down": (
        "You are writing faster than I can follow. Nothing gets lost: I'm collecting your "
        "messages and will answer them together. Please give me a moment."
    ),
}
