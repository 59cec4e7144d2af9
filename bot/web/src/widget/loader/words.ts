/* The launcher's few words. The panel has its own catalogues and loads them when it opens. */

import type { WidgetLocale } from "../../language/locale";

interface LauncherWords {
  readonly open: string;
  readonly close: string;
  readonly panel: string;
  readonly unread: (count: number) => string;
}

export const LAUNCHER_WORDS: Record<WidgetLocale, LauncherWords> = {
  en: {
    open: "Open chat",
    close: "Close chat",
    panel: "Customer service chat",
    unread: (count) => (count === 1 ? "Open chat, 1 new message" : `Open chat, ${count} new messages`),
  },
  "zh-Hans": {
    open: "打开客服聊天",
    close: "关闭客服聊天",
    panel: "客服聊天",
    unread: (count) => `打开客服聊天，${count} 条新消息`,
  },
  ar: {
    open: "فتح المحادثة",
    close: "إغلاق المحادثة",
    panel: "محادثة خدمة العملاء",
    unread: (count) => `فتح المحادثة، الرسائل الجديدة: ${count}`,
  },
};
