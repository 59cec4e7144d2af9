/* The quick replies under an answer, in one language. */

import type { TemplateButton } from "../api/records/templates";
import { useDesk } from "../desk";
import { BinIcon, PlusIcon } from "../parts/icons";

interface Props {
  readonly buttons: readonly TemplateButton[];
  readonly error: string | null;
  readonly onChange: (buttons: readonly TemplateButton[]) => void;
}

export function ButtonsEditor({ buttons, error, onChange }: Props) {
  const { words } = useDesk();
  const change = (index: number, part: Partial<TemplateButton>): void =>
    onChange(buttons.map((button, place) => (place === index ? { ...button, ...part } : button)));
  return (
    <fieldset class="field">
      <legend>{words.editor.buttons}</legend>
      {buttons.map(({ label, text }, index) => (
        <div class="button-row" key={index}>
          <input type="text" dir="auto" aria-label={words.editor.buttonLabel} placeholder={words.editor.buttonLabel} value={label} onInput={(event) => change(index, { label: event.currentTarget.value })} />
          <input type="text" dir="auto" aria-label={words.editor.buttonText} placeholder={words.editor.buttonText} value={text} onInput={(event) => change(index, { text: event.currentTarget.value })} />
          <button type="button" class="quiet icon-only" aria-label={words.editor.removeButton(label)} onClick={() => onChange(buttons.filter((_, place) => place !== index))}>
            <BinIcon />
          </button>
        </div>
      ))}
      <button type="button" class="quiet add" onClick={() => onChange([...buttons, { label: "", text: "" }])}>
        <PlusIcon /> {words.editor.addButton}
      </button>
      <p class={error ? "small error" : "small muted"}>{error ?? words.editor.buttonsHint}</p>
    </fieldset>
  );
}
