/* The replies that quoted the article: what was asked, what was quoted, and whether it helped. */

import { useEffect, useState } from "preact/hooks";
import { timeAgo } from "../../language/dates";
import type { Quotation } from "../api/records/articles";
import { useDesk } from "../desk";
import { Link } from "../parts/link";
import { sentenceFor } from "../problem";

export function AnsweredPanel({ id }: { readonly id: string }) {
  const { words, articles } = useDesk();
  const [answers, setAnswers] = useState<readonly Quotation[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => void articles.answers(id).then(setAnswers, setProblem), [articles, id]);
  if (problem !== null) return <p class="banner bad" role="alert">{sentenceFor(problem, words)}</p>;
  if (answers === null) return <p class="muted">{words.loading}</p>;
  if (answers.length === 0) return <p class="muted">{words.knowledge.notAnswered}</p>;
  return (
    <>
      <p class="small muted">{words.knowledge.answeredHint}</p>
      <ul class="cut">
        {answers.map((answer) => <li key={`${answer.conversation} ${answer.seq}`} class="passage"><Answer answer={answer} /></li>)}
      </ul>
    </>
  );
}

function Answer({ answer }: { readonly answer: Quotation }) {
  const { words: { knowledge }, locale } = useDesk();
  const { conversation, asked, quote, at, helpful } = answer;
  return (
    <>
      <p dir="auto"><strong>{asked}</strong></p>
      <blockquote class="quoted" dir="auto">{quote}</blockquote>
      <p class="small muted tags">
        <time dateTime={at}>{timeAgo(at, locale)}</time>
        {helpful !== null && <span class={helpful ? "tag good" : "tag bad"}>{helpful ? knowledge.helpful : knowledge.unhelpful}</span>}
        <Link to={{ page: "inbox", queue: "closed", conversation }}>{knowledge.seeConversation}</Link>
      </p>
    </>
  );
}
