/* Intents that a rule is about, or other things of that kind: chosen by name, shown as tags that can be taken off. */

import { useEffect, useState } from "preact/hooks";
import type { Intent } from "../api/records/templates";
import { useDesk } from "../desk";
import { CloseIcon } from "../parts/icons";
import { useRoom } from "./room";

export function useIntents(): readonly Intent[] {
  const { templates } = useDesk();
  const [intents, setIntents] = useState<readonly Intent[]>([]);
  useEffect(() => void templates.intents().then(setIntents, () => undefined), [templates]);
  return intents;
}

interface Props {
  readonly label: string;
  readonly hint?: string;
  /** What is said where one is chosen, if they are no intents. */
  readonly add?: string;
  readonly chosen: readonly string[];
  readonly intents: readonly Intent[];
  readonly onChange: (chosen: readonly string[]) => void;
}

export function IntentList({ label, hint, add: other, chosen, intents, onChange }: Props) {
  const { words: { rules } } = useRoom();
  const choose = other ?? rules.addIntent;
  const nameOf = (id: string): string => intents.find((intent) => intent.id === id)?.name ?? id;
  const rest = intents.filter((intent) => !chosen.includes(intent.id));
  const add = (select: HTMLSelectElement): void => {
    if (select.value !== "") onChange([...chosen, select.value]);
    select.value = "";
  };
  return (
    <div class="field" role="group" aria-label={label}>
      <span>{label}</span>
      <ul class="chosen-tags">
        {chosen.map((id) => (
          <li key={id} class="tag">
            <span dir="auto" title={id}>{nameOf(id)}</span>
            <button type="button" class="quiet" aria-label={rules.remove(nameOf(id))} onClick={() => onChange(chosen.filter((each) => each !== id))}><CloseIcon /></button>
          </li>
        ))}
        <li>
          <select aria-label={`${label}: ${choose}`} value="" onChange={(event) => add(event.currentTarget)}>
            <option value="">{choose}</option>
            {rest.map((intent) => <option key={intent.id} value={intent.id}>{intent.name}</option>)}
          </select>
        </li>
      </ul>
      {hint && <p class="small muted">{hint}</p>}
    </div>
  );
}
