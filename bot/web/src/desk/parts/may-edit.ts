/* Who changes articles: editors, and those who may do all that editors do. */

import type { SignedIn } from "../api/records/session";

export function mayEdit(user: SignedIn["user"] | null | undefined): boolean {
  return user != null && user.role !== "agent";
}
