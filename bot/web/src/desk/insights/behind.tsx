/* The conversations behind a number, in a dialog: each is a link into the inbox. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { Chosen } from "../api/insights";
import type { ConversationsBehind, Figure } from "../api/records/insights";
import { useDesk } from "../desk";
import { customerName } from "../inbox/customer-name";
import { CloseIcon } from "../parts/icons";
import { Link } from "../parts/link";
import { sentenceFor } from "../problem";
import { dayName } from "./days";
import { useKindName } from "./kind-name";
import { queryOf, type View } from "./view";

interface Props {
  readonly figure: Figure;
  readonly view: View;
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

type Listed = ConversationsBehind["conversations"][number];

export function Behind({ figure, view, chosen, onClose }: Props) {
  const { words, locale } = useDesk();
  const { insights } = words;
  const dialog = useRef<HTMLDialogElement>(null);
  const { page, listed, problem, more } = useBehind(figure, view, chosen);
  const kindName = useKindName(figure);
  useEffect(() => dialog.current?.showModal(), []);
  const kind = figure.parts.find(({ id }) => id === chosen.part);
  const agent = figure.agents?.find(({ id }) => id === chosen.agent)?.name ?? null;
  const day = chosen.bucket === undefined ? null : dayName(chosen.bucket, locale, figure.step);
  const template = figure.templates?.find(({ id }) => id === chosen.part)?.title ?? null;
  const title = [insights.titles[figure.figure], agent, template, kind ? kindName(kind.id, kind.name) : null, day].filter((each) => each !== null).join(" · ");
  return (
    <dialog ref={dialog} class="dialog behind" aria-label={title} onClose={onClose}>
      <header>
        <h2 dir="auto">{title}</h2>
        <button type="button" class="quiet icon-only" aria-label={insights.close} title={insights.close} onClick={() => dialog.current?.close()}>
          <CloseIcon />
        </button>
      </header>
      {problem !== null && <p class="banner bad" role="alert">{sentenceFor(problem, words)}</p>}
      {page === null && problem === null && <p class="muted">{words.loading}</p>}
      {page !== null && (
        <>
          <p class="small muted" role="status">{insights.conversations(page.total)}</p>
          <ul>{listed.map((each) => <li key={each.id}><Row conversation={each} /></li>)}</ul>
          {page.next !== null && <button type="button" onClick={more}>{insights.more}</button>}
        </>
      )}
    </dialog>
  );
}

function Row({ conversation }: { readonly conversation: Listed }) {
  const { words, locale } = useDesk();
  const at = new Date(conversation.at).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" });
  return (
    <Link to={{ page: "inbox", queue: "all", conversation: conversation.id }} class="row">
      <span class="row-head">
        <strong dir="auto">{customerName(conversation, words)}</strong>
        <time dateTime={conversation.at}>{at}</time>
      </span>
      <span class="preview" dir="auto">{conversation.last_message?.text}</span>
    </Link>
  );
}

function useBehind(figure: Figure, view: View, chosen: Chosen) {
  const { insights: api } = useDesk();
  const [page, setPage] = useState<ConversationsBehind | null>(null);
  const [listed, setListed] = useState<readonly Listed[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const read = (after: string | null): void => {
    api.behind(figure.figure, queryOf(view), chosen, after).then((found) => {
      setPage(found);
      setListed((before) => [...(after === null ? [] : before), ...found.conversations]);
    }, setProblem);
  };
  useEffect(() => read(null), [figure, view, chosen]);
  return { page, listed, problem, more: () => read(page?.next ?? null) };
}
