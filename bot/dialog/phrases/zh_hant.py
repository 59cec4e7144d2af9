"""What the bot itself says, in traditional Chinese."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "您好，我是{company}的自動助理。我有把握的會直接回答，其餘的會請專人處理。請問有什麼可以幫"
        "您？"
    ),
    "disclosure": "我是{company}的自動助理。",
    "notice": "自動助理",
    "as_written": "我們的部分內容沒有您使用的語言版本，以下按原文顯示。",
    "hello": "您好！請問有什麼可以幫您？",
    "thanks": "不客氣。還有其他需要嗎？",
    "agreed": "好的。請問有什麼可以幫您？",
    "declined": "好的。有任何需要，請隨時留言。",
    "goodbye": "再見，感謝您的來訊。",
    "cancelled": "好的，這件事先放下。還有什麼可以幫您？",
    "clarify": "我想確認自己理解正確。您指的是以下其中一項嗎？",
    "rephrase": "我不確定是否理解正確。您可以換個說法，或要我請真人客服嗎？",
    "other_words": "了解。請換個說法，或要我請真人客服嗎？",
    "none_of_these": "其他問題",
    "person": "聯絡真人客服",
    "handoff": "我把這件事轉給同仁，會在這裡回覆您。對方看得到您寫的內容，不需要再說一次。",
    "handoff_unsure": "這個問題我沒有確定的答案，所以轉給同仁，會在這裡回覆您。",
    "handoff_language": "我無法用您使用的語言可靠地回答，因此把這件事轉給同仁，會在這裡回覆您。",
    "handoff_urgent": "這需要真人立即處理。您已排到最前面，同仁會在這裡回覆您。",
    "handoff_refused": "很抱歉這不是您要問的。我把這件事轉給同仁，會在這裡回覆您。",
    "above": "我手邊最接近的是上面的回答「{title}」。如果沒有解決您的問題，我很樂意請真人客服。",
    "above_unsure": (
        "關於「{new}」，我沒有把握。我手邊最接近的是上面的回答「{title}」。如果沒有解決您的問題，我"
        "很樂意請真人客服。"
    ),
    "above_quoted": "我手邊最接近的是上面引用的內容。如果沒有解決您的問題，我很樂意請真人客服。",
    "above_quoted_unsure": (
        "關於「{new}」，我沒有把握。我手邊最接近的是上面引用的內容。如果沒有解決您的問題，我很樂意"
        "請真人客服。"
    ),
    "one_at_a_time": "您還問了{titles}。這件事處理好之後，請再問我一次。",
    "list_separator": "、",
    "of_request": "{request}：{said}",
    "handoff_failed": "我這邊出了問題，已把這件事轉給同仁，會在這裡回覆您。您的訊息已妥善保存。",
    "closed": "目前沒有人在。您的訊息已留給團隊，{opening} 之後會有人在這裡回覆您。",
    "closed_unknown": "目前沒有人在。您的訊息已留給團隊，有人回來後會在這裡回覆您。",
    "waiting_identity": "我是自動助理，不是真人。已經通知真人同仁，會在這裡回覆您。",
    "waiting_thanks": "不客氣。真人客服仍會查看，並在這裡回覆您。",
    "waiting_declined": "好的。您的訊息會留在團隊這裡，以備不時之需。",
    "still_waiting": "謝謝，我已補充給團隊。真人會在這裡回覆您。",
    "lookup_failed": "我目前無法查詢，因此把這件事轉給同仁，對方看得到您寫的內容，會在這裡回覆您。",
    "lookup_none": "我找不到符合這些資料的內容。可以請您核對後再傳一次嗎？",
    "ask_again": "要查詢的話，我還需要：",
    "sources": "摘自我們的說明頁面：",
    "attachment": "我無法查看檔案，但團隊可以開啟。",
    "attachment_other": "我無法處理這個，但團隊看得到。",
    "attachment_image": "我無法看圖片，但團隊看得到。",
    "attachment_audio": "我無法聽錄音，但團隊可以聽。",
    "attachment_video": "我無法看影片，但團隊看得到。",
    "attachment_document": "我無法讀取檔案，但團隊可以開啟。",
    "handoff_file": "我把它轉給同仁，會查看並在這裡回覆您。簡單說明一下內容會有幫助。",
    "file_too_large": "您的檔案「{name}」太大，無法保存在這裡。請傳送較小的檔案。",
    "file_refused": (
        "這裡不接受「{name}」這類檔案，因此沒有保存。請用文字說明，或傳送其他類型的檔案。"
    ),
    "file_too_many": (
        "檔案數量超過一天可保存的上限，因此「{name}」沒有保存。請改用文字，或明天再傳。"
    ),
    "file_unavailable": "我們沒有收到您的檔案「{name}」。請再傳一次。",
    "commands": "直接寫下您的問題即可。輸入 /human 可聯絡真人客服。",
    "taken_over": "{name} 已加入對話，接下來由其回覆。您現在是與真人對話。",
    "back_to_bot": "您現在又是與自動助理對話。",
    "given_back": "{name} 已離開對話。您現在又是與自動助理對話。",
    "identity": "我是自動助理，不是真人。我有把握的會直接回答；如果您需要，我可以請同仁來處理。",
    "near_article": "我對答案沒有把握，也許可以在這裡找到，或者我幫您轉接專人？",
    "clarify_one": "我想確認自己理解正確。您指的是這一項嗎？",
    "help": (
        "我是{company}的自動助理。請用自己的話寫下您的問題；我沒有把握的會轉給真人客服。\n\n"
        "/human – 聯絡真人客服\n"
        "/language – 選擇語言\n"
        "/help – 我能做什麼"
    ),
    "unknown_command": "我不認識 {command} 這個指令。",
    "command_help": "我能做什麼",
    "command_human": "聯絡真人客服",
    "command_language": "選擇語言",
    "language_name": "繁體中文",
    "language_ask": "請問要用哪種語言？",
    "language_set": "好的，從現在起我用繁體中文。",
    "language_unknown": "抱歉，我不會這種語言。我會的有：",
    "slow_down": "您寫得比我跟得上的還快。不會遺漏：我會把您的訊息收集起來一併回覆，請稍候。",
    "silenced": "自動助理目前已關閉。團隊已收到您的訊息，真人會在這裡回覆您。",
    "silenced_greeting": (
        "歡迎。{company}的自動助理目前已關閉。請寫下您的問題，真人會在這裡回覆您。"
    ),
    "rate": "您覺得這次對話如何？1 為很差，5 為非常好。如果還有問題，請直接留言。",
    "rated": "感謝您的評分。",
    "yes": "是",
    "no": "否",
    "detail_several": "我看到不只一個。請問是哪一個？",
    "detail_too_short": "太短了，至少需要 {limit} 個字元。",
    "detail_too_long": "太長了，最多只能收 {limit} 個字元。",
    "detail_integer": "這裡需要一個整數。",
    "detail_currency": (
        "我看不出是哪種貨幣，或者不是可以接受的貨幣。我需要像 12.50 {limit} 這樣的金額。"
    ),
    "detail_too_small": "至少必須是 {limit}。",
    "detail_too_large": "最多只能是 {limit}。",
    "detail_no_such_day": "沒有這一天。",
    "detail_too_early": "不能早於 {limit}。",
    "detail_too_late": "不能晚於 {limit}。",
    "detail_two_days": "這可能是 {first} 或 {second}。請用這兩種寫法其中之一。",
    "detail_email": "這看起來不是完整的電子郵件地址。",
    "detail_phone": "我沒有看到電話號碼。請連同國碼一起寫，例如 +886。",
    "form_again": "我在您的訊息中沒有找到。",
    "form_example": "例如：{examples}",
    "form_options": "可選的答案：{options}",
    "form_skip": "略過",
    "form_check": "請確認以下內容是否正確：",
    "form_check_ask": "全部正確嗎？",
    "form_yes": "是，全部正確",
    "form_no": "否，需要修改",
    "form_which": "哪一項不正確？",
    "form_or_these": "或寫下它的名稱：{names}",
    "form_back": "回到「{title}」：",
    "form_cancelled": "好的，「{title}」已取消。還有什麼可以幫您？",
    "form_left": "我先把「{title}」放在一旁。想繼續時請告訴我。",
    "form_unsure": "這個問題我沒有確定的答案；同仁可以協助您。",
    "form_hello": "您好！",
    "form_thanks": "不客氣。",
    "form_wait": "請慢慢來。",
    "form_sent": "謝謝，這樣就夠了。我已把「{title}」轉給同仁，會在這裡回覆您。",
    "insult": "很抱歉造成您的困擾。我想幫忙：請告訴我是什麼問題，或要我請真人客服。",
    "compliment": "謝謝您的稱讚。還有其他需要嗎？",
    "take_your_time": "當然，請慢慢來。準備好了再寫就行。",
    "wait": "您目前排在第 {position} 位，通常約 {minutes} 分鐘內會收到回覆。",
    "wait_unknown": "您目前排在第 {position} 位。",
    "farewell_closed": "不客氣。如果還有問題，請直接留言。",
    "wait_long": "您目前排在第 {position} 位。目前較忙，回覆可能需要一小時以上，您不必在這裡等候。",
    "no_agent": (
        "很抱歉，目前還沒有人能回覆。您的順位會保留，我也再次提醒團隊您正在等候。您不必留在這裡，回"
        "覆會顯示在此。"
    ),
    "agent_idle": (
        "很抱歉，{name} 還沒能回覆。您已回到佇列，排在後來的人前面，團隊也已收到通知。真人會在這裡"
        "回覆您。"
    ),
    "passed_on": "{name} 正把這件事轉給負責的同仁。真人會在這裡回覆您，不需要再說一次。",
    "lapsed": "這裡已經安靜了一陣子，因此對話已關閉。隨時留言，對話就會重新開啟。",
    "mail_answer_subject": "{company}：{name} 的回覆",
    "mail_answer": "{name}（{company}）已在聊天中回覆您：",
    "mail_answer_link": (
        "請在這裡繼續閱讀並回覆。連結只會開啟這個對話，有效 {days} 天；請勿轉給他人："
    ),
    "mail_answer_why": (
        "您收到這封郵件，是因為您在回覆之前離開了聊天。要回覆請使用連結：直接回覆這封郵件不會進入對"
        "話。"
    ),
    "link_invalid": "這個連結無效。請照郵件中的樣子開啟，或開始新的對話。",
    "link_expired": "這個連結已過期。請開始新的對話；團隊仍保有先前的對話。",
    "help_pages": "說明",
    "help_search": "搜尋",
    "help_nothing": "沒有找到任何內容。",
}
