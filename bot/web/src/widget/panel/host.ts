/* The panel's line to the launcher on the host page. Without a host page (opened by itself) it is silent. */

import { isBridgeMessage, type FromHost, type FromPanel } from "../bridge";

export class HostPage {
  visible = window.parent === window;
  private readonly shown: (() => void)[] = [];

  constructor(private readonly origin: string | null) {
    window.addEventListener("message", (event) => {
      if (event.source !== window.parent || event.origin !== origin || !isBridgeMessage(event.data)) return;
      const message = event.data as FromHost;
      this.visible = message.frontdesk === "shown";
      if (message.frontdesk === "shown" && message.focus) for (const callback of this.shown) callback();
    });
  }

  tell(message: FromPanel): void {
    if (this.origin && window.parent !== window) window.parent.postMessage(message, this.origin);
  }

  onShown(callback: () => void): void {
    this.shown.push(callback);
  }
}
