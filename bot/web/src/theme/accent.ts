/* The company's colour: checked, made legible, and paired with a text colour that can be read on it. */

export const DEFAULT_ACCENT = "#1f5f8b";
const NEAR_BLACK = "#111827";
/** What WCAG 2.2 asks between text and what it stands on (AA). */
const LEGIBLE = 4.5;
const STEP = 0.96;

/** The colour as `#rrggbb`, or null when it is not one. */
export function readAccent(text: unknown): string | null {
  if (typeof text !== "string") return null;
  const colour = text.trim().toLowerCase().replace(/^#([0-9a-f])([0-9a-f])([0-9a-f])$/, "#$1$1$2$2$3$3");
  return /^#[0-9a-f]{6}$/.test(colour) ? colour : null;
}

/** White or near-black, whichever has the higher contrast on `accent`. */
export function textOn(accent: string): string {
  return contrast("#ffffff", accent) >= contrast(NEAR_BLACK, accent) ? "#ffffff" : NEAR_BLACK;
}

/** `accent`, or where neither text colour can be read on it the nearest darker shade on which one can. */
export function legible(accent: string): string {
  let colour = accent;
  while (contrast(textOn(colour), colour) < LEGIBLE) colour = darker(colour);
  return colour;
}

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(first: string, second: string): number {
  const [dark = 0, light = 0] = [luminance(first), luminance(second)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

function darker(colour: string): string {
  const parts = channels(colour).map((value) => Math.floor(value * STEP).toString(16).padStart(2, "0"));
  return `#${parts.join("")}`;
}

/** Relative luminance, 0 to 1, of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
}
