import { expect, test } from "vitest";
import type { Outgoing } from "../src/chat/outgoing";
import { buildTimeline } from "../src/widget/panel/timeline";
import { message } from "./fakes";

const DAY_MS = 86_400_000;

function entry(text: string, delivery: Outgoing["delivery"]): Outgoing {
  return { id: text, content: { kind: "text", text }, queuedAt: 0, delivery, seq: null, problem: null };
}

test("each day begins with its date", () => {
  const items = buildTimeline([message(1, "bot", "a"), message(2, "bot", "b"), message(3, "bot", "c", DAY_MS)], []);
  expect(items.map(({ kind }) => kind)).toEqual(["day", "message", "message", "day", "message"]);
});

test("quick replies close as soon as the customer has written, even before it is confirmed", () => {
  const reply = message(2, "bot", "Which one?");
  const openOf = (items: ReturnType<typeof buildTimeline>): boolean[] =>
    items.flatMap((item) => (item.kind === "message" ? [item.open] : []));
  expect(openOf(buildTimeline([reply], []))).toEqual([true]);
  expect(openOf(buildTimeline([reply], [entry("this", "waiting")]))).toEqual([false]);
  expect(openOf(buildTimeline([reply, message(3, "customer", "this")], []))).toEqual([false, false]);
});

test("a message that returns before its acknowledgement is shown once", () => {
  const items = buildTimeline([message(1, "customer", "hello")], [entry("hello", "sending")]);
  expect(items.filter(({ kind }) => kind !== "day")).toHaveLength(1);
});

test("two files without words are told apart", () => {
  const file = (id: string) => ({ id, name: "a", media_type: "image/png", size: 1, state: "stored" }) as const;
  const underWay: Outgoing = { ...entry("", "sending"), content: { kind: "text", text: "", attachment: file("two") } };
  const first = { ...message(1, "customer", ""), attachments: [file("one")] };
  const kinds = (id: string): string[] =>
    buildTimeline([{ ...first, attachments: [file(id)] }], [underWay]).map(({ kind }) => kind);
  expect(kinds("one")).toEqual(["day", "message", "outgoing"]);
  expect(kinds("two")).toEqual(["outgoing"]);
});
