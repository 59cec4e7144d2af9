import { expect, test } from "vitest";
import { OutgoingQueue } from "../src/chat/outgoing";
import { MemoryStore } from "../src/chat/storage";

function queueOver(store: MemoryStore): OutgoingQueue {
  let made = 0;
  return new OutgoingQueue(store, () => `id-${(made += 1)}-${store.length}`, () => 1000);
}

const text = (words: string) => ({ kind: "text", text: words }) as const;

test("entries come back in order after a reload, to be sent with the same ids", () => {
  const store = new MemoryStore();
  const before = queueOver(store);
  const ids = ["one", "two", "three"].map((words) => before.add(text(words)).id);
  before.sending(ids[0] ?? "");
  const after = queueOver(store);
  expect(after.entries.map(({ id }) => id)).toEqual(ids);
  expect(after.head?.delivery).toBe("waiting");
});

test("what was refused is kept with its reason after a reload, and not sent again", () => {
  const store = new MemoryStore();
  const queue = queueOver(store);
  queue.delivered(queue.add(text("one")).id, 7);
  queue.refused(queue.add(text("two")).id, "too long");
  const last = queue.add(text("three"));
  const after = queueOver(store);
  expect(after.head?.id).toBe(last.id);
  expect(after.entries.map(({ delivery, problem }) => [delivery, problem])).toEqual([["refused", "too long"], ["waiting", null]]);
});

test("a refused entry does not hold up the next one", () => {
  const queue = queueOver(new MemoryStore());
  queue.refused(queue.add(text("one")).id, "no");
  const second = queue.add(text("two"));
  expect(queue.head?.id).toBe(second.id);
});

test("a damaged entry in storage is passed over", () => {
  const store = new MemoryStore();
  store.setItem("frontdesk.outgoing.x", "{cut");
  expect(queueOver(store).entries).toEqual([]);
});
