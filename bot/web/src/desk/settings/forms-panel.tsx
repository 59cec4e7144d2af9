/* Details and forms as text, checked by the server before anything is saved. */

import { Field } from "../parts/field";
import { useRoom } from "./room";
import { SectionEditor } from "./section-editor";

export function FormsPanel() {
  const { words: { forms } } = useRoom();
  return (
    <SectionEditor name="forms" hint={forms.hint}>
      {({ open, wrong }) => (
        <Field label={forms.text} error={null}>
          {(attributes) => (
            <textarea {...attributes} class="yaml" dir="ltr" spellcheck={false} rows={28} aria-invalid={wrong !== null} value={open.text.value} onInput={(event) => open.rewrite(event.currentTarget.value)} />
          )}
        </Field>
      )}
    </SectionEditor>
  );
}
