import { describe, expect, it } from "vitest";
import type { Detail, DetailForm, FormsValues } from "../src/desk/api/records/forms";
import { boundOf, isName, languagesIn, moved, removeDetail, renameDetail, suits, writtenForms } from "../src/desk/settings/forms/draft";

/** As the server gives it: every part, at its default where nothing was set. */
const detail = (parts: Partial<Detail>): Detail => ({
  prompts: { en: "Which?" }, type: "text", labels: {}, pattern: null, canonical: null, examples: [], invalid: {}, options: {},
  min: null, max: null, min_length: 1, max_length: 2000, region: null, currency: null, verifies: false, ...parts,
});
const form = (parts: Partial<DetailForm>): DetailForm => ({
  title: { en: "Report" }, when: { intents: [], templates: ["t"] }, fields: ["number", "email"],
  then: { template: null, queue: "damage", messages: {} }, optional: ["email"], opening: {}, lookup: null, confirm: false, ...parts,
});
const values: FormsValues = {
  fields: { number: detail({ pattern: "LW", labels: { de: "Nummer" } }), email: detail({ type: "email" }) },
  forms: { report: form({}) },
};

describe("what is written", () => {
  it("is what somebody set, without defaults", () => {
    expect(writtenForms(values)).toEqual({
      fields: { number: { prompts: { en: "Which?" }, pattern: "LW", labels: { de: "Nummer" } }, email: { prompts: { en: "Which?" }, type: "email" } },
      forms: { report: { title: { en: "Report" }, when: { templates: ["t"] }, fields: ["number", "email"], then: { queue: "damage" }, optional: ["email"] } },
    });
  });
  it("leaves out what another kind had a use for", () => {
    const changed = detail({ type: "number", options: { a: {} }, pattern: "x", canonical: "y", min_length: 9, min: 0 });
    expect(writtenForms({ fields: { changed } })).toEqual({ fields: { changed: { prompts: { en: "Which?" }, type: "number", min: 0 } } });
    expect(suits(detail({ type: "text", pattern: "x" }), "max_length")).toBe(false);
  });
  it("keeps choices without a label, and drops a text that was emptied", () => {
    const choice = detail({ type: "choice", prompts: { en: "Which?", de: "" }, options: { red: { labels: { en: "Red" }, synonyms: [] }, blue: {} } });
    expect(writtenForms({ fields: { choice } })).toEqual({
      fields: { choice: { prompts: { en: "Which?" }, type: "choice", options: { red: { labels: { en: "Red" } }, blue: {} } } },
    });
  });
  it("sends what a new form lacks, so that the server names it", () => {
    expect(writtenForms({ forms: { empty: { title: {}, when: {}, fields: [], then: {} } } })).toEqual({
      forms: { empty: { title: {}, when: {}, fields: [], then: {} } },
    });
  });
});

describe("details", () => {
  it("are renamed and removed in the forms too, in their place", () => {
    const other = renameDetail(values, "number", "order");
    expect([Object.keys(other.fields), other.forms["report"]?.fields]).toEqual([["order", "email"], ["order", "email"]]);
    const fewer = removeDetail(values, "email");
    expect([Object.keys(fewer.fields), fewer.forms["report"]?.fields, fewer.forms["report"]?.optional]).toEqual([["number"], ["number"], []]);
  });
  it("move a step, and not beyond the ends", () => {
    expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
    const list = ["a", "b"];
    expect(moved(list, 0, -1)).toBe(list);
    expect(moved(list, 1, 1)).toBe(list);
  });
  it("have names that a template can name", () => {
    expect(["order_1", "1st", "订单", "a b", ""].map(isName)).toEqual([true, false, false, false, false]);
  });
  it("are bounded by numbers where they are typed as such", () => {
    expect(["5", "-1.5", "today-30", "2026-01-31", " "].map(boundOf)).toEqual([5, -1.5, "today-30", "2026-01-31", null]);
  });
});

it("shows every language in which anything is written", () => {
  expect(languagesIn(values)).toEqual(["en", "zh-Hans", "de"]);
});
