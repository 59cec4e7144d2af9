/*
 * What the host page may set: `window.FrontdeskSettings` before the script,
 * or data attributes on the script's tag where the page allows no inline script.
 */

import { readAccent } from "../../theme/accent";

export type Position = "left" | "right";

export interface HostSettings {
  readonly locale?: string;
  readonly accent?: string;
  readonly position?: Position;
}

export interface Settings {
  readonly locale: string | null;
  readonly accent: string | null;
  readonly position: Position;
}

export function readSettings(given: HostSettings | undefined, script: HTMLScriptElement): Settings {
  const locale = given?.locale ?? script.dataset["locale"];
  const position = given?.position ?? script.dataset["position"];
  return {
    locale: locale || null,
    accent: readAccent(given?.accent ?? script.dataset["accent"]),
    position: position === "left" ? "left" : "right",
  };
}
