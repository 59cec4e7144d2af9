"""How people ask what answers them, or for a person, in English."""

from nlu.phrasebooks.phrasebook import Phrasebook

BOOK = Phrasebook(
    machine=(
        "robot", "bot", "chatbot", "machine", "computer", "ai", "artificial intelligence",
        "automated (reply|assistant|system)", "auto-?reply", "chatgpt",
    ),
    person=(
        "human", "human being", "real person", "actual person", "live person", "somebody real",
        "someone real",
    ),
    staff=("real agent", "live agent"),
    wares=(
        r"sell\w*", r"buy\w*", "price", r"cost\w*", r"vacuum\w*", "kitchen", r"size\w*", "sized",
        r"wash\w*", "dishwasher", r"toy\w*", "stock", "friendly", "resources",
    ),
    identity=(
        "(are you|are u|r u) {what}",
        "(am i|is this me) ~ (talking|speaking|chatting|writing|dealing) ~ (to|with) {what}",
        "is (this|that|it|there) {what}", "(is|are) (anyone|anybody|someone|somebody) {what}",
        "{what} ~ (behind|reading|answering|replying|typing)", "who are you",
        "(who|what) am i (talking|speaking|chatting) (to|with)",
    ),
    human=("(speak|talk|chat) ~ (to|with) {who}",),
    please=("please",),
)  # fmt: skip
