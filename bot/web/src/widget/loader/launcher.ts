/*
 * The round button on the host page and the frame that it opens, both in one shadow root.
 * The frame is made at the first opening, or where an earlier page left a conversation behind.
 */

import { chooseLocale, directionOf, WIDGET_LOCALES } from "../../language/locale";
import { DEFAULT_ACCENT, legible, readAccent, textOn } from "../../theme/accent";
import type { FromPanel, IdentityState } from "../bridge";
import { PanelFrame } from "./frame";
import { bubbleIcon, crossIcon } from "./icons";
import { rememberConversation, rememberOpen, remembersConversation, remembersOpen } from "./memory";
import type { Identity, Settings } from "./settings";
import { LAUNCHER_STYLE } from "./style";
import { LAUNCHER_WORDS } from "./words";

export interface LauncherEvents {
  readonly open: undefined;
  readonly close: undefined;
  readonly unread: number;
  readonly message: { readonly author: string };
  readonly identity: { readonly state: IdentityState; readonly reason?: string | undefined };
}

type Listener = (detail: unknown) => void;

export class Launcher {
  private readonly host = document.createElement("div");
  private readonly root = this.host.attachShadow({ mode: "open" });
  private readonly button = document.createElement("button");
  private readonly badge = document.createElement("span");
  private readonly listeners = new Map<string, Set<Listener>>();
  private panel: PanelFrame | null = null;
  private identity: Identity | null;
  private locale: string | null;
  private unread = 0;
  private overflowBefore = "";
  private cameFrom: Element | null = null;

  constructor(private readonly origin: string, private readonly settings: Settings) {
    this.identity = settings.identity;
    this.locale = settings.locale;
    const style = new CSSStyleSheet();
    style.replaceSync(LAUNCHER_STYLE);
    this.root.adoptedStyleSheets = [style];
    this.host.id = "frontdesk";
    this.host.style.setProperty("--side", `${settings.sideOffset}px`);
    this.host.style.setProperty("--bottom", `${settings.bottomOffset}px`);
    if (settings.theme !== "auto") this.host.style.colorScheme = settings.theme;
    this.badge.className = "unread";
    this.badge.setAttribute("aria-hidden", "true");
    this.button.type = "button";
    this.button.hidden = !settings.launcher;
    this.button.addEventListener("click", () => this.toggle());
    this.root.append(this.button);
    this.host.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
    window.visualViewport?.addEventListener("resize", () => this.fit());
    this.paint(settings.accent ?? DEFAULT_ACCENT);
    this.speak();
    document.body.append(this.host);
    if (remembersOpen() && !this.coversPage()) this.open(false);
    else if (remembersConversation()) whenIdle(() => this.frame());
  }

  get isOpen(): boolean {
    return this.panel !== null && !this.panel.box.hidden;
  }

  open(focus = true): void {
    if (this.isOpen) return;
    const panel = this.frame();
    panel.box.hidden = false;
    this.host.dataset["open"] = "";
    this.label();
    if (this.coversPage()) {
      this.overflowBefore = document.documentElement.style.overflow;
      document.documentElement.style.overflow = "hidden";
      panel.box.setAttribute("aria-modal", "true");
    }
    this.fit();
    this.cameFrom = focus ? document.activeElement : null;
    panel.tell({ frontdesk: "shown", focus });
    rememberOpen(true);
    this.emit("open", undefined);
  }

  close(): void {
    if (!this.panel || !this.isOpen) return;
    this.panel.box.hidden = true;
    this.panel.box.removeAttribute("aria-modal");
    delete this.host.dataset["open"];
    document.documentElement.style.overflow = this.overflowBefore;
    this.label();
    this.panel.tell({ frontdesk: "hidden" });
    this.giveFocusBack();
    rememberOpen(false);
    this.emit("close", undefined);
  }

  toggle(): void {
    if (this.isOpen) this.close();
    else this.open();
  }

  /** Takes the button, and the panel with it, off the page; brings the button back. */
  display(shown: boolean): void {
    if (!shown) this.close();
    this.button.hidden = !shown;
  }

  send(text: string): void {
    this.open();
    this.panel?.tell({ frontdesk: "send", text });
  }

  identify(identity: Identity): void {
    this.identity = identity;
    if (this.panel) void this.vouch();
  }

