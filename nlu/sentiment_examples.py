"""Support messages with how they sound, from -1 (furious) to 1 (delighted), and telling words.

Written for this project; no data set took part.
"""

from __future__ import annotations

from typing import Final

FURIOUS: Final = (
    "this is an absolute disgrace", "I am furious", "worst company ever", "I hate this", "you are thieves",
    "I've had enough of you", "completely unacceptable", "I will never order from you again", "you ruined my holiday",
    "what a terrible service, shame on you", "disgusting", "useless idiots", "go to hell", "fuck this",
    "three weeks and nobody answers me, this is outrageous", "horrible experience, avoid this shop",
    "you have lied to me again and again", "your app is garbage and ate all my data", "I'm sick of this",
    "how dare you treat customers like that", "total waste of time and money", "never again", "pathetic",
    "I have been on hold for two hours, unbelievable", "rude staff, awful food, late again",
    "you lost my luggage and nobody cares", "scam", "this is a joke, fix it now", "I am so angry",
    "太差了", "气死了", "垃圾", "再也不会买了", "骗子公司", "你们太过分了", "恶心", "投诉你们", "忍无可忍", "糟糕透了", "什么破玩意",
    "等了三个星期没人理，太离谱了", "客服态度极差", "质量差到极点", "浪费钱", "烂透了", "非常差", "非常不满意", "非常生气",
    "das ist eine unverschämtheit", "ich bin wütend", "nie wieder", "der schlechteste laden überhaupt",
    "das ist eine katastrophe", "ihr seid betrüger", "ich habe die schnauze voll", "absolut inakzeptabel",
    "drei wochen und niemand antwortet, eine frechheit", "so ein scheiß", "schrecklicher service",
    "ich bin stinksauer auf euch", "das ist das letzte", "unmöglich, wie man hier behandelt wird",
)  # fmt: skip

UNHAPPY: Final = (
    "I am disappointed", "not happy with this", "it broke after two days", "it still doesn't work",
    "my parcel is late again", "this is frustrating", "I expected better", "sadly it does not fit and looks cheap",
    "the quality is poor", "why is this so complicated", "nobody called me back", "that didn't help",
    "the crew was unfriendly", "I'm annoyed that it was cancelled", "the food was cold and bland",
    "the new version is worse", "it keeps crashing", "very slow delivery", "this is the second time it fails",
    "I missed my connection because of the delay", "still waiting for a reply", "the screen arrived cracked",
    "I was charged twice and it is annoying", "bad experience", "it's a shame you removed that feature",
    "有点失望", "不太满意", "又坏了", "太慢了", "还没解决", "质量一般，不值这个价", "等了好久", "客服不理人", "很麻烦", "跟描述不符",
    "不好用", "老是出错", "包装破了",
    "ich bin enttäuscht", "leider kaputt", "das paket ist schon wieder zu spät", "das ist ärgerlich",
    "ich hatte mehr erwartet", "die qualität ist schlecht", "es funktioniert immer noch nicht",
    "keiner ruft zurück", "das hat nicht geholfen", "ich warte schon lange", "nicht zufrieden",
    "sehr schlecht", "sehr ärgerlich", "sehr unfreundlich",
    "die app stürzt dauernd ab",
)  # fmt: skip

NEUTRAL: Final = (
    "how do I reset my password?", "I want to return this", "can I pay by card?",
    "what are your opening hours?", "do you ship to Norway?", "my order number is 12345", "I need an invoice",
    "please change my address", "I would like to cancel my order", "how long does delivery take?",
    "which size should I take?", "it is the blue one", "I am in Chicago", "flight 212 tomorrow", "version 8.4 on Android",
    "just sent you a message", "yes", "no", "hello", "can you help me?", "how much is it?", "two tickets to Berlin",
    "I ordered it on Monday", "what does the warranty cover?", "is it in stock?", "I'd like to book a seat",
    "how do refunds work?", "when will the refund arrive?", "I lost my card", "my card was declined",
    "I forgot my pin", "how can I top up?", "what is the exchange rate?", "please call me", "I want to talk to a person",
    "the meeting is at ten", "I have a question about my bill", "can somebody else pick it up?", "are you a bot?",
    "my name is Peter", "we have three dogs", "is there a train to the airport?", "one moment please",
    "我的订单在哪里", "怎么付款", "我想退货", "可以换尺码吗", "几点开门", "订单号是多少", "我要开发票", "怎么还款", "什么时候发货",
    "额度怎么查", "在吗", "你好", "我想改地址", "多少钱", "快递到哪了", "可以取消吗", "运费多少", "转人工", "请问怎么开通", "我在上海",
    "wo ist meine bestellung?", "wie ändere ich mein passwort?", "ich möchte das zurückgeben", "was kostet der versand?",
    "haben sie das in blau?", "meine bestellnummer ist 123", "ich brauche eine rechnung", "wann haben sie geöffnet?",
    "liefern sie in die schweiz?", "ich möchte stornieren", "hallo", "können sie mir helfen?", "ja", "nein",
    "ich habe am montag bestellt", "welche größe passt mir?", "ich wohne in wien", "wie lange dauert die lieferung?",
)  # fmt: skip

