/* What is reckoned from counts for the eye: shares, means, and the kinds that a chart has room for. */

import type { Figure, Part } from "../api/records/insights";

/** Of fewer no share is told: one more or less would move it by a fifth. */
export const FEWEST = 5;
/** Kinds that a chart shows by themselves; the rest is one more. */
export const MOST_KINDS = 6;
export const OTHERS = "~others";

export interface Share {
  /** From 0 to 1; `null` where there are too few. */
  readonly value: number | null;
  readonly part: number;
  readonly of: number;
}

export function share(part: number, of: number): Share {
  return { value: of < FEWEST ? null : part / of, part, of };
}

/** The mean of scores, each kind of the figure being one. */
export function meanScore(parts: readonly Part[], which: "total" | "before"): { readonly mean: number | null; readonly count: number } {
  const count = parts.reduce((sum, part) => sum + part[which], 0);
  const points = parts.reduce((sum, part) => sum + Number(part.id) * part[which], 0);
  return { mean: count === 0 ? null : points / count, count };
}

export function totalOf(figure: Figure, ids: readonly string[], which: "total" | "before" = "total"): number {
  return figure.parts.reduce((sum, part) => sum + (ids.includes(part.id) ? part[which] : 0), 0);
}

/** The kinds in the order given, or the most frequent first; what a chart has no room for is put together. */
export function kindsShown(figure: Figure, order: readonly string[] | null): readonly Part[] {
  const parts = figure.parts.filter(({ total }) => total > 0);
  if (order) return order.map((id) => parts.find((part) => part.id === id)).filter((part) => part !== undefined);
  if (parts.length <= MOST_KINDS) return parts;
  const [first, rest] = [parts.slice(0, MOST_KINDS - 1), parts.slice(MOST_KINDS - 1)];
  const counts = figure.buckets.map((_, place) => rest.reduce((sum, part) => sum + (part.counts[place] ?? 0), 0));
  const sum = (which: "total" | "before"): number => rest.reduce((total, part) => total + part[which], 0);
  return [...first, { id: OTHERS, name: OTHERS, counts, total: sum("total"), before: sum("before") }];
}

/** Heights of stacked bars: of each kind, how high it and those before it stand together. */
export function stacked(parts: readonly Part[]): readonly (readonly number[])[] {
  const heights: number[][] = [];
  for (const { counts } of parts) {
    const below = heights.at(-1);
    heights.push(counts.map((count, place) => count + (below?.[place] ?? 0)));
  }
  return heights;
}

/** What went wrong is red, what says nothing is grey; the rest takes the colours in turn. */
const TONES: Readonly<Record<string, number>> = {
  undone: 5, reopened: 5, unhelpful: 5, "1": 5, "2": 2, "3": 6, "4": 3, "5": 1, open: 6, other: 6, [OTHERS]: 6, "": 6,
};

/** The place of a kind's colour, from 1. */
export function toneOf(id: string, place: number): number {
  return TONES[id] ?? (place % MOST_KINDS) + 1;
}
