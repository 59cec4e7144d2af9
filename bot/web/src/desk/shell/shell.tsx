/* What surrounds every page: the menu, who is signed in, and a line when live updates fail. */

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useDesk } from "../desk";
import { BookIcon, ChartIcon, InboxIcon, KeyboardIcon, LeaveIcon, ReviewIcon, SettingsIcon, TemplatesIcon } from "../parts/icons";
import { Link } from "../parts/link";
import { mayLead } from "../parts/may-edit";
import { AlertSettings } from "../alerts/alert-settings";
import { KeyList } from "../keys/key-list";
import { FirstStepsBanner } from "./first-steps-banner";
import { LanguageChoice } from "./language-choice";
import { SettingsBanner } from "./settings-banner";
import { SilenceBanner, SilenceButton, useSilence } from "./silence-switch";

export function Shell({ children }: { readonly children: ComponentChildren }) {
  const desk = useDesk();
  const { words, router, user } = desk;
  const { page } = router.route.value;
  const silence = useSilence();
  useEffect(() => desk.alerts.follow(desk.live), [desk]);
  return (
    <div class="shell">
      <nav class="menu" aria-label={words.menu.label}>
        <span class="logo">{words.product}</span>
        <Link to={{ page: "inbox", queue: "waiting", conversation: null }} current={page === "inbox"}>
          <InboxIcon /> <span>{words.menu.inbox}</span>
        </Link>
        <Link to={{ page: "templates", template: null }} current={page === "templates"}>
          <TemplatesIcon /> <span>{words.menu.templates}</span>
        </Link>
        <Link to={{ page: "knowledge", article: null }} current={page === "knowledge"}>
          <BookIcon /> <span>{words.menu.knowledge}</span>
        </Link>
        <Link to={{ page: "learning", part: "questions", item: null }} current={page === "learning"}>
          <ReviewIcon /> <span>{words.menu.learning}</span>
        </Link>
        {mayLead(user.value) && (
          <Link to={{ page: "insights" }} current={page === "insights"}>
            <ChartIcon /> <span>{words.menu.insights}</span>
          </Link>
        )}
        <Link to={{ page: "settings", section: null }} current={page === "settings"}>
          <SettingsIcon /> <span>{words.menu.settings}</span>
        </Link>
        <div class="menu-end">
          <SilenceButton {...silence} />
          <AlertSettings />
          <button type="button" class="quiet icon-only wide-only" aria-label={words.keys.show} title={words.keys.show} onClick={() => (desk.keys.listed.value = true)}>
            <KeyboardIcon />
          </button>
          <LanguageChoice />
          <span class="user" title={user.value?.email}>{user.value?.name}</span>
          <button type="button" class="quiet icon-only" aria-label={words.menu.signOut} title={words.menu.signOut} onClick={() => void desk.signOut()}>
            <LeaveIcon />
          </button>
        </div>
      </nav>
      <div class="notices">
        <NotLive />
        <SilenceBanner {...silence} />
        <SettingsBanner />
        <FirstStepsBanner />
      </div>
      {children}
      <KeyList />
    </div>
  );
}

const PATIENCE_MS = 3_000;

function NotLive() {
  const { live, words } = useDesk();
  const connected = live.connected.value;
  const [patient, setPatient] = useState(true);
  useEffect(() => {
    setPatient(true);
    const timer = setTimeout(() => setPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [connected]);
  return (
    <div role="status" class="not-live">
      {!connected && !patient && <p class="banner warn">{words.problems.notLive}</p>}
    </div>
  );
}
