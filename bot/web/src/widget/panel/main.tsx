/* Entry of the panel: reads the configuration and the words, then shows the conversation. */

import { render } from "preact";
import { ChatApi } from "../../chat/api";
import { Conversation } from "../../chat/conversation";
import { newId } from "../../chat/identity";
import { followLink, linkOf } from "../../chat/link";
import type { KeyValueStore } from "../../chat/outgoing";
import { openStore } from "../../chat/storage";
import { FileChoice } from "../../files/choice";
import { applyLocale, chooseLocale } from "../../language/locale";
import { DEFAULT_ACCENT, readAccent, textOn } from "../../theme/accent";
import { CATALOGUES } from "../words/words";
import { Panel, type WidgetConfig } from "./context";
import { HostPage } from "./host";
import { ChatPanel } from "./panel";
import { watchUnread } from "./unread";
import "../../theme/tokens.css";
import "../../markup/prose.css";
import "../../files/files.css";
import "./panel.css";

const query = new URLSearchParams(location.search);
const host = new HostPage(query.get("host"));

async function readConfig(locale: string): Promise<WidgetConfig> {
  const response = await fetch(`/api/widget/config?locale=${encodeURIComponent(locale)}`);
  if (!response.ok) throw new Error(`The configuration could not be read: ${response.status}.`);
  return (await response.json()) as WidgetConfig;
}

function openSocket(path: string, protocols: string[]): WebSocket {
  return new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${path}`, protocols);
}

function paint(accent: string): void {
  document.documentElement.style.setProperty("--accent", accent);
  document.documentElement.style.setProperty("--on-accent", textOn(accent));
}

/** This browser's own conversation, or for this tab alone the one that a link leads to. */
async function storeOf(path: string): Promise<KeyValueStore> {
  const link = linkOf(path);
  if (link === null) return openStore();
  const store = openStore(() => window.sessionStorage);
  await followLink(new ChatApi(), link, store);
  return store;
}

async function start(place: HTMLElement): Promise<void> {
  const locale = chooseLocale([query.get("locale"), ...navigator.languages]);
  // The bot speaks more languages than these pages are written in.
  const spoken = (query.get("locale") ?? navigator.languages[0] ?? locale).slice(0, 35);
  applyLocale(locale);
  const words = await CATALOGUES[locale]();
  const close = (): void => host.tell({ frontdesk: "close" });
  try {
    const config = await readConfig(spoken);
    const accent = readAccent(query.get("accent")) ?? readAccent(config.accent) ?? DEFAULT_ACCENT;
    paint(accent);
    host.tell({ frontdesk: "accent", accent });
    document.title = config.company;
    const store = await storeOf(location.pathname);
    const conversation = new Conversation({ store, locale: spoken, openSocket, newId });
    const choice = new FileChoice(
      (file, onProgress, signal) => conversation.attach(file, onProgress, signal),
      words.files, locale, config.attachments,
    );
    const onShown = (callback: () => void): void => host.onShown(callback);
    render(
      <Panel.Provider value={{ conversation, config, locale, words, choice, close }}>
        <ChatPanel onShown={onShown} />
      </Panel.Provider>,
      place,
    );
    watchUnread(conversation, host);
    window.addEventListener("online", () => conversation.wake());
    window.addEventListener("offline", () => conversation.wake());
    conversation.start();
  } catch {
    render(<p class="unavailable" role="alert">{words.unavailable}</p>, place);
  }
  host.tell({ frontdesk: "ready" });
}

const place = document.getElementById("panel");
if (place) void start(place);
