/*
 * Counts what arrived while the panel was closed, and tells the host page of each new message.
 * What was seen in one tab is seen in all: the count goes by what the store says.
 */

import { effect } from "@preact/signals";
import type { Conversation } from "../../chat/conversation";
import type { KeyValueStore } from "../../chat/outgoing";
import { keepSeen, readSeen } from "../../chat/storage";
import type { Tabs } from "../../chat/tabs";
import type { HostPage } from "./host";

export function watchUnread(conversation: Conversation, host: HostPage, store: KeyValueStore, tabs: Tabs): void {
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
    if (host.visible && !document.hidden && last > 0) {
      keepSeen(store, last);
      if (conversation.status.value === "live") conversation.tellRead();
    }
    const seenUpTo = readSeen(store);
    const count = messages.filter(({ seq, author }) => seq > seenUpTo && author !== "customer").length;
    host.tell({ frontdesk: "unread", count });
  };
  effect(report);
  effect(() => host.tell({ frontdesk: "kept", kept: conversation.begun || conversation.outgoing.value.length > 0 }));
  host.on("shown", report);
  tabs.onChange(report);
  document.addEventListener("visibilitychange", report);
}
