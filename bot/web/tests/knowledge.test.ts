import { expect, test } from "vitest";
import { longDifference } from "../src/desk/knowledge/long-difference";
import { obstacle } from "../src/desk/knowledge/uploads";

const LIMITS = { suffixes: [".md", ".pdf", ".zip"], max_bytes: 100 };

test("files are refused by kind and size before they are sent", () => {
  expect(obstacle({ name: "Guide.PDF", size: 100 }, LIMITS)).toBeNull();
  expect(obstacle({ name: "setup.exe", size: 1 }, LIMITS)).toBe("unknownKind");
  expect(obstacle({ name: "guide.md", size: 101 }, LIMITS)).toBe("tooLarge");
});

test("a change in a long text is shown word by word, with what stands around it", () => {
  const lines = Array.from({ length: 4_000 }, (_, place) => `Line number ${place}.\n`);
  const before = lines.join("");
  lines[2_000] = "Line that changed.\n";
  const found = longDifference(before, lines.join(""));
  expect(found.filter(({ kind }) => kind === "gone").map(({ text }) => text).join("")).toContain("2000");
  expect(found.filter(({ kind }) => kind === "new").map(({ text }) => text).join("")).toContain("changed");
  expect(found.map(({ text }) => text).join("").length).toBeLessThan(500);
});

test("equal texts have no pieces that differ", () => {
  expect(longDifference("a\nb", "a\nb").every(({ kind }) => kind === "same")).toBe(true);
});
