/* The order of what stands in the log: day separators, messages, and what is still on its way. */

import { sameDay } from "../../language/dates";
import type { Outgoing } from "../../chat/outgoing";
import type { Message } from "../../chat/records";

export type TimelineItem =
  | { readonly kind: "day"; readonly key: string; readonly day: string }
  | {
      readonly kind: "message";
      readonly key: string;
      readonly message: Message;
      /** Its quick replies may still be pressed. */
      readonly open: boolean;
      /** It follows a message of the same author, so the name need not be repeated. */
      readonly continues: boolean;
      /** The customer's own latest, to which nobody has said anything yet. */
      readonly unanswered: boolean;
    }
  | { readonly kind: "outgoing"; readonly key: string; readonly entry: Outgoing };

/** `messages` ascending by seq; `outgoing` in the order of sending. */
export function buildTimeline(
  messages: readonly Message[],
  outgoing: readonly Outgoing[],
): TimelineItem[] {
  const onTheWay = outgoing.filter(({ content }) => content.kind !== "handoff");
  const seen = withoutEcho(messages, onTheWay);
  const lastFromCustomer = seen.reduce((last, { author, seq }) => (author === "customer" ? seq : last), 0);
  const items: TimelineItem[] = [];
  let before: Message | null = null;
  for (const message of seen) {
    const newDay = before === null || !sameDay(before.sent_at, message.sent_at);
    if (newDay) items.push({ kind: "day", key: `day-${message.seq}`, day: message.sent_at });
    const continues = !newDay && before?.author === message.author && before.name === message.name;
    const open = onTheWay.length === 0 && message.seq > lastFromCustomer;
    const unanswered = message.author === "customer" && message === seen.at(-1);
    items.push({ kind: "message", key: `seq-${message.seq}`, message, open, continues, unanswered });
    before = message;
  }
  for (const entry of onTheWay) items.push({ kind: "outgoing", key: entry.id, entry });
  return items;
}

/**
 * A message may come back from the server before it is acknowledged. It is the newest of the
 * customer's and says what the entry under way says: show the entry alone until then.
 */
function withoutEcho(messages: readonly Message[], outgoing: readonly Outgoing[]): readonly Message[] {
  const underWay = outgoing.find(({ delivery }) => delivery === "sending");
  if (underWay?.content.kind !== "text") return messages;
  const { text, attachment } = underWay.content;
  const last = messages.findLast(({ author }) => author === "customer");
  const sentSince = last !== undefined && new Date(last.sent_at).getTime() >= underWay.queuedAt - 60_000;
  const same = last?.text === text && last.attachments?.[0]?.id === attachment?.id;
  return sentSince && same ? messages.filter((message) => message !== last) : messages;
}
