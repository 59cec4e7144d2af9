/* All templates, for the list and its filters; read anew whenever one has changed. */

import { signal, type Signal } from "@preact/signals";
import type { LiveChanges } from "../api/live";
import type { Template, TemplateState } from "../api/records/templates";
import type { TemplatesApi } from "../api/templates";

export class TemplateList {
  readonly templates: Signal<readonly Template[] | null> = signal(null);
  /** What intents are called, by id. */
  readonly names: Signal<ReadonlyMap<string, string>> = signal(new Map());
  readonly problem: Signal<unknown> = signal(null);

  constructor(private readonly api: TemplatesApi) {}

  follow(live: LiveChanges): () => void {
    return live.listen((change) => {
      if (change.kind !== "conversation") void this.refresh();
    });
  }

  async refresh(): Promise<void> {
    try {
      const [templates, intents] = await Promise.all([this.api.list(), this.api.intents()]);
      this.names.value = new Map(intents.map(({ id, name }) => [id, name]));
      this.templates.value = templates;
      this.problem.value = null;
    } catch (error) {
      this.problem.value = error;
    }
  }
}

/**
 * Templates in that state (any where it is null) whose words contain the search. Drafts come first
 * where a minute of review covers most conversations; the others by title.
 */
export function chooseTemplates(
  templates: readonly Template[],
  search: string,
  state: TemplateState | null,
  names: ReadonlyMap<string, string>,
): readonly Template[] {
  const wanted = search.trim().toLocaleLowerCase();
  return templates
    .filter((template) => state === null || template.state === state)
    .filter((template) => wordsOf(template, names).includes(wanted))
    .sort((first, second) => worth(second) - worth(first) || first.title.localeCompare(second.title));
}

/** How many conversations a minute of reviewing the draft covers; 0 for what is no learned draft. */
function worth({ state, evidence }: Template): number {
  if (state !== "draft" || !evidence?.covers || !evidence.minutes) return 0;
  return evidence.covers / evidence.minutes;
}

function wordsOf({ title, titles, intents, examples, texts, variants, owner }: Template, names: ReadonlyMap<string, string>): string {
  const called = intents.flatMap((id) => [id, names.get(id) ?? ""]);
  return [title, owner ?? "", ...Object.values(variants).flat(), ...Object.values(titles), ...called, ...examples, ...Object.values(texts)].join("\n").toLocaleLowerCase();
}
