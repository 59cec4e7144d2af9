"""What the bot itself says, in Simplified Chinese."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "您好，我是{company}的自动客服助手。有把握的问题我会直接回答，其余的会转给同事"
        "。请问有什么可以帮您？"
    ),
    "disclosure": "我是{company}的自动客服助手。",
    "notice": "自动客服助手",
    "hello": "您好！请问有什么可以帮您？",
    "thanks": "不客气。还有其他问题吗？",
    "goodbye": "再见，感谢您的来信。",
    "cancelled": "好的，先放下这件事。还有什么可以帮您？",
    "clarify": "为了避免误解，请问您想问的是以下哪一项？",
    "rephrase": "抱歉，我没有完全明白。您可以换个说法，或者我帮您转接人工？",
    "none_of_these": "都不是",
    "person": "转人工",
    "handoff": "我已把您的问题转给同事，他们会在这里回复您。同事能看到您写的内容，不需要重复。",
    "handoff_unsure": "这个问题我没有确切的答案，已转给同事，他们会在这里回复您。",
    "handoff_urgent": "这件事需要人工立即处理。我已把您排到最前面，同事会在这里回复您。",
    "handoff_failed": "我这边出了点问题，已转给同事，他们会在这里回复您。您的消息已保存。",
    "closed": "现在没有同事在线。您的消息已留给团队，我们会在{opening}上班后在这里回复您。",
    "closed_unknown": "现在没有同事在线。您的消息已留给团队，同事回来后会在这里回复您。",
    "still_waiting": "谢谢，已补充给团队。同事会在这里回复您。",
    "lookup_none": "没有找到与这两项信息都相符的订单。请核对后再发一次。",
    "ask_again": "为了查询，我还需要：",
    "sources": "来自帮助页面：",
    "attachment": "我无法打开文件，团队目前也只能看到您发过文件，看不到内容。",
    "commands": "请直接输入您的问题。发送 /human 可转接人工。",
    "taken_over": ("{name}已加入对话，接下来由真人为您解答。"),
    "back_to_bot": "现在由自动助手继续为您服务。",
    "given_back": ("{name}已离开对话，现在由自动客服助手为您服务。"),
    "identity": (
        "我是自动客服助手，不是真人。有把握的问题我会回答；需要的话，我马上为您转接同事。"
    ),
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
}
