/*
 * A template as it is being edited, and its way to and from the record.
 * Example questions are one text with a line each, so that they can be pasted.
 */

import type { Template, TemplateContent } from "../api/records";
import { TEMPLATE_STATES, type TemplateState } from "../api/records";

export const TEXT_LANGUAGES = ["en", "zh-Hans"] as const;

export interface DraftButton {
  readonly label: string;
  readonly text: string;
}

export interface TemplateDraft {
  readonly title: string;
  readonly intents: readonly string[];
  readonly examples: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly buttons: readonly DraftButton[];
  readonly state: TemplateState;
}

export const EMPTY_DRAFT: TemplateDraft = {
  title: "", intents: [], examples: "", texts: {}, buttons: [], state: "draft",
};

export function draftOf(template: Template): TemplateDraft {
  return {
    title: template.title,
    intents: template.intents,
    examples: template.examples.join("\n"),
    texts: template.texts,
    buttons: template.buttons,
    state: template.state,
  };
}

/** What is sent: blank lines, empty languages and empty buttons left out. */
export function contentOf(draft: TemplateDraft): TemplateContent {
  const lines = draft.examples.split("\n").map((line) => line.trim());
  const texts = Object.entries(draft.texts).filter(([, text]) => text.trim() !== "");
  return {
    title: draft.title.trim(),
    intents: draft.intents,
    examples: lines.filter((line) => line !== ""),
    texts: Object.fromEntries(texts),
    buttons: draft.buttons
      .map(({ label, text }) => ({ label: label.trim(), text: text.trim() || label.trim() }))
      .filter(({ label }) => label !== ""),
    state: draft.state,
  };
}

/** An id for a new template, made of its title; `attempt` counts from 1, in case it is taken. */
export function identifierFor(title: string, attempt: number): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "");
  const name = plain.slice(0, 60) || "template";
  return attempt === 1 ? name : `${name}_${attempt}`;
}

/** Whether saving would change anything. */
export function sameContent(first: TemplateDraft, second: TemplateDraft): boolean {
  return differingParts(first, second).length === 0;
}

/** The parts in which two drafts differ. */
export function differingParts(first: TemplateDraft, second: TemplateDraft): (keyof TemplateContent)[] {
  const one = contentOf(first);
  const other = contentOf(second);
  const parts: (keyof TemplateContent)[] = ["title", "intents", "examples", "texts", "buttons", "state"];
  return parts.filter((part) => canonical(one[part]) !== canonical(other[part]));
}

function canonical(value: TemplateContent[keyof TemplateContent]): string {
  const sorted = typeof value === "object" && !Array.isArray(value) ? Object.entries(value).sort() : value;
  return JSON.stringify(sorted);
}

/** Languages that have a field: the usual ones, and any other that the template already has. */
export function languagesOf(draft: TemplateDraft): readonly string[] {
  const others = Object.keys(draft.texts).filter((tag) => !(TEXT_LANGUAGES as readonly string[]).includes(tag));
  return [...TEXT_LANGUAGES, ...others.sort()];
}

export function readState(value: string): TemplateState {
  return TEMPLATE_STATES.find((state) => state === value) ?? "draft";
}
