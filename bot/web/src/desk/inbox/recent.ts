/*
 * Conversations as they were read last. Who opens one again, or the next of the list, sees it at once; it is read anew
 * meanwhile.
 */

import type { ConversationsApi } from "../api/conversations";
import type { Conversation } from "../api/records/inbox";

const MOST = 40;

export class RecentConversations {
  private readonly known = new Map<string, Conversation>();
  private readonly asked = new Set<string>();

  constructor(private readonly api: Pick<ConversationsApi, "open">) {}

  get(id: string): Conversation | null {
    return this.known.get(id) ?? null;
  }

  keep(record: Conversation): void {
    this.known.delete(record.id);
    this.known.set(record.id, record);
    for (const oldest of [...this.known.keys()].slice(0, -MOST)) this.known.delete(oldest);
  }

  forget(): void {
    this.known.clear();
  }

  /** Reads one that is likely to be opened next; where that fails, opening it will tell. */
  async prepare(id: string): Promise<void> {
    if (this.known.has(id) || this.asked.has(id)) return;
    this.asked.add(id);
    try {
      this.keep(await this.api.open(id));
    } catch {
      // Opening it reads it anyway.
    } finally {
      this.asked.delete(id);
    }
  }
}
