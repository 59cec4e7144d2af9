/* The desk's language, kept in this browser for the next visit. */

import { LOCALES, type Locale } from "../../language/locale";
import { useDesk } from "../desk";

const KEY = "frontdesk.desk.locale";
const NAMES: Record<Locale, string> = { en: "English", "zh-Hans": "简体中文" };

export function keptLocale(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // Storage is forbidden: the browser's languages decide.
  }
}

export function LanguageChoice() {
  const { words, locale, router } = useDesk();
  const choose = (chosen: string): void => {
    if (!router.mayLeave()) return;
    localStorage.setItem(KEY, chosen);
    location.reload();
  };
  return (
    <select class="language" aria-label={words.language} value={locale} onChange={(event) => choose(event.currentTarget.value)}>
      {LOCALES.map((name) => (
        <option key={name} value={name}>
          {NAMES[name]}
        </option>
      ))}
    </select>
  );
}
