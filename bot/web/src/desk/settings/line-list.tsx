/* A list of texts, edited one a line; what is typed stays as typed until the field is left. */

import { useEffect, useState } from "preact/hooks";
import { Field } from "../parts/field";
import { entriesIn, linesOf } from "./lines";

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly entries: readonly string[];
  readonly rows?: number;
  readonly wrong?: boolean;
  readonly onChange: (entries: readonly string[]) => void;
}

export function LineList({ label, hint, entries, rows = 4, wrong = false, onChange }: Props) {
  const [text, setText] = useState(linesOf(entries));
  useEffect(() => {
    setText((typed) => (linesOf(entriesIn(typed)) === linesOf(entries) ? typed : linesOf(entries)));
  }, [entries]);
  const type = (typed: string): void => {
    setText(typed);
    onChange(entriesIn(typed));
  };
  return (
    <Field label={label} hint={hint ?? ""} error={null}>
      {(attributes) => (
        <textarea {...attributes} aria-invalid={wrong} rows={rows} dir="auto" value={text} onInput={(event) => type(event.currentTarget.value)} />
      )}
    </Field>
  );
}
