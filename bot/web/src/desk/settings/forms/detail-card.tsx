/* One detail: what it is called, how it is asked for in each language, and which answers it takes. */

import { DETAIL_TYPES, type Detail, type DetailType } from "../../api/records/forms";
import { Field } from "../../parts/field";
import { useRoom } from "../room";
import { ChoicesEditor } from "./choices-editor";
import { typeOf } from "./draft";
import { NameField } from "./names";
import { TextIn } from "./text-in";
import { Validation } from "./validation";

interface Props {
  readonly name: string;
  readonly detail: Detail;
  readonly language: string;
  readonly open: boolean;
  /** The place within it that the server refused. */
  readonly wrong: string | null;
  readonly taken: (name: string) => boolean;
  readonly onChange: (detail: Detail) => void;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
}

export function DetailCard({ name, detail, language, open, wrong, taken, onChange, onRename, onRemove }: Props) {
  const { words: { forms } } = useRoom();
  const change = (changed: Partial<Detail>): void => onChange({ ...detail, ...changed });
  const isWrong = (part: string): boolean => wrong !== null && (wrong === part || wrong.startsWith(`${part}.`));
  return (
    <details class="form-card" open={open || wrong !== null}>
      <summary>
        <strong>{name}</strong> <span class="muted">{forms.types[typeOf(detail)]}</span>
        <span class="small muted" dir="auto">{detail.prompts[language] ?? ""}</span>
      </summary>
      <div class="form-parts">
        <div class="pair">
          <NameField label={forms.name} name={name} taken={taken} onRename={onRename} />
          <Field label={forms.type} error={null}>
            {(attributes) => (
              <select {...attributes} aria-invalid={isWrong("type")} value={typeOf(detail)} onChange={(event) => change({ type: event.currentTarget.value as DetailType })}>
                {DETAIL_TYPES.map((type) => <option key={type} value={type}>{forms.types[type]}</option>)}
              </select>
            )}
          </Field>
        </div>
        <TextIn label={forms.question} hint={forms.questionHint} lines={2} texts={detail.prompts} language={language} wrong={isWrong("prompts")} onChange={(prompts) => change({ prompts })} />
        <TextIn label={forms.label} hint={forms.labelHint} texts={detail.labels} language={language} wrong={isWrong("labels")} onChange={(labels) => change({ labels })} />
        {typeOf(detail) === "choice" && <ChoicesEditor choices={detail.options ?? {}} language={language} onChange={(options) => change({ options })} />}
        <Validation detail={detail} language={language} isWrong={isWrong} onChange={change} />
        <div><button type="button" class="quiet danger" onClick={onRemove}>{forms.remove(name)}</button></div>
      </div>
    </details>
  );
}
