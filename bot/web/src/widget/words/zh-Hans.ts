import { files } from "../../files/words/zh-Hans";
import type { Words } from "./words";

export const words: Words = {
  automatedAssistant: "自动助手",
  automated: "自动回复",
  person: "人工",
  you: "您",
  close: "关闭聊天",
  messages: "消息",
  write: "请输入消息…",
  send: "发送",
  sendHint: "按 Enter 发送，按 Shift 加 Enter 换行",
  talkToPerson: "转人工客服",
  talkToPersonAsked: "正在联系人工客服…",
  waiting: (position) =>
    position === null
      ? "您已进入人工客服队列。关闭窗口也没关系，对话会保留。"
      : position === 1
        ? "您在人工客服队列中排在第一位。"
        : `您在人工客服队列中排第 ${position} 位。`,
  waitOf: (minutes) => (minutes > 60 ? "可能需要一个多小时。" : `通常在约 ${minutes} 分钟内回复。`),
  withPerson: (name) => `${name} 正在为您服务`,
  aPerson: "我们的客服人员",
  typing: (who) => `${who} 正在输入`,
  sources: "来源",
  newWindow: "在新窗口中打开",
  helpful: "这个回答有帮助",
  notHelpful: "这个回答没有帮助",
  feedbackThanks: "谢谢，已记录。",
  sending: "发送中…",
  willBeSent: "等待网络连接",
  sent: "已发送",
  notSent: (reason) => `未发送。${reason}`,
  tooLong: "消息太长：最多 8,000 个字符。",
  edit: "修改",
  offline: "网络已断开。您写的内容会保留，恢复后自动发送。",
  connecting: "正在连接…",
  unavailable: "聊天窗口无法加载。请刷新页面，或稍后再试。",
  restarted: "之前的对话已结束，这是新的对话。",
  newMessages: "新消息",
  suggestions: "常见问题",
  suggestedNext: "您可能还想了解",
  because: (kind, title) => (kind === "question" ? `因为您问过“${title}”` : `因为您看过“${title}”`),
  suggestionChoice: "关于这些推荐",
  suggestionsKeep: "个性化推荐会保存您在这里问过、看过和略过的内容。选择其他选项即会删除。",
  suggestionChoices: { general: "通用", personal: "个性化", off: "关闭" },
  files,
  characters: (left) => (left >= 0 ? `还可输入 ${left} 个字符` : `超出 ${-left} 个字符`),
};
