/* What the room shows: days and filters. Kept while the desk is open, so that who comes back finds the same. */

import { signal, type Signal } from "@preact/signals";
import type { InsightQuery } from "../api/insights";
import { plusDays } from "./days";

export const SPANS = [7, 30, 90] as const;
export type Span = (typeof SPANS)[number] | "free";

export interface View extends InsightQuery {
  readonly span: Span;
}

const USUAL = 30;

/** `null` until the server has said what day it is where the team is. */
export const view: Signal<View | null> = signal(null);

export function firstView(today: string): View {
  return { ...lastDays(USUAL, today), channel: "", language: "", intent: "" };
}

export function lastDays(span: (typeof SPANS)[number], today: string): Pick<View, "span" | "from" | "to"> {
  return { span, from: plusDays(today, 1 - span), to: today };
}

export function queryOf({ from, to, channel, language, intent }: View): InsightQuery {
  return { from, to, channel, language, intent };
}
