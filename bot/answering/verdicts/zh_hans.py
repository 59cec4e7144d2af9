"""What speaks for and against a model, in simplified Chinese."""

from typing import Final

VERDICTS: Final = {
    "too_few_texts": "两个模型都没有学过的文本只有 {texts} 条，不足以判断；至少需要 {fewest} 条。",
    "loses": "{texts} 条文本中，新答错 {lost} 条，新答对 {gained} 条。",
    "newly_misled": "新增 {newly} 条确定却答错的文本，另有 {no_more} 条不再如此。",
    "intent_worse": "“{intent}”的 {texts} 条中答对 {after} 条，之前为 {before} 条。",
    "gains": "{texts} 条文本中，新答对 {gained} 条，新答错 {lost} 条。",
    "too_few_examples": "在用模板的示例只有 {examples} 条，不足以判断。",
    "wrong_template_anew": "新增 {newly} 条示例会用错误的模板回答，另有 {no_more} 条不再如此。",
    "finds_template": "{examples} 条示例中，新找到模板的有 {gained} 条，不再找到的有 {lost} 条。",
    "nothing_known": "团队中还没有人说明过应该怎样回答。",
    "known_wrong_anew": (
        "团队说明过答案的 {asked} 个问题中，新增 {newly} 个答错，另有 {no_more} 个不再答错。"
    ),
    "known_anew": (
        "团队说明过答案的 {asked} 个问题中，新增 {gained} 个按此回答，另有 {lost} 个不再如此。"
    ),
    "waits_for_more": "有 {fresh} 个新示例；达到 {least} 个才会训练。",
    "adapted_again": "与之前的模型一样，已根据导入的对话中的 {messages} 条消息做了适应训练。",
    "nothing_to_adapt_to": (
        "之前的模型根据对话做过适应训练；这里没有导入的对话，新模型无法做同样的训练。"
        "要保留，请用 --adapt FILE 训练。"
    ),
    "ended": "进程已结束",
    "ended_early": "进程在完成之前结束了；下一次重新训练会从那里继续",
    "did_not_start": "进程没有启动；原因见主目录中的 retraining.log",
}
