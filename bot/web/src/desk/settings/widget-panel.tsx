/* The widget's designer: colours, words, what is asked first, where it may stand; beside it the preview. */

import { useState } from "preact/hooks";
import type { WidgetValues } from "../api/records/settings";
import { legible, readAccent } from "../../theme/accent";
import { useDesk } from "../desk";
import { Field } from "../parts/field";
import { languageName } from "../parts/language-name";
import { CopyBox } from "./copy-box";
import { LineList } from "./line-list";
import { PreChatChoice } from "./pre-chat-choice";
import { useRoom } from "./room";
import { SectionEditor } from "./section-editor";
import { snippetFor, type Placement } from "./snippet";
import { WidgetPreview } from "./widget-preview";

const LANGUAGES = ["en", "zh-Hans", "de", "fr", "es", "it", "nl", "pt", "pl", "tr", "ar", "ja", "ko"];

type Change = (change: Partial<WidgetValues>) => void;
interface Part {
  readonly draft: WidgetValues;
  readonly change: Change;
}

export function WidgetPanel() {
  const { locale } = useDesk();
  const { words: { widget } } = useRoom();
  const [language, setLanguage] = useState<string>(locale);
  const [placement, place] = useState<Placement>({ position: null, theme: "auto" });
  return (
    <SectionEditor name="widget" hint={widget.hint} problem={(draft) => (readAccent(draft.accent) ? null : widget.colourText)}>
      {({ draft, change, stored }) => (
        <div class="designer">
          <div class="designer-fields">
            <Look draft={draft} change={change} placement={placement} onPlace={place} />
            <WordsOf draft={draft} change={change} language={language} onLanguage={setLanguage} />
            <Before draft={draft} change={change} language={language} />
            <Install draft={draft} change={change} origin={stored.public_url ?? location.origin} placement={placement} />
          </div>
          <WidgetPreview draft={draft} language={language} placement={placement} />
        </div>
      )}
    </SectionEditor>
  );
}

function Look({ draft, change, placement, onPlace }: Part & { readonly placement: Placement; readonly onPlace: (placement: Placement) => void }) {
  const { words: { widget } } = useRoom();
  const accent = readAccent(draft.accent);
  const used = accent ? legible(accent) : null;
  return (
    <section aria-label={widget.look}>
      <h3>{widget.look}</h3>
      <Field label={widget.company} error={null}>
        {(attributes) => <input {...attributes} dir="auto" maxLength={100} value={draft.company} onInput={(event) => change({ company: event.currentTarget.value })} />}
      </Field>
      <Field label={widget.colour} hint={used !== null && used !== accent ? widget.darkened(used) : ""} error={null}>
        {(attributes) => (
          <span class="colour">
            <input {...attributes} type="color" value={accent ?? "#000000"} onInput={(event) => change({ accent: event.currentTarget.value })} />
            <input class="short" aria-label={widget.colourText} aria-invalid={accent === null} value={draft.accent} onInput={(event) => change({ accent: event.currentTarget.value })} />
          </span>
        )}
      </Field>
      <div class="pair">
        <Field label={widget.position} hint={widget.inSnippet} error={null}>
          {(attributes) => (
            <select {...attributes} value={placement.position ?? "auto"} onChange={({ currentTarget: { value } }) => onPlace({ ...placement, position: value === "auto" ? null : (value as "left" | "right") })}>
              {(["auto", "left", "right"] as const).map((each) => <option key={each} value={each}>{widget.positions[each]}</option>)}
            </select>
          )}
        </Field>
        <Field label={widget.theme} hint={widget.inSnippet} error={null}>
          {(attributes) => (
            <select {...attributes} value={placement.theme} onChange={(event) => onPlace({ ...placement, theme: event.currentTarget.value as Placement["theme"] })}>
              {(["auto", "light", "dark"] as const).map((each) => <option key={each} value={each}>{widget.themes[each]}</option>)}
            </select>
          )}
        </Field>
      </div>
    </section>
  );
}

interface InLanguage extends Part {
  readonly language: string;
}

