/* Why a draft waits for somebody who reads it: what speaks against it, or that a colleague wrote it unread. */

import { dayName } from "../../language/dates";
import type { Template } from "../api/records/templates";
import { useDesk } from "../desk";

export function HeldBack({ template }: { readonly template: Template }) {
  const { words: { editor }, locale } = useDesk();
  const { held_back: reason, evidence } = template;
  if (!reason) return null;
  const said = evidence?.worded
    ? editor.worded(evidence.agents?.join(", ") ?? "", evidence.last ? dayName(evidence.last, locale) : "")
    : editor.heldBack(reason);
  return <p class="banner warn" dir="auto">{said}</p>;
}
