/* Insights: shares with what they are of, kinds that fit a chart, tables that no spreadsheet runs, days and durations. */

import { describe, expect, it } from "vitest";
import type { Figure, Part } from "../src/desk/api/records/insights";
import { csvOf } from "../src/desk/insights/csv";
import { dayName, plusDays } from "../src/desk/insights/days";
import { spoken } from "../src/desk/insights/durations";
import { kindsShown, meanScore, OTHERS, share, stacked, totalOf } from "../src/desk/insights/reckoning";
import { rowsForCsv } from "../src/desk/insights/rows";
import { firstView, lastDays } from "../src/desk/insights/view";
import { insights as english } from "../src/desk/words/insights-en";
import { insights as chinese } from "../src/desk/words/insights-zh-Hans";

const part = (id: string, counts: readonly number[], before = 0): Part => ({
  id, name: id, counts, total: counts.reduce((sum, count) => sum + count, 0), before,
});

function figure(parts: readonly Part[], more: Partial<Figure> = {}): Figure {
  const total = parts.reduce((sum, each) => sum + each.total, 0);
  const before = parts.reduce((sum, each) => sum + each.before, 0);
  return {
    figure: "contacts", from: "2026-11-25", to: "2026-11-26", step: "day", buckets: ["2026-11-25", "2026-11-26"],
    parts, total, before, conversations: total, ...more,
  };
}

describe("shares", () => {
  it("are not told of fewer than five", () => {
    expect(share(3, 4)).toEqual({ value: null, part: 3, of: 4 });
    expect(share(3, 5).value).toBeCloseTo(0.6);
    expect(share(0, 0).value).toBeNull();
  });

  it("have means only of something", () => {
    const parts = [part("5", [2, 1]), part("1", [1, 0], 2)];
    expect(meanScore(parts, "total")).toEqual({ mean: 4, count: 4 });
    expect(meanScore(parts, "before")).toEqual({ mean: 1, count: 2 });
    expect(meanScore([], "total")).toEqual({ mean: null, count: 0 });
    expect(totalOf(figure(parts), ["5", "4"])).toBe(3);
  });
});

describe("kinds of a chart", () => {
  const many = figure(Array.from({ length: 9 }, (_, place) => part(`k${place}`, [9 - place, 1], 1)));

  it("put together what there is no room for, and lose nothing", () => {
    const kinds = kindsShown(many, null);
    expect(kinds.map(({ id }) => id)).toEqual(["k0", "k1", "k2", "k3", "k4", OTHERS]);
    expect(kinds.reduce((sum, { total }) => sum + total, 0)).toBe(many.total);
    expect(kinds.reduce((sum, { before }) => sum + before, 0)).toBe(many.before);
    expect(stacked(kinds).at(-1)).toEqual([45, 9]);
  });

  it("keep an order of their own, without those that did not happen", () => {
    const found = kindsShown(figure([part("late", [1, 0]), part("kept", [5, 0]), part("open", [0, 0], 3)]), ["kept", "late", "open"]);
    expect(found.map(({ id }) => id)).toEqual(["kept", "late"]);
  });
});

describe("tables to save", () => {
  it("hold every kind, every day and the sums", () => {
    const rows = rowsForCsv(figure([part("a", [1, 2], 4), part("", [0, 5])]), english);
    expect(rows).toEqual([
      ["From", "a", "Not recognised", "Total"],
      ["2026-11-25", 1, 0, 1],
      ["2026-11-26", 2, 5, 7],
      ["Total", 3, 5, 8],
      ["Before", 4, 0, 4],
    ]);
  });

  it("run nothing in a spreadsheet, and quote what needs it", () => {
    const csv = csvOf([["=cmd()", "+1", "-2", "@x", "a,b", 'say "hi"', "two\nlines", null, -3]]);
    expect(csv).toBe("\uFEFF'=cmd(),'+1,'-2,'@x,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,-3\r\n");
  });
});

describe("time", () => {
  it("counts days without the browser's zone", () => {
    expect(plusDays("2026-03-29", 1)).toBe("2026-03-30");
    expect(plusDays("2026-01-01", -1)).toBe("2025-12-31");
    expect(lastDays(7, "2026-11-26")).toEqual({ span: 7, from: "2026-11-20", to: "2026-11-26" });
    expect(firstView("2026-11-26")).toMatchObject({ from: "2026-10-28", to: "2026-11-26", intent: "" });
    expect(dayName("2026-11-26", "en")).toBe("Nov 26");
    expect(dayName("2026-11-01", "en", "month")).toBe("Nov 2026");
  });

  it("is spoken in its two largest units", () => {
    expect(spoken(0, "en")).toBe("0 sec");
    expect(spoken(42.4, "en")).toBe("42 sec");
    expect(spoken(90, "en")).toBe("2 min");
    expect(spoken(7500, "en")).toBe("2 hr 5 min");
    expect(spoken(90_000, "en")).toBe("25 hr");
  });
});

describe("words", () => {
  it("name every kind that the server counts, in both languages", () => {
    const kinds = ["asked", "rule", "distress", "matter", "language", "unsure", "details", "form", "switched_off", "failure", "passed_on", "unanswered", "other"];
    for (const words of [english, chinese]) {
      for (const kind of kinds) expect(words.part("handovers", kind, kind)).not.toBe(kind);
      expect(words.part("handovers", "unanswered", "")).not.toBe(words.part("first_responses", "unanswered", ""));
    }
  });
});
