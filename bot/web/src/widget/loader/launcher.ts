/*
 * The round button on the host page and the frame that it opens, both in one shadow root.
 * The frame is made at the first opening: before that nothing is loaded and nothing is stored.
 */

import { chooseLocale } from "../../language/locale";
import { DEFAULT_ACCENT, readAccent, textOn } from "../../theme/accent";
import { isBridgeMessage, type FromHost, type FromPanel } from "../bridge";
import { bubbleIcon, crossIcon } from "./icons";
import type { Settings } from "./settings";
import { LAUNCHER_STYLE } from "./style";
import { LAUNCHER_WORDS } from "./words";

export interface LauncherEvents {
  readonly open: undefined;
  readonly close: undefined;
  readonly unread: number;
  readonly message: { readonly author: string };
}

type Listener = (detail: unknown) => void;

export class Launcher {
  private readonly host = document.createElement("div");
  private readonly root = this.host.attachShadow({ mode: "open" });
  private readonly button = document.createElement("button");
  private readonly badge = document.createElement("span");
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly words;
  private panel: HTMLDivElement | null = null;
  private frame: HTMLIFrameElement | null = null;
  private ready = false;
  private unread = 0;
  private overflowBefore = "";

  constructor(private readonly origin: string, private readonly settings: Settings) {
    this.words = LAUNCHER_WORDS[chooseLocale([settings.locale, ...navigator.languages])];
    const style = new CSSStyleSheet();
    style.replaceSync(LAUNCHER_STYLE);
    this.root.adoptedStyleSheets = [style];
    this.host.id = "frontdesk";
    this.host.dataset["position"] = settings.position;
    this.badge.className = "unread";
    this.badge.setAttribute("aria-hidden", "true");
    this.button.type = "button";
    this.button.addEventListener("click", () => this.toggle());
    this.root.append(this.button);
    this.host.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
    window.addEventListener("message", (event) => this.hear(event));
    this.paint(settings.accent ?? DEFAULT_ACCENT);
    this.label();
    document.body.append(this.host);
  }

  get isOpen(): boolean {
    return this.panel !== null && !this.panel.hidden;
  }

  open(): void {
    if (this.isOpen) return;
    const panel = this.panel ?? this.makePanel();
    panel.hidden = false;
    this.host.dataset["open"] = "";
    this.label();
    if (this.coversPage()) {
      this.overflowBefore = document.documentElement.style.overflow;
      document.documentElement.style.overflow = "hidden";
    }
    if (this.ready) this.tell({ frontdesk: "shown", focus: true });
    this.emit("open", undefined);
  }

  close(): void {
    if (!this.panel || this.panel.hidden) return;
    this.panel.hidden = true;
    delete this.host.dataset["open"];
    document.documentElement.style.overflow = this.overflowBefore;
    this.label();
    this.tell({ frontdesk: "hidden" });
    this.button.focus({ preventScroll: true });
    this.emit("close", undefined);
  }

  toggle(): void {
    if (this.isOpen) this.close();
    else this.open();
  }

  /** Calls `listener` on each event of that name; returns how to stop it. */
  on<Name extends keyof LauncherEvents>(
    name: Name,
    listener: (detail: LauncherEvents[Name]) => void,
  ): () => void {
    const listeners = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, listeners.add(listener as Listener));
    return () => listeners.delete(listener as Listener);
  }

  private makePanel(): HTMLDivElement {
    const panel = document.createElement("div");
    panel.className = "panel";
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-label", this.words.panel);
    const frame = document.createElement("iframe");
    const query = new URLSearchParams({ host: location.origin });
    if (this.settings.locale) query.set("locale", this.settings.locale);
    if (this.settings.accent) query.set("accent", this.settings.accent);
    frame.src = `${this.origin}/widget/?${query}`;
    frame.title = this.words.panel;
    panel.append(frame);
    this.root.insertBefore(panel, this.button);
    this.panel = panel;
    this.frame = frame;
    return panel;
  }

  private hear(event: MessageEvent): void {
    if (event.source !== this.frame?.contentWindow || event.origin !== this.origin) return;
    if (!isBridgeMessage(event.data)) return;
    const message = event.data as FromPanel;
    switch (message.frontdesk) {
      case "ready":
        this.ready = true;
        this.tell(this.isOpen ? { frontdesk: "shown", focus: true } : { frontdesk: "hidden" });
        break;
      case "close":
        this.close();
        break;
      case "accent":
        this.paint(this.settings.accent ?? readAccent(message.accent) ?? DEFAULT_ACCENT);
        break;
      case "unread":
        this.unread = message.count;
        this.label();
        this.emit("unread", message.count);
        break;
      case "message":
        this.emit("message", { author: message.author });
        break;
    }
  }

  private tell(message: FromHost): void {
    this.frame?.contentWindow?.postMessage(message, this.origin);
  }

  private emit<Name extends keyof LauncherEvents>(name: Name, detail: LauncherEvents[Name]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(detail);
  }

  private paint(accent: string): void {
    this.host.style.setProperty("--accent", accent);
    this.host.style.setProperty("--on-accent", textOn(accent));
  }

  private label(): void {
    const { open, close, unread } = this.words;
    const label = this.isOpen ? close : this.unread > 0 ? unread(this.unread) : open;
    this.button.setAttribute("aria-label", label);
    this.button.setAttribute("aria-expanded", String(this.isOpen));
    this.badge.textContent = this.unread > 0 && !this.isOpen ? String(Math.min(this.unread, 99)) : "";
    this.button.replaceChildren(this.isOpen ? crossIcon() : bubbleIcon(), this.badge);
  }

  private coversPage(): boolean {
    return matchMedia("(max-width: 480px), (max-height: 420px)").matches;
  }
}
