/* Has the labels looked through for doubtful ones, and for questions worth a label; tells when that is done. */

import { useEffect, useMemo, useRef } from "preact/hooks";
import { JobsApi } from "../api/jobs";
import { useDesk } from "../desk";
import { mayEdit } from "../parts/may-edit";
import { sentenceFor } from "../problem";
import { isUnderWay, JobProgress } from "./job-progress";
import { OpenJobs } from "./open-jobs";

export function LookForDoubts({ onFound }: { readonly onFound: () => void }) {
  const { client, live, user, words } = useDesk();
  const api = useMemo(() => new JobsApi(client), [client]);
  const jobs = useMemo(() => new OpenJobs(() => api.imports()), [api]);
  useEffect(() => jobs.follow(live), [jobs, live]);
  const latest = jobs.page.value?.jobs.find(({ kind }) => kind === "labels") ?? null;
  const ended = latest !== null && !isUnderWay(latest) ? latest.ended_at : null;
  const seen = useRef<string | null | undefined>(undefined);
  useEffect(() => {
    if (jobs.page.value === null) return;
    if (seen.current !== undefined && ended !== null && ended !== seen.current) onFound();
    seen.current = ended;
  }, [ended, jobs.page.value === null]);
  const said = words.learningRoom.doubts;
  if (!mayEdit(user.value) || jobs.page.value === null) return null;
  const running = latest !== null && isUnderWay(latest);
  return (
    <section>
      <p class="choices">
        <button type="button" disabled={running || jobs.busy.value || jobs.page.value.missing.length > 0} onClick={() => void jobs.act(() => api.findDoubts())}>{said.look}</button>
        <span class="small muted">{said.hint}</span>
      </p>
      {latest && <JobProgress job={latest} label={said.look} />}
      {latest?.problem && <p class="small error">{latest.problem}</p>}
      {jobs.problem.value !== null && <p class="banner bad" role="alert">{sentenceFor(jobs.problem.value, words)}</p>}
    </section>
  );
}
