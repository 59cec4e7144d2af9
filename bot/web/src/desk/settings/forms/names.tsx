/* Names of details, choices and forms: given to a new one, or to one that has another. */

import { useState } from "preact/hooks";
import { Field } from "../../parts/field";
import { useRoom } from "../room";
import { isName } from "./draft";

interface AddProps {
  readonly label: string;
  readonly button: string;
  readonly taken: (name: string) => boolean;
  /** Whether any text will do; else it must be a word that templates and other settings can name. */
  readonly free?: boolean;
  readonly onAdd: (name: string) => void;
}

export function AddByName({ label, button, taken, free = false, onAdd }: AddProps) {
  const { words: { forms } } = useRoom();
  const [typed, setTyped] = useState("");
  const name = typed.trim();
  const problem = name === "" ? null : problemOf(name, taken, free, forms);
  const usable = name !== "" && problem === null;
  const add = (): void => {
    onAdd(name);
    setTyped("");
  };
  const keyed = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault(); // The form around it would be saved.
    if (usable) add();
  };
  return (
    <div class="choices">
      <input class="short" maxLength={60} aria-label={label} placeholder={label} value={typed} onKeyDown={keyed} onInput={(event) => setTyped(event.currentTarget.value)} />
      <button type="button" disabled={!usable} onClick={add}>{button}</button>
      {problem && <span class="error" role="status">{problem}</span>}
    </div>
  );
}

interface NameProps {
  readonly label: string;
  readonly name: string;
  readonly taken: (name: string) => boolean;
  readonly onRename: (name: string) => void;
}

/** Renames when the field is left, since every place that names it changes with it. */
export function NameField({ label, name, taken, onRename }: NameProps) {
  const { words: { forms } } = useRoom();
  const [typed, setTyped] = useState(name);
  const problem = typed === name ? null : problemOf(typed.trim(), taken, false, forms);
  const leave = (): void => {
    if (problem === null && typed.trim() !== name) onRename(typed.trim());
  };
  return (
    <Field label={label} hint={forms.nameHint} error={problem}>
      {(attributes) => <input {...attributes} maxLength={60} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} onBlur={leave} />}
    </Field>
  );
}

function problemOf(name: string, taken: (name: string) => boolean, free: boolean, words: { readonly noName: string; readonly nameTaken: string }): string | null {
  if (!free && !isName(name)) return words.noName;
  return taken(name) ? words.nameTaken : null;
}
