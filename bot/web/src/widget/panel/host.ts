/* The panel's line to the launcher on the host page. Without a host page (opened by itself) it is silent. */

import { isBridgeMessage, type FromHost, type FromPanel } from "../bridge";

type Kind = FromHost["frontdesk"];
type Of<Name extends Kind> = Extract<FromHost, { readonly frontdesk: Name }>;

export class HostPage {
  visible = window.parent === window;
  private readonly callbacks = new Map<Kind, ((message: FromHost) => void)[]>();

  constructor(private readonly origin: string | null) {
    window.addEventListener("message", (event) => {
      if (event.source !== window.parent || event.origin !== origin || !isBridgeMessage(event.data)) return;
      const message = event.data as FromHost;
      if (message.frontdesk === "shown" || message.frontdesk === "hidden") this.visible = message.frontdesk === "shown";
      for (const callback of this.callbacks.get(message.frontdesk) ?? []) callback(message);
    });
  }

  tell(message: FromPanel): void {
    if (this.origin && window.parent !== window) window.parent.postMessage(message, this.origin);
  }

  on<Name extends Kind>(name: Name, callback: (message: Of<Name>) => void): void {
    const callbacks = this.callbacks.get(name) ?? [];
    this.callbacks.set(name, [...callbacks, callback as (message: FromHost) => void]);
  }
}
