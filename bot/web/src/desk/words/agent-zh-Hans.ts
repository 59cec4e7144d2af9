/* What the desk says to an agent at work on a conversation, in Chinese. */

import type { agent as english } from "./agent-en";

export const agent: typeof english = {
  canned: "常用回复",
  colleagues: "同事",
  hintReply: "输入 / 选择常用回复",
  hintNote: "输入 @ 提醒同事",
  assign: "请同事处理",
  assigned: (name) => `已请 ${name} 处理`,
  nobody: "无人",
  untilChosen: "自选时间…",
  until: "推迟到",
  set: "确定",
  download: "下载",
  downloadAs: { txt: "文本格式", json: "JSON 格式" },
  customer: "顾客",
  since: (day) => `首次联系：${day}`,
  signedIn: "已登录",
  mood: "情绪变化",
  moodHint: "机器人对每条消息语气的判断",
  moodPoint: (mood, when) => `${when}：${mood}`,
  read: "看过和展示过的内容",
  how: { read: "已阅读", clicked: "已打开", quoted: "曾引用给顾客" },
  history: (count) => `${count} 个对话`,
  nothingKnown: "除这个对话外没有更多信息。",
  languages: "语言",
  email: "电子邮箱",
  writeAnswer: "撰写正确的回答",
  more: "更多",
};
