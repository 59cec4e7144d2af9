/*
 * The panel's frame on the host page: made when it is first needed, spoken to by postMessage.
 * What is said before the panel listens waits until it does. Only the frame itself is believed.
 */

import { isBridgeMessage, type FromHost, type FromPanel } from "../bridge";
import type { Settings } from "./settings";

export class PanelFrame {
  readonly box = document.createElement("div");
  private readonly frame = document.createElement("iframe");
  private readonly waiting: FromHost[] = [];
  private ready = false;

  constructor(private readonly origin: string, settings: Settings, locale: string | null, hear: (message: FromPanel) => void) {
    const { box, frame } = this;
    box.className = "panel";
    box.hidden = true;
    box.setAttribute("role", "dialog");
    const query = new URLSearchParams({ host: location.origin, theme: settings.theme });
    if (locale) query.set("locale", locale);
    if (settings.accent) query.set("accent", settings.accent);
    frame.src = `${origin}/widget/?${query}`;
    box.append(this.edge("last"), frame, this.edge("first"));
    window.addEventListener("message", (event) => {
      if (event.source !== frame.contentWindow || event.origin !== origin || !isBridgeMessage(event.data)) return;
      const message = event.data as FromPanel;
      if (message.frontdesk === "ready") this.begin();
      hear(message);
    });
  }

  name(title: string): void {
    this.box.setAttribute("aria-label", title);
    this.frame.title = title;
  }

  tell(message: FromHost): void {
    if (this.ready) this.frame.contentWindow?.postMessage(message, this.origin);
    else this.waiting.push(message);
  }

  private begin(): void {
    this.ready = true;
    for (const message of this.waiting.splice(0)) this.tell(message);
  }

  /** Where the panel covers the page, the focus that leaves it at one end comes back at the other. */
  private edge(edge: "first" | "last"): HTMLElement {
    const guard = document.createElement("span");
    guard.className = "edge";
    guard.tabIndex = 0;
    guard.addEventListener("focus", () => {
      this.frame.focus();
      this.tell({ frontdesk: "focus", edge });
    });
    return guard;
  }
}
