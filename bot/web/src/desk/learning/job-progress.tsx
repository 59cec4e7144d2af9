/* How far long work is, in a line; nothing once it has ended. */

import type { Job } from "../api/records/jobs";
import { useDesk } from "../desk";

const UNDER_WAY = new Set(["waiting", "starting", "running"]);

export function isUnderWay({ state }: Job): boolean {
  return UNDER_WAY.has(state);
}

export function JobProgress({ job, label }: { readonly job: Job; readonly label: string }) {
  const { words } = useDesk();
  const said = words.learningRoom.jobs;
  if (!isUnderWay(job)) return null;
  const far = job.total > 0 ? Math.min(1, job.done / job.total) : null;
  return (
    <p class="small muted" role="status">
      <progress max={1} {...(far === null || job.state !== "running" ? {} : { value: far })} aria-label={label} />{" "}
      {job.state === "running" ? stage(job, said.stages) : said.states[job.state]}
      {job.state === "running" && (far === null ? job.done > 0 && ` ${said.sofar(job.done)}` : ` ${words.percent(far)}`)}
    </p>
  );
}

function stage({ stage: name }: Job, names: Readonly<Record<string, string>>): string {
  return names[name] ?? names[""] ?? name;
}
