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
    "silenced": (
        "The automated assistant is switched off at the moment. Your message is with "
        "the team, and a person will answer you right here."
    ),
    "silenced_greeting": (
        "Welcome. The automated assistant of {company} is switched off at the moment. "
        "Write what it is about, and a person will answer you right here."
    ),
    "mail_answer_subject": "{company}: an answer from {name}",
    "mail_answer": "{name} ({company}) has answered you in the chat:",
    "mail_answer_link": (
        "Read on and write back here. The link opens this conversation only, for {days} days; "
        "please keep it to yourself:"
    ),
    "mail_answer_why": (
        "You get this mail because you had left the chat before the answer came. To write "
        "back, please use the link: a reply to this mail does not reach the conversation."
    ),
    "link_invalid": (
        "This link is not valid. Please open it just as it stands in the mail, or begin a new "
        "conversation."
    ),
    "link_expired": (
        "This link has expired. Please begin a new conversation; the team still has the "
        "earlier one."
    ),
    "mail_notice": "Something at the desk needs you",
    "notice_waiting_outside_hours": "A customer is waiting outside opening hours",
    "notice_nobody_looked": "A customer is waiting, and nobody has looked yet",
    "notice_unattended_urgent": "Something urgent is waiting",
    "notice_no_agent": "A customer was told that it takes longer",
    "notice_agent_idle": "A conversation went back into the queue unanswered",
    "notice_promise_at_risk": "A promised time is about to pass",
    "notice_promise_broken": "A promised time has passed",
    "mail_notice_more": "And {count} more.",
    "mail_notice_why": (
        "You get this mail because your address stands under notify.emails in the settings of "
        "Frontdesk."
    ),
}
