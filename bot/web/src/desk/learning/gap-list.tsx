/* What the knowledge base does not hold: matters that customers asked about in vain. */

import { useEffect, useState } from "preact/hooks";
import { fileNameOf, markdownOf, type ArticleDraft, type Gap, type GapPage } from "../api/gaps";
import { useDesk } from "../desk";
import { Link } from "../parts/link";
import { mayEdit } from "../parts/may-edit";
import { sentenceFor } from "../problem";
import { NEW, NEW_TEMPLATE } from "../router";
import { draftFrom } from "../templates/template-draft";

/** `changed` stands for all that may have closed or opened one: another value has them looked up anew. */
export function GapList({ changed = null }: { readonly changed?: unknown }) {
  const { words, gaps: api } = useDesk();
  const [page, setPage] = useState<GapPage | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => void api.all().then(setPage, setProblem), [api, changed]);
  if (problem !== null) return <p class="banner bad" role="alert">{sentenceFor(problem, words)}</p>;
  if (page === null || page.gaps.length === 0) return null;
  return (
    <section class="gaps">
      <h2>{words.gaps.title}</h2>
      <p class="small muted">{words.gaps.hint}</p>
      <ul>{page.gaps.map((gap) => <li key={gap.id}><GapLine gap={gap} /></li>)}</ul>
      {page.matters > page.gaps.length && <p class="small muted">{words.review.more(page.matters - page.gaps.length)}</p>}
    </section>
  );
}

function GapLine({ gap }: { readonly gap: Gap }) {
  const { words } = useDesk();
  const [, ...others] = gap.questions;
  const [latest] = gap.answers.slice(-1);
  return (
    <>
      <span dir="auto">{gap.question}</span>
      <p class="tags small">
        <span class="tag">{words.learning.people(gap.people)}</span>
        {gap.answered_now && <span class="tag">{words.gaps.answeredNow}</span>}
        {latest && <Link to={{ page: "inbox", queue: "closed", conversation: latest.conversation }}>{words.gaps.answered}</Link>}
      </p>
      {others.length > 0 && (
        <details class="small">
          <summary>{words.gaps.alike(others.length)}</summary>
          <ul>{others.map((question) => <li key={question} dir="auto">{question}</li>)}</ul>
        </details>
      )}
      {gap.closest.length > 0 && <Closest gap={gap} />}
      {gap.draft === null ? <WriteArticle title={gap.question} body="" /> : <Draft draft={gap.draft} />}
    </>
  );
}

function Closest({ gap }: { readonly gap: Gap }) {
  const { words } = useDesk();
  return (
    <p class="small muted">
      {words.gaps.closest}{" "}
      {gap.closest.map(({ article, title, url, similarity }, place) => (
        <span key={article}>
          {place > 0 && ", "}
          {url === null ? title : <a href={url} target="_blank" rel="noreferrer">{title}</a>} ({words.percent(similarity)})
        </span>
      ))}
    </p>
  );
}

function Draft({ draft }: { readonly draft: ArticleDraft }) {
  const desk = useDesk();
  const { words, router } = desk;
  const write = (): void => {
    desk.begun = draftFrom(draft.title, draft.body);
    router.go({ page: "templates", template: NEW_TEMPLATE });
  };
  return (
    <>
      <blockquote class="quoted" dir="auto">{draft.body}</blockquote>
      <div class="choices">
        <WriteArticle {...draft} />
        <button type="button" class="quiet" onClick={() => save(draft)}>{words.gaps.download}</button>
        <button type="button" class="quiet" onClick={write}>{words.learning.write}</button>
      </div>
    </>
  );
}

/** Opens the editor with what is known. */
function WriteArticle({ title, body }: ArticleDraft) {
  const desk = useDesk();
  if (!mayEdit(desk.user.value)) return null;
  const begin = (): void => {
    desk.begunArticle = { title, body };
    desk.router.go({ page: "knowledge", article: NEW });
  };
  return <button type="button" onClick={begin}>{desk.words.gaps.writeArticle}</button>;
}

function save(draft: ArticleDraft): void {
  const address = URL.createObjectURL(new Blob([markdownOf(draft)], { type: "text/markdown" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileNameOf(draft);
  link.click();
  URL.revokeObjectURL(address);
}
