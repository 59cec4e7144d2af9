/* Which answers a detail takes: as much of it as its kind has a use for. */

import type { Detail } from "../../api/records/forms";
import { Field } from "../../parts/field";
import { LineList } from "../line-list";
import { useRoom } from "../room";
import { boundOf, suits, typeOf } from "./draft";
import { TextIn } from "./text-in";

type Part = "pattern" | "canonical" | "min" | "max" | "region" | "currency";
const PARTS: readonly Part[] = ["pattern", "canonical", "min", "max", "region", "currency"];

interface Props {
  readonly detail: Detail;
  readonly language: string;
  readonly isWrong: (part: string) => boolean;
  readonly onChange: (changed: Partial<Detail>) => void;
}

export function Validation({ detail, language, isWrong, onChange }: Props) {
  const { words: { forms } } = useRoom();
  const write = (part: Part, typed: string): void => {
    if (part === "min" || part === "max") onChange({ [part]: boundOf(typed) });
    else onChange({ [part]: typed === "" ? null : typed });
  };
  return (
    <>
      <div class="pair">
        {PARTS.filter((part) => suits(detail, part)).map((part) => (
          <Field key={part} label={forms.parts[part]} hint={hintFor(part, detail, forms.partHints)} error={null}>
            {(attributes) => (
              <input {...attributes} aria-invalid={isWrong(part)} dir="ltr" spellcheck={false} value={detail[part] ?? ""} onInput={(event) => write(part, event.currentTarget.value)} />
            )}
          </Field>
        ))}
        {(["min_length", "max_length"] as const).filter((part) => suits(detail, part)).map((part) => (
          <Field key={part} label={forms.parts[part]} error={null}>
            {(attributes) => (
              <input {...attributes} aria-invalid={isWrong(part)} type="number" min={1} max={4000} value={detail[part] ?? (part === "min_length" ? 1 : 2000)} onInput={(event) => onChange({ [part]: event.currentTarget.value === "" ? undefined : event.currentTarget.valueAsNumber })} />
            )}
          </Field>
        ))}
      </div>
      <LineList label={forms.examples} hint={forms.examplesHint} rows={2} entries={detail.examples ?? []} onChange={(examples) => onChange({ examples })} />
      <TextIn label={forms.invalid} hint={forms.invalidHint} lines={2} texts={detail.invalid} language={language} wrong={isWrong("invalid")} onChange={(invalid) => onChange({ invalid })} />
      <label class="switch">
        <input type="checkbox" disabled={typeOf(detail) === "email"} checked={typeOf(detail) === "email" || (detail.verifies ?? false)} onChange={(event) => onChange({ verifies: event.currentTarget.checked })} /> {forms.verifies}
      </label>
    </>
  );
}

function hintFor(part: Part, detail: Detail, hints: Readonly<Record<Part, string>> & { readonly day: string }): string {
  return (part === "min" || part === "max") && typeOf(detail) === "date" ? hints.day : hints[part];
}
