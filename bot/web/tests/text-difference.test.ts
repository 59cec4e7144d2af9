import { expect, test } from "vitest";
import { difference } from "../src/desk/parts/text-difference";

test("what stays, what went and what came are told apart by words", () => {
  expect(difference("Within 30 days of delivery.", "Within 14 days.")).toEqual([
    { kind: "same", text: "Within " }, { kind: "gone", text: "30" }, { kind: "new", text: "14" },
    { kind: "same", text: " days" }, { kind: "gone", text: " of delivery" }, { kind: "same", text: "." },
  ]);
});

test("scripts without gaps are compared by characters", () => {
  expect(difference("三十天内退货", "十四天内退货")).toEqual([
    { kind: "gone", text: "三" }, { kind: "same", text: "十" }, { kind: "new", text: "四" }, { kind: "same", text: "天内退货" },
  ]);
});

test("both texts can be put together again from the pieces, whatever they hold", () => {
  for (const [before, after] of [["", ""], ["", "a b"], ["a  b\n", ""], ["x y z", "z y x"], ["a ".repeat(2000), "b"]] as const) {
    const pieces = difference(before, after);
    const without = (kind: string): string => pieces.filter((each) => each.kind !== kind).map(({ text }) => text).join("");
    expect([without("new"), without("gone")]).toEqual([before, after]);
  }
});
