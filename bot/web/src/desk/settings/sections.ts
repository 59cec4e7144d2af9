/* The parts of the settings, in their order, and who sees each. */

import type { Role } from "../api/records/settings";
import { ROLES } from "../api/records/settings";

export const SECTIONS = ["start", "account", "people", "hours", "rules", "forms", "widget", "telegram", "privacy", "health", "audit"] as const;
export type SectionId = (typeof SECTIONS)[number];

const SEEN_BY: Record<SectionId, Role> = {
  start: "lead", account: "agent", people: "admin", hours: "agent", rules: "editor", forms: "editor", widget: "editor",
  telegram: "admin", privacy: "admin", health: "lead", audit: "admin",
};

export function sectionsFor(role: string): readonly SectionId[] {
  const rank = ROLES.indexOf(role as Role);
  return SECTIONS.filter((section) => rank >= ROLES.indexOf(SEEN_BY[section]));
}

/** The section of an address; the first that there is for the role where it names none. */
export function chosenSection(named: string | null, role: string): SectionId {
  const mine = sectionsFor(role);
  return mine.find((section) => section === named) ?? (mine.includes("people") ? "people" : "account");
}
