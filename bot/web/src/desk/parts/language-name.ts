/* A language as a person of the given language calls it. */

export function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
  } catch {
    return code; // Whatever an import called it.
  }
}
