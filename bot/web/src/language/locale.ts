/*
 * Which of our languages a person gets, and how that language writes times.
 * Knows no words: those stand in the catalogues of the widget and of the desk.
 */

export const LOCALES = ["en", "zh-Hans"] as const;
export type Locale = (typeof LOCALES)[number];

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

/** The first of `wanted` (BCP 47 tags, best first) that we speak; English where there is none. */
export function chooseLocale(wanted: readonly (string | null | undefined)[]): Locale {
  for (const tag of wanted) {
    const language = tag?.toLowerCase().split("-")[0];
    const found = LOCALES.find((locale) => locale.toLowerCase().split("-")[0] === language);
    if (found) return found;
  }
  return "en";
}

/** Sets the document's language and writing direction. */
export function applyLocale(locale: string): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = RIGHT_TO_LEFT.has(locale.split("-")[0] ?? "") ? "rtl" : "ltr";
}

/** Catalogues are loaded when they are needed, so that nobody downloads all languages. */
export type Catalogues<Words> = Record<Locale, () => Promise<Words>>;
