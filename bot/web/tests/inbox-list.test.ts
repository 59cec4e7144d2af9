import { expect, test } from "vitest";
import type { ConversationsApi } from "../src/desk/api/conversations";
import type { ConversationSummary } from "../src/desk/api/records/inbox";
import { InboxList } from "../src/desk/inbox/inbox-list";
import { asked, isSearching, NO_SEARCH } from "../src/desk/inbox/search-state";

const PAGE = 2;

/** A server with these conversations, in this order. */
function over(ids: string[]) {
  const row = (id: string) => ({ id }) as ConversationSummary;
  const list = async (_queue: string, _search: object, after: string | null = null) => {
    const start = after === null ? 0 : Math.max(0, ids.findIndex((id) => id > after));
    const shown = ids.slice(start, start + PAGE);
    const next = start + PAGE < ids.length ? (shown.at(-1) ?? null) : null;
    return { conversations: shown.map(row), next, counts: {}, queues: {} };
  };
  return new InboxList({ list } as unknown as ConversationsApi, "closed", {});
}

const shown = (list: InboxList): readonly string[] => (list.conversations.value ?? []).map(({ id }) => id);

test("pages follow one another until there are no more", async () => {
  const list = over(["a", "b", "c", "d", "e"]);
  await list.refresh();
  expect(list.hasMore.value).toBe(true);
  await list.more();
  await list.more();
  expect(shown(list)).toEqual(["a", "b", "c", "d", "e"]);
  expect(list.hasMore.value).toBe(false);
});

test("what comes in on top pushes nothing out, and stands once", async () => {
  const ids = ["b", "c", "d", "e"];
  const list = over(ids);
  await list.refresh();
  await list.more();
  ids.unshift("a");
  await list.refresh();
  expect([...shown(list)].sort()).toEqual(["a", "b", "c", "d", "e"]);
});

test("a conversation that left the queue goes, on whatever page it stood", async () => {
  const ids = ["a", "b", "c", "d"];
  const list = over(ids);
  let tell: (change: { kind: "conversation"; id: string }) => void = () => undefined;
  const stop = list.follow({ listen: (listener: typeof tell) => ((tell = listener), () => undefined) } as never);
  await list.refresh();
  await list.more();
  ids.splice(ids.indexOf("d"), 1);
  tell({ kind: "conversation", id: "d" });
  await list.refresh();
  expect(shown(list)).toEqual(["a", "b", "c"]);
  stop();
});

test("a search asks for all conversations, days from their beginning to their end", () => {
  expect(asked(NO_SEARCH, "mine")).toEqual({ queue: "mine", search: {} });
  const { queue, search } = asked({ ...NO_SEARCH, q: " bike ", since: "2026-03-01", until: "2026-03-01" }, "mine");
  expect([queue, search.q]).toEqual(["all", "bike"]);
  expect(Date.parse(search.until ?? "") - Date.parse(search.since ?? "")).toBe(86_400_000 - 1);
  expect(asked({ ...NO_SEARCH, state: "closed" }, "mine").queue).toBe("closed");
  expect(isSearching({ ...NO_SEARCH, q: " " })).toBe(false);
});
