import { expect, test } from "vitest";
import { contrast, legible, readAccent, textOn } from "../src/theme/accent";

test("a colour is read in its long and its short form, and nothing else is one", () => {
  expect(readAccent(" #0B6E6E ")).toBe("#0b6e6e");
  expect(readAccent("#abc")).toBe("#aabbcc");
  for (const wrong of ["teal", "#12345", "rgb(0,0,0)", "", null, 7]) expect(readAccent(wrong)).toBeNull();
});

test("every colour carries text that can be read, and changes only where it has to", () => {
  for (let level = 0; level < 256; level += 1) {
    const part = level.toString(16).padStart(2, "0");
    for (const accent of [`#${part}${part}${part}`, `#ff${part}00`, `#00${part}ff`, `#${part}80${part}`]) {
      const used = legible(accent);
      expect(contrast(textOn(used), used)).toBeGreaterThanOrEqual(4.5);
      if (contrast(textOn(accent), accent) >= 4.5) expect(used).toBe(accent);
    }
  }
});
