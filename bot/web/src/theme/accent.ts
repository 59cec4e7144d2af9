/* The company's colour: checked, and paired with a text colour that can be read on it. */

export const DEFAULT_ACCENT = "#1f5f8b";

/** The colour as `#rrggbb`, or null when it is not one. */
export function readAccent(text: unknown): string | null {
  return typeof text === "string" && /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : null;
}

/** Relative luminance, 0 to 1, of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const channel = (start: number): number => {
    const value = parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** White or near-black, whichever has the higher contrast on `accent`. */
export function textOn(accent: string): string {
  const light = luminance(accent);
  const dark = luminance("#111827");
  return 1.05 / (light + 0.05) >= (light + 0.05) / (dark + 0.05) ? "#ffffff" : "#111827";
}
