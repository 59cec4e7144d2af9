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
    "attachment": "我自己无法查看文件，但团队可以打开。",
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
    "clarify_one": "为了避免误解，请问您想问的是这个吗？",
    "silenced": "自动客服助手目前已关闭。您的消息已转给团队，人工客服会在这里回复您。",
    "silenced_greeting": (
        "您好！{company}的自动客服助手目前已关闭。请写下您的问题，人工客服会在这里回复您。"
    ),
}
