/* The answer in one language, with the fields that can be put in at the cursor. */

import { useId, useRef } from "preact/hooks";
import { useDesk } from "../desk";

interface Props {
  readonly text: string;
  readonly language: string;
  readonly fields: readonly string[];
  readonly error: string | null;
  readonly onChange: (text: string) => void;
}

export function AnswerText({ text, language, fields, error, onChange }: Props) {
  const { words } = useDesk();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (field: string): void => {
    const place = area.current;
    if (!place) return;
    place.focus();
    place.setRangeText(`{{ ${field} }}`, place.selectionStart, place.selectionEnd, "end");
    onChange(place.value);
  };
  return (
    <div class="field">
      <label for={id}>{words.editor.text}</label>
      <textarea id={id} ref={area} dir="auto" rows={9} lang={language} value={text} aria-describedby={`${id}-about`} aria-invalid={error !== null} onInput={(event) => onChange(event.currentTarget.value)} />
      {fields.length > 0 && (
        <div class="insert" role="group" aria-label={words.editor.insert}>
          <span class="small muted">{words.editor.insert}</span>
          {fields.map((field) => (
            <button type="button" key={field} class="token" onClick={() => insert(field)}>{field}</button>
          ))}
        </div>
      )}
      <p id={`${id}-about`} class={error ? "small error" : "small muted"}>{error ?? words.editor.textHint}</p>
    </div>
  );
}
