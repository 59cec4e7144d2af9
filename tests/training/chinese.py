"""A shop's labelled questions in Chinese, which the tiny base model cannot read."""

from __future__ import annotations

from knowledge.records import IntentId
from training import LabelledText

CHINESE = {
    "delivery": ("我的订单到哪里了", "包裹什么时候到", "快递怎么还没到", "订单还没发货吗"),
    "refund": ("我想退款", "怎么把钱退给我", "退款多久到账", "请给我退钱"),
    "cancel": ("我要取消订阅", "怎么注销账户", "帮我取消会员", "我想注销"),
    "login": ("忘记密码了", "登录不了怎么办", "怎么重置密码", "密码错误无法登录"),
}
POLITE = ("", "谢谢", "请问", "你好", "麻烦了")


def chinese_texts() -> list[LabelledText]:
    """Twenty texts of each intent."""
    return [
        LabelledText(f"{word}，{phrase}" if word else phrase, IntentId(intent))
        for intent, phrases in CHINESE.items()
        for phrase in phrases
        for word in POLITE
    ]
