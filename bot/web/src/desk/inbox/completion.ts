/*
 * What is being named while somebody writes: a canned answer behind "/", a colleague behind "@" in a note. Knows the
 * text and the caret, not what there is to choose from.
 */

import type { Draft } from "./drafts";

export interface Trigger {
  readonly kind: "answer" | "colleague";
  /** What stands behind the mark. */
  readonly query: string;
  /** Where the mark stands. */
  readonly start: number;
}

const LONGEST_QUERY = 40;

/** `null` where nothing is being named. A mark counts at the beginning of a word only: "and/or" is no answer. */
export function triggerAt(text: string, caret: number, mode: Draft["mode"]): Trigger | null {
  const mark = mode === "reply" ? "/" : "@";
  const start = text.lastIndexOf(mark, caret - 1);
  if (start < 0 || (start > 0 && !/\s/u.test(text.charAt(start - 1)))) return null;
  const query = text.slice(start + 1, caret);
  if (query.length > LONGEST_QUERY || query.includes("\n") || query.startsWith(" ")) return null;
  return { kind: mode === "reply" ? "answer" : "colleague", query, start };
}

/** The text with the mark and what was typed behind it replaced, and where the caret then is. */
export function completed(text: string, { start, query }: Trigger, chosen: string): { readonly text: string; readonly caret: number } {
  const rest = text.slice(start + 1 + query.length);
  return { text: text.slice(0, start) + chosen + rest, caret: start + chosen.length };
}

/** The first place that an agent has to fill, as [customer name]; `null` where there is none. */
export function firstGap(text: string, missing: readonly string[]): { readonly from: number; readonly to: number } | null {
  const marks = missing.map((name) => `[${name.replaceAll("_", " ")}]`);
  const found = marks.map((mark) => ({ from: text.indexOf(mark), to: text.indexOf(mark) + mark.length })).filter(({ from }) => from >= 0);
  return found.sort((one, other) => one.from - other.from)[0] ?? null;
}
