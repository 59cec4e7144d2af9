import { expect, test } from "vitest";
import { buttonsOf, hasFurtherTitle, languagesOf, ownLanguage, withButtons } from "../src/desk/templates/draft-languages";
import { EMPTY_DRAFT, type TemplateDraft } from "../src/desk/templates/template-draft";

const START = [{ label: "Start", text: "start" }];
const ENGLISH: TemplateDraft = { ...EMPTY_DRAFT, title: "Returns", texts: { en: "Yes." }, buttons: START };

test("the first language with a text is the template's own", () => {
  expect(ownLanguage(EMPTY_DRAFT)).toBeNull();
  expect(ownLanguage({ ...EMPTY_DRAFT, texts: { en: " ", "zh-Hans": "可以。" } })).toBe("zh-Hans");
});

test("every language in which something is written has a field", () => {
  expect(languagesOf({ ...ENGLISH, titles: { nl: "Retour" }, texts: { de: "Ja.", en: "Yes." } })).toEqual(["en", "zh-Hans", "de", "nl"]);
});

test("a title of its own is asked for in further languages only", () => {
  expect(["en", "zh-Hans"].map((tag) => hasFurtherTitle(EMPTY_DRAFT, tag))).toEqual([false, false]);
  expect(["en", "zh-Hans"].map((tag) => hasFurtherTitle(ENGLISH, tag))).toEqual([false, true]);
  expect(hasFurtherTitle({ ...ENGLISH, titles: { en: "Sent back" } }, "en")).toBe(true);
});

test("each language has buttons of its own", () => {
  const both = { ...ENGLISH, ...withButtons(ENGLISH, "zh-Hans", [{ label: "开始", text: "退货" }]) };
  expect(buttonsOf(both, "zh-Hans")).toEqual([{ label: "开始", text: "退货" }]);
  expect(buttonsOf(both, "en")).toEqual(START);
  expect(withButtons(both, "en", [])).toEqual({ buttons: [] });
});
