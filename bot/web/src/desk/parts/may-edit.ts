/* Who may do what: editors change articles, leads see figures, and each may do what those before may. */

import type { SignedIn } from "../api/records/session";

export function mayEdit(user: SignedIn["user"] | null | undefined): boolean {
  return user != null && user.role !== "agent";
}

export function mayLead(user: SignedIn["user"] | null | undefined): boolean {
  return user?.role === "lead" || user?.role === "admin";
}
