/* Past conversations: bringing exports in, what became of each, and finding intents in them. */

import { useEffect, useMemo, useState } from "preact/hooks";
import { JobsApi } from "../../api/jobs";
import type { Job, LearnResult, TranscriptImports } from "../../api/records/jobs";
import { useDesk } from "../../desk";
import { Link } from "../../parts/link";
import { mayLead } from "../../parts/may-edit";
import { sentenceFor } from "../../problem";
import { isUnderWay, JobProgress } from "../job-progress";
import { OpenJobs } from "../open-jobs";
import { ImportLine } from "./import-line";
import { TranscriptUploads } from "./transcript-uploads";
import { UploadBox } from "./upload-box";

export function ImportsPart() {
  const { client, live, user, words } = useDesk();
  const api = useMemo(() => new JobsApi(client), [client]);
  const jobs = useMemo(() => new OpenJobs(() => api.imports()), [api]);
  const uploads = useMemo(
    () => new TranscriptUploads((file, onProgress, signal) => api.upload(file, onProgress, signal), () => void jobs.look()),
    [api, jobs],
  );
  useEffect(() => jobs.follow(live), [jobs, live]);
  const page = jobs.page.value;
  const said = words.learningRoom.imports;
  const imports = page?.jobs.filter(({ kind }) => kind === "import") ?? [];
  return (
    <div class="learning-body">
      {jobs.problem.value !== null && <p class="banner bad" role="alert">{sentenceFor(jobs.problem.value, words)}</p>}
      <section class="card">
        <h2>{said.title}</h2>
        <p class="small muted">{said.hint}</p>
        {page && mayLead(user.value) && <UploadBox uploads={uploads} maxBytes={page.max_bytes} several />}
        {!mayLead(user.value) && <p class="muted">{said.onlyLeads}</p>}
        {imports.length > 0 && (
          <ul class="plain">
            {imports.map((each) => <li key={each.id}><ImportLine job={each} page={page} jobs={jobs} api={api} /></li>)}
          </ul>
        )}
      </section>
      {page && <FindIntents page={page} jobs={jobs} api={api} />}
    </div>
  );
}

interface FindProps {
  readonly page: TranscriptImports;
  readonly jobs: OpenJobs<TranscriptImports>;
  readonly api: JobsApi;
}

function FindIntents({ page, jobs, api }: FindProps) {
  const { user, words } = useDesk();
  const said = words.learningRoom.imports;
  const [most, setMost] = useState("");
  const latest = page.jobs.find(({ kind }) => kind === "learn") as Job<LearnResult> | undefined;
  const running = latest !== undefined && isUnderWay(latest);
  const importing = page.jobs.some((job) => job.kind === "import" && isUnderWay(job));
  return (
    <section class="card">
      <h2>{said.findTitle}</h2>
      <p class="small muted">{said.conversations(page.conversations)} {said.findHint}</p>
      {mayLead(user.value) && (
        <p class="choices">
          <button type="button" class="primary" disabled={running || importing || jobs.busy.value || page.conversations === 0 || page.missing.length > 0} onClick={() => void jobs.act(() => api.findIntents(Number(most) || null))}>{said.find}</button>
          <label class="most small">{said.atMost} <input type="number" min={1} max={5000} value={most} placeholder={said.all} onInput={(event) => setMost(event.currentTarget.value)} /></label>
          {page.missing.length > 0 && <span class="small muted">{words.learning.missing(page.missing.join(", "))}</span>}
        </p>
      )}
      {latest && <JobProgress job={latest} label={said.find} />}
      {latest?.problem && <p class="error">{latest.problem}</p>}
      {latest?.result && (
        <p>
          {said.found(latest.result.pairs, latest.result.intents, words.percent(latest.result.coverage))}{" "}
          <Link to={{ page: "learning", part: "intents", item: null }}>{said.review}</Link>
        </p>
      )}
    </section>
  );
}
