import { expect, test } from "vitest";
import type { Template } from "../src/desk/api/records/templates";
import { contentOf, differingParts, draftFrom, draftOf, EMPTY_DRAFT, identifierFor, sameContent } from "../src/desk/templates/template-draft";

const TEMPLATE: Template = {
  id: "returns", version: 3, updated_at: "2026-01-01T00:00:00Z", title: "Returns", intents: ["return"],
  titles: { de: "Rückgabe" }, examples: ["send it back", "return this"], texts: { en: "Yes.", de: "Ja." },
  buttons: [{ label: "Start", text: "start a return" }],
  buttons_in: { de: [{ label: "Los", text: "Rückgabe beginnen" }] }, state: "live",
};

test("a template that nobody touched is saved as it was", () => {
  const { id: _id, version: _version, updated_at: _updated, ...content } = TEMPLATE;
  expect(contentOf(draftOf(TEMPLATE))).toEqual(content);
});

test("blank lines, languages and buttons are left out", () => {
  const draft = { ...draftOf(TEMPLATE), examples: " a \n\n b", texts: { en: "x", de: " " }, titles: { de: " " }, buttons: [{ label: " ", text: "y" }], buttons_in: { de: [{ label: "", text: "" }] } };
  expect(contentOf(draft)).toEqual({ ...contentOf(draftOf(TEMPLATE)), examples: ["a", "b"], texts: { en: "x" }, titles: {}, buttons: [], buttons_in: {} });
});

test("the order of languages is no difference, a word is", () => {
  const draft = draftOf(TEMPLATE);
  expect(sameContent(draft, { ...draft, texts: { de: "Ja.", en: "Yes." } })).toBe(true);
  expect(differingParts(draft, { ...draft, texts: { de: "Nein.", en: "Yes." } })).toEqual(["texts"]);
});

test("a new template's id comes from its title, in letters that every file format bears", () => {
  expect(identifierFor("Où est ma commande ?", 1)).toBe("ou_est_ma_commande");
  expect(identifierFor("退货", 2)).toBe("template_2");
});

test("what an agent answered becomes a draft in the language of the question", () => {
  expect(contentOf({ ...EMPTY_DRAFT, ...draftFrom("Do you rent\nout bikes?", "We do not.") })).toMatchObject({
    title: "Do you rent out bikes?", examples: ["Do you rent out bikes?"], texts: { en: "We do not." }, state: "draft",
  });
  expect(draftFrom("可以租车吗？", "不可以。").texts).toEqual({ "zh-Hans": "不可以。" });
  expect(draftFrom("Do you rent out bikes?", null).texts).toEqual({});
});
