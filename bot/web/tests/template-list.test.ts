import { expect, it } from "vitest";
import type { Template } from "../src/desk/api/records/templates";
import type { TemplatesApi } from "../src/desk/api/templates";
import { EMPTY_DRAFT } from "../src/desk/templates/template-draft";
import { chooseTemplates, TemplateList } from "../src/desk/templates/template-list";

const refund: Template = { ...EMPTY_DRAFT, id: "t", title: "So", intents: ["wtf_money"], examples: [], version: 1, updated_at: "" };

it("templates are found by what people call their intents", async () => {
  const api = { list: async () => [refund], intents: async () => [{ id: "wtf_money", name: "A refund" }] };
  const list = new TemplateList(api as unknown as TemplatesApi);
  await list.refresh();
  expect(list.names.value.get("wtf_money")).toBe("A refund");
  expect(chooseTemplates([refund], "a refund", null, list.names.value)).toEqual([refund]);
  expect(chooseTemplates([refund], "a refund", null, new Map())).toEqual([]);
});
