import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Conversation } from "../src/chat/conversation";
import { MemoryStore } from "../src/chat/storage";
import { FakeApi, FakeSocket, message } from "./fakes";

let sockets: FakeSocket[];
let api: FakeApi;
let store: MemoryStore;

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  api = new FakeApi();
  store = new MemoryStore();
});
afterEach(() => void vi.useRealTimers());

let made = 0;

function open(): Conversation {
  const conversation = new Conversation({
    store,
    api,
    locale: "en",
    newId: () => `id-${(made += 1)}`,
    openSocket: (path, protocols) => {
      const socket = new FakeSocket(path, protocols);
      sockets.push(socket);
      return socket;
    },
  });
  conversation.start();
  return conversation;
}

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const newest = (): FakeSocket => sockets.at(-1) ?? expect.fail("no socket was opened");
const textsSent = (socket: FakeSocket): (string | undefined)[] =>
  socket.sent.filter(({ type }) => type === "message").map(({ text }) => text);

async function connected(): Promise<Conversation> {
  const conversation = open();
  conversation.say("hello");
  await settle();
  newest().open();
  await settle();
  newest().acknowledge(2);
  await settle();
  return conversation;
}

test("opening the panel makes no session and stores nothing", async () => {
  open();
  await settle();
  expect([api.sessions, sockets.length, store.length]).toEqual([0, 0, 0]);
});

test("the token travels as a subprotocol", async () => {
  await connected();
  expect(newest().protocols).toEqual(["frontdesk.v1", "frontdesk.token-1"]);
});

test("messages are sent one at a time, in order", async () => {
  const conversation = await connected();
  conversation.say("one");
  conversation.say("two");
  await settle();
  expect(textsSent(newest())).toEqual(["hello", "one"]);
  newest().acknowledge(3);
  await settle();
  expect(textsSent(newest())).toEqual(["hello", "one", "two"]);
});

test("a message without acknowledgement is sent again with the same id", async () => {
  const conversation = await connected();
  conversation.say("once");
  await settle();
  const first = newest();
  first.break();
  await vi.advanceTimersByTimeAsync(1000);
  newest().open();
  await settle();
  expect(newest()).not.toBe(first);
  expect(newest().sent.at(-1)).toEqual(first.sent.at(-1));
});

test("a reconnection resumes after the last message that was received", async () => {
  await connected();
  newest().receive({ type: "message", ...message(9, "bot", "answer") });
  newest().break();
  await vi.advanceTimersByTimeAsync(1000);
  expect(newest().path).toBe("/api/chat/ws?after=9");
});

test("a silent connection is given up when an acknowledgement does not come", async () => {
  const conversation = await connected();
  conversation.say("anyone?");
  await settle();
  await vi.advanceTimersByTimeAsync(11_000);
  expect(sockets.length).toBeGreaterThan(1);
});

test("two sockets that fail lead to long polling, which delivers too", async () => {
  const conversation = open();
  conversation.say("hello");
  await settle();
  newest().break();
  await vi.advanceTimersByTimeAsync(600);
  newest().break();
  await settle();
  expect(conversation.status.value).toBe("polling");
  await settle();
  expect([...api.stored.values()]).toEqual([{ kind: "text", text: "hello" }]);
  conversation.stop();
});

test("while polling, a socket is tried again after a minute", async () => {
  const conversation = open();
  conversation.say("hello");
  await settle();
  newest().break();
  await vi.advanceTimersByTimeAsync(600);
  newest().break();
  const before = sockets.length;
  await vi.advanceTimersByTimeAsync(85_000);
  expect(sockets.length).toBe(before + 1);
  newest().open();
  expect(conversation.status.value).toBe("live");
  conversation.stop();
});

test("what was written without a network is sent once it is back", async () => {
  api.reachable = false;
  const conversation = open();
  conversation.say("hello");
  await settle();
  expect(conversation.status.value).toBe("offline");
  api.reachable = true;
  conversation.wake();
  await settle();
  newest().open();
  await settle();
  expect(textsSent(newest())).toEqual(["hello"]);
});

test("a token that opens nothing leads to a new conversation, and nothing written is lost", async () => {
  const conversation = await connected();
  conversation.say("still here?");
  await settle();
  const { Refused } = await import("../src/chat/errors");
  vi.spyOn(api, "messages").mockRejectedValue(new Refused({ status: 404 }));
  newest().break();
  await vi.advanceTimersByTimeAsync(600);
  newest().break();
  await settle();
  expect(conversation.restarted.value).toBe(true);
  await settle();
  newest().open();
  await settle();
  expect(newest().protocols[1]).toBe("frontdesk.token-2");
  expect(textsSent(newest())).toEqual(["still here?"]);
});

test("a delivered message stands once, before and after it comes back from the server", async () => {
  const conversation = await connected();
  expect(conversation.outgoing.value).toHaveLength(1);
  newest().receive({ type: "message", ...message(2, "customer", "hello") });
  expect(conversation.outgoing.value).toHaveLength(0);
  newest().receive({ type: "message", ...message(2, "customer", "hello") });
  expect(conversation.messages.value).toHaveLength(1);
});

test("a refused message says why and does not hold up the next", async () => {
  const conversation = await connected();
  conversation.say("bad");
  conversation.say("good");
  await settle();
  const id = newest().sent.at(-1)?.client_msg_id ?? "";
  newest().receive({ type: "error", client_msg_id: id, problem: { status: 413, detail: "Too long." } });
  await settle();
  expect(conversation.outgoing.value.find((entry) => entry.id === id)?.problem).toBe("Too long.");
  expect(textsSent(newest()).at(-1)).toBe("good");
});

const picture = (name: string): File => new File(["x"], name);
const attach = (conversation: Conversation, name: string) =>
  conversation.attach(picture(name), () => undefined, new AbortController().signal);

test("files chosen at once begin one conversation, and go with the messages", async () => {
  const conversation = open();
  const [first, second] = await Promise.all([attach(conversation, "a"), attach(conversation, "b")]);
  expect(api.sessions).toBe(1);
  conversation.say("look", first);
  conversation.say("", second);
  await settle();
  newest().open();
  await settle();
  newest().acknowledge(2);
  await settle();
  const sent = newest().sent.map(({ text, attachment }) => [text, attachment]);
  expect(sent).toEqual([["look", "a under token-1"], ["", "b under token-1"]]);
});

test("files for a conversation that has ended go to one new one", async () => {
  const conversation = await connected();
  api.goneToken = "token-1";
  const files = await Promise.all([attach(conversation, "a"), attach(conversation, "b")]);
  expect(files.map(({ id }) => id)).toEqual(["a under token-2", "b under token-2"]);
  expect(conversation.restarted.value).toBe(true);
});