PLEASED: Final = (
    "thanks", "thank you", "ok great", "that helped", "it works now", "good to know, thanks", "nice", "sounds good",
    "thank you for the quick reply", "all good now", "happy with it so far", "glad that it is sorted", "cheers",
    "I like the new design", "looks good", "appreciate it", "the crew was friendly", "arrived on time",
    "谢谢", "好的谢谢", "不错", "挺好的", "可以用了", "解决了，谢谢", "收到了，挺快", "还可以", "喜欢",
    "danke", "das hilft mir", "gut, danke", "jetzt geht es", "schön", "das klingt gut", "alles gut jetzt",
    "nette beratung", "pünktlich angekommen",
)  # fmt: skip

DELIGHTED: Final = (
    "I love it", "best service ever", "you are amazing, thank you so much", "absolutely perfect", "fantastic",
    "I'm so happy with my purchase", "great job, team", "excellent quality and super fast delivery",
    "you saved my day", "wonderful staff, made us feel welcome", "highly recommended", "awesome, works like a charm",
    "the best airline I have ever flown", "very impressed, well done", "brilliant support", "beautiful, exceeded my expectations",
    "your team is great and solved it at once", "five stars", "we had a lovely flight, thank you",
    "I really appreciate how kind you were", "delighted",
    "太好了", "非常满意", "太棒了", "很喜欢", "好评", "服务特别好", "质量非常好", "超级好用", "物流很快，很满意", "强烈推荐", "完美",
    "客服很耐心，点赞", "惊喜", "非常感谢，帮了大忙",
    "ich liebe es", "ich bin begeistert", "super service", "ganz tolle qualität", "perfekt, vielen dank",
    "sehr zufrieden", "hervorragend", "ihr seid die besten", "schnelle lieferung, alles wunderbar",
    "sehr empfehlenswert", "großartig, danke für die tolle hilfe", "ich freue mich riesig",
)  # fmt: skip

BAD_WORDS: Final = (
    "awful", "terrible", "horrible", "worst", "disgusting", "disgrace", "disgraceful", "unacceptable", "ridiculous",
    "outrageous", "furious", "angry", "hate", "useless", "pathetic", "rubbish", "garbage", "trash", "scam", "liars",
    "thieves", "rude", "disappointed", "disappointing", "frustrated", "frustrating", "annoyed", "annoying", "fed up",
    "sucks", "crap", "shit", "fuck", "fucking", "joke", "shame", "nightmare", "incompetent", "unprofessional",
    "差劲", "差", "烂", "垃圾", "失望", "气死", "生气", "愤怒", "恶劣", "恶心", "骗人", "骗子", "坑人", "坑", "离谱", "过分",
    "敷衍", "糟糕", "糟", "烦死", "烦", "无语", "坏了", "不满", "不好", "难用", "投诉", "后悔", "受不了", "太慢", "破", "假货", "没人理",
    "schlecht", "schlimm", "schrecklich", "furchtbar", "unverschämt", "unverschämtheit", "frechheit", "wütend", "sauer",
    "enttäuscht", "enttäuschend", "ärgerlich", "katastrophe", "mist", "scheiße", "unmöglich", "inakzeptabel", "betrug",
    "saftladen", "mies", "unfreundlich", "nie wieder", "lächerlich", "unfähig", "kaputt",
)  # fmt: skip

GOOD_WORDS: Final = (
    "love", "great", "awesome", "amazing", "excellent", "fantastic", "wonderful", "perfect", "brilliant", "best",
    "happy", "delighted", "impressed", "helpful", "friendly", "thanks", "thank you", "appreciate", "beautiful", "lovely",
    "recommend", "outstanding",
    "谢谢", "感谢", "满意", "喜欢", "太棒", "棒", "好用", "不错", "完美", "赞", "推荐", "开心", "贴心", "耐心", "周到", "优秀", "很快",
    "好评", "值得", "给力", "惊喜", "很好", "真好", "太好", "方便",
    "danke", "super", "toll", "tolle", "klasse", "prima", "perfekt", "wunderbar", "hervorragend", "begeistert",
    "zufrieden", "freundlich", "großartig", "liebe", "ausgezeichnet", "empfehlen", "spitze", "schnelle",
)  # fmt: skip
