/* What the article said before: who saved it when, how it differs, and bringing it back. */

import { useEffect, useState } from "preact/hooks";
import { dayName, timeOfDay } from "../../language/dates";
import type { PastVersion } from "../api/records/articles";
import { useDesk } from "../desk";
import { sentenceFor } from "../problem";
import { ArticleDifferences } from "./article-differences";
import { mayEdit } from "../parts/may-edit";
import type { OpenArticle } from "./open-article";

export function VersionsPanel({ open }: { readonly open: OpenArticle }) {
  const { words, articles } = useDesk();
  const [versions, setVersions] = useState<readonly PastVersion[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const current = open.saved.value?.version;
  useEffect(() => {
    if (open.id !== null) articles.versions(open.id).then(setVersions, setProblem);
  }, [articles, open, current]);
  if (problem !== null) return <p class="banner bad" role="alert">{sentenceFor(problem, words)}</p>;
  if (versions === null) return <p class="muted">{words.loading}</p>;
  if (versions.length === 0) return <p class="muted">{words.knowledge.noVersions}</p>;
  return (
    <>
      <p class="small muted">{words.knowledge.against}</p>
      <ol reversed class="cut">
        {versions.map((past) => <li key={past.version} class="passage"><Past past={past} open={open} /></li>)}
      </ol>
    </>
  );
}

function Past({ past, open }: { readonly past: PastVersion; readonly open: OpenArticle }) {
  const { words: { knowledge }, locale, user } = useDesk();
  const { version, saved_at: at, saved_by: by } = past;
  const when = at && `${dayName(at, locale)} ${timeOfDay(at, locale)}`;
  const dirty = open.dirty.value;
  return (
    <details>
      <summary>
        {knowledge.version(version)}{" "}
        <span class="small muted">{when ? knowledge.savedBy(by, when) : knowledge.imported}</span>
      </summary>
      <ArticleDifferences before={past} after={open.draft.value} />
      {mayEdit(user.value) && (
        <p>
          <button type="button" disabled={dirty || open.busy.value} onClick={() => void open.restore(version)}>{knowledge.restore(version)}</button>
          {dirty && <span class="small muted"> {knowledge.restoreFirst}</span>}
        </p>
      )}
    </details>
  );
}
