/* What the panel shows by the language: the configuration, the words, and how files are chosen. */

import type { Conversation } from "../../chat/conversation";
import { FileChoice } from "../../files/choice";
import { applyLocale, chooseLocale, WIDGET_LOCALES, type WidgetLocale } from "../../language/locale";
import { CATALOGUES, type Words } from "../words/words";
import type { View, WidgetConfig } from "./context";

export interface Spoken {
  readonly locale: WidgetLocale;
  /** The bot speaks more languages than these pages are written in. */
  readonly bot: string;
  readonly words: Words;
}

/** The words for whoever wants `asked`, or else what the browser says. */
export async function speak(asked: string | null): Promise<Spoken> {
  const locale = chooseLocale([asked, ...navigator.languages], WIDGET_LOCALES);
  applyLocale(locale);
  const bot = (asked ?? navigator.languages[0] ?? locale).slice(0, 35);
  return { locale, bot, words: await CATALOGUES[locale]() };
}

export async function readConfig(locale: string): Promise<WidgetConfig> {
  const response = await fetch(`/api/widget/config?locale=${encodeURIComponent(locale)}`);
  if (!response.ok) throw new Error(`The configuration could not be read: ${response.status}.`);
  return (await response.json()) as WidgetConfig;
}

export function viewIn({ locale, words }: Spoken, config: WidgetConfig, conversation: Conversation): View {
  const choice = new FileChoice(
    (file, onProgress, stop) => conversation.attach(file, onProgress, stop),
    words.files, locale, config.attachments,
  );
  return { config, locale, words, choice };
}
