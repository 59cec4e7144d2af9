"""What the bot must be able to say in Traditional Chinese: what it is, and that people answer."""

from typing import Final

PHRASES: Final = {
    "notice": "自動助理",
    "disclosure": "我是{company}的自動助理。",
    "greeting": (
        "您好，我是{company}的自動助理。我有把握的會直接回答，其餘的會請專人處理。請問有什麼可以"
        "幫您？"
    ),
    "identity": "我是自動助理，不是真人。我有把握的會直接回答；如果您需要，我可以請同仁來處理。",
    "waiting_identity": "我是自動助理，不是真人。已經通知真人同仁，會在這裡回覆您。",
    "person": "聯絡真人客服",
    "rephrase": "我不確定是否理解正確。您可以換個說法，或要我請真人客服嗎？",
    "handoff": "我把這件事轉給同仁，會在這裡回覆您。對方看得到您寫的內容，不需要再說一次。",
    "handoff_unsure": "這個問題我沒有確定的答案，所以轉給同仁，會在這裡回覆您。",
    "handoff_urgent": "這需要真人立即處理。您已排到最前面，同仁會在這裡回覆您。",
    "handoff_failed": "我這邊出了問題，已把這件事轉給同仁，會在這裡回覆您。您的訊息已妥善保存。",
    "closed": "目前沒有人在。您的訊息已留給團隊，{opening} 之後會有人在這裡回覆您。",
    "closed_unknown": "目前沒有人在。您的訊息已留給團隊，有人回來後會在這裡回覆您。",
    "still_waiting": "謝謝，我已補充給團隊。真人會在這裡回覆您。",
    "silenced": "自動助理目前已關閉。團隊已收到您的訊息，真人會在這裡回覆您。",
    "silenced_greeting": (
        "歡迎。{company}的自動助理目前已關閉。請寫下您的問題，真人會在這裡回覆您。"
    ),
    "taken_over": "{name} 已加入對話，接下來由其回覆。您現在是與真人對話。",
    "given_back": "{name} 已離開對話。您現在又是與自動助理對話。",
    "back_to_bot": "您現在又是與自動助理對話。",
    "no_agent": (
        "很抱歉，目前還沒有人能回覆。您的順位會保留，我也再次提醒團隊您正在等候。您不必留在這裡，"
        "回覆會顯示在此。"
    ),
    "wait": "您目前排在第 {position} 位，通常約 {minutes} 分鐘內會收到回覆。",
    "wait_unknown": "您目前排在第 {position} 位。",
    "wait_long": "您目前排在第 {position} 位。目前較忙，回覆可能需要一小時以上，您不必在這裡等候。",
}
