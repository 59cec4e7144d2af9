/* Entry of widget.js: puts the launcher on the page and hands out `window.Frontdesk`. */

import { Launcher } from "./launcher";
import { readSettings, type HostSettings } from "./settings";

interface Frontdesk {
  open(): void;
  close(): void;
  toggle(): void;
  on: Launcher["on"];
}

declare global {
  interface Window {
    Frontdesk?: Frontdesk;
    FrontdeskSettings?: HostSettings;
  }
}

const script = document.currentScript;

function start(tag: HTMLScriptElement): void {
  if (window.Frontdesk) return; // The script stands on the page twice.
  const settings = readSettings(window.FrontdeskSettings, tag);
  const launcher = new Launcher(new URL(tag.src).origin, settings);
  window.Frontdesk = {
    open: () => launcher.open(),
    close: () => launcher.close(),
    toggle: () => launcher.toggle(),
    on: (name, listener) => launcher.on(name, listener),
  };
  window.dispatchEvent(new Event("frontdesk:ready"));
}

if (script instanceof HTMLScriptElement) {
  if (document.body) start(script);
  else document.addEventListener("DOMContentLoaded", () => start(script), { once: true });
}
