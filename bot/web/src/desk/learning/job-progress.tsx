/* How far long work is, in a line; nothing once it has ended. Nothing moves while it waits for other work. */

import type { Job } from "../api/records/jobs";
import { useDesk } from "../desk";

const UNDER_WAY = new Set(["waiting", "starting", "running"]);

export function isUnderWay({ state }: Job): boolean {
  return UNDER_WAY.has(state);
}

interface Props {
  readonly job: Job;
  readonly label: string;
  /** Whether its state stands beside it already. */
  readonly told?: boolean;
}

export function JobProgress({ job, label, told = false }: Props) {
  const { words } = useDesk();
  const said = words.learningRoom.jobs;
  if (!isUnderWay(job)) return null;
  if (job.state === "waiting") return told ? null : <p class="small muted" role="status">{said.states.waiting}</p>;
  const far = job.total > 0 ? Math.min(1, job.done / job.total) : null;
  return (
    <p class="small muted" role="status">
      <progress max={1} {...(far === null || job.state !== "running" ? {} : { value: far })} aria-label={label} />{" "}
      {job.state === "running" ? stage(job, said.stages) : !told && said.states[job.state]}
      {job.state === "running" && (far === null ? job.done > 0 && ` ${said.sofar(job.done)}` : ` ${words.percent(far)}`)}
    </p>
  );
}

function stage({ stage: name }: Job, names: Readonly<Record<string, string>>): string {
  return names[name] ?? names[""] ?? name;
}
