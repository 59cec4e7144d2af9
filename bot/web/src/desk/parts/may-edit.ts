/* Who changes articles and labels: editors, and those who may do all that editors do. */

import type { SignedIn } from "../api/records/session";

export function mayEdit(user: SignedIn["user"] | null | undefined): boolean {
  return user != null && user.role !== "agent";
}

/** Who puts models into service and decides what is learned: leads and admins. */
export function leads(user: SignedIn["user"] | null | undefined): boolean {
  return user?.role === "lead" || user?.role === "admin";
}
