"""What is found in a home, in simplified Chinese."""

from typing import Final

AREAS: Final = {
    "settings": "设置",
    "names": "名称",
    "model": "模型",
    "language": "语言",
    "index": "索引",
    "templates": "模板",
    "reranking": "重新排序",
    "site": "网站",
    "bot": "机器人",
    "mail": "邮件",
    "telegram": "Telegram",
    "rewriting": "改写",
}

FINDINGS: Final = {
    "settings_usable": "可以使用",
    "unusable": "无法使用：{told}",
    "doubt": "{doubt}",
    "names_known": "设置中提到的名称都存在",
    "model_none": "还没有模型；用 `frontdesk train` 训练一个",
    "model_serves": "{model} 在用，识别 {intents} 个意图",
    "model_searches": "{model} 只用于搜索；用 `frontdesk train` 让它学会意图",
    "model_damaged": "无法打开：{told} 用 `frontdesk models rollback` 可换回上一个模型",
    "model_closed": "刚才无法打开 {model}；请再检查一次",
    "language_read": "{examples} 个示例；编码器的词表能读懂其中的 {share}",
    "language_half_read": (
        "{examples} 个示例；编码器只认得其中词语的片段：文章靠字母匹配，模板和意图的把握较小；"
        "换用多语言基础模型（`frontdesk train --base-model FOLDER`）就能读懂"
    ),
    "language_ngrams": (
        "{examples} 个示例；意图靠字符片段识别，模板和搜索靠字符匹配；"
        "换用多语言基础模型（`frontdesk train --base-model FOLDER`）就能读懂"
    ),
    "language_unread": (
        "{examples} 个示例；编码器读不懂，只能识别几乎相同的话；"
        "请用两个意图的至少二十个示例重新训练，"
        "或换用多语言基础模型（`frontdesk train --base-model FOLDER`）"
    ),
    "index_serves": "在用",
    "index_none": "还没有索引；用 `frontdesk index` 为文章建立索引",
    "templates_serve": "{count} 个在用",
    "templates_none": "没有在用的模板；请在工作台审阅草稿",
    "reranking_off": "未启用，`reranking` 没有指定文件夹",
    "reranking_on": "{folder} 在 {budget} 毫秒内重新排列段落",
    "reranking_damaged": "无法打开：{told} 在此之前段落保持原有顺序",
    "reranking_waits": "有模型在用之后即可使用",
    "site_new": "还没有抓取；`frontdesk serve` 会自动抓取",
    "site_failed": "{at} 抓取失败：{told}",
    "site_crawled": "抓取于 {at} UTC",
    "bot_speaks": "可以说话",
    "bot_silenced": "已被 {by} 关闭；用 `frontdesk silence off` 让它重新说话",
    "mail_usable": "可以使用",
    "mail_off": "未启用，没有设置 FRONTDESK_SMTP_URL",
    "telegram_off": "未启用，没有设置 FRONTDESK_TELEGRAM_TOKEN",
    "telegram_webhook": "可以使用；由 Telegram 推送更新",
    "telegram_polling": "可以使用；向 Telegram 查询更新",
    "rewriting_off": "未启用，没有设置 FRONTDESK_GENERATOR_URL",
    "rewriting_used": (
        "本月请求 {requests} 次，未采用 {refused} 次，失败 {failed} 次；费用 {cost}"
    ),
    "rewriting_spent": (
        "本月请求 {requests} 次，未采用 {refused} 次，失败 {failed} 次；费用 {cost}；"
        "已达到上限 {limit}"
    ),
}

DOUBTS: Final = {
    "intent": "{place}：没有意图 {name}",
    "intent_near": "{place}：没有意图 {name}；是否指 {near}？",
    "template": "{place}：没有模板 {name}",
    "template_near": "{place}：没有模板 {name}；是否指 {near}？",
    "resting": "{place}：模板 {name} 未在用；请将其上线",
    "queue": "queues：{user} 负责队列 {name}，但没有这个队列",
    "queue_near": "queues：{user} 负责队列 {name}，但没有这个队列；是否指 {near}？",
}
