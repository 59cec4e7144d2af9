import { beforeEach, expect, test } from "vitest";
import { followLink, linkOf } from "../src/chat/link";
import { MemoryStore, readSession } from "../src/chat/storage";

let asked: string[];
let store: MemoryStore;
const api = {
  resume: (link: string) => {
    asked.push(link);
    return Promise.resolve({ conversation_id: "c", token: `token of ${link}`, expires_at: "2026-12-01" });
  },
};

beforeEach(() => {
  asked = [];
  store = new MemoryStore();
});

test("only the page that links lead to holds a link", () => {
  expect([linkOf("/c/abc.d-e_f"), linkOf("/widget/"), linkOf("/c/"), linkOf("/c/a/b")]).toEqual([
    "abc.d-e_f", null, null, null,
  ]);
});

test("a reload of the tab keeps the session that the link was exchanged for", async () => {
  await followLink(api, "one", store);
  await followLink(api, "one", store);
  expect([asked, readSession(store)?.token]).toEqual([["one"], "token of one"]);
});

test("another link in the same tab opens its own conversation", async () => {
  await followLink(api, "one", store);
  await followLink(api, "two", store);
  expect([asked, readSession(store)?.token]).toEqual([["one", "two"], "token of two"]);
});
