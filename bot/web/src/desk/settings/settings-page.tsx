/* Settings: the list of parts, and the chosen one beside it. */

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { SettingsApi } from "../api/settings";
import { useDesk } from "../desk";
import { Link } from "../parts/link";
import { AccountPanel } from "./account-panel";
import { AuditPanel } from "./audit-panel";
import { FirstSteps } from "./first-steps";
import { FormsPanel } from "./forms/forms-panel";
import { HealthPanel } from "./health-panel";
import { HoursPanel } from "./hours-panel";
import { PeoplePanel } from "./people-panel";
import { PrivacyPanel } from "./privacy-panel";
import { CATALOGUES, RoomContext } from "./room";
import { RulesPanel } from "./rules-panel";
import { chosenSection, sectionsFor, type SectionId } from "./sections";
import { TelegramPanel } from "./telegram-panel";
import { WidgetPanel } from "./widget-panel";
import type { SettingsWords } from "../words/settings-en";
import "./settings.css";

const PANELS: Record<SectionId, () => preact.JSX.Element> = {
  start: FirstSteps, account: AccountPanel, people: PeoplePanel, hours: HoursPanel, rules: RulesPanel, forms: FormsPanel,
  widget: WidgetPanel, telegram: TelegramPanel, privacy: PrivacyPanel, health: HealthPanel, audit: AuditPanel,
};

export function SettingsPage({ section: named }: { readonly section: string | null }) {
  const { client, locale, user, words: deskWords } = useDesk();
  const [words, setWords] = useState<SettingsWords | null>(null);
  const api = useMemo(() => new SettingsApi(client), [client]);
  useEffect(() => void CATALOGUES[locale]().then(setWords), [locale]);
  if (words === null) return <main class="empty muted"><p>{deskWords.loading}</p></main>;
  const role = user.value?.role ?? "";
  const section = chosenSection(named, role);
  const Panel = PANELS[section];
  return (
    <RoomContext.Provider value={{ words, api }}>
      <main class={named === null ? "settings" : "settings chosen"}>
        <Parts words={words} role={role} section={section} />
        <section class={`settings-part part-${section}`} aria-label={words.sections[section]}>
          <Panel key={section} />
        </section>
      </main>
    </RoomContext.Provider>
  );
}

interface PartsProps {
  readonly words: SettingsWords;
  readonly role: string;
  readonly section: SectionId;
}

/** On a phone they lie in a strip, which is moved so that the open one is seen. */
function Parts({ words, role, section }: PartsProps) {
  const strip = useRef<HTMLElement>(null);
  useEffect(() => strip.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" }), [section]);
  return (
    <nav class="settings-parts" aria-label={words.title} ref={strip}>
      <h1>{words.title}</h1>
      {sectionsFor(role).map((each) => (
        <Link key={each} to={{ page: "settings", section: each }} current={each === section}>{words.sections[each]}</Link>
      ))}
    </nav>
  );
}
