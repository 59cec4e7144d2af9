"""How people ask what answers them, or for a person, in simplified Chinese."""

from nlu.phrasebooks.phrasebook import Phrasebook

BOOK = Phrasebook(
    spaced=False,
    machine=("机器人", "机器", "电脑", "人工智能", "ai", "程序", "系统", "自动回复", "chatgpt"),
    person=("真人", "活人", "人类", "人工客服", "真的人"),
    staff=("客服人员", "人工", "专员", "主管", "经理", "负责人"),
    wares=(
        "卖", "买", "价格", "多少钱", "扫地", "厨房", "大小", "尺寸", "洗碗", "娃娃", "玩具",
        "这台", "昨天", "费",
    ),
    identity=(
        "(你|您)~是~{what}", "(跟|和|与|同)~{what}~(说话|讲话|聊天|对话|沟通|交谈)",
        "(这|这里|这边|对面|现在|那边)~是~{what}", "(回复|回答|回应)~是{what}",
        "{what}~(在回复|在回答|回复我)", "(回我|打字)~是({what}|人)", "是人还是", "(你|您)是谁",
        "(跟|和)谁(说话|聊天)", "是{what}(吗|吧|还是)",
    ),
    human=("(转|转接|接|换|找|叫){who}", "不(想|要|愿)~机器人",
        "(可以|能|想|要)(跟|和|找|与){who}~(说|讲|谈|聊|沟通|对话|通话)"),
    please=("请", "谢谢", "麻烦", "我要"),
)  # fmt: skip
