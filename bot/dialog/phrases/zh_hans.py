"""What the bot itself says, in Simplified Chinese."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "您好，我是{company}的自动客服助手。有把握的问题我会直接回答，其余的会转给同事"
        "。请问有什么可以帮您？"
    ),
    "disclosure": "我是{company}的自动客服助手。",
    "notice": "自动客服助手",
    "as_written": "我们的部分内容没有您使用的语言版本，以下按原文显示。",
    "hello": "您好！请问有什么可以帮您？",
    "thanks": "不客气。还有其他问题吗？",
    "agreed": "好的。请问有什么可以帮您？",
    "declined": "好的。之后有任何问题，随时给我留言。",
    "goodbye": "再见，感谢您的来信。",
    "cancelled": "好的，先放下这件事。还有什么可以帮您？",
    "clarify": "为了避免误解，请问您想问的是以下哪一项？",
    "rephrase": "抱歉，我没有完全明白。您可以换个说法，或者我帮您转接人工？",
    "other_words": "明白了。请您换个说法，或者需要我帮您转人工吗？",
    "none_of_these": "都不是",
    "person": "转人工",
    "handoff": "我已把您的问题转给同事，他们会在这里回复您。同事能看到您写的内容，不需要重复。",
    "handoff_unsure": "这个问题我没有确切的答案，已转给同事，他们会在这里回复您。",
    "handoff_language": "您使用的语言我还不能可靠地回答，已转给同事，他们会在这里回复您。",
    "handoff_urgent": "这件事需要人工立即处理。我已把您排到最前面，同事会在这里回复您。",
    "handoff_refused": "抱歉，没有答到您的问题。我已转给同事，他们会在这里回复您。",
    "above": "与此最接近的是上面的回答“{title}”。如果还没有解决您的问题，我可以帮您转接人工。",
    "above_unsure": (
        "关于“{new}”我不能确定。与此最接近的是上面的回答“{title}”。如果还没有解决您的问题，我可以帮您转接人工。"
    ),
    "above_quoted": "与此最接近的是我上面引用的内容。如果还没有解决您的问题，我可以帮您转接人工。",
    "above_quoted_unsure": (
        "关于“{new}”我不能确定，除了上面引用的内容，我没有更多资料。如果还没有解决您的问题，我可以帮您转接人工。"
    ),
    "one_at_a_time": "您还问到了{titles}。等这件事处理好后，请再问我一次。",
    "list_separator": "、",
    "of_request": "{request}：{said}",
    "handoff_failed": "我这边出了点问题，已转给同事，他们会在这里回复您。您的消息已保存。",
    "closed": "现在没有同事在线。您的消息已留给团队，我们会在{opening}上班后在这里回复您。",
    "closed_unknown": "现在没有同事在线。您的消息已留给团队，同事回来后会在这里回复您。",
    "waiting_identity": "我是自动助手，不是真人。已为您呼叫同事，同事会在这里回复您。",
    "waiting_thanks": "不客气。同事仍会查看并在这里回复您。",
    "waiting_declined": "好的。您的留言已交给团队，如有需要同事会跟进。",
    "still_waiting": "谢谢，已补充给团队。同事会在这里回复您。",
    "lookup_failed": "我暂时无法查询，已转给同事，他们会在这里回复您。同事能看到您写的内容。",
    "lookup_none": "没有找到与这些信息相符的记录。请核对后再发一次。",
    "ask_again": "为了查询，我还需要：",
    "sources": "来自帮助页面：",
    "attachment": "我自己无法查看文件，但团队可以打开。",
    "attachment_other": "我自己无法处理这类内容，但团队可以看到。",
    "attachment_image": "我自己无法查看图片，但团队可以看到。",
    "attachment_audio": "我自己无法收听录音，但团队可以听到。",
    "attachment_video": "我自己无法观看视频，但团队可以看到。",
    "attachment_document": "我自己无法阅读这个文件，但团队可以打开。",
    "handoff_file": "我已转给同事，他们查看后会在这里回复您。您也可以简单写一下是什么事情。",
    "file_too_large": "您的文件“{name}”太大，无法保存。请发送小一点的文件。",
    "file_refused": "我们不接收“{name}”这类文件，因此没有保存。请用文字说明，或改发其他文件。",
    "file_too_many": "今天的文件数量已达上限，“{name}”没有保存。请用文字说明，或明天再发。",
    "file_unavailable": "您的文件“{name}”没有传到我们这里。请再发一次。",
    "commands": "请直接输入您的问题。发送 /human 可转接人工。",
    "taken_over": ("{name}已加入对话，接下来由真人为您解答。"),
    "back_to_bot": "现在由自动助手继续为您服务。",
    "given_back": ("{name}已离开对话，现在由自动客服助手为您服务。"),
    "identity": (
        "我是自动客服助手，不是真人。有把握的问题我会回答；需要的话，我马上为您转接同事。"
    ),
    "near_article": "我对答案没有把握，也许可以在这里找到，或者我帮您转接人工？",
    "clarify_one": "为了避免误解，请问您想问的是这个吗？",
    "help": (
        "我是{company}的自动客服助手。请直接用自己的话描述问题；没有把握的会转给同事。\n\n"
        "/human – 转人工\n/language – 选择语言\n/help – 使用说明"
    ),
    "unknown_command": "没有{command}这个命令。",
    "command_help": "使用说明",
    "command_human": "转人工",
    "command_language": "选择语言",
    "language_name": "简体中文",
    "language_ask": "请选择语言：",
    "language_set": "好的，接下来我用中文回复您。",
    "language_unknown": "抱歉，我不会这种语言。可选的有：",
    "slow_down": ("您发得太快，我有些跟不上。消息不会丢失，我会一起回复。请稍等片刻。"),
    "silenced": "自动客服助手目前已关闭。您的消息已转给团队，人工客服会在这里回复您。",
    "silenced_greeting": (
        "您好！{company}的自动客服助手目前已关闭。请写下您的问题，人工客服会在这里回复您。"
    ),
    "rate": "这次服务如何？1 表示很差，5 表示非常好。如果还有问题，请直接留言。",
    "rated": "感谢您的评价。",
    "yes": "是",
    "no": "否",
    "detail_several": "您写了不止一项，请问是哪一项？",
    "detail_too_short": "内容太短，至少需要 {limit} 个字符。",
    "detail_too_long": "内容太长，最多 {limit} 个字符。",
    "detail_integer": "这里需要一个整数。",
    "detail_currency": "我无法确定币种，或不支持该币种。请写成类似 12.50 {limit} 的金额。",
    "detail_too_small": "不能小于 {limit}。",
    "detail_too_large": "不能大于 {limit}。",
    "detail_no_such_day": "没有这一天。",
    "detail_too_early": "不能早于 {limit}。",
    "detail_too_late": "不能晚于 {limit}。",
    "detail_two_days": "这可能是 {first}，也可能是 {second}。请按其中一种写法填写。",
    "detail_email": "这看起来不是完整的邮箱地址。",
    "detail_phone": "我没有识别出电话号码。请带上国家区号，例如 +86。",
    "form_again": "我没有在您的消息中找到这项信息。",
    "form_example": "例如：{examples}",
    "form_options": "可以回答：{options}",
    "form_skip": "跳过",
    "form_check": "请核对以下内容：",
    "form_check_ask": "都正确吗？",
    "form_yes": "是的，都正确",
    "form_no": "不对，需要修改",
    "form_which": "请问哪一项不对？",
    "form_or_these": "或直接写出名称：{names}",
    "form_back": "回到“{title}”：",
    "form_cancelled": "好的，先放下这件事，“{title}”已取消。还有什么可以帮您？",
    "form_left": "“{title}”先放在一边。想继续时告诉我就好。",
    "form_unsure": "这个问题我没有确切的答案，同事可以帮您。",
    "form_hello": "您好！",
    "form_thanks": "不客气。",
    "form_wait": "没关系，您慢慢来。",
    "form_sent": "谢谢，信息已齐全。我已把“{title}”转给同事，他们会在这里回复您。",
    "insult": (
        "很抱歉给您带来不好的体验。我想帮您解决：请告诉我具体是什么事，或者我马上为您转接同事。"
    ),
    "compliment": "谢谢您的夸奖！还有什么可以帮您？",
    "take_your_time": "好的，您慢慢来，准备好了再发给我。",
    "wait": "您目前排在第 {position} 位，通常约 {minutes} 分钟内会有人回复。",
    "wait_unknown": "您排在第 {position} 位。",
    "farewell_closed": "不客气。如果还有问题，随时给我们留言。",
    "wait_long": (
        "您目前排在第 {position} 位。现在比较忙，回复可能需要一个多小时，您不必一直在这里等候。"
    ),
    "no_agent": (
        "抱歉，目前还没有同事空闲。您的位置会保留，我已再次告知团队您在等候。"
        "您不必一直等在这里，回复会出现在这里。"
    ),
    "agent_idle": (
        "抱歉，{name}还没能回复您。您已重新排队，排在后来的人之前，团队也已收到提醒。"
        "真人同事会在这里回复您。"
    ),
    "passed_on": "{name}正在把您的问题转给负责的同事。真人同事会在这里回复您，不需要重复。",
    "lapsed": "这里已有一段时间没有新消息，对话现已关闭。您随时可以发消息，对话会重新打开。",
    "mail_answer_subject": "{company}：{name} 已回复您",
    "mail_answer": "{name}（{company}）在聊天中回复了您：",
    "mail_answer_link": (
        "请点击下面的链接继续查看和回复。该链接只能打开这一个对话，{days} 天内有效，请勿转给他人："
    ),
    "mail_answer_why": (
        "您收到这封邮件，是因为您在收到回复之前离开了聊天。"
        "如需回复，请使用上面的链接：直接回复此邮件不会进入对话。"
    ),
    "link_invalid": "此链接无效。请按邮件中的原样打开，或开始新的对话。",
    "link_expired": "此链接已过期。请开始新的对话；我们的团队仍保留着之前的对话。",
    "help_pages": "帮助",
    "help_search": "搜索",
    "help_nothing": "没有找到相关内容。",
}
