"""What the bot itself says, in English."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Hi, I'm the automated assistant of {company}. I answer what I'm sure of and "
        "fetch a person for the rest. How can I help?"
    ),
    "disclosure": "I'm the automated assistant of {company}.",
    "notice": "Automated assistant",
    "as_written": (
        "Some of our texts are not written in your language; I show you those as they are."
    ),
    "hello": "Hello! What can I help you with?",
    "thanks": "You're welcome. Is there anything else?",
    "agreed": "All right. What can I help you with?",
    "declined": "All right. If anything comes up, just write to me.",
    "goodbye": "Goodbye, and thanks for writing.",
    "cancelled": "All right, I've left that. What else can I help you with?",
    "clarify": "I want to be sure that I get this right. Do you mean one of these?",
    "rephrase": (
        "I'm not sure that I understood. Could you say it in other words, or shall I "
        "fetch a person?"
    ),
    "other_words": "I see. Please say it in other words, or shall I fetch a person?",
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
    "handoff_language": (
        "I cannot answer reliably in the language that you write in, so I'm passing this on to a "
        "colleague, who will answer you right here."
    ),
    "handoff_urgent": (
        "This needs a person straight away. I've put you at the front of the queue; a "
        "colleague will answer you right here."
    ),
    "handoff_refused": (
        "I'm sorry that this was not what you asked. I'm passing it on to a colleague, who "
        "will answer you right here."
    ),
    "above": (
        "The nearest that I have is the answer above, “{title}”. If it leaves your question "
        "open, I'll gladly fetch a person."
    ),
    "above_unsure": (
        "I'm not sure about “{new}” in particular. The nearest that I have is the answer above, "
        "“{title}”. If it leaves your question open, I'll gladly fetch a person."
    ),
    "above_quoted": (
        "The nearest that I have is what I quoted above. If it leaves your question open, I'll "
        "gladly fetch a person."
    ),
    "above_quoted_unsure": (
        "I'm not sure about “{new}” in particular: I have no more than what I quoted above. If it "
        "leaves your question open, I'll gladly fetch a person."
    ),
    "one_at_a_time": "You also asked about {titles}. Please ask me again once this is settled.",
    "list_separator": ", ",
    "of_request": "{request}: {said}",
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
    "waiting_identity": (
        "I'm an automated assistant, not a person. A person "
        "has been asked for, and will answer you right here."
    ),
    "waiting_thanks": (
        "You're welcome. A person will still look at this and answer you right here."
    ),
    "waiting_declined": "All right. Your messages stay with the team, in case anything is left.",
    "still_waiting": "Thanks, I've added that for the team. A person will answer you right here.",
    "lookup_failed": (
        "I can't look that up at the moment, so I'm passing this on to a colleague, who will "
        "answer you right here. They can see what you wrote."
    ),
    "lookup_none": (
        "I couldn't find anything that matches these details. Could you check them and "
        "send them again?"
    ),
    "ask_again": "To look that up I still need this:",
    "sources": "From our help pages:",
    "attachment": "I can't look into files myself, but the team can open them.",
    "attachment_other": "I can't do anything with that myself, but the team can see it.",
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
    "near_article": (
        "I'm not sure of the answer. It may be on this page, or shall I fetch a person?"
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
    "silenced": (
        "The automated assistant is switched off at the moment. Your message is with "
        "the team, and a person will answer you right here."
    ),
    "silenced_greeting": (
        "Welcome. The automated assistant of {company} is switched off at the moment. "
        "Write what it is about, and a person will answer you right here."
    ),
    "rate": (
        "How was this conversation? 1 is poor, 5 is excellent. If anything is left, just write."
    ),
    "rated": "Thank you for your rating.",
    "yes": "Yes",
    "no": "No",
    "detail_several": "I see more than one there. Which one is it?",
    "detail_too_short": "That is too short; I need at least {limit} characters.",
    "detail_too_long": "That is too long; I can take {limit} characters at most.",
    "detail_integer": "I need a whole number there.",
    "detail_currency": (
        "I can't tell which currency that is, or it isn't one that I can take. I need "
        "an amount such as 12.50 {limit}."
    ),
    "detail_too_small": "It must be at least {limit}.",
    "detail_too_large": "It can be {limit} at most.",
    "detail_no_such_day": "There is no such day.",
    "detail_too_early": "It can't be earlier than {limit}.",
    "detail_too_late": "It can't be later than {limit}.",
    "detail_two_days": (
        "That could be {first} or {second}. Please write it in one of these two ways."
    ),
    "detail_email": "That doesn't look like a complete e-mail address.",
    "detail_phone": (
        "I can't read a phone number there. Please write it with its country code, such as +44."
    ),
    "form_again": "I couldn't find that in your message.",
    "form_example": "For example: {examples}",
    "form_options": "Possible answers: {options}",
    "form_skip": "Skip",
    "form_check": "Please have a look whether this is right:",
    "form_check_ask": "Is everything right?",
    "form_yes": "Yes, all correct",
    "form_no": "No, change something",
    "form_which": "Which of these is wrong?",
    "form_or_these": "Or write its name: {names}",
    "form_back": "Back to “{title}”:",
    "form_cancelled": (
        "All right, I've left that: “{title}” is dropped. What else can I help you with?"
    ),
    "form_left": "I've put “{title}” aside. Just tell me when you want to take it up again.",
    "form_unsure": "I have no sure answer to that; a colleague can help you with it.",
    "form_hello": "Hello!",
    "form_thanks": "You're welcome.",
    "form_wait": "Take your time.",
    "form_sent": (
        "Thank you, that is all I need. I've passed “{title}” on to a colleague, who "
        "will answer you right here."
    ),
    "insult": (
        "I'm sorry that this has been such a bother. I'd like to help: tell me what it is "
        "about, or say the word and I'll fetch a colleague."
    ),
    "compliment": ("Thank you, that's kind. Is there anything else I can help with?"),
    "take_your_time": "Of course, take your time. Just write when you're ready.",
    "wait": (
        "You are number {position} in the queue; the answer usually comes within about {minutes} "
        "minutes."
    ),
    "wait_unknown": "You are number {position} in the queue.",
    "farewell_closed": "You're welcome. If anything is left, just write.",
    "wait_long": (
        "You are number {position} in the queue. It is busy, and the answer may take more than an "
        "hour; you don't have to stay here for it."
    ),
    "no_agent": (
        "I'm sorry, nobody has been free to answer yet. You keep your place, and I've told the "
        "team again that you are waiting. You don't have to stay: the answer will stand here."
    ),
    "agent_idle": (
        "I'm sorry, {name} hasn't been able to answer yet. You are back in the queue, before those "
        "who came later, and the team has been told. A person will answer you right here."
    ),
    "passed_on": (
        "{name} is passing this on to the colleagues whose matter it is. A person will answer you "
        "right here; there is no need to repeat anything."
    ),
    "lapsed": (
        "It has been quiet here for a while, so this conversation is closed now. Write any time, "
        "and it opens again."
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
    "help_pages": "Help",
    "help_search": "Search",
    "help_nothing": "Nothing found.",
}
