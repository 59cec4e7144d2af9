/* Details and forms, by their fields or as text; the server checks both alike before anything is saved. */

import { useState } from "preact/hooks";
import { Field } from "../../parts/field";
import { useRoom } from "../room";
import { SectionEditor } from "../section-editor";
import { writtenForms } from "./draft";
import { FormsEditor } from "./forms-editor";
import "./forms.css";

export function FormsPanel() {
  const { words: { forms } } = useRoom();
  const [asText, setAsText] = useState(false);
  return (
    <SectionEditor name="forms" hint={forms.hint} written={writtenForms}>
      {({ open, draft, change, wrong }) => (
        <>
          <div class="choices">
            <div class="modes" role="group" aria-label={forms.view}>
              <button type="button" aria-pressed={!asText} disabled={open.dirty.value} onClick={() => setAsText(false)}>{forms.asFields}</button>
              <button type="button" aria-pressed={asText} disabled={open.dirty.value} onClick={() => setAsText(true)}>{forms.asText}</button>
            </div>
            {open.dirty.value && <span class="small muted">{forms.saveFirst}</span>}
          </div>
          {asText ? (
            <Field label={forms.text} error={null}>
              {(attributes) => (
                <textarea {...attributes} class="yaml" dir="ltr" spellcheck={false} rows={28} aria-invalid={wrong !== null} value={open.text.value} onInput={(event) => open.rewrite(event.currentTarget.value)} />
              )}
            </Field>
          ) : (
            <FormsEditor values={draft} wrong={wrong} onChange={change} />
          )}
        </>
      )}
    </SectionEditor>
  );
}
