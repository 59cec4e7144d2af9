/* Counts what arrived while the panel was closed, and tells the host page of each new message. */

import { effect } from "@preact/signals";
import type { Conversation } from "../../chat/conversation";
import type { HostPage } from "./host";

export function watchUnread(conversation: Conversation, host: HostPage): void {
  let seenUpTo = 0;
  let announcedUpTo = 0;
  let firstBatch = true;
  const report = (): void => {
    const messages = conversation.messages.value;
    const last = messages.at(-1)?.seq ?? 0;
    if (!firstBatch) {
      for (const { seq, author } of messages) {
        if (seq > announcedUpTo) host.tell({ frontdesk: "message", author });
      }
    }
    if (messages.length > 0) firstBatch = false;
    announcedUpTo = last;
    if (host.visible) {
      seenUpTo = last;
      // Nobody reads in a tab that lies behind others; the answer then also goes out by mail.
      if (!document.hidden && conversation.status.value === "live") conversation.tellRead();
    }
    const count = messages.filter(({ seq, author }) => seq > seenUpTo && author !== "customer").length;
    host.tell({ frontdesk: "unread", count });
  };
  effect(report);
  host.onShown(report);
  document.addEventListener("visibilitychange", report);
}
