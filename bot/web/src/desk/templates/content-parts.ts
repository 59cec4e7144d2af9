/* A template's content taken apart, so that two of them can be compared part by part. */

import type { TemplateButton, TemplateContent } from "../api/records/templates";

export interface Part {
  readonly name: keyof TemplateContent;
  /** The language, and the channel before it where it is one's own. */
  readonly of: string;
  readonly text: string;
}

export interface PartDifference {
  readonly name: keyof TemplateContent;
  readonly of: string;
  readonly before: string;
  readonly after: string;
}

/** The parts in which two contents differ, in the order of the editor. */
export function differences(before: TemplateContent, after: TemplateContent): readonly PartDifference[] {
  const old = new Map(partsOf(before).map((part) => [keyOf(part), part]));
  const fresh = new Map(partsOf(after).map((part) => [keyOf(part), part]));
  return [...new Map([...old, ...fresh]).entries()]
    .map(([key, { name, of }]) => ({ name, of, before: old.get(key)?.text ?? "", after: fresh.get(key)?.text ?? "" }))
    .filter((each) => each.before !== each.after);
}

function keyOf({ name, of }: Part): string {
  return `${name} ${of}`;
}

function partsOf(content: TemplateContent): readonly Part[] {
  const one = (name: keyof TemplateContent, text: string): Part => ({ name, of: "", text });
  const each = <Value>(name: keyof TemplateContent, values: Readonly<Record<string, Value>>, text: (value: Value) => string): Part[] =>
    Object.entries(values).map(([of, value]) => ({ name, of, text: text(value) }));
  return [
    one("title", content.title),
    ...each("titles", content.titles, String),
    one("state", content.state),
    one("owner", content.owner ?? ""),
    one("valid_from", moment(content.valid_from)),
    one("valid_until", moment(content.valid_until)),
    one("intents", content.intents.join("\n")),
    one("examples", content.examples.join("\n")),
    ...each("texts", content.texts, String),
    ...each("variants", content.variants, (texts) => texts.join("\n\n")),
    ...Object.entries(content.texts_on).flatMap(([channel, texts]) =>
      Object.entries(texts).map(([tag, text]) => ({ name: "texts_on" as const, of: `${channel}, ${tag}`, text }))),
    one("buttons", buttonLines(content.buttons)),
    ...each("buttons_in", content.buttons_in, buttonLines),
    one("follow_ups", content.follow_ups.join("\n")),
    one("attachments", content.attachments.map(({ name, sha256 }) => `${name} (${sha256.slice(0, 8)})`).join("\n")),
  ];
}

/** The same moment however it is written. */
function moment(iso: string | null): string {
  return iso === null ? "" : new Date(iso).toISOString();
}

function buttonLines(buttons: readonly TemplateButton[]): string {
  return buttons.map(({ label, text }) => (label === text ? label : `${label} → ${text}`)).join("\n");
}
