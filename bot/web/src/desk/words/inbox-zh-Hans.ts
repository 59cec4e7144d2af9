/* What the desk says of searching the inbox, of its keys, and of its alerts, in Chinese. */

import type { alerts as englishAlerts, inbox as englishInbox, keys as englishKeys } from "./inbox-en";

export const inbox: typeof englishInbox = {
  queues: { waiting: "等待中", mine: "我的", snoozed: "稍后", bot: "机器人", closed: "已关闭" },
  queueEmpty: {
    waiting: "没有人在等待。",
    mine: "您目前没有接手的对话。",
    snoozed: "没有稍后处理的对话。",
    bot: "机器人目前没有对话。",
    closed: "还没有关闭的对话。",
    assigned: "没有请您处理的对话。",
    mentions: "没有提到您的备注。",
  },
  assigned: "请我处理",
  mentions: "提到我的",
  allWaiting: "全部",
  allMine: "我接手的",
  within: "队列的一部分",
  everywhere: "在所有对话中找到",
  filters: "筛选",
  clear: "清除搜索和筛选",
  anyState: "任何状态",
  state: "状态",
  states: { waiting: "等待中", held: "人工处理中", snoozed: "稍后处理", bot: "机器人处理中", closed: "已关闭" },
  agent: "客服",
  anyAgent: "任何客服",
  nobody: "无人",
  language: "语言",
  anyLanguage: "任何语言",
  channel: "渠道",
  anyChannel: "任何渠道",
  since: "从",
  until: "到",
};

export const keys: typeof englishKeys = {
  title: "键盘快捷键",
  show: "键盘快捷键（?）",
  close: "关闭",
  enabled: "启用单键快捷键",
  layouts: "适用于任何键盘布局，书写时不起作用。如果键盘输入的是其他文字，请按相同位置的键。",
  list: [
    [["J", "↓"], "下一个对话"],
    [["K", "↑"], "上一个对话"],
    [["/"], "搜索；在回复框中：常用回复"],
    [["T"], "接手"],
    [["R"], "写回复"],
    [["N"], "写备注"],
    [["Alt 1", "Alt 2", "Alt 3"], "使用建议的回复并修改"],
    [["Enter"], "发送；Shift+Enter 换行"],
    [["G"], "交还机器人"],
    [["C"], "关闭对话"],
    [["U"], "返回列表"],
    [["1", "…", "5"], "等待中、我的、稍后、机器人、已关闭"],
    [["Esc"], "离开回复框"],
    [["?", "H"], "此列表"],
  ],
};

export const alerts: typeof englishAlerts = {
  settings: "提醒",
  hint: "当您在做别的事情时，有人开始等待，工作台会提醒您。标签页标题中的数字是等待的人数。",
  sound: "声音提醒",
  allow: "允许通知",
  permissions: { default: "", granted: "已允许通知。", denied: "此浏览器不显示工作台的通知，由它对此页面的设置决定。" },
  beyond: "两分钟内无人查看时，会通过电子邮件通知团队；设置了 Telegram 时也会在那里通知。",
  title: (name) => `${name} 正在等待`,
  more: (count) => `还有 ${count} 个`,
};
