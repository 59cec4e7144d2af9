/* A text that customers read, in the language that is chosen; what is written in the others stays. */

import type { Texts } from "../../api/records/settings";
import { Field } from "../../parts/field";

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly texts: Texts | undefined;
  readonly language: string;
  readonly wrong?: boolean;
  readonly lines?: number;
  readonly onChange: (texts: Texts) => void;
}

export function TextIn({ label, hint, texts, language, wrong = false, lines = 1, onChange }: Props) {
  const value = texts?.[language] ?? "";
  const write = (text: string): void => onChange({ ...texts, [language]: text });
  return (
    <Field label={label} hint={hint ?? ""} error={null}>
      {(attributes) =>
        lines === 1 ? (
          <input {...attributes} aria-invalid={wrong} dir="auto" lang={language} value={value} onInput={(event) => write(event.currentTarget.value)} />
        ) : (
          <textarea {...attributes} aria-invalid={wrong} rows={lines} dir="auto" lang={language} value={value} onInput={(event) => write(event.currentTarget.value)} />
        )
      }
    </Field>
  );
}
