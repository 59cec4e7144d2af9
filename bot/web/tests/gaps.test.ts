import { expect, test } from "vitest";
import { fileNameOf, markdownOf } from "../src/desk/api/gaps";

test("a draft is a Markdown article with its question as the title", () => {
  expect(markdownOf({ title: "Do you sell tandems?", body: "No tandems.\n" })).toBe("# Do you sell tandems?\n\nNo tandems.\n");
});

test("its file is named by the question's letters, in any language", () => {
  expect(fileNameOf({ title: "Do you sell tandems?", body: "" })).toBe("do-you-sell-tandems.md");
  expect(fileNameOf({ title: "有双人车吗？", body: "" })).toBe("有双人车吗.md");
  expect(fileNameOf({ title: "???", body: "" })).toBe("article.md");
  expect(fileNameOf({ title: "../../etc/passwd", body: "" })).toBe("etc-passwd.md");
});
