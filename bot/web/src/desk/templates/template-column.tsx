/* The list of templates with its search and its filter by state. */

import { useState } from "preact/hooks";
import { timeAgo } from "../../language/dates";
import { TEMPLATE_STATES, type Template, type TemplateState } from "../api/records/templates";
import { useDesk } from "../desk";
import { PlusIcon } from "../parts/icons";
import { Link } from "../parts/link";
import { sentenceFor } from "../problem";
import { NEW_TEMPLATE } from "../router";
import { OutcomeLine } from "./outcome-line";
import { StateTag } from "./state-tag";
import { chooseTemplates, type TemplateList } from "./template-list";
import { ValidityTag } from "./validity-tag";

interface Props {
  readonly list: TemplateList;
  readonly chosen: string | null;
}

export function TemplateColumn({ list, chosen }: Props) {
  const { words } = useDesk();
  const [search, setSearch] = useState("");
  const [state, setState] = useState<TemplateState | null>(null);
  const all = list.templates.value;
  const shown = all === null ? [] : chooseTemplates(all, search, state, list.names.value);
  return (
    <section class="list" aria-label={words.templates.list}>
      <header class="list-head">
        <h1>{words.templates.title}</h1>
        <Link to={{ page: "templates", template: NEW_TEMPLATE }} class="button">
          <PlusIcon /> {words.templates.create}
        </Link>
      </header>
      <div class="filters">
        <input type="search" class="search" aria-label={words.templates.search} placeholder={words.templates.search} value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
        <select aria-label={words.templates.state} value={state ?? ""} onChange={({ currentTarget }) => setState(TEMPLATE_STATES.find((name) => name === currentTarget.value) ?? null)}>
          <option value="">{words.templates.allStates}</option>
          {TEMPLATE_STATES.map((name) => (
            <option key={name} value={name}>{words.templates.states[name]}</option>
          ))}
        </select>
      </div>
      {list.problem.value !== null && <p class="banner bad" role="alert">{sentenceFor(list.problem.value, words)}</p>}
      {all && (
        <p class="small muted list-count" role="status">
          {shown.length === 0 ? words.templates.none : words.templates.count(shown.length, all.length)}
        </p>
      )}
      <ul class="rows">
        {shown.map((template) => (
          <li key={template.id}>
            <Row template={template} names={list.names.value} current={template.id === chosen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly template: Template;
  readonly names: ReadonlyMap<string, string>;
  readonly current: boolean;
}

function Row({ template, names, current }: RowProps) {
  const { locale, words } = useDesk();
  return (
    <Link to={{ page: "templates", template: template.id }} current={current} class="row">
      <span class="row-head">
        <strong dir="auto">{template.title || words.templates.untitled}</strong>
        <time dateTime={template.updated_at}>{timeAgo(template.updated_at, locale)}</time>
      </span>
      <span class="row-foot">
        <StateTag state={template.state} />
        <ValidityTag template={template} />
        {template.owner !== null && <span class="tag faded" dir="auto">{template.owner}</span>}
        <span class="preview" dir="auto">{template.intents.map((id) => names.get(id) ?? id).join(", ")}</span>
      </span>
      {template.outcome && <OutcomeLine outcome={template.outcome} />}
    </Link>
  );
}
