/*
 * A template as it is being edited, and its way to and from the record.
 * Example questions are one text with a line each, so that they can be pasted.
 */

import type { Template, TemplateButton, TemplateContent } from "../api/records/templates";
import { TEMPLATE_STATES, type TemplateState } from "../api/records/templates";
import { differences } from "./content-parts";

export const TEXT_LANGUAGES = ["en", "zh-Hans"] as const;

const LONGEST_TITLE = 80;

export type TemplateDraft = Omit<TemplateContent, "examples"> & { readonly examples: string };

export const EMPTY_DRAFT: TemplateDraft = {
  title: "", titles: {}, intents: [], examples: "", texts: {}, buttons: [], buttons_in: {}, state: "draft",
  variants: {}, texts_on: {}, follow_ups: [], attachments: [], owner: null, valid_from: null, valid_until: null,
};

/** A draft of what an agent once answered, for an editor to finish. */
export function draftFrom(question: string, answer: string | null): Partial<TemplateDraft> {
  const language = /\p{Script=Han}/u.test(question) ? "zh-Hans" : "en";
  const example = question.replace(/\s+/g, " ").trim();
  return { title: example.slice(0, LONGEST_TITLE), examples: example, texts: answer === null ? {} : { [language]: answer } };
}

export function draftOf(template: Template): TemplateDraft {
  return {
    title: template.title,
    titles: template.titles,
    intents: template.intents,
    examples: template.examples.join("\n"),
    texts: template.texts,
    buttons: template.buttons,
    buttons_in: template.buttons_in,
    state: template.state,
    variants: template.variants,
    texts_on: template.texts_on,
    follow_ups: template.follow_ups,
    attachments: template.attachments,
    owner: template.owner,
    valid_from: template.valid_from,
    valid_until: template.valid_until,
  };
}

/** What is sent: blank lines, empty languages and empty buttons left out. */
export function contentOf(draft: TemplateDraft): TemplateContent {
  const lines = draft.examples.split("\n").map((line) => line.trim());
  const translated = Object.entries(draft.buttons_in).map(([tag, buttons]) => [tag, filled(buttons)] as const);
  return {
    title: draft.title.trim(),
    titles: written(draft.titles),
    intents: draft.intents,
    examples: lines.filter((line) => line !== ""),
    texts: written(draft.texts),
    buttons: filled(draft.buttons),
    buttons_in: Object.fromEntries(translated.filter(([, buttons]) => buttons.length > 0)),
    state: draft.state,
    variants: wordings(draft.variants),
    texts_on: ofChannels(draft.texts_on),
    follow_ups: draft.follow_ups,
    attachments: draft.attachments,
    owner: draft.owner,
    valid_from: draft.valid_from,
    valid_until: draft.valid_until,
  };
}

function wordings(variants: TemplateDraft["variants"]): TemplateDraft["variants"] {
  const kept = Object.entries(variants).map(([tag, texts]) => [tag, texts.filter((text) => text.trim() !== "")] as const);
  return Object.fromEntries(kept.filter(([, texts]) => texts.length > 0));
}

function ofChannels(channels: TemplateDraft["texts_on"]): TemplateDraft["texts_on"] {
  const kept = Object.entries(channels).map(([channel, texts]) => [channel, written(texts)] as const);
  return Object.fromEntries(kept.filter(([, texts]) => Object.keys(texts).length > 0));
}

function written(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ""));
}

function filled(buttons: readonly TemplateButton[]): readonly TemplateButton[] {
  return buttons
    .map(({ label, text }) => ({ label: label.trim(), text: text.trim() || label.trim() }))
    .filter(({ label }) => label !== "");
}

/** An id for a new template, made of its title; `attempt` counts from 1, in case it is taken. */
export function identifierFor(title: string, attempt: number): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "");
  const name = plain.slice(0, 60) || "template";
  return attempt === 1 ? name : `${name}_${attempt}`;
}

/** Whether saving would change anything. */
export function sameContent(first: TemplateDraft, second: TemplateDraft): boolean {
  return differences(contentOf(first), contentOf(second)).length === 0;
}

export function readState(value: string): TemplateState {
  return TEMPLATE_STATES.find((state) => state === value) ?? "draft";
}
