import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Conversation } from "../src/chat/conversation";
import { MemoryStore } from "../src/chat/storage";
import { FakeApi, FakeSocket, FakeTabs, type Turns } from "./fakes";

let api: FakeApi;
let store: MemoryStore;
let turns: Turns;
let made = 0;

beforeEach(() => {
  vi.useFakeTimers();
  api = new FakeApi();
  store = new MemoryStore();
  turns = new Map();
});
afterEach(() => void vi.useRealTimers());

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(5);

function openTab() {
  const tabs = new FakeTabs(turns);
  const sockets: FakeSocket[] = [];
  const conversation = new Conversation({
    store, api, tabs, locale: "en",
    newId: () => `id-${(made += 1)}`,
    openSocket: (path, protocols) => {
      const socket = new FakeSocket(path, protocols);
      sockets.push(socket);
      return socket;
    },
  });
  conversation.start();
  return { conversation, tabs, sockets };
}

test("a tab joins the conversation that another one began", async () => {
  const [first, second] = [openTab(), openTab()];
  first.conversation.say("hello");
  await settle();
  second.tabs.changed("frontdesk.session");
  expect(second.conversation.begun).toBe(true);
  expect(second.sockets[0]?.protocols[1]).toBe("frontdesk.token-1");
  second.conversation.say("me, too");
  await settle();
  expect(api.sessions).toBe(1);
});

test("a tab that does not know of the other's conversation yet does not begin a second one", async () => {
  const [first, second] = [openTab(), openTab()];
  first.conversation.say("hello");
  await settle();
  second.conversation.say("hello, too");
  await settle();
  expect(api.sessions).toBe(1);
});

test("what another tab wrote is shown, and gone once that one has delivered it", async () => {
  const [first, second] = [openTab(), openTab()];
  api.reachable = false;
  first.conversation.say("later");
  await settle();
  const id = first.conversation.outgoing.value[0]?.id ?? "";
  second.tabs.changed(`frontdesk.outgoing.${id}`);
  await settle();
  expect(second.conversation.outgoing.value.map((entry) => entry.id)).toEqual([id]);
  store.removeItem(`frontdesk.outgoing.${id}`);
  second.tabs.changed(`frontdesk.outgoing.${id}`);
  expect(second.conversation.outgoing.value).toEqual([]);
});

test("what was forgotten in one tab is gone from the other", async () => {
  const [first, second] = [openTab(), openTab()];
  first.conversation.say("hello");
  await settle();
  second.tabs.changed("frontdesk.session");
  await first.conversation.forget();
  second.tabs.changed("frontdesk.session");
  expect(api.forgotten).toEqual(["token-1"]);
  expect([second.conversation.begun, second.conversation.messages.value, store.length]).toEqual([false, [], 0]);
});
