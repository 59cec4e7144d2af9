import { expect, test } from "vitest";
import { leftOut } from "../src/desk/knowledge/left-out";

const DRAFT = { title: "What is [order]?", body: "Dear [name],\nsee [email](mailto:a@b.example)\nor call [phone].", language: null };

test("what redaction took out is found where it stands, and a link is none", () => {
  expect(leftOut(DRAFT, null)).toEqual([
    { text: "[order]", line: null }, { text: "[name]", line: 1 }, { text: "[phone]", line: 3 },
  ]);
});

test("what the article said already is not asked about again", () => {
  expect(leftOut(DRAFT, { ...DRAFT, body: "Dear [name]" })).toEqual([{ text: "[phone]", line: 3 }]);
  expect(leftOut({ ...DRAFT, title: "Orders", body: "Call us [today]." }, null)).toEqual([]);
});