  /** Nobody is signed in any more, and this browser's conversation is left: for a log-out. */
  reset(): void {
    this.identity = null;
    if (this.panel || remembersConversation()) this.frame().tell({ frontdesk: "reset" });
  }

  setLocale(locale: string): void {
    this.locale = locale;
    this.speak();
    this.panel?.tell({ frontdesk: "locale", locale });
  }

  /** Calls `listener` on each event of that name; returns how to stop it. */
  on<Name extends keyof LauncherEvents>(
    name: Name,
    listener: (detail: LauncherEvents[Name]) => void,
  ): () => void {
    const listeners = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, listeners.add(listener as Listener));
    return () => this.off(name, listener);
  }

  off<Name extends keyof LauncherEvents>(name: Name, listener: (detail: LauncherEvents[Name]) => void): void {
    this.listeners.get(name)?.delete(listener as Listener);
  }

  private frame(): PanelFrame {
    if (this.panel) return this.panel;
    this.panel = new PanelFrame(this.origin, this.settings, this.locale, (message) => this.hear(message));
    this.panel.name(this.words.panel);
    this.root.insertBefore(this.panel.box, this.button);
    void this.vouch();
    return this.panel;
  }

  /** Tells the panel who the customer is, with a token that is fresh. */
  private async vouch(): Promise<void> {
    const { identity } = this;
    try {
      const token = typeof identity === "function" ? await identity() : identity;
      if (token && identity === this.identity) this.panel?.tell({ frontdesk: "identify", token });
    } catch (error) {
      this.emit("identity", { state: "refused", reason: String(error) });
    }
  }

  private hear(message: FromPanel): void {
    switch (message.frontdesk) {
      case "ready":
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
      case "kept":
        rememberConversation(message.kept);
        break;
      case "identity":
        this.emit("identity", { state: message.state, reason: message.reason });
        break;
      case "identity-wanted":
        if (typeof this.identity === "function") void this.vouch();
        break;
    }
  }

  private emit<Name extends keyof LauncherEvents>(name: Name, detail: LauncherEvents[Name]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(detail);
  }

  private paint(accent: string): void {
    const colour = legible(accent);
    this.host.style.setProperty("--accent", colour);
    this.host.style.setProperty("--on-accent", textOn(colour));
  }

  private get words() {
    return LAUNCHER_WORDS[chooseLocale([this.locale, ...navigator.languages], WIDGET_LOCALES)];
  }

  private speak(): void {
    const ends = directionOf(chooseLocale([this.locale, ...navigator.languages], WIDGET_LOCALES)) === "rtl" ? "left" : "right";
    this.host.dataset["position"] = this.settings.position ?? ends;
    this.panel?.name(this.words.panel);
    this.label();
  }

  private label(): void {
    const { open, close, unread } = this.words;
    const label = this.isOpen ? close : this.unread > 0 ? unread(this.unread) : open;
    this.button.setAttribute("aria-label", label);
    this.button.setAttribute("aria-expanded", String(this.isOpen));
    this.badge.textContent = this.unread > 0 && !this.isOpen ? String(Math.min(this.unread, 99)) : "";
    this.button.replaceChildren(this.isOpen ? crossIcon() : bubbleIcon(), this.badge);
  }

  /** Over a phone's whole screen, the panel keeps clear of the keyboard. */
  private fit(): void {
    const view = window.visualViewport;
    if (!this.panel || !view) return;
    const covering = this.isOpen && this.coversPage();
    this.panel.box.style.height = covering ? `${view.height}px` : "";
    this.panel.box.style.top = covering ? `${view.offsetTop}px` : "";
  }

  /** To what opened the chat, which is the button unless the host page did. */
  private giveFocusBack(): void {
    const { cameFrom } = this;
    const elsewhere = cameFrom instanceof HTMLElement && cameFrom.isConnected && cameFrom !== this.host && cameFrom !== document.body;
    (elsewhere ? cameFrom : this.button).focus({ preventScroll: true });
  }

  private coversPage(): boolean {
    return matchMedia("(max-width: 480px), (max-height: 420px)").matches;
  }
}

/** After the page itself has settled. */
function whenIdle(task: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(task, { timeout: 3_000 });
  else setTimeout(task, 1_000);
}
