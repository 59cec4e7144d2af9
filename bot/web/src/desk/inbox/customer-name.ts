/* What to call a customer: by name where it is known, else as a visitor with the conversation's short id. */

import type { ConversationSummary } from "../api/records/inbox";
import type { Words } from "../words/words";

export function customerName({ customer, id }: ConversationSummary, words: Words): string {
  return customer || words.inbox.visitor(id.slice(0, 4));
}
