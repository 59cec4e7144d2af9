/* What a template says in one language at a time: its title there, the answer, the buttons under it. */

import { useState } from "preact/hooks";
import { useDesk } from "../desk";
import { AnswerText } from "./answer-text";
import { ButtonsEditor } from "./buttons-editor";
import { buttonsOf, hasFurtherTitle, languagesOf, ownLanguage, withButtons } from "./draft-languages";
import { Field } from "../parts/field";
import type { TemplateDraft } from "./template-draft";
import { ChannelTexts, WordingsEditor } from "./wordings-editor";

interface Props {
  readonly draft: TemplateDraft;
  readonly fields: readonly string[];
  readonly errorOf: (field: string) => string | null;
  readonly onChange: (change: Partial<TemplateDraft>) => void;
}

export function LanguageParts({ draft, fields, errorOf, onChange }: Props) {
  const { words } = useDesk();
  const [language, setLanguage] = useState(ownLanguage(draft) ?? "en");
  const name = words.editor.languages[language] ?? language;
  return (
    <>
      <div class="modes languages" role="group" aria-label={words.language}>
        {languagesOf(draft).map((tag) => (
          <button type="button" key={tag} aria-pressed={tag === language} onClick={() => setLanguage(tag)}>
            {words.editor.languages[tag] ?? tag}
            {(draft.texts[tag] ?? "").trim() !== "" && <span class="filled" aria-hidden="true" />}
          </button>
        ))}
      </div>
      {hasFurtherTitle(draft, language) && (
        <Field label={words.editor.titleIn(name)} hint={words.editor.titleInHint} error={errorOf("titles")}>
          {(attributes) => (
            <input {...attributes} type="text" dir="auto" lang={language} value={draft.titles[language] ?? ""} onInput={(event) => onChange({ titles: { ...draft.titles, [language]: event.currentTarget.value } })} />
          )}
        </Field>
      )}
      <AnswerText text={draft.texts[language] ?? ""} language={language} fields={fields} error={errorOf("texts")} onChange={(text) => onChange({ texts: { ...draft.texts, [language]: text } })} />
      <WordingsEditor draft={draft} language={language} errorOf={errorOf} onChange={onChange} />
      <ChannelTexts draft={draft} language={language} errorOf={errorOf} onChange={onChange} />
      <ButtonsEditor buttons={buttonsOf(draft, language)} error={errorOf("buttons") ?? errorOf("buttons_in")} onChange={(buttons) => onChange(withButtons(draft, language, buttons))} />
    </>
  );
}
