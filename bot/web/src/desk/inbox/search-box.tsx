/* The search over all conversations, and the filters that narrow it. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { InboxFilters } from "../api/records/inbox";
import { useDesk } from "../desk";
import { useKeys } from "../keys/keys";
import { CloseIcon, FilterIcon } from "../parts/icons";
import { languageName } from "../parts/language-name";
import { isSearching, NO_SEARCH, type SearchState } from "./search-state";

interface Props {
  readonly search: SearchState;
  readonly onSearch: (search: SearchState) => void;
}

const STATES = ["waiting", "held", "snoozed", "bot", "closed"] as const;

export function SearchBox({ search, onSearch }: Props) {
  const { words } = useDesk();
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  useKeys({ "/": () => field.current?.focus() });
  const { q, ...filters } = search;
  const narrowed = Object.values(filters).filter((value) => value !== "").length;
  return (
    <div class="search-box" role="search">
      <input ref={field} type="search" class="search" aria-label={words.inbox.search} placeholder={words.inbox.search} value={q} onInput={(event) => onSearch({ ...search, q: event.currentTarget.value })} />
      <button type="button" class="icon-only" aria-expanded={open} aria-label={words.inbox.filters} title={words.inbox.filters} onClick={() => setOpen(!open)}>
        <FilterIcon />
        {narrowed > 0 && <span class="count">{narrowed}</span>}
      </button>
      {isSearching(search) && (
        <button type="button" class="quiet icon-only" aria-label={words.inbox.clear} title={words.inbox.clear} onClick={() => onSearch(NO_SEARCH)}>
          <CloseIcon />
        </button>
      )}
      {open && <Filters search={search} onSearch={onSearch} />}
    </div>
  );
}

function Filters({ search, onSearch }: Props) {
  const { words, locale, conversations } = useDesk();
  const { inbox } = words;
  const [known, setKnown] = useState<InboxFilters>({ languages: [], channels: [], agents: [] });
  useEffect(() => void conversations.filters().then(setKnown, () => undefined), [conversations]);
  const choice = (name: keyof SearchState, label: string, any: string, options: readonly (readonly [string, string])[]) => (
    <select aria-label={label} value={search[name]} onChange={(event) => onSearch({ ...search, [name]: event.currentTarget.value })}>
      <option value="">{any}</option>
      {options.map(([value, text]) => <option key={value} value={value}>{text}</option>)}
    </select>
  );
  const day = (name: "since" | "until", label: string) => (
    <label class="small">
      {label}
      <input type="date" value={search[name]} onInput={(event) => onSearch({ ...search, [name]: event.currentTarget.value })} />
    </label>
  );
  return (
    <div class="search-filters">
      {choice("state", inbox.state, inbox.anyState, STATES.map((state) => [state, inbox.states[state]]))}
      {choice("agent", inbox.agent, inbox.anyAgent, [["nobody", inbox.nobody], ...known.agents.map(({ id, name }) => [id, name] as const)])}
      {choice("language", inbox.language, inbox.anyLanguage, known.languages.map((code) => [code, languageName(code, locale)]))}
      {choice("channel", inbox.channel, inbox.anyChannel, known.channels.map((channel) => [channel, channel]))}
      {day("since", inbox.since)}
      {day("until", inbox.until)}
    </div>
  );
}
