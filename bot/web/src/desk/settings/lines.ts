/* Lists as people edit them: one entry a line. */

export function linesOf(entries: readonly string[]): string {
  return entries.join("\n");
}

/** The entries, without empty lines and repetitions. */
export function entriesIn(text: string): readonly string[] {
  return [...new Set(text.split("\n").map((line) => line.trim()).filter((line) => line !== ""))];
}
