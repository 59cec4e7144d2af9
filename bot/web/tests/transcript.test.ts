import { expect, test } from "vitest";
import { transcriptOf } from "../src/widget/panel/transcript";
import { words } from "../src/widget/words/en";
import { message } from "./fakes";

const NOON = Date.UTC(2026, 0, 7, 12);

test("a transcript names who spoke, by days, with sources and files", () => {
  const answer = {
    ...message(2, "bot", "Within 45 days.", NOON),
    sources: [{ title: "Returns", url: "/returns", quote: "", reads: "" }],
  };
  const file = { id: "a", name: "plan.pdf", media_type: "application/pdf", size: 1, state: "stored" } as const;
  const agent = { ...message(3, "agent", "Here it is.", NOON + 86_400_000), name: "Robin", attachments: [file] };
  const text = transcriptOf([message(1, "customer", "How long?", NOON), answer, agent], "Shop", "en", words, "https://shop.example/");
  expect(text.match(/^— .* —$/gm)).toHaveLength(2);
  for (const part of ["You\nHow long?", "Shop (Automated)\nWithin 45 days.\n  Sources: Returns <https://shop.example/returns>", "Robin (Person)\nHere it is.\n  [plan.pdf]"]) {
    expect(text).toContain(part);
  }
});
