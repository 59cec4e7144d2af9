/* Whether a template may be said now, and how the desk's date fields hold its moments. */

import type { FurtherContent } from "../api/records/template-parts";

export type Validity =
  | { readonly kind: "always" }
  | { readonly kind: "not_yet" | "ends" | "ended"; readonly at: string };

type Dated = Pick<FurtherContent, "valid_from" | "valid_until">;

export function validityOf({ valid_from, valid_until }: Dated, now: Date): Validity {
  if (valid_until !== null && new Date(valid_until) <= now) return { kind: "ended", at: valid_until };
  if (valid_from !== null && now < new Date(valid_from)) return { kind: "not_yet", at: valid_from };
  return valid_until === null ? { kind: "always" } : { kind: "ends", at: valid_until };
}

/** What a field of local date and time shows of an ISO moment. */
export function localOf(iso: string | null): string {
  if (iso === null) return "";
  const date = new Date(iso);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** The ISO moment that such a field means; null where it is empty. */
export function isoOf(local: string): string | null {
  return local === "" ? null : new Date(local).toISOString();
}
