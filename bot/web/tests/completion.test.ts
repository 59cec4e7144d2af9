import { describe, expect, test } from "vitest";
import { completed, firstGap, triggerAt } from "../src/desk/inbox/completion";

describe("what is being named", () => {
  test("an answer behind a slash at the beginning of a word, up to the caret", () => {
    expect(triggerAt("/ret", 4, "reply")).toEqual({ kind: "answer", query: "ret", start: 0 });
    expect(triggerAt("Hello\n/return per", 17, "reply")?.query).toBe("return per");
    expect(triggerAt("/return", 3, "reply")?.query).toBe("re");
  });

  test("a colleague behind an @, in notes alone", () => {
    expect(triggerAt("ask @ev", 7, "note")).toEqual({ kind: "colleague", query: "ev", start: 4 });
    expect(triggerAt("ask @ev", 7, "reply")).toBeNull();
  });

  test.each(["and/or", "https://shop", "1 / 2", "/a\nb", `/${"x".repeat(60)}`, ""])("nothing in %j", (text) => {
    expect(triggerAt(text, text.length, "reply")).toBeNull();
  });

  test("an address is no colleague", () => expect(triggerAt("write to a@b", 12, "note")).toBeNull());
});

test("what was typed is replaced, and the rest stays", () => {
  const text = "Hi /ret and bye";
  const trigger = triggerAt(text, 7, "reply");
  expect(trigger && completed(text, trigger, "30 days")).toEqual({ text: "Hi 30 days and bye", caret: 10 });
});

test("the first place to fill is found by where it stands", () => {
  expect(firstGap("a [two] [one]", ["one", "two"])).toEqual({ from: 2, to: 7 });
  expect(firstGap("[order number]", ["order_number"])).toEqual({ from: 0, to: 14 });
  expect(firstGap("nothing", ["one"])).toBeNull();
});
