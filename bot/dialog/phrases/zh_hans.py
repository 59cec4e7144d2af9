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
    "silenced": "自动客服助手目前已关闭。您的消息已转给团队，人工客服会在这里回复您。",
    "silenced_greeting": (
        "您好！{company}的自动客服助手目前已关闭。请写下您的问题，人工客服会在这里回复您。"
    ),
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
    "mail_notice": "服务台有事项需要您处理",
    "notice_waiting_outside_hours": "有客户在营业时间之外等待",
    "notice_nobody_looked": "有客户在等待，还没有人查看",
    "notice_unattended_urgent": "有紧急事项在等待处理",
    "notice_no_agent": "已告知客户需要等待更久",
    "notice_agent_idle": "有对话未获回复，已退回队列",
    "notice_promise_at_risk": "承诺的时间即将到期",
    "notice_promise_broken": "承诺的时间已过",
    "mail_notice_more": "另有 {count} 项。",
    "mail_notice_why": "您收到这封邮件，是因为您的地址列在 Frontdesk 设置的 notify.emails 中。",
}
