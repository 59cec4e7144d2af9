/* Putting a conversation off: an hour, tomorrow morning, or Monday morning, as this computer's clock has it. */

import { useDesk } from "../desk";

const MORNING = 9;

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
  const chosen = (name: string): void => {
    const until = Object.entries(moments(new Date())).find(([each]) => each === name)?.[1];
    if (until) onSnooze(until.toISOString());
  };
  return (
    <select aria-label={words.conversation.snoozeUntil} disabled={busy} value="" onChange={(event) => chosen(event.currentTarget.value)}>
      <option value="" disabled>{words.conversation.snooze}…</option>
      {(["hour", "tomorrow", "monday"] as const).map((name) => (
        <option key={name} value={name}>{words.conversation.snoozes[name]}</option>
      ))}
    </select>
  );
}
