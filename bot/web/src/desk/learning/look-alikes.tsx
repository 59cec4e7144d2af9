/* Questions without an intent that the bot takes for one, the surest first, and the latest decision to think better of. */

import type { Decided, LookAlike, Review } from "../api/records/review";
import { useDesk } from "../desk";
import { Choices } from "./choices";
import type { OpenReview } from "./open-review";

const SHOWN = 20;

interface Properties {
  readonly open: OpenReview;
  readonly found: NonNullable<Review["overlooked"]>;
}

export function LookAlikes({ open, found }: Properties) {
  const { words: { review: said } } = useDesk();
  const decided = open.decided.value;
  const shown = found.questions.slice(0, SHOWN);
  return (
    <section>
      <h2>{said.alike}</h2>
      <p class="small muted">{said.alikeHint(found.alike, found.strangers)}</p>
      {decided && <Latest open={open} decided={decided} />}
      <ul>{shown.map((question) => <li key={question.text}><Line open={open} question={question} /></li>)}</ul>
      {found.alike > shown.length && <p class="small muted">{said.more(found.alike - shown.length)}</p>}
    </section>
  );
}

function Line({ open, question }: { readonly open: OpenReview; readonly question: LookAlike }) {
  const { words } = useDesk();
  const choices = [
    { intent: question.proposed, label: `${open.nameOf(question.proposed)} ${words.percent(question.sure)}` },
    ...question.others.map((intent) => ({ intent, label: open.nameOf(intent) })),
  ];
  return (
    <>
      <span dir="auto">{question.text}</span>
      <Choices open={open} text={question.text} choices={choices} drop={words.review.noneOfThese} stranger />
    </>
  );
}

function Latest({ open, decided }: { readonly open: OpenReview; readonly decided: Decided }) {
  const { words: { review: said } } = useDesk();
  const be = decided.intent === null ? (decided.stranger ? said.noneOfThese : said.drop) : open.nameOf(decided.intent);
  return (
    <div class="small" role="status">
      {said.decided} <span dir="auto">{decided.text}</span> → <strong dir="auto">{be}</strong>
      <Choices open={open} text={decided.text} choices={[]} drop={decided.stranger ? said.noneOfThese : said.drop} stranger={decided.stranger} />
    </div>
  );
}
