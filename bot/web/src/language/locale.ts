/*
 * Which of our languages a person gets, and how that language writes times.
 * Knows no words: those stand in the catalogues of the widget and of the desk.
 */

export const LOCALES = ["en", "zh-Hans"] as const;
export type Locale = (typeof LOCALES)[number];

/** The widget speaks more than the desk: its visitors come from everywhere. */
export const WIDGET_LOCALES = [...LOCALES, "ar"] as const;
export type WidgetLocale = (typeof WIDGET_LOCALES)[number];

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

/** The first of `wanted` (BCP 47 tags, best first) that we speak; English where there is none. */
export function chooseLocale(wanted: readonly (string | null | undefined)[]): Locale;
export function chooseLocale<Known extends string>(
  wanted: readonly (string | null | undefined)[], known: readonly Known[],
): Known | "en";
export function chooseLocale(wanted: readonly (string | null | undefined)[], known: readonly string[] = LOCALES): string {
  for (const tag of wanted) {
    const found = known.find((locale) => languageOf(locale) === languageOf(tag ?? ""));
    if (found) return found;
  }
  return "en";
}

/** Which way a language is written. */
export function directionOf(locale: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(languageOf(locale)) ? "rtl" : "ltr";
}

/** Sets the document's language and writing direction. */
export function applyLocale(locale: string): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
}

function languageOf(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? "";
}

/** Catalogues are loaded when they are needed, so that nobody downloads all languages. */
export type Catalogues<Words, Known extends string = Locale> = Record<Known, () => Promise<Words>>;
