/* What is being brought in, and what was lately: how far it is, what came of it, and why something was left out. */

import { timeAgo } from "../../language/dates";
import type { ArticleImport, ImportPage } from "../api/records/articles";
import { useDesk } from "../desk";
import { CloseIcon } from "../parts/icons";
import { fileSize } from "../../files/records";
import type { ArticleUploads, Upload, UploadProblem } from "./uploads";

interface Props {
  readonly uploads: ArticleUploads;
  readonly page: ImportPage | null;
  readonly onAgain: (address: string) => void;
}

export function ImportList({ uploads, page, onAgain }: Props) {
  const { words: { knowledge } } = useDesk();
  const underWay = uploads.list.value;
  const imports = page?.imports ?? [];
  if (underWay.length + imports.length === 0) return null;
  return (
    <>
      <h3>{knowledge.imports}</h3>
      <ul class="imports" aria-live="polite">
        {underWay.map((upload) => <li key={upload.key}><UploadLine upload={upload} uploads={uploads} most={page?.max_bytes ?? 0} /></li>)}
        {imports.map((each) => <li key={each.id}><ImportLine found={each} onAgain={onAgain} /></li>)}
      </ul>
    </>
  );
}

interface UploadProps {
  readonly upload: Upload;
  readonly uploads: ArticleUploads;
  readonly most: number;
}

function UploadLine({ upload: { key, name, state }, uploads, most }: UploadProps) {
  const { words, locale } = useDesk();
  const { knowledge } = words;
  const sentence = (problem: UploadProblem): string =>
    problem === "tooLarge" ? knowledge.tooLarge(fileSize(most, locale)) : knowledge[problem];
  return (
    <>
      <p class="import-head">
        <strong dir="auto">{name}</strong>
        {state.kind === "refused" && (
          <button type="button" class="quiet icon-only" aria-label={knowledge.dismiss(name)} title={knowledge.dismiss(name)} onClick={() => uploads.dismiss(key)}>
            <CloseIcon />
          </button>
        )}
      </p>
      {state.kind === "queued" && <p class="small muted">{knowledge.queued}</p>}
      {state.kind === "sending" && (
        <p class="small muted">
          <progress max={1} value={state.share === 1 ? undefined : state.share} aria-label={name} />{" "}
          {state.share === 1 ? knowledge.reading : knowledge.uploading(words.percent(state.share))}
        </p>
      )}
      {state.kind === "refused" && <p class="small error">{sentence(state.problem)}</p>}
    </>
  );
}

interface ImportProps {
  readonly found: ArticleImport;
  readonly onAgain: (address: string) => void;
}

function ImportLine({ found, onAgain }: ImportProps) {
  const { words: { knowledge }, locale } = useDesk();
  const { kind, name, state, ended_at: ended, started_by: by, started_at: started } = found;
  return (
    <>
      <p class="import-head">
        <strong dir="auto">{name}</strong>
        {state !== "done" && <span class={state === "running" || state === "waiting" ? "tag" : "tag bad"}>{knowledge.importStates[state]}</span>}
        {kind !== "file" && ended !== null && <button type="button" class="link" onClick={() => onAgain(name)}>{knowledge.readAgain}</button>}
      </p>
      {state === "running" && (
        <p class="small muted">
          <progress max={found.total || 1} value={found.total ? found.done : undefined} aria-label={name} />{" "}
          {found.total > 0 && knowledge.pages(found.done, found.total)}
        </p>
      )}
      {found.problem && <p class="small error" dir="auto">{found.problem}</p>}
      <p class="small muted">
        {state === "done" && `${knowledge.result(found.articles, found.changed)} · `}
        {found.retired > 0 && `${knowledge.gone(found.retired)} · `}
        {timeAgo(ended ?? started, locale)} · {by}
      </p>
      {found.left_out > 0 && <LeftOut found={found} />}
    </>
  );
}

function LeftOut({ found }: { readonly found: ArticleImport }) {
  const { words: { knowledge } } = useDesk();
  return (
    <details class="small">
      <summary>{knowledge.leftOut(found.left_out)}</summary>
      <ul class="left-out">
        {found.skipped.map(({ where, what, reason }, place) => (
          <li key={place} dir="auto">
            <strong>{where}</strong> {what !== "file" && <span class="muted">{what}</span>} {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
