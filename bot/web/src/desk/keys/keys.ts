/*
 * Single keys that do something, for as long as the part of the desk is shown that offers them. They are silent while
 * somebody writes, and may be switched off, since speech input and stray keys would press them.
 */

import { signal, type Signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useDesk } from "../desk";
import { keyName } from "./key-name";

const STORED = "frontdesk.desk.keys";

export class Keys {
  readonly enabled: Signal<boolean> = signal(localStorage.getItem(STORED) !== "off");
  /** Whether the list of them is shown. */
  readonly listed: Signal<boolean> = signal(false);
  private readonly offered: Map<string, () => void>[] = [];

  constructor() {
    document.addEventListener("keydown", (event) => this.pressed(event));
  }

  switch(enabled: boolean): void {
    this.enabled.value = enabled;
    localStorage.setItem(STORED, enabled ? "on" : "off");
  }

  /** Offers keys until the returned function is called; of two offers of one key the later counts. */
  offer(keys: Readonly<Record<string, () => void>>): () => void {
    const offered = new Map(Object.entries(keys));
    this.offered.push(offered);
    return () => void this.offered.splice(this.offered.indexOf(offered), 1);
  }

  private pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!this.enabled.value || this.listed.value || isWriting(event.target)) return;
    const name = keyName(event);
    const act = name === null ? undefined : this.offered.findLast((offered) => offered.has(name))?.get(name);
    if (!act) return;
    event.preventDefault();
    act();
  }
}

/** Offers keys while the calling part is shown; at once, since whoever sees a button may press its key. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const { keys: all } = useDesk();
  const latest = useRef(keys);
  latest.current = keys;
  const names = Object.keys(keys).join(" ");
  useLayoutEffect(
    () => all.offer(Object.fromEntries(names.split(" ").map((name) => [name, () => latest.current[name]?.()]))),
    [all, names],
  );
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName) || target.closest("dialog") !== null;
}
