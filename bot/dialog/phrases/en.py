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
    "attachment": "I can't look into files myself, but the team can open them.",
    "attachment_image": "I can't look at the picture myself, but the team can see it.",
    "attachment_audio": "I can't listen to the recording myself, but the team can.",
    "attachment_video": "I can't watch the video myself, but the team can.",
    "attachment_document": "I can't read the file myself, but the team can open it.",
    "handoff_file": (
        "I'm passing it on to a colleague, who will look at it and answer you right here. A "
        "few words on what it is about help them."
    ),
    "file_too_large": "Your file “{name}” is too large to be kept here. Please send a smaller one.",
    "file_refused": (
        "Files like “{name}” are not taken here, so it was not kept. Please say it in words, or "
        "send another kind of file."
    ),
    "file_too_many": (
        "That is more files than can be kept in one day, so “{name}” was not kept. Please write "
        "instead, or send it tomorrow."
    ),
    "file_unavailable": "Your file “{name}” did not reach us. Please send it once more.",
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
    "silenced": (
        "The automated assistant is switched off at the moment. Your message is with "
        "the team, and a person will answer you right here."
    ),
    "silenced_greeting": (
        "Welcome. The automated assistant of {company} is switched off at the moment. "
        "Write what it is about, and a person will answer you right here."
    ),
}
