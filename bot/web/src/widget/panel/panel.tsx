/* The panel as a whole: header, log, state, composer; or the form that comes before the chat. */

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { readDraft, keepDraft } from "../../chat/storage";
import { BROWSER_TABS } from "../../chat/tabs";
import { useDropping } from "../../files/dropping";
import { Composer } from "./composer";
import { usePanel } from "./context";
import { fieldsToAsk, StartForm } from "./start-form";
import { Header } from "./header";
import type { HostPage } from "./host";
import { Log } from "./log";
import { Notice } from "./notice";

const FOCUSABLE = "a[href], button:not(:disabled), textarea, input:not([tabindex='-1']), select, summary, [tabindex='0']";

export function ChatPanel({ host }: { readonly host: HostPage }) {
  const { choice, close, config, conversation, words } = usePanel();
  const [over, dropping] = useDropping((files) => choice.possible && choice.add(files));
  const place = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useDraft();
  const asking = !conversation.begun && conversation.outgoing.value.length === 0
    && (config.consent !== null || fieldsToAsk(config, conversation).length > 0);
  const writes = useRef(asking);
  writes.current = asking;

  const focus = (): void => {
    const first = field.current ?? place.current?.querySelector<HTMLElement>("form input, form select, form button");
    first?.focus({ preventScroll: true });
  };
  const add = (more: string): void => setText((now) => (now ? `${more}\n${now}` : more));
  useLayoutEffect(() => {
    host.on("shown", (message) => message.focus && focus());
    host.on("focus", ({ edge }) => {
      const stops = [...(place.current?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].filter((each) => each.checkVisibility());
      stops.at(edge === "first" ? 0 : -1)?.focus();
    });
    host.on("send", (message) => {
      if (writes.current) add(message.text);
      else conversation.say(message.text.trim());
    });
  }, [host]);
  useEffect(() => {
    const keyed = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && !event.isComposing && !event.defaultPrevented) close();
    };
    document.addEventListener("keydown", keyed);
    return () => document.removeEventListener("keydown", keyed);
  }, [close]);
  const edit = (refused: string): void => {
    add(refused);
    focus();
  };
  return (
    <main class={over ? "panel dropping" : "panel"} ref={place} {...dropping}>
      <Header />
      <Log onEdit={edit} asking={asking} />
      <Notice />
      {asking ? <StartForm onBegun={focus} /> : <Composer field={field} text={text} onText={setText} />}
      {over && <p class="drop-here">{words.files.dropHere}</p>}
    </main>
  );
}

/** What is being written: kept over reloads, and handed on to the tab that is looked at. */
function useDraft(): [string, (change: string | ((now: string) => string)) => void] {
  const { conversation, store } = usePanel();
  const [text, show] = useState(() => readDraft(store));
  const left = conversation.left.value;
  useEffect(() => show((now) => (left > 0 ? "" : now)), [left]);
  useEffect(() => BROWSER_TABS.onChange(() => document.hasFocus() || show(readDraft(store))), [store]);
  return [text, (change) => show((now) => {
    const next = typeof change === "string" ? change : change(now);
    keepDraft(store, next);
    return next;
  })];
}
