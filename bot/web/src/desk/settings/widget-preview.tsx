/* The draft as customers would see it: drawn here, with the colours that the widget itself would use. */

import type { WidgetValues } from "../api/records/settings";
import { DEFAULT_ACCENT, legible, readAccent, textOn } from "../../theme/accent";
import { useRoom } from "./room";
import type { Placement } from "./snippet";

interface Props {
  readonly draft: WidgetValues;
  readonly language: string;
  readonly placement: Placement;
}

export function WidgetPreview({ draft, language, placement }: Props) {
  const { words: { widget } } = useRoom();
  const accent = legible(readAccent(draft.accent) ?? DEFAULT_ACCENT);
  const colours = { "--widget-accent": accent, "--widget-on-accent": textOn(accent), colorScheme: placement.theme === "auto" ? "light dark" : placement.theme };
  return (
    <aside class={`widget-preview ${placement.position ?? "auto"} ${placement.theme}`} aria-label={widget.preview} style={colours}>
      <h3>{widget.preview}</h3>
      <div class="mock" lang={language} dir="auto" inert>
        <div class="mock-head">
          <strong>{draft.company}</strong>
          <span>{widget.machine}</span>
        </div>
        <MockBody draft={draft} language={language} />
      </div>
      <div class="mock-button" aria-hidden="true">
        <svg class="icon" viewBox="0 0 24 24"><path d="M4 5h16v11H9l-5 4V5Z" /></svg>
      </div>
    </aside>
  );
}

function MockBody({ draft, language }: Omit<Props, "placement">) {
  const { words: { widget } } = useRoom();
  const { pre_chat: form, consent } = draft.widget;
  const asked = form.fields.length > 0 || consent[language] !== undefined;
  return (
    <div class="mock-body">
      {draft.greeting[language] && <p class="mock-bubble">{draft.greeting[language]}</p>}
      {asked ? (
        <div class="mock-form">
          {form.opening[language] && <p>{form.opening[language]}</p>}
          {form.fields.map((name) => (
            <span key={name} class="mock-field">{name}{form.optional.includes(name) ? "" : " *"}</span>
          ))}
          {consent[language] && <p class="small">☐ {consent[language]}</p>}
          <span class="mock-begin">{widget.begin}</span>
        </div>
      ) : (
        <>
          <div class="mock-suggestions">{(draft.suggestions[language] ?? []).map((each) => <span key={each}>{each}</span>)}</div>
          <span class="mock-field mock-write">{widget.send}</span>
        </>
      )}
      <span class="mock-person">{widget.person}</span>
    </div>
  );
}
