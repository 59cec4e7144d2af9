/* Entry of widget.js: puts the launcher on the page and hands out `window.Frontdesk`. */

import { Launcher } from "./launcher";
import { readIdentity, readSettings, type HostSettings, type Identity } from "./settings";

/** What the host page may call. */
interface Frontdesk {
  open(): void;
  close(): void;
  toggle(): void;
  hide(): void;
  show(): void;
  /** Opens the chat and sends `text` as the customer's message. */
  send(text: string): void;
  identify(identity: Identity): void;
  reset(): void;
  setLocale(locale: string): void;
  on: Launcher["on"];
  off: Launcher["off"];
}

declare global {
  interface Window {
    Frontdesk?: Frontdesk;
    FrontdeskSettings?: HostSettings;
  }
}

const script = document.currentScript;

function complain(sentence: string): void {
  console.warn(`Frontdesk: ${sentence}`);
}

function start(tag: HTMLScriptElement): void {
  if (window.Frontdesk) return; // The script stands on the page twice.
  const settings = readSettings(window.FrontdeskSettings, tag, complain);
  const launcher = new Launcher(new URL(tag.src).origin, settings);
  window.Frontdesk = {
    open: () => launcher.open(),
    close: () => launcher.close(),
    toggle: () => launcher.toggle(),
    hide: () => launcher.display(false),
    show: () => launcher.display(true),
    send: (text) => {
      if (typeof text === "string" && text.trim()) launcher.send(text);
      else complain("send: a message needs a text.");
    },
    identify: (given) => {
      const identity = readIdentity(given);
      if (identity) launcher.identify(identity);
      else complain("identify: it takes a token that your server signed, or a function that gives one.");
    },
    reset: () => launcher.reset(),
    setLocale: (locale) => launcher.setLocale(locale),
    on: (name, listener) => launcher.on(name, listener),
    off: (name, listener) => launcher.off(name, listener),
  };
  window.dispatchEvent(new Event("frontdesk:ready"));
}

if (script instanceof HTMLScriptElement) {
  if (document.body) start(script);
  else document.addEventListener("DOMContentLoaded", () => start(script), { once: true });
}
