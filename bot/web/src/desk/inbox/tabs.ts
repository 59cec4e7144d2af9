/* Under which of the five tabs a queue stands. */

import { TABS, type Queue, type Tab } from "../api/records/inbox";

/** What one is mentioned in stands under "mine", an operator's own queue under "waiting". */
export function tabOf(queue: Queue): Tab {
  if (queue === "mentions") return "mine";
  return TABS.find((tab) => tab === queue) ?? "waiting";
}
