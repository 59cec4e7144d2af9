/*
 * What the host page may set: `window.FrontdeskSettings` before the script,
 * or data attributes on the script's tag where the page allows no inline script.
 * What cannot be used is left out with a sentence, and never breaks the page.
 */

import { readAccent } from "../../theme/accent";
import { readTheme, type Theme } from "../../theme/forced";

export type Position = "left" | "right";
/** A token that the host's server signed, or how to get one; asked anew before one ends. */
export type Identity = string | (() => string | Promise<string>);

export interface HostSettings {
  readonly locale?: string;
  readonly accent?: string;
  readonly position?: Position;
  /** Pixels between the button and the edges of the window. */
  readonly sideOffset?: number;
  readonly bottomOffset?: number;
  readonly theme?: Theme;
  /** Whether the round button is shown; without it the page opens the chat itself. */
  readonly launcher?: boolean;
  readonly identity?: Identity;
}

export interface Settings {
  readonly locale: string | null;
  readonly accent: string | null;
  /** Null: where the language's reading ends. */
  readonly position: Position | null;
  readonly sideOffset: number;
  readonly bottomOffset: number;
  readonly theme: Theme;
  readonly launcher: boolean;
  readonly identity: Identity | null;
}

const OFFSET = 20;
const FARTHEST = 400;

export function readSettings(
  given: HostSettings | undefined, script: HTMLScriptElement, complain: (sentence: string) => void,
): Settings {
  const value = (name: keyof HostSettings): unknown => given?.[name] ?? script.dataset[name];
  function read<Kind>(name: keyof HostSettings, wanted: string, take: (value: unknown) => Kind | null): Kind | null {
    const found = value(name);
    if (found === undefined || found === "") return null;
    const taken = take(found);
    if (taken === null) complain(`${name}: ${JSON.stringify(found) ?? typeof found} cannot be used, it should be ${wanted}.`);
    return taken;
  }
  const offset = (found: unknown): number | null => {
    const pixels = Number(found);
    return pixels >= 0 && pixels <= FARTHEST ? pixels : null;
  };
  return {
    locale: read("locale", 'a language such as "en"', (found) => (typeof found === "string" ? found : null)),
    accent: read("accent", 'a colour such as "#1f5f8b"', readAccent),
    position: read("position", '"left" or "right"', (found) => (found === "left" || found === "right" ? found : null)),
    sideOffset: read("sideOffset", `0 to ${FARTHEST} pixels`, offset) ?? OFFSET,
    bottomOffset: read("bottomOffset", `0 to ${FARTHEST} pixels`, offset) ?? OFFSET,
    theme: read("theme", '"auto", "light" or "dark"', readTheme) ?? "auto",
    launcher: read("launcher", "true or false", readSwitch) ?? true,
    identity: read("identity", "a signed token, or a function that gives one", readIdentity),
  };
}

function readSwitch(found: unknown): boolean | null {
  if (found === true || found === "true") return true;
  return found === false || found === "false" ? false : null;
}

export function readIdentity(found: unknown): Identity | null {
  return typeof found === "string" || typeof found === "function" ? (found as Identity) : null;
}
