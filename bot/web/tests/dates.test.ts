import { expect, test } from "vitest";
import { duration, timeAgo } from "../src/language/dates";

const NOW = new Date("2026-05-04T12:00:00Z");

test.each([
  ["2026-05-04T11:59:30Z", "now", "0 sec"],
  ["2026-05-04T11:18:00Z", "42 min. ago", "42 min"],
  ["2026-05-04T09:00:00Z", "3 hr. ago", "3 hr"],
  ["2026-05-02T12:00:00Z", "2 days ago", "2 days"],
  ["2026-05-04T12:00:30Z", "now", "0 sec"],
])("what passed since %s is told as a moment and as a time", (iso, ago, long) => {
  expect(timeAgo(iso, "en", NOW)).toBe(ago);
  expect(duration(iso, "en", NOW)).toBe(long);
});
