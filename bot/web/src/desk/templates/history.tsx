/* The versions of a template: who saved them when, how they differ, and bringing one back. */

import { useEffect, useState } from "preact/hooks";
import { dayName, timeOfDay } from "../../language/dates";
import type { TemplateVersion } from "../api/records/template-parts";
import { useDesk } from "../desk";
import { sentenceFor } from "../problem";
import { Differences } from "./differences";
import type { OpenTemplate } from "./open-template";
import { contentOf } from "./template-draft";

interface Props {
  readonly open: OpenTemplate;
  readonly onRestored: () => void;
}

export function History({ open, onRestored }: Props) {
  const { words, templates } = useDesk();
  const [shown, setShown] = useState(false);
  const [versions, setVersions] = useState<readonly TemplateVersion[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const { id } = open;
  const current = open.saved.value?.version ?? 0;
  useEffect(() => {
    if (!shown || id === null) return;
    templates.versions(id).then(setVersions, (error: unknown) => setProblem(sentenceFor(error, words)));
  }, [templates, words, shown, id, current]);
  if (id === null) return null;
  return (
    <section class="history" aria-label={words.answers.history}>
      <button type="button" class="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? words.answers.hideHistory : words.answers.showHistory}
      </button>
      {problem && <p class="banner bad" role="alert">{problem}</p>}
      {shown && (
        <ol reversed>
          {versions.map((version) => (
            <li key={version.version}>
              <Past version={version} open={open} onRestored={onRestored} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Past({ version, open, onRestored }: Props & { readonly version: TemplateVersion }) {
  const { words, locale } = useDesk();
  const { saved_at, saved_by } = version;
  const when = `${dayName(saved_at, locale)} ${timeOfDay(saved_at, locale)}`;
  const current = open.saved.value?.version === version.version;
  const restore = async (): Promise<void> => {
    if ((await open.restore(version.version)).kind === "saved") onRestored();
  };
  return (
    <details>
      <summary>
        {words.editor.version(version.version)} <span class="small muted">{words.answers.savedBy(saved_by ?? words.answers.somebody, when)}</span>
      </summary>
      <p class="small muted">{words.answers.against}</p>
      <Differences before={version.content} after={contentOf(open.draft.value)} />
      {!current && (
        <p>
          <button type="button" disabled={open.dirty.value || open.busy.value} onClick={() => void restore()}>{words.answers.restore(version.version)}</button>
          {open.dirty.value && <span class="small muted"> {words.answers.restoreFirst}</span>}
        </p>
      )}
    </details>
  );
}
