/* Light or dark by the host page's word instead of the system's: turns the styles' own dark blocks on or off. */

export type Theme = "auto" | "light" | "dark";

export function readTheme(text: unknown): Theme | null {
  return text === "auto" || text === "light" || text === "dark" ? text : null;
}

/** To be called once the page's styles are there. */
export function forceTheme(theme: Theme): void {
  if (theme === "auto") return;
  document.documentElement.style.colorScheme = theme;
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSMediaRule) || !rule.media.mediaText.includes("prefers-color-scheme: dark")) continue;
      rule.media.mediaText = theme === "dark" ? "all" : "not all";
    }
  }
}
