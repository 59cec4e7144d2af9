/*
 * What a draft holds in each language. The first language with a text is the template's own: its
 * title and its buttons are the plain ones, those of further languages stand beside them.
 */

import type { TemplateButton } from "../api/records/templates";
import { TEXT_LANGUAGES, type TemplateDraft } from "./template-draft";

/** Languages that have a field: the usual ones, and any other that the template already has. */
export function languagesOf({ texts, titles, buttons_in }: TemplateDraft): readonly string[] {
  const found = [texts, titles, buttons_in].flatMap((part) => Object.keys(part));
  const others = found.filter((tag) => !(TEXT_LANGUAGES as readonly string[]).includes(tag));
  return [...TEXT_LANGUAGES, ...new Set(others.sort())];
}

/** The template's own language; null while it has no text. */
export function ownLanguage({ texts }: TemplateDraft): string | null {
  return Object.keys(texts).find((tag) => !isBlank(texts[tag])) ?? null;
}

/** Whether `language` has a title of its own, or could have one. */
export function hasFurtherTitle(draft: TemplateDraft, language: string): boolean {
  return !isBlank(draft.titles[language]) || isFurther(draft, language);
}

export function buttonsOf(draft: TemplateDraft, language: string): readonly TemplateButton[] {
  return hasFurtherButtons(draft, language) ? (draft.buttons_in[language] ?? []) : draft.buttons;
}

/** The change of the draft that gives `language` these buttons. */
export function withButtons(
  draft: TemplateDraft,
  language: string,
  buttons: readonly TemplateButton[],
): Partial<TemplateDraft> {
  return hasFurtherButtons(draft, language)
    ? { buttons_in: { ...draft.buttons_in, [language]: buttons } }
    : { buttons };
}

function hasFurtherButtons(draft: TemplateDraft, language: string): boolean {
  return (draft.buttons_in[language] ?? []).length > 0 || isFurther(draft, language);
}

function isFurther(draft: TemplateDraft, language: string): boolean {
  const own = ownLanguage(draft);
  return own !== null && own !== language;
}

function isBlank(text: string | undefined): boolean {
  return (text ?? "").trim() === "";
}
