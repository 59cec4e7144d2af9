/* Backtests: what the bot would have said to past customers, beside what people said. */

import { useEffect, useMemo, useState } from "preact/hooks";
import { timeAgo } from "../../../language/dates";
import { JobsApi } from "../../api/jobs";
import type { Backtests, BacktestResult, Job } from "../../api/records/jobs";
import { useDesk } from "../../desk";
import { mayLead } from "../../parts/may-edit";
import { sentenceFor } from "../../problem";
import { TranscriptUploads } from "../imports/transcript-uploads";
import { UploadBox } from "../imports/upload-box";
import { isUnderWay, JobProgress } from "../job-progress";
import { OpenJobs } from "../open-jobs";
import { BacktestReport } from "./backtest-report";

export function BacktestPart() {
  const { client, live, user, words } = useDesk();
  const api = useMemo(() => new JobsApi(client), [client]);
  const jobs = useMemo(() => new OpenJobs(() => api.backtests()), [api]);
  useEffect(() => jobs.follow(live), [jobs, live]);
  const page = jobs.page.value;
  const said = words.learningRoom.backtest;
  return (
    <div class="learning-body">
      {jobs.problem.value !== null && <p class="banner bad" role="alert">{sentenceFor(jobs.problem.value, words)}</p>}
      <section class="card">
        <h2>{said.title}</h2>
        <p class="small muted">{said.hint}</p>
        {page && (mayLead(user.value) ? <Begin page={page} jobs={jobs} api={api} /> : <p class="muted">{said.onlyLeads}</p>)}
      </section>
      {page?.jobs.map((job) => <Outcome key={job.id} job={job} jobs={jobs} api={api} />)}
    </div>
  );
}

interface Props {
  readonly page: Backtests;
  readonly jobs: OpenJobs<Backtests>;
  readonly api: JobsApi;
}

function Begin({ page, jobs, api }: Props) {
  const { words } = useDesk();
  const said = words.learningRoom.backtest;
  const [since, setSince] = useState("");
  const uploads = useMemo(
    () => new TranscriptUploads((file, onProgress, signal) => api.backtestFile(file, onProgress, signal), () => void jobs.look()),
    [api, jobs],
  );
  const running = page.jobs.some(isUnderWay);
  if (page.missing.length > 0) return <p class="muted">{words.learning.missing(page.missing.join(", "))}</p>;
  return (
    <div class="ways">
      <div>
        <h3>{said.overImported}</h3>
        <p class="small muted">{said.overImportedHint(page.conversations)}</p>
        <p class="choices">
          <label>{said.since} <input type="date" value={since} onInput={(event) => setSince(event.currentTarget.value)} /></label>
          <button type="button" disabled={running || jobs.busy.value || page.conversations === 0} onClick={() => void jobs.act(() => api.backtest(since || null))}>{said.begin}</button>
        </p>
      </div>
      <div>
        <h3>{said.overFile}</h3>
        <p class="small muted">{page.serving ? said.overFileHint : words.learning.noModel}</p>
        {page.serving && !running && <UploadBox uploads={uploads} maxBytes={page.max_bytes} several={false} />}
      </div>
    </div>
  );
}

interface OutcomeProps {
  readonly job: Job<BacktestResult>;
  readonly jobs: OpenJobs<Backtests>;
  readonly api: JobsApi;
}

function Outcome({ job, jobs, api }: OutcomeProps) {
  const { words, locale, user } = useDesk();
  const { backtest: said, jobs: jobWords, imports } = words.learningRoom;
  const since = typeof job.arguments["since"] === "string" ? job.arguments["since"] : null;
  const tone = job.state === "done" ? "tag good" : job.problem ? "tag bad" : "tag";
  return (
    <section class="card">
      <p class="import-head">
        <strong dir="auto">{job.name || (since ? said.from(since) : said.lastFifth)}</strong>
        <span class={tone}>{jobWords.states[job.state]}</span>
        <span class="small muted">{timeAgo(job.ended_at ?? job.asked_at, locale)} · {job.asked_by}</span>
        {mayLead(user.value) && !isUnderWay(job) && <button type="button" class="link" onClick={() => void jobs.act(() => api.remove(job.id))}>{imports.dismiss}</button>}
        {mayLead(user.value) && (job.state === "failed" || job.state === "interrupted") && <button type="button" class="link" onClick={() => void jobs.act(() => api.again(job.id))}>{imports.tryAgain}</button>}
      </p>
      <JobProgress job={job} label={said.title} told />
      {job.problem && <p class="error" dir="auto">{job.problem}</p>}
      {job.result && <BacktestReport result={job.result} anew={job.arguments["file"] !== true} />}
    </section>
  );
}
