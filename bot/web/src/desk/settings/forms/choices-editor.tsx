/* The answers of a choice: what customers read in the chosen language, and what else they call each. */

import type { Choice } from "../../api/records/forms";
import { BinIcon } from "../../parts/icons";
import { LineList } from "../line-list";
import { useRoom } from "../room";
import { without } from "./draft";
import { AddByName } from "./names";
import { TextIn } from "./text-in";

type Choices = Readonly<Record<string, Choice>>;

interface Props {
  readonly choices: Choices;
  readonly language: string;
  readonly onChange: (choices: Choices) => void;
}

export function ChoicesEditor({ choices, language, onChange }: Props) {
  const { words: { forms } } = useRoom();
  return (
    <fieldset class="field">
      <legend>{forms.choices}</legend>
      {Object.entries(choices).map(([value, choice]) => {
        const change = (changed: Partial<Choice>): void => onChange({ ...choices, [value]: { ...choice, ...changed } });
        return (
          <div key={value} class="choice-row" role="group" aria-label={value}>
            <strong dir="auto">{value}</strong>
            <button type="button" class="quiet icon-only" aria-label={forms.takeOut(value)} onClick={() => onChange(without(choices, value))}><BinIcon /></button>
            <TextIn label={forms.choiceLabel} texts={choice.labels} language={language} onChange={(labels) => change({ labels })} />
            <LineList label={forms.synonyms} rows={2} entries={choice.synonyms ?? []} onChange={(synonyms) => change({ synonyms })} />
          </div>
        );
      })}
      <AddByName label={forms.choiceName} button={forms.addChoice} free taken={(name) => name in choices} onAdd={(name) => onChange({ ...choices, [name]: {} })} />
      <p class="small muted">{forms.choicesHint}</p>
    </fieldset>
  );
}
