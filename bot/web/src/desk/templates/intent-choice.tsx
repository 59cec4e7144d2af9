/* Several intents for one template: chosen ones as labels, the rest behind a search. */

import { useState } from "preact/hooks";
import type { Intent } from "../api/records/templates";
import { useDesk } from "../desk";
import { CloseIcon } from "../parts/icons";

interface Props {
  readonly intents: readonly Intent[];
  readonly chosen: readonly string[];
  readonly error: string | null;
  readonly onChange: (chosen: readonly string[]) => void;
}

const SHOWN = 8;

export function IntentChoice({ intents, chosen, error, onChange }: Props) {
  const { words } = useDesk();
  const [search, setSearch] = useState("");
  const nameOf = (id: string): string => intents.find((intent) => intent.id === id)?.name ?? id;
  const wanted = search.trim().toLocaleLowerCase();
  const offered = intents
    .filter(({ id }) => !chosen.includes(id))
    .filter(({ id, name }) => `${id} ${name}`.toLocaleLowerCase().includes(wanted))
    .slice(0, SHOWN);
  const add = (id: string): void => {
    onChange([...chosen, id]);
    setSearch("");
  };
  const keyed = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const first = offered[0];
    if (wanted && first) add(first.id);
  };
  return (
    <fieldset class="field intents">
      <legend>{words.editor.intents}</legend>
      {chosen.length > 0 && (
        <ul class="chips">
          {chosen.map((id) => (
            <li key={id}>
              <span dir="auto">{nameOf(id)}</span>
              <button type="button" aria-label={words.editor.removeIntent(nameOf(id))} onClick={() => onChange(chosen.filter((other) => other !== id))}>
                <CloseIcon />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input type="search" aria-label={words.editor.searchIntents} placeholder={words.editor.searchIntents} value={search} onInput={(event) => setSearch(event.currentTarget.value)} onKeyDown={keyed} />
      {wanted !== "" && (
        <ul class="offers">
          {offered.map(({ id, name }) => (
            <li key={id}>
              <button type="button" dir="auto" onClick={() => add(id)}>{name}</button>
            </li>
          ))}
        </ul>
      )}
      <p class={error ? "small error" : "small muted"}>
        {error ?? (intents.length === 0 ? words.editor.noIntents : words.editor.intentsHint)}
      </p>
    </fieldset>
  );
}
