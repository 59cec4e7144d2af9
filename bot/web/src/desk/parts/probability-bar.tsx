/* A probability as a bar, with the threshold it had to reach as a mark. */

import { useDesk } from "../desk";

interface Props {
  readonly label: string;
  readonly value: number;
  readonly threshold?: number | null;
  /** Shown in full colour; others are muted. */
  readonly strong?: boolean;
}

export function ProbabilityBar({ label, value, threshold = null, strong = false }: Props) {
  const { words } = useDesk();
  const reached = threshold !== null && value >= threshold;
  return (
    <div class="probability">
      <span class="probability-label" dir="auto">{label}</span>
      <span class="probability-value">{words.percent(value)}</span>
      <svg class={strong || reached ? "bar reached" : "bar"} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="100" height="6" />
        <rect class="fill" width={Math.max(0, Math.min(1, value)) * 100} height="6" />
        {threshold !== null && <rect class="mark" x={threshold * 100 - 0.4} width="0.8" height="6" />}
      </svg>
    </div>
  );
}
