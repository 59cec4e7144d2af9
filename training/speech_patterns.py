"""Phrase patterns by which a turn shows what it does, in English, German and Chinese.

They know nothing of topics; ``training.speech_acts`` says what follows from them.
"""

from __future__ import annotations

import re


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


MENTION = re.compile(r"(?<!\w)(?:@\w+|__\w+?__)(?=\W|$)|(?<!\w)__\w+?__")
_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff"
WORD = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[\w'’])+")
SENTENCE = re.compile(r".+?(?:[.!?…](?=\s|$)|[。！？]|\n+|$)", re.DOTALL)
PLACEHOLDER = re.compile(r"\[[a-z_]+\]")

ELSEWHERE = _any_of(
    r"\bd\.?m\b|\bdms?\b|\b(?:direct|private|personal) (?:message|msg)\b|\bpm (?:us|me)\b",
    r"\b(?:send|drop|shoot|write|message)\b.{0,25}\b(?:privately|in private|private chat)\b",
    r"\bfollow (?:us|me|back)\b|\b(?:per|eine) (?:DM|PN|Direktnachricht|Privatnachricht)\b|私信",
)
STALL = _any_of(
    r"\b(?:let me|i'?ll|i will|we'?ll|we will|let us|allow (?:me|us)|i can|we can)\b.{0,40}?"
    r"\b(?:check|look into|take a (?:\w+ )?look|have a look|find out|investigate|be right back"
    r"|see what|get back|review|ask (?:my|our|the)|look (?:this|that|it) up)\b",
    r"\b(?:one|just a|a) (?:moment|sec|second|minute)\b|\bbear with\b|\bhang (?:on|tight)\b",
    r"\bhold on\b|\b(?:allow|give) (?:me|us) (?:a|some|one) "
    r"(?:few |couple )?(?:moments?|minutes?|mins?|sec(?:ond)?s?|bit|time)\b"
    r"|\bchecking (?:now|on|this|that)\b",
    r"\b(?:i am|i'm|we are|we're) (?:currently )?(?:checking|looking into|investigating)\b",
    r"\bstand by\b|\bstay tuned\b|\bworking on (?:it|this|that)\b",
    r"\b(?:einen|kleinen) (?:moment|augenblick)\b|\b(?:ich|wir) (?:schaue?n?|prüfen?|kläre?n?) "
    r"|\bmelden? (?:mich|uns)\b|稍等|请稍候|正在查|帮您查|我查一下",
)
ASK = _any_of(
    r"\?\s*$|？\s*$",
    r"^(?:\W|please|kindly|so|and|then|if you)*(?:can|could|would|will|may|might) (?:you|i|we) "
    r"(?:please )?(?:have|get|tell|provide|confirm|share|send|let|give|elaborate|clarify)\b",
    r"\bplease\b.{0,30}\b(?:share|provide|send|confirm|tell|advise|give|reply with|let (?:me|us) "
    r"know)\b.{0,30}\b(?:your|the|what|which|if|more|us|me|details?)\b",
    r"\blet (?:me|us) know (?:your|the|what|which|more|where|how)\b",
    r"\b(?:nennen|schicken|senden|teilen) sie (?:mir|uns)\b|请(?:提供|告诉|发)",
)
SUGGESTS = _any_of(
    r"\b(?:have|did) you (?:tried|try|already tried|checked|check)\b|\bwhy not\b|\bhow about\b",
    r"\bhaben sie (?:schon|bereits)\b",
)
COURTESY = _any_of(
    r"\b(?:sorry|apologi[sz]e|apologies|regret|sad|dismayed|concerned)\b.{0,12}"
    r"\b(?:to (?:hear|see|learn|read|know|disappoint)|for|about|that|you|we|if|your|the|any)\b",
    r"^\W*(?:we'?re|we are|i'?m|i am|so|very|truly|really|oh no|our|my|sincere(?:st)?|\W)*"
    r"(?:sorry|apologies|apologize|oh no|yikes|ouch|uh oh|bummer)\W*(?:\w+\W*)?$",
    r"\bthank(?:s| you| u)\b|\bcheers\b|\bappreciate\b|\bgrateful\b|\bkudos\b",
    r"\b(?:you'?re|you are|most|very) (?:very |most |so |quite )?welcome\b|\bmy pleasure\b"
    r"|\bno (?:problem|worries)\b|\banytime\b|\byou bet\b|\bglad\b|\bpleased\b|\bdelighted\b"
    r"|\bthrilled\b|\b(?:happy|great|good|nice|lovely|wonderful) to (?:hear|see|know|read)\b",
    r"\bhave (?:a|an) (?:\w+ ){0,2}(?:day|night|evening|one|weekend|flight|trip|time|journey|"
    r"morning|afternoon|week|holiday)\b|\benjoy (?:the|your)\b|\bsafe travels\b|\bhappy \w+ing?\b",
    r"\b(?:we|i|really|do)? ?hope\b|\blook(?:ing)? forward\b|\bcan'?t wait\b|\bsee you\b",
    r"\banything else\b|\bhere (?:for you|to help|if you)\b|\bfeel free to\b"
    r"|\bhow (?:can|may|could) (?:i|we) (?:help|assist|be of)\b|\b(?:i|we) (?:can|could|may) help\b"
    r"|\blet (?:me|us) know if\b|\b(?:pass|share|forward|relay|feed)(?:ed|ing)?\b.{0,30}"
    r"\b(?:feedback|comments?|kudos|compliments?|kind words|concerns?|back|along|team)\b"
    r"|\bunderstand (?:your|how|the|this|that|why)\b|\bfrustrat(?:ion|ing|ed)\b|\bpatien(?:t|ce)\b"
    r"|\bhear (?:this|that|you)\b|\bwe (?:never|always|certainly)\b.{0,20}\b(?:want|strive|aim)",
    r"^\W*(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day)|hallo|guten \w+)\b"
    r"(?:\W+\w+){0,3}\W*$|^\W*(?:best|kind|warm) (?:regards|wishes)\b|^\W*(?:regards|cheers)\b",
    r"\b(?:danke|vielen dank|gern geschehen|gerne|tut (?:mir|uns) leid|entschuldig\w*|bedauern|"
    r"freundliche\w* grüße\w*|schönen (?:tag|abend)|guten (?:tag|morgen|abend))\b",
    r"抱歉|对不起|谢谢|感谢|不客气|祝您|很高兴|您好|你好|随时(?:联系|咨询|告诉)",
)
OWNS_UP = _any_of(
    r"\b(?:wait(?:ing|ed)?|delays?|delayed|late|slow|trouble|inconvenien\w+|hassle|mix-?up|"
    r"patien(?:ce|t))\b",
    r"\b(?:geduld|warten|gewartet|wartezeit\w*|verzögerung\w*|verspät\w*|umstände|mühe|"
    r"unannehmlichkeit\w*)\b",
    r"久等|等待|等候|耐心|不便|麻烦|延误|耽误",
)
"""A courtesy for waiting or trouble, behind which what became of the matter may be told."""
OF_THEMSELVES_OR_FEELINGS = _any_of(
    r"\b(?:i|me|my|mine|we|us)\b|\b(?:colleague|agent|advis[eo]r|representative|specialist|"
    r"somebody|someone)s?\b",
    r"\b(?:must have been|should(?:n't| not| never)? have|annoy\w*|upset\w*|unpleasant|"
    r"disappoint\w*|stress\w*|feel\w*|pleasure)\b",
    r"\b(?:ich|mir|mich|mein\w*|wir|uns|kolleg\w+|mitarbeiter\w*|jemand)\b|"
    r"\b(?:ärger\w*|unangenehm\w*|verständlich\w*|enttäusch\w*|schade|freude)\b",
    r"我|咱|同事|客服|专员|工作人员|心情|理解|遗憾",
)
INSTRUCTS = _any_of(
    r"https?://|www\.|\b\d{3}[- ]\d{3}|[€$£]\s?\d|\d\s?[€$£%]",
    r"\b(?:you(?:'ll| will| can|'d)? (?:need|have|want) to|please (?:see|speak|contact|visit|"
    r"call|check|file|"
    r"continue|use|try|note|choose|open|log|go)|we recommend|you (?:can|may|should|must))\b",
    r"\b(?:bitte (?:wenden|nutzen|prüfen|öffnen)|sie (?:können|müssen))\b|请(?:联系|使用|前往|"
    r"登录)|您可以",
)
COURTESY_OF_A_COMPANY = _any_of(
    r"\b(?:our|my|sincer\w+|deep\w*|heartfelt) (?:\w+ ){0,2}apolog(?:y|ies)\b",
    r"\b(?:never|not) (?:our|the) (?:intention|record|experience|service|standard|kind)\b",
    r"\b(?:important|priority|value[ds]?|means?|matters?)\b.{0,20}\b(?:to us|(?:our|"
    r"the) (?:top |utmost "
    r"|first )?(?:priority|importance))\b|\b(?:top|utmost) (?:priority|importance)\b",
    r"\b(?:we|i|our (?:\w+ )?(?:teams?|crews?|people|staff|colleagues))(?:'ve|'re|'ll| are|"
    r" will| have| do| "
    r"can| all| really| truly| always)* (?:love[ds]?|value|treasure|strive|aim|hate[ds]?|pride|"
    r"care|miss(?:ed)?|forgive|enjoy(?:ed)?)\b",
    r"\b(?:we|i)(?:'ve| do| really| all| certainly)* know (?:how|that|it|this|your|\w+ing|"
    r"(?:delays?|plans?|waits?) )",
    r"\b(?:work\w*|try\w*) (?:hard|diligently|quickly|as (?:hard|fast|quickly))\b|\b(?:do|"
    r"doing|did)\b "
    r"(?:(?:our|the|my) (?:very )?best|(?:all|everything) (?:possible|(?:that )?(?:we|i) can))",
    r"\b(?:make|making|get|set) (?:it|this|that|things) right\b|\bon it and\b|\bteam is on it\b",
    r"\b(?:get|have|see|welcom\w+|serv\w+|host\w*|tak\w+)\b.{0,40}\b(?:on your way|soon|"
    r"shortly|again|next "
    r"time|aboard|on ?board|with us|care of you)\b",
    r"\b(?:break|fell|falling|fall|let you) (?:that streak|short|down)\b|\byour (?:loyalty|business"
    r"|patronage|flexibility|understanding|feedback|message|comments?)\b",
    r"\b(?:make sure|sure|happy|want|love|certainly|going)? ?(?:to |we'll |i'll |we will |"
    r"i will )?(?:pass|"
    r"send|shar|forward|relay|feed|report|let)(?:e|ed|ing)?\b.{0,40}\b(?:kind words|kudos|"
    r"praises?|love"
    r"|leaders?(?:hip)?|management|managers?|crew|team(?: know)?|direct|internally|back)\b",
    r"^\W*(?:that'?s|what|sounds|you|such|it'?s)? ?(?:a |an |like a |so )?#?(?:\w*awesome|"
    r"great|amazing|"
    r"fantastic|wonderful|lovely|excellent|beautiful)\b[^.?]{0,40}!*\W*$",
    r"\bhope(?:fully)?\b|\byour backs?\b|\bglad\b|\bthings? (?:worked|work) out\b",
    r"\bbest \w+ in the\b|\bvery (?:important|sorry)\b|\bnot (?:ideal|gone as planned)\b"
    r"|\bhaven'?t gone (?:as planned|well)\b|\bsmooth sailing\b",
    r"\b(?:if|can|could|should) (?:we|i|you|there)\b.{0,20}\b(?:any|some|be of) (?:assistance|"
    r"help)\b|"
    r"\bhere to help\b|\breach out\b.{0,20}\b(?:to us|directly)\b",
)
GREETING_TURN = _any_of(
    r"^\W*(?:hi+|hello|hey+|hiya|yo|good (?:morning|afternoon|evening|day)|greetings|hallo|moin|"
    r"servus|guten (?:tag|morgen|abend)|您好|你好|在吗|有人吗|anyone (?:there|here)|is (?:anyone|"
    r"anybody|someone) (?:there|here|available))(?:\W+(?:there|all|team|guys|folks|again|everyone|"
    r"anyone|is|how are you|please|everybody|zusammen|\[name\]))*\W*$",
    r"^\W*(?:i (?:need|want|have) (?:some |a )?(?:help|question|quick question|assistance)|"
    r"can (?:you|someone|anyone) help(?: me)?(?: out)?|help(?: me)?|quick question|question)"
    r"(?: please| pls)?\W*$",
)
THANKS_TURN = _any_of(
    r"\b(?:thanks|thank (?:you|u|s)|thx|thnx|tysm|ty|tnx|cheers|appreciated?|much obliged|awesome|"
    r"perfect|brilliant|wonderful|that (?:helps|worked)|you(?:'re| are) (?:the best|a star)|danke|"
    r"dankeschön|super|klasse|prima)\b|谢谢|多谢|感谢",
)
PRAISE = _any_of(
    r"\b(?:thanks?|thank you|thx|kudos|shout ?-?out|props|bravo|congrat\w*|hats off|"
    r"rockstars?|rocks?"
    r"|grateful|great (?:job|work|service|flight|crew|staff|team|experience)|well done|good job"
    r"|(?:so|very|really|super) (?:good|great|nice|kind|helpful|friendly|impressed|happy)|"
    r"love (?:you|u)\b"
    r"|(?:the|is|are|was|were) (?:\w+ )?(?:best|greatest|amazing|awesome|fantastic|wonderful|"
    r"excellent)"
    r"|best (?:service|crew|airline|staff|company|team)|pleasantly surprised|thoroughly impressed)",
    r"(?:vielen|herzlichen|tausend) dank|großes lob|super service|hat mich gefreut|表扬|点赞|"
    r"服务很好",
)
COMPLAINT = _any_of(
    r"[?？]",
    r"\b(?:not|no|never|nothing|nobody|none|can'?t|cannot|won'?t|didn'?t|doesn'?t|isn'?t|"
    r"wasn'?t|haven'?t|"
    r"without|but|however|unfortunately|still|waiting|delay\w*|cancel\w*|late|lost|miss(?:ed|"
    r"ing)|broke\w*"
    r"|stuck|worst|bad|terrible|horrible|awful|rude|poor\w*|fail\w*|shame\w*|nice job|no thanks"
    r"|disappoint\w*|problem\w*|issue\w*|refus\w*|charged?|refund\w*|help me|need|please|how|"
    r"why|when)\b",
    r"\b(?:nicht|kein\w*|leider|aber|verspät\w*|problem\w*)\b|不|没|退|怎么|投诉|问题",
)
ACKNOWLEDGEMENT = _any_of(
    r"^\W*(?:ok(?:ay)?|k|yes|yep|yeah|yup|no|nope|sure|right|fine|great|good|cool|got it|alright|"
    r"understood|correct|done|sent|will do|ja|nein|gut|alles klar|好的?|是的?|嗯|可以|明白|不是|"
    r"just (?:did|sent|dm'?e?d)(?: you| it| that)?|dm sent|sent (?:you )?(?:a )?dm|i did|"
    r"please|pls|bye|goodbye|tschüss)(?:\W+(?:ok|okay|please|thanks|sir|then|will do|it is|bye|"
    r"that'?s (?:it|all|right|fine)|i (?:do|did|am|have|see|understand)|great|good|now))*\W*$",
)
REQUEST = _any_of(
    r"[?？]",
    r"^\W*(?:please |so |and |but |hi |hey |hello |also )*(?:how|what|when|where|why|who|which|"
    r"whose|can|could|would|will|do|does|did|is|are|am|was|were|may|should|has|have|any)\b",
    r"\b(?:i|we) (?:need|want|would like|'?d like|wish|can'?t|cannot|am unable|have to|must|lost|"
    r"forgot|left|haven'?t|didn'?t|don'?t|never)\b|\b(?:please|pls) \w+|\bhelp\b|\bwondering\b"
    r"|\btrying to\b|\b(?:doesn'?t|does not|isn'?t|won'?t|not) work(?:ing|s)?\b",
    r"\b(?:ich|wir) (?:möchte|brauche|hätte|will|kann|finde|habe)\b|\b(?:wie|wann|wo|warum|was|"
    r"welche\w*|können sie|kann ich)\b|怎么|如何|什么|为什么|能不能|可以吗|想|多少|哪|请问|吗",
)
YES_NO = _any_of(r"^\W*(?:yes|no|ja|nein|yep|nope|unfortunately|leider|sure|absolutely)\b")