function WordsOf({ draft, change, language, onLanguage }: InLanguage & { readonly onLanguage: (language: string) => void }) {
  const { locale } = useDesk();
  const { words: { widget } } = useRoom();
  const known = [...new Set([...Object.keys(draft.greeting), ...Object.keys(draft.suggestions), ...LANGUAGES])];
  const suggestions = draft.suggestions[language] ?? [];
  return (
    <section aria-label={widget.words}>
      <h3>{widget.words}</h3>
      <Field label={widget.inLanguage} error={null}>
        {(attributes) => (
          <select {...attributes} value={language} onChange={(event) => onLanguage(event.currentTarget.value)}>
            {known.map((code) => <option key={code} value={code}>{languageName(code, locale)}</option>)}
          </select>
        )}
      </Field>
      <Field label={widget.greeting} hint={widget.greetingHint} error={null}>
        {(attributes) => <textarea {...attributes} rows={3} dir="auto" value={draft.greeting[language] ?? ""} onInput={(event) => change({ greeting: withText(draft.greeting, language, event.currentTarget.value) })} />}
      </Field>
      <LineList
        key={language} label={widget.suggestions} hint={widget.suggestionsHint} entries={suggestions}
        onChange={(entries) => change({ suggestions: withEntries(draft.suggestions, language, entries) })}
      />
      <div class="pair">
        <Field label={widget.supportEmail} hint={widget.factsHint} error={null}>
          {(attributes) => <input {...attributes} type="email" value={draft.support_email} onInput={(event) => change({ support_email: event.currentTarget.value })} />}
        </Field>
        <Field label={widget.supportHours} hint={widget.factsHint} error={null}>
          {(attributes) => <input {...attributes} dir="auto" value={draft.support_hours} onInput={(event) => change({ support_hours: event.currentTarget.value })} />}
        </Field>
      </div>
    </section>
  );
}

function Before({ draft, change, language }: InLanguage) {
  const { words: { widget } } = useRoom();
  const set = (changed: Partial<WidgetValues["widget"]>): void => change({ widget: { ...draft.widget, ...changed } });
  return (
    <section aria-label={widget.before}>
      <h3>{widget.before}</h3>
      <PreChatChoice form={draft.widget.pre_chat} onChange={(pre_chat) => set({ pre_chat })} />
      <Field label={widget.consent} hint={widget.consentHint} error={null}>
        {(attributes) => <textarea {...attributes} rows={2} dir="auto" value={draft.widget.consent[language] ?? ""} onInput={(event) => set({ consent: withText(draft.widget.consent, language, event.currentTarget.value) })} />}
      </Field>
      <Field label={widget.privacyUrl} error={null}>
        {(attributes) => <input {...attributes} type="url" value={draft.widget.privacy_url ?? ""} onInput={({ currentTarget: { value } }) => set({ privacy_url: value.trim() || null })} />}
      </Field>
    </section>
  );
}

function Install({ draft, change, origin, placement }: Part & { readonly origin: string; readonly placement: Placement }) {
  const { words: { widget } } = useRoom();
  return (
    <section aria-label={widget.install}>
      <h3>{widget.install}</h3>
      <LineList label={widget.hosts} hint={widget.hostsHint} rows={2} entries={draft.embed_hosts} onChange={(embed_hosts) => change({ embed_hosts })} />
      <p class="small muted">{widget.snippet}</p>
      <CopyBox label={widget.install} text={snippetFor(origin, readAccent(draft.accent) ?? "", placement)} />
    </section>
  );
}

type ByLanguage<Value> = Readonly<Record<string, Value>>;

function withText(texts: ByLanguage<string>, language: string, text: string): ByLanguage<string> {
  const { [language]: _, ...others } = texts;
  return text.trim() === "" ? others : { ...texts, [language]: text };
}

function withEntries(lists: ByLanguage<readonly string[]>, language: string, entries: readonly string[]): ByLanguage<readonly string[]> {
  const { [language]: _, ...others } = lists;
  return entries.length === 0 ? others : { ...lists, [language]: entries };
}
