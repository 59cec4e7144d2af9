/* What a review of the labels found, a list for each kind, each line with its decisions. */

import type { ComponentChildren } from "preact";
import type { Confusion, Doubt, Likeness } from "../api/records/review";
import { useDesk } from "../desk";
import { Choices } from "./choices";
import type { OpenReview } from "./open-review";

const SHOWN = 20;

interface ListProperties<Item> {
  readonly title: string;
  readonly items: readonly Item[];
  readonly line: (item: Item) => ComponentChildren;
}

export function FindingList<Item>({ title, items, line }: ListProperties<Item>) {
  const { words } = useDesk();
  return (
    <section>
      <h2>{title}</h2>
      {items.length === 0 && <p class="muted">{words.review.empty}</p>}
      <ul>{items.slice(0, SHOWN).map((item, index) => <li key={index}>{line(item)}</li>)}</ul>
      {items.length > SHOWN && <p class="small muted">{words.review.more(items.length - SHOWN)}</p>}
    </section>
  );
}

export function DoubtLine({ open, doubt }: { readonly open: OpenReview; readonly doubt: Doubt }) {
  const { words } = useDesk();
  const choices = [
    { intent: doubt.intent, label: words.review.keep(open.nameOf(doubt.intent)) },
    { intent: doubt.proposed, label: words.review.move(open.nameOf(doubt.proposed)) },
  ];
  return (
    <>
      <span dir="auto">{doubt.text}</span>
      <Choices open={open} text={doubt.text} choices={choices} drop={words.review.drop} />
    </>
  );
}

export function LikenessLine({ open, likeness }: { readonly open: OpenReview; readonly likeness: Likeness }) {
  const { words } = useDesk();
  const intents = [...new Set([likeness.intent, likeness.other_intent])];
  const rows = [[likeness.text, likeness.intent], [likeness.other_text, likeness.other_intent]] as const;
  const shown = likeness.text === likeness.other_text ? rows.slice(0, 1) : rows;
  return (
    <>
      {shown.map(([text, own]) => (
        <div key={text}>
          <span dir="auto">{text}</span>
          <Choices
            open={open}
            text={text}
            drop={words.review.drop}
            choices={intents.map((intent) => ({
              intent,
              label: (intent === own ? words.review.keep : words.review.move)(open.nameOf(intent)),
            }))}
          />
        </div>
      ))}
    </>
  );
}

export function ConfusionLine({ open, confusion }: { readonly open: OpenReview; readonly confusion: Confusion }) {
  const { words } = useDesk();
  const [one, other] = [open.nameOf(confusion.one), open.nameOf(confusion.other)];
  return (
    <>
      <strong>{one} · {other}</strong>{" "}
      <span class="small muted">{words.review.confused(confusion.confused, words.percent(confusion.share))}</span>
      <ul>
        {confusion.examples.map(([text, intent]) => (
          <li key={text}>
            <span dir="auto">{text}</span> <span class="small muted">{open.nameOf(intent)}</span>
          </li>
        ))}
      </ul>
      <Merges open={open} one={confusion.one} other={confusion.other} />
    </>
  );
}

function Merges({ open, one, other }: { readonly open: OpenReview; readonly one: string; readonly other: string }) {
  const { words, user } = useDesk();
  const role = user.value?.role;
  if (role !== "lead" && role !== "admin") return null;
  const ways = [[one, other], [other, one]] as const;
  const merge = (from: string, into: string): void => {
    const question = words.review.mergeQuestion(open.nameOf(from), open.nameOf(into));
    if (window.confirm(question)) void open.merge(from, into);
  };
  return (
    <div class="choices">
      {ways.map(([from, into]) => (
        <button type="button" key={from} disabled={open.busy.value} onClick={() => merge(from, into)}>
          {words.review.merge(open.nameOf(from), open.nameOf(into))}
        </button>
      ))}
    </div>
  );
}
