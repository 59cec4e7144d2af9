"""What people say when they greet, thank, cancel, want a person, or ask who they talk to.

Written for this project. The negatives are everyday requests that come near an act in their words
without being one.
"""

from __future__ import annotations

from typing import Final

GREETING: Final = (
    "hi", "hello", "hello there", "hey", "good morning", "good afternoon", "good evening",
    "hi, anyone there?", "hey bot", "hello, how are you?", "hi team", "are you there?",
    "你好", "您好", "在吗", "早上好", "有人吗", "哈喽",
    "hallo", "guten tag", "guten morgen", "servus", "moin", "hallo zusammen",
)  # fmt: skip

THANKS: Final = (
    "thanks", "thank you", "thank you so much", "thanks a lot, that helped", "great, thank you",
    "perfect, thanks", "cheers", "much appreciated", "ok thanks", "that solved it, thank you",
    "awesome, that's all I needed", "brilliant, ta", "thx", "super, thanks for your help",
    "谢谢", "谢谢你", "非常感谢", "好的谢谢", "多谢", "明白了，谢谢",
    "danke", "vielen dank", "danke schön", "super, danke", "herzlichen dank für die hilfe",
)  # fmt: skip

GOODBYE: Final = (
    "bye", "goodbye", "see you", "have a nice day", "bye bye", "talk to you later", "that's all, bye",
    "good night", "have a good weekend", "cya",
    "再见", "拜拜", "晚安", "下次再聊",
    "tschüss", "auf wiedersehen", "schönen tag noch", "bis bald", "ciao",
)  # fmt: skip

HUMAN: Final = (
    "I want to talk to a human", "talk to a person", "can I speak to a real person please?",
    "human please", "agent", "connect me to an agent", "let me talk to someone",
    "get me a representative", "speak to customer service representative", "I need a live agent",
    "put me through to somebody", "stop, I want a human being", "is there a real person I can talk to?",
    "transfer me to an operator", "I don't want to talk to a bot", "you're just a bot, get me a person",
    "I would like to speak with a member of staff", "can someone call me back please, a real person",
    "let me speak to your manager", "I want to speak to a supervisor", "real human now",
    "转人工", "人工客服", "我要人工", "我想和真人说话", "找人工服务", "请转接客服人员", "不要机器人，我要真人",
    "ich möchte mit einem menschen sprechen", "bitte einen mitarbeiter", "kann ich mit jemandem reden?",
    "mensch bitte", "verbinden sie mich mit einem mitarbeiter", "ich will keinen bot, ich will einen menschen",
)  # fmt: skip

DISTRESS: Final = (
    "I want to kill myself", "I don't want to live anymore", "I'm thinking about ending my life",
    "I am going to hurt myself", "I feel suicidal", "there is no point in living any more",
    "somebody is threatening me and I am scared", "I'm in danger, please help me",
    "my house is on fire", "it exploded and somebody is hurt", "call an ambulance, he is bleeding",
    "我不想活了", "我想自杀", "我有生命危险，救命", "着火了，快帮帮我",
    "ich will nicht mehr leben", "ich bringe mich um", "es brennt, hilfe", "jemand ist schwer verletzt",
)  # fmt: skip

CANCEL: Final = (
    "never mind", "forget it", "cancel that", "leave it", "stop asking", "no, don't bother",
    "skip this", "I changed my mind, forget it", "it doesn't matter any more", "drop it",
    "算了", "不用了", "取消吧", "没关系，不查了",
    "egal", "vergiss es", "schon gut", "lassen wir das", "abbrechen",
)  # fmt: skip

IDENTITY: Final = (
    "are you a bot?", "are you a robot?", "are you human?", "are you a real person?",
    "am I talking to a machine?", "am I chatting with a human or a bot?", "is this a bot",
    "is this an automated reply?", "who am I talking to?", "what are you?", "are you an AI?",
    "is there a human behind this chat?", "do I speak with a computer?",
    "你是机器人吗", "你是真人吗", "我在和机器人说话吗", "你是人工智能吗",
    "bist du ein bot?", "sind sie ein mensch?", "spreche ich mit einer maschine?",
)  # fmt: skip

NOTHING: Final = (
    "where is my order?", "I want to return this", "can I change the address?", "how do I pay?",
    "cancel my order please", "I want to cancel my subscription", "please cancel the appointment",
    "how do I cancel a transfer?", "I need help with my account", "my card does not work",
    "I need help", "can you help me?", "I have a question", "how long does delivery take?",
    "does a person have to be at home for the delivery?", "can somebody else collect it for me?",
    "someone used my card without asking", "your staff member promised me a refund",
    "who do I contact about an invoice?", "the agent told me to write here",
    "what is your phone number?", "when are you open?", "do you deliver on weekends?",
    "thanks but it still does not work", "hi, where is my parcel?", "hello, I want a refund",
    "the package arrived broken", "is it covered by insurance if it burns?", "can I add a second person?",
    "the brakes are killing me", "this is a bloody joke", "I am so angry right now",
    "I will never order again", "this is urgent", "my battery is dead", "the app crashed again",
    "how many people can use one account?", "can I talk about the price?", "yes", "no", "ok", "maybe",
    "我的订单在哪里", "我想退货", "怎么付款", "取消订单", "多久能到", "可以换地址吗",
    "wo ist meine bestellung?", "ich möchte das zurückgeben", "wie kann ich bezahlen?",
    "bestellung stornieren", "können sie mir helfen?", "wann kommt mein paket?",
)  # fmt: skip
