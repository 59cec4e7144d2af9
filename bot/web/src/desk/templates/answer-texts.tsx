/* The answer in each language, with the fields that can be put in at the cursor. */

import { useId, useRef, useState } from "preact/hooks";
import { useDesk } from "../desk";
import { languagesOf, type TemplateDraft } from "./template-draft";

interface Props {
  readonly draft: TemplateDraft;
  readonly fields: readonly string[];
  readonly error: string | null;
  readonly onChange: (texts: Readonly<Record<string, string>>) => void;
}

export function AnswerTexts({ draft, fields, error, onChange }: Props) {
  const { words } = useDesk();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const languages = languagesOf(draft);
  const [language, setLanguage] = useState(languages[0] ?? "en");
  const text = draft.texts[language] ?? "";
  const write = (next: string): void => onChange({ ...draft.texts, [language]: next });
  const insert = (field: string): void => {
    const place = area.current;
    if (!place) return;
    place.focus();
    place.setRangeText(`{{ ${field} }}`, place.selectionStart, place.selectionEnd, "end");
    write(place.value);
  };
  return (
    <div class="field">
      <div class="texts-head">
        <label for={id}>{words.editor.text}</label>
        <div class="modes" role="group" aria-label={words.language}>
          {languages.map((tag) => (
            <button type="button" key={tag} aria-pressed={tag === language} onClick={() => setLanguage(tag)}>
              {words.editor.languages[tag] ?? tag}
              {(draft.texts[tag] ?? "").trim() !== "" && <span class="filled" aria-hidden="true" />}
            </button>
          ))}
        </div>
      </div>
      <textarea id={id} ref={area} dir="auto" rows={9} lang={language} value={text} aria-describedby={`${id}-about`} aria-invalid={error !== null} onInput={(event) => write(event.currentTarget.value)} />
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
