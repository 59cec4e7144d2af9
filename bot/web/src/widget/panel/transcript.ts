/* The conversation as a text file, for the customer to keep. Made here: nothing is asked of the server. */

import type { Message } from "../../chat/records";
import { sameDay, timeOfDay } from "../../language/dates";
import type { Words } from "../words/words";

/** Who and when before each message, its words, then its sources and files; addresses are seen from `base`. */
export function transcriptOf(
  messages: readonly Message[], company: string, locale: string, words: Words, base: string,
): string {
  const lines = [words.transcriptOf(company)];
  let before: Message | null = null;
  for (const message of messages) {
    if (before === null || !sameDay(before.sent_at, message.sent_at)) {
      const date = new Date(message.sent_at).toLocaleDateString(locale, { dateStyle: "full" });
      lines.push("", `— ${date} —`);
    }
    lines.push("", `${timeOfDay(message.sent_at, locale)}  ${speaker(message, company, words)}`, message.text);
    for (const { title, url } of message.sources ?? []) lines.push(`  ${words.sources}: ${title}${url ? ` <${new URL(url, base).href}>` : ""}`);
    for (const { name } of message.attachments ?? []) lines.push(`  [${name}]`);
    before = message;
  }
  return `${lines.join("\n")}\n`;
}

export function saveTranscript(messages: readonly Message[], company: string, locale: string, words: Words): void {
  const text = transcriptOf(messages, company, locale, words, document.baseURI);
  const address = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${company.replace(/[^\p{L}\p{N}]+/gu, "-")}-${new Date().toISOString().slice(0, 10)}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function speaker({ author, name }: Message, company: string, words: Words): string {
  switch (author) {
    case "customer": return words.you;
    case "agent": return `${name || words.aPerson} (${words.person})`;
    case "bot": return `${company} (${words.automated})`;
    case "system": return company;
  }
}
