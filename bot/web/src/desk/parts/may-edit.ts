/* Who may do what: editors change articles and labels; leads see figures and decide what is learned. */

import type { SignedIn } from "../api/records/session";

export function mayEdit(user: SignedIn["user"] | null | undefined): boolean {
  return user != null && user.role !== "agent";
}

/** Leads and admins. */
export function mayLead(user: SignedIn["user"] | null | undefined): boolean {
  return user?.role === "lead" || user?.role === "admin";
}
