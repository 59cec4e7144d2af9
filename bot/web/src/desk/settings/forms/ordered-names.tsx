/* Details in the order in which they are asked for: moved by buttons or Alt and an arrow, each required or not. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { BinIcon } from "../../parts/icons";
import { useRoom } from "../room";
import { moved } from "./draft";

interface Props {
  readonly label: string;
  readonly names: readonly string[];
  readonly optional: readonly string[];
  /** What may be asked for. */
  readonly described: readonly string[];
  readonly wrong?: boolean;
  readonly onChange: (names: readonly string[], optional: readonly string[]) => void;
}

export function OrderedNames({ label, names, optional, described, wrong = false, onChange }: Props) {
  const { words: { forms } } = useRoom();
  const [told, setTold] = useState("");
  const { list, keepFocusOn } = useFocusAfterMove();
  const rest = described.filter((name) => !names.includes(name));
  const move = (name: string, step: -1 | 1): void => {
    const after = moved(names, names.indexOf(name), step);
    if (after === names) return;
    setTold(forms.movedTo(name, after.indexOf(name) + 1, after.length));
    keepFocusOn(name, step);
    onChange(after, optional);
  };
  const keyed = (event: KeyboardEvent, name: string): void => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(name, event.key === "ArrowUp" ? -1 : 1);
  };
  const require = (name: string, required: boolean): void =>
    onChange(names, required ? optional.filter((each) => each !== name) : [...optional, name]);
  const remove = (name: string): void =>
    onChange(names.filter((each) => each !== name), optional.filter((each) => each !== name));
  const add = (select: HTMLSelectElement): void => {
    if (select.value !== "") onChange([...names, select.value], optional);
    select.value = "";
  };
  return (
    <div class="field" role="group" aria-label={label}>
      <span>{label}</span>
      <ol class={wrong ? "ordered wrong" : "ordered"} ref={list}>
        {names.map((name, place) => (
          <li key={name} data-name={name} onKeyDown={(event) => keyed(event, name)}>
            <span class="ordered-name" dir="auto">{name}</span>
            <label class="switch">
              <input type="checkbox" aria-label={`${name}: ${forms.required}`} checked={!optional.includes(name)} onChange={(event) => require(name, event.currentTarget.checked)} /> {forms.required}
            </label>
            <button type="button" class="quiet icon-only" data-step="-1" aria-label={forms.moveUp(name)} disabled={place === 0} onClick={() => move(name, -1)}><span aria-hidden="true">↑</span></button>
            <button type="button" class="quiet icon-only" data-step="1" aria-label={forms.moveDown(name)} disabled={place === names.length - 1} onClick={() => move(name, 1)}><span aria-hidden="true">↓</span></button>
            <button type="button" class="quiet icon-only" aria-label={forms.takeOut(name)} onClick={() => remove(name)}><BinIcon /></button>
          </li>
        ))}
      </ol>
      <span class="hidden" role="status">{told}</span>
      <select aria-label={`${label}: ${forms.addToForm}`} value="" onChange={(event) => add(event.currentTarget)}>
        <option value="">{forms.addToForm}</option>
        {rest.map((name) => <option key={name} value={name}>{name}</option>)}
      </select>
      {names.length > 1 && <p class="small muted">{forms.orderHint}</p>}
    </div>
  );
}

/** A row that moves in the page loses the focus; it gets it back, on the same button where that still works. */
function useFocusAfterMove() {
  const list = useRef<HTMLOListElement>(null);
  const last = useRef<{ readonly name: string; readonly step: -1 | 1 } | null>(null);
  useLayoutEffect(() => {
    if (last.current === null) return;
    const { name, step } = last.current;
    last.current = null;
    const row = [...(list.current?.children ?? [])].find((each) => (each as HTMLElement).dataset["name"] === name);
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>("[data-step]") ?? [])];
    const [same, ...others] = [...buttons].sort((one) => (one.dataset["step"] === String(step) ? -1 : 1));
    (same?.disabled ? others[0] : same)?.focus();
  });
  return { list, keepFocusOn: (name: string, step: -1 | 1): void => void (last.current = { name, step }) };
}
