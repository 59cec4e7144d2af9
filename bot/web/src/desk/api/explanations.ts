/* What the bot takes a message for now: the words that mattered, and the labelled texts nearest to it. */

import type { ApiClient } from "./client";
import type { MessageExplanation } from "./records/reasons";

/** The server takes no more characters, and looks at fewer. */
const MOST = 8_000;

export class ExplanationsApi {
  constructor(private readonly client: ApiClient) {}

  of(text: string): Promise<MessageExplanation> {
    return this.client.post("/explain", { text: text.slice(0, MOST) });
  }
}
