/* Putting a conversation off: an hour, tomorrow morning, Monday morning, or any moment, as this computer's clock has it. */

import { useState } from "preact/hooks";
import { useDesk } from "../desk";
import { CloseIcon } from "../parts/icons";

const MORNING = 9;
const OWN = "own";

/** The moments that are offered, by name. */
export function moments(now: Date): Readonly<Record<"hour" | "tomorrow" | "monday", Date>> {
  const morning = (days: number): Date => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
  const untilMonday = (8 - now.getDay()) % 7 || 7;
  return { hour: new Date(now.getTime() + 3_600_000), tomorrow: morning(1), monday: morning(untilMonday) };
}

interface Props {
  readonly busy: boolean;
  readonly onSnooze: (until: string) => void;
}

export function Snooze({ busy, onSnooze }: Props) {
  const { words } = useDesk();
  const [own, setOwn] = useState<string | null>(null);
  const chosen = (name: string): void => {
    if (name === OWN) return setOwn("");
    const until = Object.entries(moments(new Date())).find(([each]) => each === name)?.[1];
    if (until) onSnooze(until.toISOString());
  };
  if (own !== null) {
    const moment = new Date(own);
    const usable = !Number.isNaN(moment.getTime()) && moment > new Date();
    return (
      <span class="own-moment">
        <input type="datetime-local" aria-label={words.agent.until} value={own} onInput={(event) => setOwn(event.currentTarget.value)} />
        <button type="button" disabled={busy || !usable} onClick={() => onSnooze(moment.toISOString())}>{words.agent.set}</button>
        <button type="button" class="quiet icon-only" aria-label={words.keys.close} onClick={() => setOwn(null)}><CloseIcon /></button>
      </span>
    );
  }
  return (
    <select aria-label={words.conversation.snoozeUntil} disabled={busy} value="" onChange={(event) => chosen(event.currentTarget.value)}>
      <option value="" disabled>{words.conversation.snooze}…</option>
      {(["hour", "tomorrow", "monday"] as const).map((name) => (
        <option key={name} value={name}>{words.conversation.snoozes[name]}</option>
      ))}
      <option value={OWN}>{words.agent.untilChosen}</option>
    </select>
  );
}
