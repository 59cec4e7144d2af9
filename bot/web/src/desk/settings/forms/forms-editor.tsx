/* Details and forms by their fields: added, removed, put in order, written in one language at a time. */

import { useState } from "preact/hooks";
import type { FormsValues } from "../../api/records/forms";
import { useDesk } from "../../desk";
import { languageName } from "../../parts/language-name";
import { useIntents } from "../intent-list";
import { useRoom } from "../room";
import { DetailCard } from "./detail-card";
import { languagesIn, NEW_DETAIL, NEW_FORM, removeDetail, renamed, renameDetail, without } from "./draft";
import { FormCard } from "./form-card";
import { AddByName } from "./names";

/** The languages that the bot itself talks. */
const OFFERED = [
  "ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko", "nl", "no", "pl", "pt", "ro",
  "ru", "sv", "th", "tr", "uk", "vi", "zh-Hans", "zh-Hant",
];

interface Props {
  readonly values: FormsValues;
  readonly wrong: string | null;
  readonly onChange: (changed: Partial<FormsValues>) => void;
}

export function FormsEditor({ values, wrong, onChange }: Props) {
  const { locale } = useDesk();
  const [language, setLanguage] = useState<string>(locale);
  const [added, setAdded] = useState<string | null>(null);
  return (
    <>
      <LanguageBar values={values} language={language} onChoose={setLanguage} />
      <Details values={values} wrong={wrong} language={language} added={added} onAdded={setAdded} onChange={onChange} />
      <Forms values={values} wrong={wrong} language={language} added={added} onAdded={setAdded} onChange={onChange} />
    </>
  );
}

function LanguageBar({ values, language, onChoose }: { readonly values: FormsValues; readonly language: string; readonly onChoose: (language: string) => void }) {
  const { locale, words } = useDesk();
  const { words: { forms } } = useRoom();
  const shown = [...new Set([...languagesIn(values), language])];
  return (
    <div class="choices">
      <div class="modes" role="group" aria-label={words.language}>
        {shown.map((tag) => (
          <button type="button" key={tag} aria-pressed={tag === language} onClick={() => onChoose(tag)}>{languageName(tag, locale)}</button>
        ))}
      </div>
      <select aria-label={forms.addLanguage} value="" onChange={(event) => event.currentTarget.value !== "" && onChoose(event.currentTarget.value)}>
        <option value="">{forms.addLanguage}</option>
        {OFFERED.filter((tag) => !shown.includes(tag)).map((tag) => <option key={tag} value={tag}>{languageName(tag, locale)}</option>)}
      </select>
    </div>
  );
}

interface PartProps extends Props {
  readonly language: string;
  /** What was just made, as `kind name`: it stands open. */
  readonly added: string | null;
  readonly onAdded: (added: string) => void;
}

function Details({ values, wrong, language, added, onAdded, onChange }: PartProps) {
  const { words: { forms } } = useRoom();
  const taken = (name: string): boolean => name in values.fields;
  const add = (name: string): void => {
    onChange({ fields: { ...values.fields, [name]: NEW_DETAIL } });
    onAdded(`fields.${name}`);
  };
  const remove = (name: string): void => {
    if (window.confirm(forms.removeQuestion(name))) onChange(removeDetail(values, name));
  };
  const rename = (name: string, as: string): void => {
    onChange(renameDetail(values, name, as));
    onAdded(`fields.${as}`);
  };
  return (
    <section>
      <h3>{forms.details}</h3>
      <p class="small muted">{forms.detailsHint}</p>
      {Object.entries(values.fields).map(([name, detail]) => (
        <DetailCard
          key={name} name={name} detail={detail} language={language} open={added === `fields.${name}`} wrong={within(wrong, `fields.${name}`)} taken={taken}
          onChange={(changed) => onChange({ fields: { ...values.fields, [name]: changed } })} onRename={(as) => rename(name, as)} onRemove={() => remove(name)}
        />
      ))}
      <AddByName label={forms.newDetail} button={forms.addDetail} taken={taken} onAdd={add} />
    </section>
  );
}

function Forms({ values, wrong, language, added, onAdded, onChange }: PartProps) {
  const { words: { forms } } = useRoom();
  const intents = useIntents();
  const taken = (name: string): boolean => name in values.forms;
  const add = (name: string): void => {
    onChange({ forms: { ...values.forms, [name]: NEW_FORM } });
    onAdded(`forms.${name}`);
  };
  const remove = (name: string): void => {
    if (window.confirm(forms.removeFormQuestion(name))) onChange({ forms: without(values.forms, name) });
  };
  const rename = (name: string, as: string): void => {
    onChange({ forms: renamed(values.forms, name, as) });
    onAdded(`forms.${as}`);
  };
  return (
    <section>
      <h3>{forms.forms}</h3>
      <p class="small muted">{forms.formsHint}</p>
      {Object.entries(values.forms).map(([name, form]) => (
        <FormCard
          key={name} name={name} form={form} described={Object.keys(values.fields)} intents={intents} language={language}
          open={added === `forms.${name}`} wrong={within(wrong, `forms.${name}`)} taken={taken}
          onChange={(changed) => onChange({ forms: { ...values.forms, [name]: changed } })} onRename={(as) => rename(name, as)} onRemove={() => remove(name)}
        />
      ))}
      <AddByName label={forms.newForm} button={forms.addForm} taken={taken} onAdd={add} />
    </section>
  );
}

/** The rest of the place that the server refused, if it lies in `place`. */
function within(wrong: string | null, place: string): string | null {
  if (wrong === place) return "";
  return wrong?.startsWith(`${place}.`) ? wrong.slice(place.length + 1) : null;
}
