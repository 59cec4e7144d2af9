import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Conversation } from "../src/chat/conversation";
import { MemoryStore } from "../src/chat/storage";
import { FakeApi, FakeSocket } from "./fakes";

let api: FakeApi;
let told: string[];
let conversation: Conversation;

beforeEach(() => {
  vi.useFakeTimers();
  api = new FakeApi();
  told = [];
  conversation = new Conversation({
    store: new MemoryStore(), api, locale: "en", newId: () => `id-${told.length}`,
    openSocket: (path, protocols) => new FakeSocket(path, protocols),
    signIn: { changed: (state) => told.push(state), wanted: () => told.push("wanted") },
  });
  conversation.start();
});
afterEach(() => void vi.useRealTimers());

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(5);

async function begun(): Promise<void> {
  conversation.say("hello");
  await settle();
}

test("the conversation begins with the host's token", async () => {
  await conversation.identify("signed");
  await begun();
  expect(api.begun).toEqual([{ locale: "en", customer: "signed" }]);
});

test("a running conversation is signed in, and a fresh token is wanted a minute before the end", async () => {
  await begun();
  await conversation.identify("signed");
  expect(told).toEqual(["signed-in"]);
  await vi.advanceTimersByTimeAsync(541_000);
  expect(told).toEqual(["signed-in", "wanted"]);
});

test("a token that is not believed leaves a visitor, and is asked for anew once", async () => {
  await conversation.identify("over");
  await begun();
  expect(api.begun).toEqual([{ locale: "en" }]);
  await conversation.identify("over");
  expect(told).toEqual(["refused", "wanted", "refused"]);
});

test("another customer does not get the conversation of the one before", async () => {
  await begun();
  await conversation.identify("foreign");
  expect([conversation.begun, conversation.signIn.token]).toEqual([false, "foreign"]);
});

test("a log-out forgets who it was", async () => {
  await conversation.identify("signed");
  await begun();
  conversation.reset();
  conversation.say("somebody else");
  await settle();
  expect(api.begun.at(-1)).toEqual({ locale: "en" });
});

test("what a token says of its customer is read, whatever it holds", async () => {
  const payload = btoa(unescape(encodeURIComponent('{"name":"Zoë"}'))).replaceAll("+", "-").replaceAll("/", "_");
  await conversation.identify(`x.${payload}.y`);
  expect(conversation.signIn.claims).toEqual({ name: "Zoë" });
  for (const wrong of ["", "x", "x.!!.y", `x.${btoa("null")}.y`]) {
    await conversation.identify(wrong);
    expect(conversation.signIn.claims).toEqual({});
  }
});

test("a token that comes while the conversation begins signs it in", async () => {
  await conversation.identify("over");
  conversation.say("hello");
  await conversation.identify("signed");
  await settle();
  expect(api.begun).toEqual([{ locale: "en" }]);
  expect(told).toEqual(["refused", "wanted", "signed-in"]);
});
