import { expect, test } from "vitest";
import type { Template } from "../src/desk/api/records/templates";
import { differences } from "../src/desk/templates/content-parts";
import { contentOf, draftFrom, draftOf, EMPTY_DRAFT, identifierFor, sameContent } from "../src/desk/templates/template-draft";

const TEMPLATE: Template = {
  id: "returns", version: 3, updated_at: "2026-01-01T00:00:00Z", title: "Returns", intents: ["return"],
  titles: { de: "Rückgabe" }, examples: ["send it back", "return this"], texts: { en: "Yes.", de: "Ja." },
  buttons: [{ label: "Start", text: "start a return" }],
  buttons_in: { de: [{ label: "Los", text: "Rückgabe beginnen" }] }, state: "live",
  variants: { en: ["Sure."] }, texts_on: { telegram: { en: "Yes!" } }, follow_ups: ["refunds"],
  attachments: [{ name: "form.pdf", sha256: "a".repeat(64) }], owner: "eve@shop.example",
  valid_from: null, valid_until: "2026-12-24T00:00:00+00:00",
};

test("a template that nobody touched is saved as it was", () => {
  const { id: _id, version: _version, updated_at: _updated, ...content } = TEMPLATE;
  expect(contentOf(draftOf(TEMPLATE))).toEqual(content);
});

test("blank lines, languages and buttons are left out", () => {
  const draft = { ...draftOf(TEMPLATE), examples: " a \n\n b", texts: { en: "x", de: " " }, titles: { de: " " }, buttons: [{ label: " ", text: "y" }], buttons_in: { de: [{ label: "", text: "" }] } };
  expect(contentOf(draft)).toEqual({ ...contentOf(draftOf(TEMPLATE)), examples: ["a", "b"], texts: { en: "x" }, titles: {}, buttons: [], buttons_in: {} });
});

test("wordings and channels' texts that hold nothing are left out", () => {
  const draft = { ...draftOf(TEMPLATE), variants: { en: [" ", "Sure."], de: [""] }, texts_on: { telegram: { en: " " }, web: { en: "Hi" } } };
  expect(contentOf(draft)).toMatchObject({ variants: { en: ["Sure."] }, texts_on: { web: { en: "Hi" } } });
});

test("a moment is the same however it is written, and every part can differ", () => {
  const content = contentOf(draftOf(TEMPLATE));
  expect(differences(content, { ...content, valid_until: "2026-12-24T01:00:00+01:00" })).toEqual([]);
  const bare = { ...content, variants: {}, texts_on: {}, follow_ups: [], attachments: [], owner: null, valid_until: null };
  expect(differences(content, bare).map(({ name, of }) => [name, of])).toEqual([
    ["owner", ""], ["valid_until", ""], ["variants", "en"], ["texts_on", "telegram, en"], ["follow_ups", ""], ["attachments", ""],
  ]);
});

test("the order of languages is no difference, a word is", () => {
  const draft = draftOf(TEMPLATE);
  expect(sameContent(draft, { ...draft, texts: { de: "Ja.", en: "Yes." } })).toBe(true);
  const changed = contentOf({ ...draft, texts: { de: "Nein.", en: "Yes." } });
  expect(differences(contentOf(draft), changed)).toEqual([{ name: "texts", of: "de", before: "Ja.", after: "Nein." }]);
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
