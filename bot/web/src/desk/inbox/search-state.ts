/* What is searched for in the inbox, as a person enters it, and as the server is asked. */

import type { InboxSearch } from "../api/conversations";

export interface SearchState {
  readonly q: string;
  /** A list of the desk's, as the server names it; empty for all. */
  readonly state: string;
  readonly agent: string;
  readonly language: string;
  readonly channel: string;
  /** Days as a date field writes them: 2026-03-01; empty for any. */
  readonly since: string;
  readonly until: string;
}

export const NO_SEARCH: SearchState = { q: "", state: "", agent: "", language: "", channel: "", since: "", until: "" };

export function isSearching(search: SearchState): boolean {
  return Object.values(search).some((value) => value.trim() !== "");
}

/** Which queue is asked for, and narrowed to what; days count from their beginning to their end, where the agent is. */
export function asked(search: SearchState, queue: string): { readonly queue: string; readonly search: InboxSearch } {
  if (!isSearching(search)) return { queue, search: {} };
  const { q, state, agent, language, channel, since, until } = search;
  const found = { q: q.trim(), agent, language, channel, since: beginOf(since), until: endOf(until) };
  return { queue: state || "all", search: Object.fromEntries(Object.entries(found).filter(([, value]) => value !== "")) };
}

function beginOf(day: string): string {
  return day === "" ? "" : new Date(`${day}T00:00:00`).toISOString();
}

function endOf(day: string): string {
  return day === "" ? "" : new Date(`${day}T23:59:59.999`).toISOString();
}
