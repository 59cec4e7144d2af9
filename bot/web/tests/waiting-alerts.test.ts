import { beforeEach, expect, test, vi } from "vitest";
import { WaitingAlerts } from "../src/desk/alerts/waiting-alerts";
import type { PageTitle } from "../src/desk/alerts/page-title";

beforeEach(() => vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined }));

function desk(looking: boolean) {
  const waiting: { id: string; waiting_since: string }[] = [];
  const heard: string[] = [];
  const title = { waiting: { value: 0 } } as PageTitle;
  const api = {
    list: async (_queue: string, _search: object, after: string | null, rows: number) => {
      const begin = Number(after ?? 0);
      const end = begin + rows;
      return { conversations: waiting.slice(begin, end), counts: { waiting: waiting.length }, next: end < waiting.length ? String(end) : null };
    },
  };
  const alarm = {
    looking: () => looking,
    sound: () => heard.push("sound"),
    notify: (fresh: readonly { id: string }[]) => heard.push(...fresh.map(({ id }) => id)),
  };
  const alerts = new WaitingAlerts(api as never, title, alarm as never);
  const begins = (id: string, since = "1"): void => void waiting.push({ id, waiting_since: since });
  return { alerts, heard, title, begins, waiting };
}

test("what waited before the desk was opened is no news, what begins to wait is, once", async () => {
  const { alerts, heard, title, begins } = desk(false);
  begins("old");
  await alerts.look();
  expect(heard).toEqual([]);
  begins("new");
  await alerts.look();
  await alerts.look();
  expect(heard).toEqual(["sound", "new"]);
  expect(title.waiting.value).toBe(2);
});

test("who waits anew is news again", async () => {
  const { alerts, heard, begins, waiting } = desk(false);
  await alerts.look();
  begins("a", "1");
  await alerts.look();
  waiting.length = 0;
  begins("a", "2");
  await alerts.look();
  expect(heard).toEqual(["sound", "a", "sound", "a"]);
});

test("nothing is heard by somebody who looks, nor a sound where it is switched off", async () => {
  const looking = desk(true);
  await looking.alerts.look();
  looking.begins("a");
  await looking.alerts.look();
  expect(looking.heard).toEqual([]);
  const silent = desk(false);
  silent.alerts.switchSound(false);
  await silent.alerts.look();
  silent.begins("a");
  await silent.alerts.look();
  expect(silent.heard).toEqual(["a"]);
});

test("the last of a thousand who wait is heard of, and once", async () => {
  const { alerts, heard, title, begins } = desk(false);
  for (let number = 0; number < 999; number += 1) begins(`old ${number}`);
  await alerts.look();
  begins("new");
  await alerts.look();
  await alerts.look();
  expect(heard).toEqual(["sound", "new"]);
  expect(title.waiting.value).toBe(1_000);
});
