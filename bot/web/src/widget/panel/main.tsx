/* Entry of the panel: reads the configuration and the words, then shows the conversation. */

import { signal, type Signal } from "@preact/signals";
import { render } from "preact";
import { ChatApi } from "../../chat/api";
import { Conversation } from "../../chat/conversation";
import { newId } from "../../chat/identity";
import { followLink, linkOf } from "../../chat/link";
import type { KeyValueStore } from "../../chat/outgoing";
import { openStore } from "../../chat/storage";
import { BROWSER_TABS } from "../../chat/tabs";
import { DEFAULT_ACCENT, legible, readAccent, textOn } from "../../theme/accent";
import { forceTheme, readTheme } from "../../theme/forced";
import { Panel, type View } from "./context";
import { HostPage } from "./host";
import { ChatPanel } from "./panel";
import { watchUnread } from "./unread";
import { readConfig, speak, viewIn, type Spoken } from "./view";
import "../../theme/tokens.css";
import "../../markup/prose.css";
import "../../files/files.css";
import "./panel.css";

const STALE_MS = 5 * 60_000;

const query = new URLSearchParams(location.search);
const host = new HostPage(query.get("host"));

function openSocket(path: string, protocols: string[]): WebSocket {
  return new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${path}`, protocols);
}

function paint(accent: string): void {
  const colour = legible(accent);
  document.documentElement.style.setProperty("--accent", colour);
  document.documentElement.style.setProperty("--on-accent", textOn(colour));
}

/** This browser's own conversation, or for this tab alone the one that a link leads to. */
async function storeOf(path: string): Promise<KeyValueStore> {
  const link = linkOf(path);
  if (link === null) return openStore();
  const store = openStore(() => window.sessionStorage);
  await followLink(new ChatApi(), link, store);
  return store;
}

/** Changes the language while the panel is open, and asks anew who is there each time it is shown. */
function keepCurrent(view: Signal<View>, conversation: Conversation, first: Spoken): void {
  let spoken = first;
  let readAt = Date.now();
  const readAnew = async (): Promise<void> => {
    readAt = Date.now();
    const config = await readConfig(spoken.bot);
    const { choice, ...rest } = viewIn(spoken, config, conversation);
    view.value = { ...rest, choice: view.value.choice.list.value.length > 0 ? view.value.choice : choice };
  };
  host.on("locale", ({ locale }) => {
    void speak(locale).then((next) => {
      spoken = next;
      conversation.locale = next.bot;
      return readAnew();
    }).catch(() => undefined);
  });
  host.on("shown", () => {
    if (Date.now() - readAt > STALE_MS) readAnew().catch(() => undefined);
  });
}

async function start(place: HTMLElement): Promise<void> {
  forceTheme(readTheme(query.get("theme")) ?? "auto");
  const spoken = await speak(query.get("locale"));
  try {
    const config = await readConfig(spoken.bot);
    const accent = readAccent(query.get("accent")) ?? readAccent(config.accent) ?? DEFAULT_ACCENT;
    paint(accent);
    host.tell({ frontdesk: "accent", accent });
    document.title = config.company;
    const store = await storeOf(location.pathname);
    const conversation = new Conversation({
      store, locale: spoken.bot, openSocket, newId, tabs: BROWSER_TABS,
      signIn: {
        changed: (state, reason) => host.tell({ frontdesk: "identity", state, reason }),
        wanted: () => host.tell({ frontdesk: "identity-wanted" }),
      },
    });
    const view = signal(viewIn(spoken, config, conversation));
    keepCurrent(view, conversation, spoken);
    const close = (): void => host.tell({ frontdesk: "close" });
    const Root = () => (
      <Panel.Provider value={{ ...view.value, conversation, store, close }}>
        <ChatPanel host={host} />
      </Panel.Provider>
    );
    render(<Root />, place);
    watchUnread(conversation, host, store, BROWSER_TABS);
    host.on("identify", ({ token }) => void conversation.identify(token));
    host.on("reset", () => conversation.reset());
    window.addEventListener("online", () => conversation.wake());
    window.addEventListener("offline", () => conversation.wake());
    conversation.start();
  } catch {
    render(<p class="unavailable" role="alert">{spoken.words.unavailable}</p>, place);
  }
  host.tell({ frontdesk: "ready" });
}

const place = document.getElementById("panel");
if (place) void start(place);
