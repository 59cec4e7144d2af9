/*
 * What a key is called in shortcuts, on every keyboard. Where a key writes a Latin letter or a mark, that is its name:
 * people press what is printed on it (AZERTY, Dvorak). Where it writes another script, its place on the keyboard names
 * it, so that Russian, Greek or Arabic layouts, and an input method that is switched on, break nothing.
 */

type Pressed = Pick<KeyboardEvent, "key" | "code">;

const NAMED = new Set(["?", "/", "Escape", "Enter", "ArrowUp", "ArrowDown"]);

/** `null` for keys that no shortcut can have. */
export function keyName({ key, code }: Pressed): string | null {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  if (/^[0-9]$/.test(key)) return key;
  if (NAMED.has(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return letter.toLowerCase();
  return /^Digit([0-9])$/.exec(code)?.[1] ?? null;
}
