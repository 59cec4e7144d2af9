/* What the desk says of searching the inbox, of its keys, and of its alerts. */

import type { Tab } from "../api/records/inbox";

const queues: Record<Tab, string> = { waiting: "Waiting", mine: "Mine", snoozed: "Snoozed", bot: "Bot", closed: "Closed" };
const queueEmpty: Record<Tab | "assigned" | "mentions", string> = {
  waiting: "Nobody is waiting.",
  mine: "You hold no conversation.",
  snoozed: "Nothing has been put off.",
  bot: "The bot is talking with nobody.",
  closed: "No conversation has been closed.",
  assigned: "Nobody asks you to take anything.",
  mentions: "No note mentions you.",
};

export const inbox = {
  queues,
  queueEmpty,
  assigned: "Asked of me",
  mentions: "Mentions of me",
  allWaiting: "All",
  allMine: "Held by me",
  within: "Part of the queue",
  everywhere: "Found in all conversations",
  filters: "Filters",
  clear: "Clear search and filters",
  anyState: "Any state",
  state: "State",
  states: { waiting: "Waiting", held: "With a person", snoozed: "Snoozed", bot: "With the bot", closed: "Closed" },
  agent: "Agent",
  anyAgent: "Any agent",
  nobody: "Nobody",
  language: "Language",
  anyLanguage: "Any language",
  channel: "Channel",
  anyChannel: "Any channel",
  since: "From",
  until: "To",
};

export const keys = {
  title: "Keyboard shortcuts",
  show: "Keyboard shortcuts (?)",
  close: "Close",
  enabled: "Single keys do something",
  layouts: "They work on every keyboard layout, and are silent while you write. Where your keys write another script, press the key in the same place.",
  list: [
    [["J", "↓"], "Next conversation"],
    [["K", "↑"], "Conversation before"],
    [["/"], "Search; in the reply box: canned answers"],
    [["T"], "Take over"],
    [["R"], "Write a reply"],
    [["N"], "Write a note"],
    [["Alt 1", "Alt 2", "Alt 3"], "Use a suggested reply, and edit it"],
    [["Enter"], "Send; Shift+Enter starts a new line"],
    [["G"], "Give back to the bot"],
    [["C"], "Close the conversation"],
    [["U"], "Back to the list"],
    [["1", "…", "5"], "Waiting, Mine, Snoozed, Bot, Closed"],
    [["Esc"], "Leave the reply box"],
    [["?", "H"], "This list"],
  ] as readonly (readonly [readonly string[], string])[],
};

export const alerts = {
  settings: "Alerts",
  hint: "While you do something else, the desk tells you when somebody begins to wait. The number in the tab’s title is how many wait.",
  sound: "With a sound",
  allow: "Allow notifications",
  permissions: {
    default: "",
    granted: "Notifications are allowed.",
    denied: "This browser shows no notifications of the desk; its settings for this page decide that.",
  } as Record<NotificationPermission, string>,
  beyond: "When nobody has looked for two minutes, the team is told by e-mail, and in Telegram where that is set up.",
  title: (name: string) => `${name} is waiting`,
  more: (count: number) => (count === 1 ? "and one more" : `and ${count} more`),
};
